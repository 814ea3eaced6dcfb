import LinchpinCore

/// Where a reader is: the file by number for the builder, by path for findings.
struct InputPlace {
  let file: UInt16
  let path: String

  func at(_ line: UInt32) -> Provenance { Provenance(file: file, line: line) }
}

extension SnapshotBuilder {
  /// Says that a file holds nothing, where all of it was read and no record was good.
  mutating func findEmpty(_ place: InputPlace) {
    if hasRecords(in: place.file) { return }
    find(.error, .emptyFile, in: place, "no usable record", hint: "see the other findings")
  }

  mutating func find(
    _ severity: Finding.Severity, _ code: Finding.Code, in place: InputPlace, line: UInt32 = 0,
    column: Int = 0, _ message: String, hint: String = ""
  ) {
    report(
      Finding(
        severity, code, file: place.path, line: Int(line), column: column, message, hint: hint),
      in: place.file)
  }
}
