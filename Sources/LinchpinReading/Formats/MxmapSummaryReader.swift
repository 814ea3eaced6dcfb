import Foundation
import LinchpinCore

/// Reads mxmap's published classification: `{"municipalities": {id: {…}}}`, or a list of the same
/// objects.
///
/// As an input it lists municipalities and their domains; what it says of providers is a claim, and
/// only a comparison reads it.
struct MxmapSummaryReader {
  let input: InputText
  let place: InputPlace

  private struct Entry: Decodable {
    var bfs: String?
    var id: String?
    var name: String?
    var country: String?
    var canton: String?
    var region: String?
    var domain: String?
    var provider: String?
    var gateway: String?
    var reason: String?
    var isp_name: String?

    var key: String { bfs ?? id ?? "" }
  }

  /// The listed municipalities, as organisations.
  func read(into builder: inout SnapshotBuilder) {
    var records = 0
    forEach(&builder) { entry, line, builder in
      let domain = entry.domain ?? ""
      builder.list(
        Organisation(
          id: entry.key, name: entry.name ?? "", sector: "municipality",
          country: CountryCode.canonical(entry.country ?? "") ?? "",
          region: entry.canton ?? entry.region ?? ""),
        domains: domain.isEmpty ? [] : [domain], at: place.at(line))
      records += 1
    }
    finish(records, &builder)
    if records > 0 {
      builder.find(
        .note, .claimsLeftOut, in: place,
        "its providers are somebody's verdict: only the municipalities and domains are used",
        hint: "compare with them: linchpin bindings … --compare-claims \(place.path)")
    }
  }

  /// What is said of the mailbox, and of the gateway before it.
  func readClaims(into list: inout ClaimList) {
    var records = 0
    var found: [(entry: Entry, line: UInt32)] = []
    forEach(&list.builder) { entry, line, builder in
      guard let domain = entry.domain, !domain.isEmpty, entry.provider != nil else {
        builder.find(
          .note, .ignoredValue, in: place, line: line,
          "\(Finding.quoted(entry.name ?? entry.key)) has no domain or no provider",
          hint: "nothing is claimed of it")
        return
      }
      found.append((entry, line))
      records += 1
    }
    finish(records, &list.builder)
    for (entry, line) in found {
      guard let domain = entry.domain, let provider = entry.provider else { continue }
      let reason = entry.reason ?? entry.isp_name ?? ""
      let isGood = list.add(
        provider, as: .mailbox, domain: domain, organisation: entry.key, reason: reason, in: place,
        line: line)
      if isGood, let gateway = entry.gateway, !gateway.isEmpty {
        list.add(
          gateway, as: .mailExchange, domain: domain, organisation: entry.key, reason: reason,
          in: place, line: line)
      }
    }
  }

  private func finish(_ records: Int, _ builder: inout SnapshotBuilder) {
    builder.count(records: records, in: place.file)
    if records == 0 {
      builder.find(
        .error, .emptyFile, in: place, "no usable entry", hint: "see the other findings")
    }
  }

  // MARK: Entries

  private func forEach(
    _ builder: inout SnapshotBuilder, _ body: (Entry, UInt32, inout SnapshotBuilder) -> Void
  ) {
    let decoder = JSONDecoder()
    for outer in JSONSplitter(input.bytes) {
      if outer.isNamed(Self.container), !isElement(outer) {
        for inner in JSONSplitter(within: outer) { decode(inner, decoder, &builder, body) }
      } else if outer.key.isEmpty || outer.isNamed(Self.container) {
        decode(outer, decoder, &builder, body)
      }
    }
  }

  private static let container: StaticString = "municipalities"

  /// Whether the entry stands in a list, so that a key before it is the list's.
  private func isElement(_ entry: JSONSplitter.Entry) -> Bool {
    let before = input.bytes[..<entry.start].last { !InputText.isSpace($0) }
    return before == UInt8(ascii: "[")
  }

  private func decode(
    _ entry: JSONSplitter.Entry, _ decoder: JSONDecoder, _ builder: inout SnapshotBuilder,
    _ body: (Entry, UInt32, inout SnapshotBuilder) -> Void
  ) {
    if !entry.isComplete {
      builder.find(
        .error, .truncated, in: place, line: entry.line,
        "the file ends in the middle of an entry", hint: "fetch the file again")
    } else if let decoded = try? decoder.decode(Entry.self, from: Data(entry.object)),
      !decoded.key.isEmpty
    {
      body(decoded, entry.line, &builder)
    } else {
      builder.find(
        .error, .syntax, in: place, line: entry.line,
        "an entry without the text bfs (or id), or with a value of another kind",
        hint: "every entry needs bfs, name, domain and provider")
    }
  }
}
