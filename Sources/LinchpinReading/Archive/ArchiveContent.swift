import LinchpinCore

/// What a snapshot's hash is taken of, in one order for the writer and the reader.
extension ContentHash {
  func addHead(zone: String?, from: String, to: String) {
    add(zone ?? "")
    add(from)
    add(to)
  }

  func add(_ file: SourceFile) {
    add(file.path)
    add(file.format)
    add(file.sha256)
    add(file.records)
  }

  func add(_ organisation: Organisation) {
    for text in [
      organisation.id, organisation.name, organisation.sector, organisation.country,
      organisation.region, organisation.sharedServiceOf,
    ] {
      add(text)
    }
    add(Int(bitPattern: UInt(organisation.weight.bitPattern)))
  }

  func add(_ finding: Finding, file: Int) {
    add(file)
    for text in [finding.severity.rawValue, finding.code.rawValue, finding.message, finding.hint] {
      add(text)
    }
    add(finding.line)
    add(finding.column)
  }

  func addMeasurement(domain: Bytes, file: Int, line: Int) {
    add(domain)
    add(file << 32 | line)
  }

  func addAnswer(_ question: Question, _ status: AnswerStatus, _ facts: Bytes) {
    add(Int(question.rawValue) << 8 | Int(status.rawValue))
    add(facts)
  }
}

extension Finding.Code {
  /// Whether joining lists and measurements brings the finding about again.
  var isOfJoining: Bool {
    switch self {
    case .unlistedDomain, .notMeasured, .undelegated, .matchedByRegistrableDomain, .aliasLoop: true
    default: false
    }
  }
}
