import LinchpinCore

/// Reads the delegations and glue of a zone from its master file (RFC 1035, 5).
///
/// The owner of the SOA record is the zone; its own name servers and addresses are no delegation.
/// Records other than SOA, NS, A and AAAA are passed over.
struct ZoneReader {
  let input: InputText
  let place: InputPlace
  let measuredOn: CalendarDate?

  func read(into builder: inout SnapshotBuilder) {
    var scanner = ZoneScanner(input.bytes)
    var parser = ZoneRecordParser()
    var delegations = ZoneDelegations(place: place)
    while let entry = scanner.next() {
      do throws(ZoneProblem) {
        if let problem = entry.problem {
          throw ZoneProblem(problem, hint: "correct the line; the lines after it are read")
        }
        guard let kind = try parser.parse(scanner, entry) else { continue }
        delegations.take(
          kind, owner: parser.owner, value: parser.value, line: entry.line, &builder)
      } catch {
        builder.find(
          .error, .syntax, in: place, line: entry.line,
          "\(text(of: entry, scanner)): \(error.message)",
          hint: error.hint)
      }
    }
    delegations.finish(origin: parser.origin, &builder)
    if measuredOn == nil, let date = exportDate() ?? delegations.serialDate {
      builder.measured(on: date)
    }
  }

  /// The start of an entry, for findings.
  private func text(of entry: ZoneScanner.Entry, _ scanner: ZoneScanner) -> String {
    guard let first = scanner.words.first else { return "the line" }
    let text = input.bytes[first.start...].prefix(60).prefix { $0 != 0x0A && $0 != 0x0D }
    return Finding.quoted(String(decoding: text, as: UTF8.self))
  }

  /// The day in a comment such as `;; Exported:   2026-06-30 08:18:38`.
  private func exportDate() -> CalendarDate? {
    for (line, number, _) in Lines(input.bytes) {
      guard number <= 50, line.isEmpty || line.first == UInt8(ascii: ";") else { return nil }
      let words = String(decoding: line.prefix(200), as: UTF8.self).split {
        $0 == " " || $0 == "\t"
      }
      if let mark = words.firstIndex(of: "Exported:"), mark + 1 < words.count {
        return CalendarDate(String(words[mark + 1]))
      }
    }
    return nil
  }
}

/// Why an entry of a zone is no record.
struct ZoneProblem: Error {
  let message: String
  let hint: String

  init(_ message: String, hint: String) {
    self.message = message
    self.hint = hint
  }
}
