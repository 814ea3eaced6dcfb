#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes of somebody else's memory, valid until the next record is parsed.
typedef struct {
  const char *data;
  uint32_t length;
} observation_text;

/// The keys of a record that hold observations; also their bit in `asked` and `malformed`.
enum observation_field {
  observation_mx,
  observation_ns,
  observation_a,
  observation_aaaa,
  observation_cname,
  observation_spf,
  observation_mx_cnames,
  observation_mx_asns,
  observation_autodiscover,
  observation_dkim,
  observation_txt_verifications,
  observation_tenant,
  observation_application,
  observation_soa,
  observation_caa,
  observation_issuer,
  observation_wildcard,
  /// Policies of names that others include, by name.
  observation_spf_policies,
  /// A policy and those it leads to, one after the other in one text.
  observation_spf_resolved,
  observation_field_count
};

/// Stands for "the record does not say"; neither is legal in DNS or BGP.
#define OBSERVATION_NO_PREFERENCE 0xFFFF
#define OBSERVATION_NO_AS 0

/// One value: a host, an address, an include, a target.
typedef struct {
  observation_text text;
  /// The key it stood under where the field is an object: a host, a selector, a service.
  observation_text key;
  uint32_t asn;
  uint16_t preference;
  uint8_t field;
  /// Whether `spf` gave a list of includes rather than a policy.
  uint8_t is_listed;
} observation_value;

/// One record, flat, so that it crosses the language border once.
typedef struct {
  observation_text domain;
  observation_text organisation;
  observation_text organisation_name;
  observation_text sector;
  observation_text country;
  int64_t measured_at;
  const observation_value *values;
  size_t value_count;
  uint32_t has_measured_at;
  /// Fields that are there, empty or not.
  uint32_t asked;
  /// Fields with a value of a kind they cannot have.
  uint32_t malformed;
  /// Fields that were asked and answered with an error (`{"error": text}`).
  uint32_t failed;
  /// Why the record is no JSON; nil when it is.
  const char *error;
  uint32_t is_encoding_error;
  /// Byte offset of the error, or the record's length when it is not known.
  size_t error_offset;
} observation_record;

typedef struct observation_parser observation_parser;

/// nil when memory runs out.
observation_parser *observation_parser_create(void);
void observation_parser_destroy(observation_parser *parser);

/// How many readable bytes must follow a record.
size_t observation_padding(void);

/// Parses one JSON object of `length` bytes followed by `observation_padding()` readable bytes.
///
/// The record and all it points to belong to the parser and last until the next call.
const observation_record *observation_parse(
    observation_parser *parser, const char *json, size_t length);

#ifdef __cplusplus
}
#endif

#include "DNSAnswers.h"
