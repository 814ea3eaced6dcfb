#include "CSimdJSON.h"
#include "Record.hpp"

#include <simdjson.h>

#include <cstring>
#include <new>
#include <utility>
#include <vector>

using namespace simdjson;

struct observation_parser {
  ondemand::parser json;
  std::vector<observation_value> values;
  observation_record record;
};

namespace {

observation_text text(std::string_view view) {
  return {view.data(), static_cast<uint32_t>(view.size())};
}

/// Fills one record from one object; a value of the wrong kind is noted and skipped.
class Filler {
 public:
  Filler(observation_parser &parser, bool hasEscapes)
      : values(parser.values), record(parser.record), hasEscapes(hasEscapes) {}

  error_code fill(ondemand::object object) {
    for (auto entry : object) {
      ondemand::field field;
      if (auto error = std::move(entry).get(field)) return error;
      if (auto error = read(field.key(), field.value())) return error;
    }
    return SUCCESS;
  }

 private:
  std::vector<observation_value> &values;
  observation_record &record;
  const bool hasEscapes;

  error_code read(ondemand::raw_json_string key, ondemand::value value) {
    switch (key.raw()[0]) {
      case 'a':
        if (is(key, "a")) return list(observation_a, value);
        if (is(key, "aaaa")) return list(observation_aaaa, value);
        if (is(key, "autodiscover")) return object(observation_autodiscover, value);
        if (is(key, "application")) return list(observation_application, value);
        break;
      case 'c':
        if (is(key, "cname")) return string(observation_cname, value);
        if (is(key, "country")) return string(record.country, value);
        if (is(key, "caa")) return list(observation_caa, value);
        break;
      case 'i':
        if (is(key, "issuer")) return string(observation_issuer, value);
        break;
      case 'd':
        if (is(key, "domain")) return string(record.domain, value);
        if (is(key, "dkim")) return object(observation_dkim, value);
        break;
      case 'm':
        if (is(key, "mx")) return list(observation_mx, value);
        if (is(key, "mx_cnames")) return object(observation_mx_cnames, value);
        if (is(key, "mx_asns")) return numbers(observation_mx_asns, value);
        break;
      case 'n':
        if (is(key, "ns")) return list(observation_ns, value);
        break;
      case 'o':
        if (is(key, "org") || is(key, "organisation")) return string(record.organisation, value);
        if (is(key, "organisationName")) return string(record.organisation_name, value);
        break;
      case 's':
        if (is(key, "sector")) return string(record.sector, value);
        if (is(key, "spf")) return policy(value);
        if (is(key, "spf_resolved")) return string(observation_spf_resolved, value);
        if (is(key, "spf_policies")) return object(observation_spf_policies, value);
        if (is(key, "soa")) return string(observation_soa, value);
        break;
      case 't':
        if (is(key, "txt_verifications")) return object(observation_txt_verifications, value);
        if (is(key, "tenant")) return string(observation_tenant, value);
        if (is(key, "ts")) return time(value);
        break;
      case 'w':
        if (is(key, "wildcard")) return string(observation_wildcard, value);
        break;
    }
    return SUCCESS;
  }

  static bool is(ondemand::raw_json_string key, std::string_view name) {
    return key.unsafe_is_equal(name);
  }

  /// Errors of JSON end the record; a value of another kind than the field's does not.
  error_code wrongKind(observation_field field, error_code error) {
    if (error != INCORRECT_TYPE && error != NUMBER_OUT_OF_RANGE && error != NUMBER_ERROR)
      return error;
    record.malformed |= 1u << field;
    return SUCCESS;
  }

  observation_value &add(observation_field field, std::string_view view) {
    values.push_back(
        {text(view), {nullptr, 0}, OBSERVATION_NO_AS, OBSERVATION_NO_PREFERENCE, uint8_t(field), 0});
    return values.back();
  }

