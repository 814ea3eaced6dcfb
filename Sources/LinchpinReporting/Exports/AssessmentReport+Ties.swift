import LinchpinCore

extension ServiceTies {
  func json(isSample: Bool) -> JSON {
    var pairs: [(String, JSON)] = [
      ("service", .string(service.rawValue)), ("unit", .string(unit.rawValue)),
    ]
    if let by { pairs.append(("by", by.json)) }
    return .object(
      pairs + [
        ("of", .integer(of)), ("weight", .number(weight)), ("unknown", .strings(unknown)),
        ("groups", .array(ties.map { json($0, isSample: isSample) })),
      ])
  }

  private func json(_ tie: Tie, isSample: Bool) -> JSON {
    .object([
      ("groupBy", .string(tie.level.rawValue)), ("group", .string(tie.group)),
      ("name", .string(tie.name)), ("routing", json(tie.routing, isSample)),
      ("inferred", json(tie.inferred, isSample)), ("trace", json(tie.trace, isSample)),
      ("most", json(tie.most, isSample)), ("inferredOnly", .strings(tie.inferredOnly)),
      ("traceOnly", .strings(tie.traceOnly)),
    ])
  }

  private func json(_ count: Tie.Count, _ isSample: Bool) -> JSON {
    var pairs: [(String, JSON)] = [
      ("number", .integer(count.number)), ("weight", .number(count.weight)),
      ("share", .optional(share(count))),
    ]
    if isSample, share(count) != nil, let interval = WilsonInterval(count.number, of: of) {
      pairs.append(("interval", interval.json))
    }
    return .object(pairs)
  }
}

extension WilsonInterval {
  var json: JSON {
    .object([
      ("low", .number(low)), ("high", .number(high)), ("confidence", .number(Self.confidence)),
    ])
  }
}

extension ProviderReach {
  var json: JSON {
    .object([
      ("role", .string(role.label)), ("groupBy", .string(level.rawValue)),
      ("group", .string(group)), ("name", .string(name)), ("unit", .string(unit.rawValue)),
      ("direct", .integer(direct)), ("concentration", .integer(concentration)),
      ("impact", .integer(impact)), ("blast", blast.map { .integer($0) } ?? .null),
    ])
  }
}
