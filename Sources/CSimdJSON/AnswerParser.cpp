#include "CSimdJSON.h"
#include "Record.hpp"

#include <simdjson.h>

#include <cstring>
#include <new>
#include <utility>
#include <vector>

using namespace simdjson;

struct answer_parser {
  ondemand::parser json;
  std::vector<answer_value> values;
  answer_record record;
};

namespace {

observation_text text(std::string_view view) {
  return {view.data(), static_cast<uint32_t>(view.size())};
}

bool isNamed(std::string_view name, std::string_view other) {
  if (name.size() != other.size()) return false;
  for (size_t i = 0; i < name.size(); i++)
    if ((name[i] & ~0x20) != (other[i] & ~0x20)) return false;
  return true;
}

answer_status status(std::string_view name) {
  if (isNamed(name, "NOERROR") || isNamed(name, "NO_RECORD") || isNamed(name, "NO_ANSWER"))
    return answer_good;
  return isNamed(name, "NXDOMAIN") ? answer_no_name : answer_failed;
}

/// RCODE 3 is NXDOMAIN; 65535 is a time-out, and fails like every other number.
answer_status status(int64_t code) {
  return code == 0 ? answer_good : code == 3 ? answer_no_name : answer_failed;
}

/// Fills one record from one object; a value of the wrong kind is noted and skipped.
class AnswerFiller {
 public:
  explicit AnswerFiller(answer_parser &parser) : values(parser.values), record(parser.record) {}

  error_code fill(ondemand::object object, answer_format format) {
    switch (format) {
      case answer_format_zdns: return zdns(object);
      case answer_format_dnsx: return dnsx(object);
      case answer_format_openintel: return openintel(object);
    }
    return UNEXPECTED_ERROR;
  }

 private:
  std::vector<answer_value> &values;
  answer_record &record;

  /// Who may issue; what else CAA says is addresses of people and settings.
  static bool isIssue(std::string_view tag) {
    return isNamed(tag, "issue") || isNamed(tag, "issuewild");
  }

  // What every tool's records are made of.

  error_code wrongKind(error_code error) {
    if (error != INCORRECT_TYPE && error != NUMBER_OUT_OF_RANGE && error != NUMBER_ERROR)
      return error;
    record.malformed = 1;
    return SUCCESS;
  }

  /// Calls `body(key, value)` for every member; null is an object without any.
  template <typename Body>
  error_code members(ondemand::value value, Body body) {
    ondemand::json_type type;
    if (auto error = value.type().get(type)) return error;
    if (type == ondemand::json_type::null) return SUCCESS;
    ondemand::object object;
    if (auto error = value.get_object().get(object)) return wrongKind(error);
    return members(object, body);
  }

  template <typename Body>
  error_code members(ondemand::object object, Body body) {
    for (auto entry : object) {
      ondemand::field field;
      if (auto error = std::move(entry).get(field)) return error;
      std::string_view key;
      if (auto error = field.unescaped_key().get(key)) return error;
      if (auto error = body(key, field.value())) return error;
    }
    return SUCCESS;
  }

  /// Calls `body(value)` for every element; null is a list without any, a single value one of it.
  template <typename Body>
  error_code elements(ondemand::value value, Body body) {
    ondemand::json_type type;
    if (auto error = value.type().get(type)) return error;
    if (type == ondemand::json_type::null) return SUCCESS;
    if (type != ondemand::json_type::array) return body(value);
    ondemand::array array;
    if (auto error = value.get_array().get(array)) return error;
    for (auto entry : array) {
      ondemand::value item;
      if (auto error = entry.get(item)) return error;
      if (auto error = body(item)) return error;
    }
    return SUCCESS;
  }

  /// A string; null leaves the target alone.
  error_code string(ondemand::value value, std::string_view &target) {
    ondemand::json_type type;
    if (auto error = value.type().get(type)) return error;
    if (type == ondemand::json_type::null) return SUCCESS;
    std::string_view view;
    if (auto error = value.get_string().get(view)) return wrongKind(error);
    target = view;
    return SUCCESS;
  }