  /// The text of a string: as it stands in the line unless it has escapes.
  error_code read(ondemand::value &value, std::string_view &view) {
    if (hasEscapes) return value.get_string().get(view);
    std::string_view token = value.raw_json_token();
    if (token.front() != '"') return INCORRECT_TYPE;
    size_t end = token.size() - 1;
    while (end > 0 && token[end] != '"') --end;
    view = token.substr(1, end - 1);
    return SUCCESS;
  }

  /// A string of the record itself; null, a number or a list counts as not said.
  error_code string(observation_text &target, ondemand::value value) {
    std::string_view view;
    auto error = read(value, view);
    if (error == INCORRECT_TYPE) return SUCCESS;
    if (error) return error;
    target = text(view);
    return SUCCESS;
  }

  error_code string(observation_field field, ondemand::value value) {
    record.asked |= 1u << field;
    ondemand::json_type type;
    if (auto error = value.type().get(type)) return error;
    if (type == ondemand::json_type::null) return SUCCESS;
    std::string_view view;
    if (auto error = read(value, view)) return wrongKind(field, error);
    if (!view.empty()) add(field, view);
    return SUCCESS;
  }

  /// `"host"`, `{"host": …}` or a list of either; null is an empty list.
  error_code list(observation_field field, ondemand::value value) {
    record.asked |= 1u << field;
    ondemand::json_type type;
    if (auto error = value.type().get(type)) return error;
    if (type == ondemand::json_type::null) return SUCCESS;
    if (type != ondemand::json_type::array) return element(field, value, type);
    ondemand::array array;
    if (auto error = value.get_array().get(array)) return error;
    for (auto entry : array) {
      ondemand::value item;
      if (auto error = entry.get(item)) return error;
      if (auto error = item.type().get(type)) return error;
      if (auto error = element(field, item, type)) return error;
    }
    return SUCCESS;
  }

  error_code element(
      observation_field field, ondemand::value value, ondemand::json_type type) {
    if (type == ondemand::json_type::object) return members(field, value);
    std::string_view view;
    if (auto error = read(value, view)) return wrongKind(field, error);
    if (!view.empty()) add(field, view).is_listed = 1;
    return SUCCESS;
  }

  /// `{"host" | "ip" | "supplier": text, "asn": number, "preference": number}`, or
  /// `{"error": text}` where the question was put and got no usable answer.
  error_code members(observation_field field, ondemand::value value) {
    ondemand::object object;
    if (auto error = value.get_object().get(object)) return error;
    std::string_view name, fallback;
    uint64_t asn = OBSERVATION_NO_AS, preference = OBSERVATION_NO_PREFERENCE;
    bool isApplication = field == observation_application;
    for (auto entry : object) {
      ondemand::field member;
      if (auto error = std::move(entry).get(member)) return error;
      auto key = member.key();
      error_code error = SUCCESS;
      switch (key.raw()[0]) {
        case 'h':
          if (is(key, "host")) error = read(member.value(), isApplication ? fallback : name);
          break;
        case 'i':
          if (is(key, "ip") && !isApplication) error = read(member.value(), name);
          break;
        case 's':
          if (is(key, "supplier") && isApplication) error = read(member.value(), name);
          break;
        case 'a':
          if (is(key, "asn")) error = number(member.value(), UINT32_MAX, asn);
          break;
        case 'p':
          if (is(key, "preference"))
            error = number(member.value(), OBSERVATION_NO_PREFERENCE - 1, preference);
          break;
        case 'e':
          if (is(key, "error")) record.failed |= 1u << field;
          break;
      }
      if (error && (error = wrongKind(field, error))) return error;
    }
    if (name.empty()) name = fallback;
    if (name.empty() && (record.failed & 1u << field)) return SUCCESS;
    if (name.empty()) {
      record.malformed |= 1u << field;
      return SUCCESS;
    }
    auto &added = add(field, name);
    added.asn = uint32_t(asn);
    added.preference = uint16_t(preference);
    return SUCCESS;
  }

