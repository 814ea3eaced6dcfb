/// The Wilson score interval of a share, for a sample alone: a list of all bodies has none.
///
/// Source: E. B. Wilson, “Probable Inference, the Law of Succession, and Statistical Inference”,
/// Journal of the American Statistical Association 22 (1927) 209–212.
public struct WilsonInterval: Sendable, Equatable {
  /// 0–1.
  public var low: Double
  public var high: Double

  /// 95 %, two-sided.
  public static let confidence = 0.95
  private static let z = 1.959_963_984_540_054

  /// - Parameters:
  ///   - number: units with the property, 0…of.
  ///   - of: units of the sample, drawn alike and independently; nil results for none.
  public init?(_ number: Int, of total: Int) {
    guard total > 0, (0...total).contains(number) else { return nil }
    let n = Double(total)
    let p = Double(number) / n
    let square = Self.z * Self.z
    let centre = (p + square / (2 * n)) / (1 + square / n)
    let half = Self.z / (1 + square / n) * (p * (1 - p) / n + square / (4 * n * n)).squareRoot()
    low = number == 0 ? 0 : max(0, centre - half)
    high = number == total ? 1 : min(1, centre + half)
  }
}

extension Share {
  /// The interval of a share counted one by one in a sample; nil for parts and weights, whose
  /// spread this formula does not know, and below 30 units.
  public var interval: WilsonInterval? {
    guard count == .any, share != nil else { return nil }
    return WilsonInterval(Int(number), of: of)
  }
}
