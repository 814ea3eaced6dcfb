/// One input file, as outputs name it.
public struct SourceFile: Sendable, Equatable {
  public var path: String
  public var format: String
  /// Lower-case hexadecimal, empty when nobody asked for it.
  public var sha256: String
  /// Good records read.
  public var records: Int
  public var findings: Int

  public init(
    path: String, format: String, sha256: String = "", records: Int = 0, findings: Int = 0
  ) {
    self.path = path
    self.format = format
    self.sha256 = sha256
    self.records = records
    self.findings = findings
  }
}

/// Where a record stands: every number leads back to one of these.
public struct Provenance: Hashable, Sendable {
  /// Index into the snapshot's files.
  public var file: UInt16
  /// 1-based; for a file that is one JSON object, the line its entry stands on, else its ordinal.
  public var line: UInt32

  public init(file: UInt16, line: UInt32) {
    self.file = file
    self.line = line
  }
}
