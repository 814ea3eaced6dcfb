import CSimdJSON
import LinchpinCore

/// Reads a CSV table of observations: the keys of the JSON Lines as columns, one row per domain.
///
/// A column that is missing was not measured, an empty cell is an answer: none. Rows become the
/// records that lines of JSON become, so that both forms give the same answers.
struct ObservationTableReader {
  let input: InputText
  let place: InputPlace
  /// Stands for every row's own date when given.
  let measuredOn: CalendarDate?

  func read(into builder: inout SnapshotBuilder) {
    if read(0..<input.bytes.count, into: &builder) != nil { builder.findEmpty(place) }
  }

  /// Reads the rows that start in a range, which starts with a line; the header is that of the file.
  /// - Returns: how many lines there are, and whether each is a row of its own: then, and only
  ///   then, can the table be read range by range; nil for a table without domains.
  func read(
    _ range: Range<Int>, into builder: inout SnapshotBuilder
  ) -> (lines: Int, areRows: Bool)? {
    var rows = DelimitedRows(input.bytes)
    guard rows.next() != nil else { return nil }
    let header = TableHeader(
      rows.fields.map { String(decoding: ObservationColumns.trimmed($0), as: UTF8.self) })
    guard let columns = ObservationColumns(header) else {
      builder.find(
        .error, .missingColumn, in: place, line: 1, "no column domain",
        hint: "name the column of the domains domain")
      return nil
    }
    rows.restrict(to: range)
    var areRows = true
    var writer = ObservationWriter(place: place, measuredOn: measuredOn)
    var values: ContiguousArray<observation_value> = []
    var passed = PassedBytes(input.progress)
    while let row = rows.next() {
      passed.add(row.bytes.count + 1)
      if row.isUnclosed || rows.line > row.line + 1 { areRows = false }
      if row.bytes.allSatisfy({ InputText.isSpace($0) }) { continue }
      if let problem = RowProblem(row, fields: rows.fields.count, of: columns.count, in: input) {
        builder.find(
          .error, problem.code, in: place, line: row.line, problem.message, hint: problem.hint)
        continue
      }
      let domain = ObservationColumns.trimmed(rows.fields[columns.domain])
      if domain.isEmpty {
        builder.find(
          .error, .syntax, in: place, line: row.line, "a row without a domain",
          hint: "every row needs a name such as example.org under domain")
        continue
      }
      var record = columns.record(of: rows.fields, values: &values)
      record.value_count = values.count
      values.withUnsafeBufferPointer {
        record.values = $0.baseAddress
        writer.write(record, domain: domain, line: row.line, into: &builder)
      }
    }
    writer.finish(&builder)
    return (Int(rows.line) - 1, areRows)
  }
}
