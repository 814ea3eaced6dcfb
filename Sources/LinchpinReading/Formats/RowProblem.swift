import LinchpinCore

/// Why a row of a table of measurements cannot be used.
struct RowProblem {
  let code: Finding.Code
  let message: String
  let hint: String

  /// nil for a good row of `expected` fields.
  init?(_ row: DelimitedRows.Row, fields: Int, of expected: Int, in input: InputText) {
    if row.isUnclosed {
      code = .syntax
      message = "a quote is opened and never closed"
      hint = "close it, or write \"\" for a quote inside a field"
    } else if row.bytes.count > ObservationReader.longestLine {
      code = .tooLong
      message =
        "a row of \(row.bytes.count) bytes; the longest allowed is \(ObservationReader.longestLine)"
      hint = "write one record per row"
    } else if !TextEncoding.isUTF8(row.bytes) {
      code = .encoding
      message = "the row is not UTF-8"
      hint = "see the finding about the whole file; --encoding names what it is written in"
    } else if fields < expected, Self.isLast(row, in: input) {
      code = .truncated
      message = "the file ends in the middle of a row: \(fields) fields of \(expected)"
      hint = "fetch or export the file again"
    } else if fields != expected {
      // A field too few or too many means that values stand under the wrong names.
      code = .syntax
      message = "a row of \(fields) fields under a header of \(expected)"
      hint = "put fields with a delimiter in quotes, and leave a measured but empty cell empty"
    } else {
      return nil
    }
  }

  private static func isLast(_ row: DelimitedRows.Row, in input: InputText) -> Bool {
    guard let start = row.bytes.baseAddress, let text = input.bytes.baseAddress else {
      return false
    }
    return start + row.bytes.count == text + input.bytes.count
  }
}
