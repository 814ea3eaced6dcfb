/// How concentrated one role is, by firm or by law.
public struct Concentration: Sendable, Equatable {
  public var role: Role
  public var level: GroupLevel
  public var unit: Unit
  public var count: Count
  public var by: Cut?
  /// Groups of positive size.
  public var n: Int
  /// Units counted, whole or in part.
  public var known: Double
  /// Units, whole or in part, whose group is not known: excluded from every metric.
  public var unknown: Double
  /// By metric key; nil where undefined.
  public var values: [String: Double]
  public var insularity: Double?

  /// - Parameter tally: the groups, counted as concentration counts them.
  static func measure(
    _ attribution: Attribution, _ view: RoleView, grouping: Grouping, law: Grouping,
    tally: Tally, options: AssessmentOptions, by cut: Cut?
  ) -> Concentration? {
    if tally.units == 0 { return nil }
    let distribution = Distribution(sizes: tally.sizes.map(\.size))
    var values: [String: Double] = [:]
    for metric in ConcentrationMetric.all { values[metric.key] = metric.value(distribution) }
    let insularity = Insularity(attribution, view, law: law, tier: options.tier)
    return Concentration(
      role: view.role, level: grouping.level, unit: options.unit, count: options.concentrationCount,
      by: cut, n: distribution.count, known: distribution.total, unknown: tally.unknown,
      values: values, insularity: insularity.value)
  }
}
