/// The widths a figure is laid out for, in CSS pixels; none is another one scaled.
public enum FigureWidth: Int, Sendable, Hashable, CaseIterable {
  case narrow = 360
  case medium = 700
  case wide = 960

  /// The white space left and right.
  var margin: Double { self == .narrow ? 16 : 28 }

  /// The width between the margins.
  public var content: Double { Double(rawValue) - 2 * margin }
}