  error_code string(ondemand::value value, observation_text &target) {
    std::string_view view;
    auto error = string(value, view);
    if (!error && !view.empty()) target = text(view);
    return error;
  }

  /// A whole number, as such or in quotes; null leaves the target alone.
  error_code number(ondemand::value value, int64_t &target) {
    ondemand::json_type type;
    if (auto error = value.type().get(type)) return error;
    if (type == ondemand::json_type::null) return SUCCESS;
    int64_t found;
    auto error = type == ondemand::json_type::string ? value.get_int64_in_string().get(found)
                                                     : value.get_int64().get(found);
    if (error) return wrongKind(error);
    target = found;
    return SUCCESS;
  }

  error_code time(ondemand::value value) {
    ondemand::json_type type;
    if (auto error = value.type().get(type)) return error;
    int64_t seconds = 0;
    if (type == ondemand::json_type::string) {
      std::string_view view;
      if (auto error = value.get_string().get(view)) return wrongKind(error);
      seconds = answer_time(view.data(), view.size());
    } else if (auto error = number(value, seconds)) {
      return error;
    }
    // OpenINTEL counts milliseconds.
    if (seconds > 100000000000) seconds /= 1000;
    if (seconds != 0) {
      record.measured_at = seconds;
      record.has_measured_at = 1;
    }
    return SUCCESS;
  }

  size_t ask(answer_type type, answer_status status) {
    answer_value asked = {};
    asked.type = type;
    asked.place = answer_asked;
    asked.status = status;
    values.push_back(asked);
    return values.size() - 1;
  }

  answer_value &give(
      answer_type type, std::string_view owner, std::string_view value,
      answer_place place = answer_given) {
    answer_value given = {};
    given.owner = text(owner);
    given.value = text(value);
    given.preference = OBSERVATION_NO_PREFERENCE;
    given.type = type;
    given.place = place;
    values.push_back(given);
    return values.back();
  }

  // zdns

  error_code zdns(ondemand::object object) {
    // The old shape names no module: one question, whose type only its answers tell.
    size_t asked = ask(answer_unnamed, answer_failed);
    bool isOld = false;
    auto error = members(object, [&](std::string_view key, ondemand::value value) -> error_code {
      if (key == "name") return string(value, record.name);
      if (key == "timestamp") return time(value);
      if (key == "status") {
        std::string_view name;
        if (auto error = string(value, name)) return error;
        values[asked].status = status(name);
        isOld = true;
      } else if (key == "data") {
        isOld = true;
        return data(value);
      } else if (key == "results") {
        return members(value, [&](std::string_view module, ondemand::value result) {
          return this->module(module, result);
        });
      }
      return SUCCESS;
    });
    if (error) return error;
    if (!isOld) values.erase(values.begin() + asked);
    return SUCCESS;
  }

  error_code module(std::string_view name, ondemand::value value) {
    size_t asked = ask(answer_type_named(name.data(), name.size()), answer_failed);
    return members(value, [&](std::string_view key, ondemand::value value) -> error_code {
      if (key == "data") return data(value);
      if (key == "timestamp") return time(value);
      if (key == "status") {
        std::string_view name;
        if (auto error = string(value, name)) return error;
        values[asked].status = status(name);
      }
      return SUCCESS;
    });
  }

  error_code data(ondemand::value value) {
    ondemand::json_type type;
    if (auto error = value.type().get(type)) return error;
    // A module that failed has no data, or a text that says why.
    if (type != ondemand::json_type::object) return SUCCESS;
    return members(value, [&](std::string_view key, ondemand::value value) -> error_code {
      if (key == "answers") return records(value, answer_given);
      if (key == "additionals") return records(value, answer_beside);
      if (key == "exchanges") return hosts(value, answer_mx);
      if (key == "servers") return hosts(value, answer_ns);
      if (key == "ipv4_addresses") return addresses(value, answer_a, {}, answer_given);
      if (key == "ipv6_addresses") return addresses(value, answer_aaaa, {}, answer_given);
      if (key == "spf") {
        std::string_view policy;
        if (auto error = string(value, policy)) return error;
        if (!policy.empty()) give(answer_txt, {}, policy);
      }
      return SUCCESS;
    });
  }

