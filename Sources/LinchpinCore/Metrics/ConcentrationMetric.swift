/// A number that says how concentrated a distribution is, with the words to print beside it.
public struct ConcentrationMetric: Sendable {
  /// The key of the machine formats.
  public let key: String
  public let title: String
  /// Unit and range, for the reader of a table.
  public let range: String
  let compute: @Sendable (Distribution) -> Double?

  /// The value, or nil where the metric is undefined (no groups, one group).
  public func value(_ distribution: Distribution) -> Double? {
    distribution.count == 0 ? nil : compute(distribution)
  }

  /// Every metric, in the order of tables: a new one is one file and one line here.
  public static let all: [ConcentrationMetric] = [
    .herfindahlHirschman, .concentrationRatio(1), .concentrationRatio(3), .concentrationRatio(4),
    .effectiveNumber, .effectiveEntropy, .entropy, .gini, .centralization,
  ]
}
