import Drawing
import LinchpinCore

/// The numbers of a figure as rows: kind, id, names, value, and the id of the mark in the picture.
struct FigureTable: Sendable {
  private struct Row {
    var kind: String
    var id: String
    /// The kind of mark, if the picture has one.
    var mark: String
    var from: String
    var to: String
    var number: Double
    var of: Int
    var note: String
  }

  private var rows: [Row] = []
  private var prefix: String

  init(_ prefix: String) { self.prefix = prefix }

  mutating func add(
    _ kind: String, id: String, mark: String = "", from: String, to: String = "", number: Double,
    of: Int, note: String = ""
  ) {
    rows.append(
      Row(
        kind: kind, id: id, mark: mark, from: from, to: to, number: number, of: of, note: note))
  }

  /// The same numbers for a figure whose ids start otherwise.
  func renamed(_ prefix: String) -> FigureTable {
    var copy = self
    copy.prefix = prefix
    return copy
  }

  /// The key of a mark, given by its key or by its id in the picture.
  func key(of id: String) -> String {
    rows.first { !$0.mark.isEmpty && self.id(of: $0) == id }?.id ?? id
  }

  /// Ids a note can be put at.
  var annotatable: [String] {
    Set(rows.filter { !$0.mark.isEmpty && $0.mark != "link" }.map(\.id)).sorted()
  }

  private func id(of row: Row) -> String {
    row.mark.isEmpty
      ? "" : SVGIdentifiers.identifier(prefix: prefix, row.mark, row.id)
  }

  /// - Parameter scenario: suppositions in force, which every row then states.
  func csv(scenario: [String]) -> String {
    var table = CSV(
      ["kind", "id", "from", "to", "number", "of", "share", "mark", "note"], scenario: scenario)
    for row in rows {
      let share =
        row.of < Share.smallestPopulation
        ? nil : Self.rounded(row.number / Double(row.of))
      table.append([
        .text(row.kind), .text(row.id), .text(row.from), .text(row.to),
        .number(Self.rounded(row.number)), .integer(row.of), .optional(share),
        .text(id(of: row)), .text(row.note),
      ])
    }
    return table.text
  }

  /// Six places are more than any picture shows.
  private static func rounded(_ value: Double) -> Double {
    (value * 1_000_000).rounded() / 1_000_000
  }
}