  error_code records(ondemand::value value, answer_place place) {
    return elements(value, [&](ondemand::value item) -> error_code {
      std::string_view type, owner, answer, server, tag, issuer;
      int64_t preference = OBSERVATION_NO_PREFERENCE;
      auto error = members(item, [&](std::string_view key, ondemand::value value) -> error_code {
        if (key == "type") return string(value, type);
        if (key == "name") return string(value, owner);
        if (key == "answer") return string(value, answer);
        if (key == "ns") return string(value, server);
        if (key == "tag") return string(value, tag);
        if (key == "value") return string(value, issuer);
        if (key == "preference") return number(value, preference);
        return SUCCESS;
      });
      if (error) return error;
      auto found = answer_type_named(type.data(), type.size());
      // zdns takes the dot at the end away, and with it all of a null MX (RFC 7505).
      if (found == answer_mx && answer.empty()) answer = ".";
      if (found == answer_soa) answer = server;
      if (found == answer_caa) answer = isIssue(tag) ? issuer : std::string_view();
      if (answer.empty() || found > answer_caa) return SUCCESS;
      auto &given = give(found, owner, answer, place);
      if (preference >= 0 && preference < OBSERVATION_NO_PREFERENCE)
        given.preference = uint16_t(preference);
      return SUCCESS;
    });
  }

  /// The hosts of a look-up module, with the addresses it looked up beside them.
  error_code hosts(ondemand::value value, answer_type type) {
    return elements(value, [&](ondemand::value item) -> error_code {
      std::string_view name;
      int64_t preference = OBSERVATION_NO_PREFERENCE;
      size_t start = values.size();
      auto error = members(item, [&](std::string_view key, ondemand::value value) -> error_code {
        if (key == "name") return string(value, name);
        if (key == "preference") return number(value, preference);
        if (key == "ipv4_addresses") return addresses(value, answer_a, {}, answer_beside);
        if (key == "ipv6_addresses") return addresses(value, answer_aaaa, {}, answer_beside);
        return SUCCESS;
      });
      if (error) return error;
      for (size_t i = start; i < values.size(); i++) values[i].owner = text(name);
      if (name.empty()) {
        values.resize(start);
        record.malformed = 1;
        return SUCCESS;
      }
      auto &given = give(type, {}, name);
      if (preference >= 0 && preference < OBSERVATION_NO_PREFERENCE)
        given.preference = uint16_t(preference);
      return SUCCESS;
    });
  }

  error_code addresses(
      ondemand::value value, answer_type type, std::string_view owner, answer_place place) {
    return elements(value, [&](ondemand::value item) -> error_code {
      std::string_view address;
      if (auto error = string(item, address)) return error;
      if (!address.empty()) give(type, owner, address, place);
      return SUCCESS;
    });
  }

  // dnsx

  error_code dnsx(ondemand::object object) {
    size_t asked = ask(answer_unnamed, answer_good);
    return members(object, [&](std::string_view key, ondemand::value value) -> error_code {
      if (key == "host") return string(value, record.name);
      if (key == "timestamp") return time(value);
      if (key == "status_code") {
        std::string_view name;
        if (auto error = string(value, name)) return error;
        values[asked].status = status(name);
        return SUCCESS;
      }
      auto type = answer_type_named(key.data(), key.size());
      if (type == answer_soa) return dnsxAuthority(value);
      if (type > answer_txt && type != answer_caa) return SUCCESS;
      ask(type, answer_good);
      return elements(value, [&](ondemand::value item) { return dnsxValue(item, type); });
    });
  }

