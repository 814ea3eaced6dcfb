import LinchpinCore

/// Reads the dataset of Italian public bodies: one row per body, with its mail exchangers, the names
/// its SPF policy includes, and somebody's verdict on its provider.
struct ItalianPublicBodiesReader {
  let input: InputText
  let place: InputPlace

  /// What is said of the mailbox, and of the gateway before it.
  func readClaims(into list: inout ClaimList) {
    let table = Table(input, place: place)
    let header = table.header
    guard let domain = header.place("domain_used"), let provider = header.place("provider_raw")
    else {
      return table.reportMissing("provider_raw", like: "provider_raw", &list.builder)
    }
    let id = header.place("codice_ipa")
    let gateway = header.place("gateway")
    let reason = header.place("classification_reason")
    var rows: [DelimitedText.Row] = []
    table.forEach(long: reason, &list.builder) { row, _ in
      rows.append(row)
      return true
    }
    for row in rows where !row.field(provider).isEmpty {
      let isGood = list.add(
        row.field(provider), as: .mailbox, domain: row.field(domain), organisation: row.field(id),
        reason: row.field(reason), in: place, line: row.line)
      if isGood, !row.field(gateway).isEmpty {
        list.add(
          row.field(gateway), as: .mailExchange, domain: row.field(domain),
          organisation: row.field(id), reason: row.field(reason), in: place, line: row.line)
      }
    }
  }
}
