/// Why a picture could not be drawn.
public enum DrawingError: Error, Sendable, Hashable {
  case empty
  case duplicateKey(String)
  case unknownKey(String)
  /// A negative or infinite value, or none at all.
  case badValue(key: String)
  /// A link that does not lead to the next column, or for boxes to a later one.
  case badLink(from: String, to: String)
  case badColumn(key: String)
  /// The columns do not fit the width; take fewer.
  case tooNarrow(needed: Double, available: Double)
  /// Fewer than five characters.
  case titleTooShort
  /// Fewer than eighty characters.
  case descriptionTooShort
  /// More than 150 kB.
  case tooLarge(bytes: Int)
  /// Graphviz gave no layout of a graph, here in the DOT language.
  case graphviz(GraphvizError, dot: String)
}