  /// `{"name", "ns"}`: the SOA of the zone above comes with every answer that holds nothing, so
  /// only one that bears the name asked about is an answer.
  error_code dnsxAuthority(ondemand::value value) {
    return elements(value, [&](ondemand::value item) -> error_code {
      ondemand::json_type kind;
      if (auto error = item.type().get(kind)) return error;
      if (kind != ondemand::json_type::object) return SUCCESS;
      std::string_view name, server;
      auto error = members(item, [&](std::string_view key, ondemand::value value) -> error_code {
        if (key == "name") return string(value, name);
        return key == "ns" ? string(value, server) : SUCCESS;
      });
      if (error || name.empty() || server.empty()) return error;
      ask(answer_soa, answer_good);
      give(answer_soa, name, server);
      return SUCCESS;
    });
  }

  /// `"host"`, or `{"host", "preference"}`.
  error_code dnsxValue(ondemand::value value, answer_type type) {
    ondemand::json_type kind;
    if (auto error = value.type().get(kind)) return error;
    std::string_view found;
    int64_t preference = OBSERVATION_NO_PREFERENCE;
    auto error =
        kind != ondemand::json_type::object
            ? string(value, found)
            : members(value, [&](std::string_view key, ondemand::value value) -> error_code {
                if (key == "host") return string(value, found);
                if (key == "preference") return number(value, preference);
                return SUCCESS;
              });
    if (error || found.empty()) return error;
    auto &given = give(type, {}, found);
    if (preference >= 0 && preference < OBSERVATION_NO_PREFERENCE)
      given.preference = uint16_t(preference);
    return SUCCESS;
  }

  // OpenINTEL

  error_code openintel(ondemand::object object) {
    std::string_view asked, type, owner, four, six, alias, exchanger, server, policy, primary;
    std::string_view tag, issuer;
    int64_t code = 65535, preference = OBSERVATION_NO_PREFERENCE, asn = OBSERVATION_NO_AS;
    auto error = members(object, [&](std::string_view key, ondemand::value value) -> error_code {
      switch (key.empty() ? 0 : key[0]) {
        case 'a': return key == "as" ? system(value, asn) : SUCCESS;
        case 'c':
          if (key == "caa_tag") return string(value, tag);
          if (key == "caa_value") return string(value, issuer);
          return key == "cname_name" ? string(value, alias) : SUCCESS;
        case 'i':
          if (key == "ip4_address") return string(value, four);
          return key == "ip6_address" ? string(value, six) : SUCCESS;
        case 'm':
          if (key == "mx_address") return string(value, exchanger);
          return key == "mx_preference" ? number(value, preference) : SUCCESS;
        case 'n': return key == "ns_address" ? string(value, server) : SUCCESS;
        case 'q':
          if (key == "query_type") return string(value, asked);
          return key == "query_name" ? string(value, record.name) : SUCCESS;
        case 'r':
          if (key == "response_type") return string(value, type);
          return key == "response_name" ? string(value, owner) : SUCCESS;
        case 's':
          if (key == "soa_mname") return string(value, primary);
          return key == "status_code" ? number(value, code) : SUCCESS;
        case 't':
          if (key == "timestamp") return time(value);
          return key == "txt_text" ? string(value, policy) : SUCCESS;
        default: return SUCCESS;
      }
    });
    if (error) return error;
    ask(answer_type_named(asked.data(), asked.size()), status(code));
    auto found = answer_type_named(type.data(), type.size());
    std::string_view value;
    switch (found) {
      case answer_a: value = four; break;
      case answer_aaaa: value = six; break;
      case answer_cname: value = alias; break;
      case answer_mx: value = exchanger; break;
      case answer_ns: value = server; break;
      case answer_txt:
      case answer_spf: value = policy; break;
      case answer_soa: value = primary; break;
      case answer_caa: value = isIssue(tag) ? issuer : std::string_view(); break;
      default: return SUCCESS;
    }
    if (value.empty()) return SUCCESS;
    auto &given = give(found, owner, value);
    if (preference >= 0 && preference < OBSERVATION_NO_PREFERENCE)
      given.preference = uint16_t(preference);
    if (asn > 0 && asn <= UINT32_MAX) given.asn = uint32_t(asn);
    return SUCCESS;
  }

