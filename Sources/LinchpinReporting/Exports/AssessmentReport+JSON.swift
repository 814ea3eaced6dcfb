import LinchpinCore

extension AssessmentReport {
  static func json(_ assessment: Assessment, _ context: ReportContext) -> JSON {
    let profile: [(String, JSON)] = assessment.networkProfile.map { [("profile", $0.json)] } ?? []
    return .object(
      Study(assessment).head("assess", context) + profile + [
        ("coverage", .array(assessment.coverage.map(\.json))),
        ("shares", .array(assessment.shares.map { $0.json(assessment.options) })),
        (
          "ranges",
          .array(assessment.ties.map { $0.json(isSample: assessment.options.isSample) })
        ),
        ("concentration", .array(assessment.concentration.map(\.json))),
        ("redundancy", .array(assessment.redundancy.map(\.json))),
        ("reach", .array(assessment.reach.map(\.json))),
        ("exposure", .array(assessment.exposure.map(\.json))),
      ] + (assessment.failure.map { [("failure", $0.outcomeJSON)] } ?? []))
  }
}

extension Coverage {
  fileprivate var json: JSON {
    .object(
      [("role", .string(role.label))]
        + BindingStatus.allCases.map { ($0.label, .integer(self[$0])) })
  }
}

extension Share {
  fileprivate func json(_ options: AssessmentOptions) -> JSON {
    var pairs: [(String, JSON)] = [
      ("role", .string(role.label)), ("groupBy", .string(level.rawValue)),
      ("group", .string(group)), ("name", .string(name)), ("tier", .string(tier.label)),
      ("count", .string(count.rawValue)), ("unit", .string(unit.rawValue)),
    ]
    if let by { pairs.append(("by", by.json)) }
    pairs += [
      ("number", .number(number)), ("weight", .number(weight)), ("of", .integer(of)),
      ("share", .optional(share)), ("least", .integer(least)), ("most", .integer(most)),
    ]
    if options.isSample, let interval { pairs.append(("interval", interval.json)) }
    return .object(pairs)
  }
}

extension Concentration {
  fileprivate var json: JSON {
    var pairs: [(String, JSON)] = [
      ("role", .string(role.label)), ("groupBy", .string(level.rawValue)),
      ("unit", .string(unit.rawValue)), ("count", .string(count.rawValue)),
    ]
    if let by { pairs.append(("by", by.json)) }
    pairs += [("n", .integer(n)), ("unknown", .number(unknown))]
    pairs += ConcentrationMetric.all.map { ($0.key, .optional(values[$0.key])) }
    return .object(pairs + [("insularity", .optional(insularity))])
  }
}

extension Redundancy {
  fileprivate var json: JSON {
    var pairs: [(String, JSON)] = [
      ("role", .string(role.label)), ("groupBy", .string(level.rawValue)),
      ("unit", .string(unit.rawValue)),
    ]
    if let by { pairs.append(("by", by.json)) }
    return .object(
      pairs + [
        ("one", .integer(one)), ("several", .integer(several)), ("unknown", .integer(unknown)),
        ("absent", .integer(absent)), ("of", .integer(of)), ("share", .optional(share)),
      ])
  }
}

extension Exposure {
  fileprivate var json: JSON {
    var pairs: [(String, JSON)] = [("jurisdiction", .string(jurisdiction))]
    switch answer {
    case .disclosure: pairs.append(("question", .string("disclosure")))
    case .cutoff(_, let scope):
      pairs += [("question", .string("cutoff")), ("scope", .string(scope.rawValue))]
    }
    pairs.append(("unit", .string(unit.rawValue)))
    if let by { pairs.append(("by", by.json)) }
    pairs += answer.counts.map { ($0.key, .integer($0.number)) }
    if case .disclosure(let found) = answer, !found.holdings.isEmpty {
      pairs.append(("holdings", .array(found.holdings.map(\.json))))
    }
    return .object(pairs)
  }
}

extension Exposure.Holding {
  fileprivate var json: JSON {
    .object([
      ("dataClass", .string(dataClass.rawValue)), ("held", .integer(held)),
      ("none", .integer(none)), ("unknown", .integer(unknown)),
    ])
  }
}

extension Exposure.Answer {
  /// The scale of the question with its counts, `unknown` always among them.
  var counts: [(key: String, number: Int)] {
    switch self {
    case .disclosure(let answer):
      [
        ("none", answer.none), ("metadata", answer.metadata), ("some", answer.some),
        ("all", answer.all), ("unknown", answer.unknown),
      ]
    case .cutoff(let answer, _):
      [
        ("unaffected", answer.unaffected), ("degraded", answer.degraded), ("lost", answer.lost),
        ("allLost", answer.allLost), ("unknown", answer.unknown),
      ]
    }
  }
}
