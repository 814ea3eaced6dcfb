/// The forms a result can be written in.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// For people at a terminal, within 100 columns, without escapes.
  case text
  /// One object, keys in the documented order.
  case json
  /// RFC 4180 with a header line.
  case csv
  /// The text report with headings and tables as CommonMark with pipe tables.
  case markdown
}