  /// `64500`, `"64500"` or `"AS64500"`; several of them say nothing certain.
  error_code system(ondemand::value value, int64_t &target) {
    ondemand::json_type type;
    if (auto error = value.type().get(type)) return error;
    if (type != ondemand::json_type::string) return number(value, target);
    std::string_view view;
    if (auto error = value.get_string().get(view)) return wrongKind(error);
    if (view.size() > 2 && isNamed(view.substr(0, 2), "AS")) view.remove_prefix(2);
    int64_t found = 0;
    for (char digit : view) {
      if (digit < '0' || digit > '9' || found > UINT32_MAX) return SUCCESS;
      found = found * 10 + (digit - '0');
    }
    target = found;
    return SUCCESS;
  }
};

error_code parse(
    answer_parser &parser, answer_format format, padded_string_view json, size_t &offset) {
  ondemand::document document;
  if (auto error = parser.json.iterate(json).get(document)) return error;
  ondemand::object object;
  error_code error = document.get_object().get(object);
  if (!error) error = AnswerFiller(parser).fill(object, format);
  // A location after the last token does not exist; one that exists is where reading stopped.
  const char *location;
  if (document.current_location().get(location)) return error;
  offset = size_t(location - json.data());
  return error ? error : TRAILING_CONTENT;
}

/// Days from 1970-01-01 to a date of the Gregorian calendar (H. Hinnant, chrono-compatible
/// low-level date algorithms).
int64_t days(int64_t year, int64_t month, int64_t day) {
  year -= month <= 2;
  int64_t era = (year >= 0 ? year : year - 399) / 400;
  int64_t ofEra = year - era * 400;
  int64_t ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719468;
}

/// The number in `count` digits at a place; -1 when there are none.
int64_t digits(std::string_view text, size_t start, size_t count) {
  if (start + count > text.size()) return -1;
  int64_t number = 0;
  for (size_t i = start; i < start + count; i++) {
    if (text[i] < '0' || text[i] > '9') return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

}  // namespace

answer_parser *answer_parser_create(void) { return new (std::nothrow) answer_parser; }

void answer_parser_destroy(answer_parser *parser) { delete parser; }

const answer_record *answer_parse(
    answer_parser *parser, enum answer_format format, const char *json, size_t length) {
  return filledRecord(*parser, json, length, [&](padded_string_view view, size_t &offset) {
    return parse(*parser, format, view, offset);
  });
}

enum answer_type answer_type_named(const char *name, size_t length) {
  static constexpr std::pair<std::string_view, answer_type> types[] = {
      {"A", answer_a},       {"AAAA", answer_aaaa},     {"CNAME", answer_cname},
      {"MX", answer_mx},     {"NS", answer_ns},         {"TXT", answer_txt},
      {"SPF", answer_spf},   {"SOA", answer_soa},       {"MXLOOKUP", answer_mx},
      {"ALOOKUP", answer_a}, {"NSLOOKUP", answer_ns},   {"CAA", answer_caa},
  };
  for (auto &[known, type] : types)
    if (isNamed(known, {name, length})) return type;
  return answer_other;
}

int64_t answer_time(const char *text, size_t length) {
  std::string_view view(text, length);
  int64_t year = digits(view, 0, 4), month = digits(view, 5, 2), day = digits(view, 8, 2);
  if (year < 1970 || month < 1 || month > 12 || day < 1 || day > 31) return 0;
  int64_t seconds = days(year, month, day) * 86400;
  int64_t hour = digits(view, 11, 2), minute = digits(view, 14, 2);
  if (hour < 0 || minute < 0) return seconds;
  seconds += hour * 3600 + minute * 60;
  size_t sign = view.find_first_of("+-", 16);
  if (sign != std::string_view::npos) {
    int64_t hours = digits(view, sign + 1, 2);
    int64_t minutes = digits(view, sign + 4, 2);
    int64_t offset = (hours < 0 ? 0 : hours) * 3600 + (minutes < 0 ? 0 : minutes) * 60;
    seconds -= view[sign] == '+' ? offset : -offset;
  }
  return seconds;
}
