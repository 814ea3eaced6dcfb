/// Type sizes in CSS pixels; none below twelve.
public struct TypeScale: Sendable, Hashable {
  public let headline: Double
  public let subtitle: Double
  public let label: Double
  public let detail: Double
  public let foot: Double
  /// Distance between the baselines of labels.
  public let leading: Double

  public init(_ width: FigureWidth) {
    headline = width == .wide ? 25 : width == .medium ? 22 : 20
    subtitle = width == .narrow ? 14 : 15
    label = width == .wide ? 14 : 13
    detail = width == .wide ? 13 : 12.5
    foot = 12
    leading = width == .wide ? 18 : 17
  }
}
