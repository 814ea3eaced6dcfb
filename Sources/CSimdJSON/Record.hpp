#pragma once

#include <simdjson.h>

#include <cstring>

/// Fills a parser's record by `parse(view, offset)`, which leaves in `offset` how far it came.
/// - Returns: the record, valid until the parser's next one.
template <class Parser, class Parse>
auto filledRecord(Parser &parser, const char *json, size_t length, Parse parse) {
  parser.values.clear();
  std::memset(&parser.record, 0, sizeof parser.record);
  auto &record = parser.record;
  size_t offset = length;
  simdjson::padded_string_view view(json, length, length + simdjson::SIMDJSON_PADDING);
  if (simdjson::error_code error = parse(view, offset)) {
    record.error = simdjson::error_message(error);
    record.is_encoding_error = error == simdjson::UTF8_ERROR;
    record.error_offset = offset < length ? offset : length;
  }
  record.values = parser.values.data();
  record.value_count = parser.values.size();
  return &record;
}