  /// A number up to `limit`; null leaves the target alone.
  error_code number(ondemand::value value, uint64_t limit, uint64_t &target) {
    uint64_t found;
    if (auto error = value.get_uint64().get(found)) {
      bool isNull;
      return value.is_null().get(isNull) || !isNull ? error : SUCCESS;
    }
    if (found > limit) return NUMBER_OUT_OF_RANGE;
    target = found;
    return SUCCESS;
  }

  error_code numbers(observation_field field, ondemand::value value) {
    record.asked |= 1u << field;
    ondemand::json_type type;
    if (auto error = value.type().get(type)) return error;
    if (type == ondemand::json_type::null) return SUCCESS;
    ondemand::array array;
    if (auto error = value.get_array().get(array)) return wrongKind(field, error);
    for (auto entry : array) {
      ondemand::value item;
      if (auto error = entry.get(item)) return error;
      uint64_t asn = OBSERVATION_NO_AS;
      if (auto error = number(item, UINT32_MAX, asn)) {
        if ((error = wrongKind(field, error))) return error;
        continue;
      }
      if (asn != OBSERVATION_NO_AS) add(field, {}).asn = uint32_t(asn);
    }
    return SUCCESS;
  }

  /// `{key: text}`; null and `{}` are empty.
  error_code object(observation_field field, ondemand::value value) {
    record.asked |= 1u << field;
    ondemand::json_type type;
    if (auto error = value.type().get(type)) return error;
    if (type == ondemand::json_type::null) return SUCCESS;
    ondemand::object object;
    if (auto error = value.get_object().get(object)) return wrongKind(field, error);
    for (auto entry : object) {
      ondemand::field member;
      if (auto error = std::move(entry).get(member)) return error;
      std::string_view key, view;
      if (auto error = member.unescaped_key().get(key)) return error;
      if (auto error = read(member.value(), view)) {
        if ((error = wrongKind(field, error))) return error;
        continue;
      }
      // A selector without a target is no target; a service without a token still asked for one.
      if (view.empty() && field != observation_txt_verifications) continue;
      add(field, view).key = text(key);
    }
    return SUCCESS;
  }

  /// A policy as text, or a list of the names it includes.
  error_code policy(ondemand::value value) {
    ondemand::json_type type;
    if (auto error = value.type().get(type)) return error;
    return type == ondemand::json_type::string ? string(observation_spf, value)
                                               : list(observation_spf, value);
  }

  error_code time(ondemand::value value) {
    int64_t seconds;
    auto error = value.get_int64().get(seconds);
    if (error == INCORRECT_TYPE || error == NUMBER_ERROR || error == NUMBER_OUT_OF_RANGE)
      return SUCCESS;
    if (error) return error;
    record.measured_at = seconds;
    record.has_measured_at = 1;
    return SUCCESS;
  }
};

error_code parse(observation_parser &parser, padded_string_view json, size_t &offset) {
  ondemand::document document;
  if (auto error = parser.json.iterate(json).get(document)) return error;
  ondemand::object object;
  error_code error = document.get_object().get(object);
  if (!error) {
    const bool hasEscapes = std::memchr(json.data(), '\\', json.size()) != nullptr;
    error = Filler(parser, hasEscapes).fill(object);
  }
  // A location after the last token does not exist; one that exists is where reading stopped.
  const char *location;
  if (document.current_location().get(location)) return error;
  offset = size_t(location - json.data());
  return error ? error : TRAILING_CONTENT;
}

}  // namespace

observation_parser *observation_parser_create(void) { return new (std::nothrow) observation_parser; }

void observation_parser_destroy(observation_parser *parser) { delete parser; }

size_t observation_padding(void) { return SIMDJSON_PADDING; }

const observation_record *observation_parse(
    observation_parser *parser, const char *json, size_t length) {
  return filledRecord(*parser, json, length, [&](padded_string_view view, size_t &offset) {
    return parse(*parser, view, offset);
  });
}
