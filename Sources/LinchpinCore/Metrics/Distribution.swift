/// Sizes of firms or legal orders: what every concentration metric is computed from.
///
/// Sizes stand in ascending order, so that sums have one order whatever the input's.
public struct Distribution: Sendable {
  /// x_i, ascending, each positive.
  public let sizes: [Double]
  /// Σ x_i.
  public let total: Double

  public init(sizes: [Double]) {
    self.sizes = sizes.filter { $0 > 0 }.sorted()
    total = self.sizes.reduce(0, +)
  }

  /// n, the number of groups.
  public var count: Int { sizes.count }

  /// s_i = x_i / Σ x, ascending.
  public var shares: [Double] { sizes.map { $0 / total } }
}
