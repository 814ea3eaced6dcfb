#pragma once
#include "CSimdJSON.h"

#ifdef __cplusplus
extern "C" {
#endif

/// What measurement tools ask one name at a time; also a bit in sets of questions.
enum answer_type {
  answer_a,
  answer_aaaa,
  answer_cname,
  answer_mx,
  answer_ns,
  answer_txt,
  answer_spf,
  /// The primary name server of a zone; its mailbox is left out.
  answer_soa,
  answer_caa,
  /// Asked, and of no use here.
  answer_other,
  /// A question that its record does not name.
  answer_unnamed
};

/// How a question ended; a failure is data.
enum answer_status {
  /// No error, whatever was found.
  answer_good,
  /// There is no such name.
  answer_no_name,
  /// No usable answer.
  answer_failed
};

enum answer_place {
  /// A question; what follows until the next one belongs to it.
  answer_asked,
  answer_given,
  /// Said beside the answer: the address of a host.
  answer_beside
};

typedef struct {
  /// Who has the record; empty where it is the name asked about.
  observation_text owner;
  /// A host, an address or a text.
  observation_text value;
  uint32_t asn;
  uint16_t preference;
  uint8_t type;
  uint8_t place;
  /// Of a question.
  uint8_t status;
} answer_value;

typedef struct {
  /// The name asked about.
  observation_text name;
  int64_t measured_at;
  const answer_value *values;
  size_t value_count;
  uint32_t has_measured_at;
  /// Whether a value had a kind it cannot have.
  uint32_t malformed;
  /// Why the record is no JSON; nil when it is.
  const char *error;
  uint32_t is_encoding_error;
  size_t error_offset;
} answer_record;

enum answer_format {
  /// zdns: `{"name", "results": {"MX": {"data", "status"}}}`, or `{"name", "data", "status"}`.
  answer_format_zdns,
  /// dnsx: `{"host", "mx": [], "status_code"}`.
  answer_format_dnsx,
  /// OpenINTEL: `{"query_type", "query_name", "response_type", "mx_address", …}`.
  answer_format_openintel
};

typedef struct answer_parser answer_parser;

/// nil when memory runs out.
answer_parser *answer_parser_create(void);
void answer_parser_destroy(answer_parser *parser);

/// Parses one JSON object of `length` bytes followed by `observation_padding()` readable bytes.
///
/// The record and all it points to belong to the parser and last until the next call.
const answer_record *answer_parse(
    answer_parser *parser, enum answer_format format, const char *json, size_t length);

/// The type of a DNS record or of a look-up module by its name, in either case.
enum answer_type answer_type_named(const char *name, size_t length);

/// Unix seconds of `2026-09-09T10:00:00+02:00`, with or without fraction and offset; 0 when the
/// text is no time.
int64_t answer_time(const char *text, size_t length);

#ifdef __cplusplus
}
#endif
