import LinchpinCore

/// The header of a delimited text: finds columns by name, however they are capitalised.
struct TableHeader {
  /// As the file writes them.
  let columns: [String]
  private let places: [String: Int]

  init(_ columns: [String]) {
    self.columns = columns
    places = Dictionary(
      columns.enumerated().map { (Self.plain($1), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The first of several names that the header has.
  func place(_ names: String...) -> Int? {
    names.lazy.compactMap { places[Self.plain($0)] }.first
  }

  func has(_ names: String...) -> Bool { names.allSatisfy { places[Self.plain($0)] != nil } }

  /// `Shared service of`, `shared_service_of` and `sharedServiceOf` are one name.
  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension DelimitedText.Row {
  /// The field in a column; empty where the row is short or the file has no such column.
  func field(_ place: Int?) -> String {
    guard let place, place < fields.count else { return "" }
    return fields[place]
  }
}

/// Goes through the rows of a table, reporting those that cannot be used.
struct Table {
  let place: InputPlace
  let header: TableHeader
  private let text: DelimitedText

  /// Names and attributes longer than this are no names; domains may be many.
  private static let longestField = 1_024

  init(_ input: InputText, place: InputPlace) {
    self.place = place
    var text = DelimitedText(input.bytes)
    header = TableHeader(text.next()?.fields ?? [])
    self.text = text
  }

  /// Calls `body` with every usable row; it returns whether the row was good.
  func forEach(
    long: Int? = nil, _ builder: inout SnapshotBuilder,
    _ body: (DelimitedText.Row, inout SnapshotBuilder) -> Bool
  ) {
    var rows = 0
    var good = 0
    for row in text where !row.isBlank || !row.isUTF8 {
      rows += 1
      if isUsable(row, long: long, &builder), body(row, &builder) { good += 1 }
    }
    builder.count(records: good, in: place.file)
    if rows == 0 {
      builder.find(
        .error, .emptyFile, in: place, "the file has a header and nothing below it",
        hint: "export it again with its rows")
    }
  }

  /// Reports a column that is not there, with what is.
  func reportMissing(_ column: String, like candidates: String, _ builder: inout SnapshotBuilder) {
    let found = header.columns.prefix(20).map { Finding.quoted($0) }.joined(separator: ", ")
    builder.find(
      .error, .missingColumn, in: place, line: 1,
      "no column \(column); the columns are \(found.isEmpty ? "none" : found)",
      hint: "name one of them \(candidates)")
  }

  private func isUsable(
    _ row: DelimitedText.Row, long: Int?, _ builder: inout SnapshotBuilder
  ) -> Bool {
    if !row.isUTF8 {
      builder.find(
        .error, .encoding, in: place, line: row.line, "the row is not UTF-8",
        hint: "see the finding about the whole file; --encoding names what it is written in")
      return false
    }
    if row.isUnclosed {
      builder.find(
        .error, .syntax, in: place, line: row.line, "a quote is opened and never closed",
        hint: "close it, or write \"\" for a quote inside a field")
      return false
    }
    for (index, field) in row.fields.enumerated()
    where index != long && field.utf8.count > Self.longestField {
      builder.find(
        .error, .tooLong, in: place, line: row.line,
        "a field of \(field.utf8.count) bytes; the longest allowed is \(Self.longestField)",
        hint: "check the quotes of the row")
      return false
    }
    return true
  }
}
