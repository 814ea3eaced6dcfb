import LinchpinCore

extension AssessmentTables {
  /// The count by owners of networks, per type of record, with and without name servers.
  var profile: Document {
    var document = Document()
    guard let profile = assessment.networkProfile else { return document }
    document.heading(words.profileHeading)
    let codes = profile.rows.filter { $0.records == .all }.prefix(max(1, context.top))
      .map(\.jurisdiction)
    for code in codes {
      document.heading(words.lawName(code, study.catalogue), level: 3)
      document.table(
        [
          .text(words.recordsWord, 34), .number(words.units(.domain, 2)), .number(words.share),
          .number(words.byHostName), .number(words.unknown), .number(words.withRecords),
        ],
        profile.rows.filter { $0.jurisdiction == code }.map { row in
          [
            words.name(row.records), numbers.integer(row.number),
            row.share.map { numbers.percentage($0) } ?? "–", numbers.integer(row.byName),
            numbers.integer(row.unknown), numbers.integer(row.with),
          ]
        })
    }
    document.paragraph(words.profileNote)
    document.paragraph(words.lawNotice(codes.sorted(), study.catalogue))
    return document
  }
}

extension Words {
  var profileHeading: String {
    say("Profile nos-2026: owners of networks", "Profiel nos-2026: eigenaren van netwerken")
  }
  var recordsWord: String { say("records", "records") }
  var byHostName: String { say("by name alone", "alleen op naam") }
  var withRecords: String { say("with such records", "met zulke records") }
  var profileNote: String {
    say(
      "Reconstructed from the study's description, not its code: a domain counts once when any of "
        + "the records leads to a network whose owner is established in, or controlled from, the "
        + "country. By name alone: no network was known, so the host's name decided.",
      "Nagemaakt naar de beschrijving van het onderzoek, niet naar zijn programma: een domein telt "
        + "één keer als een van de records leidt naar een netwerk waarvan de eigenaar in het land "
        + "gevestigd is of van daaruit gecontroleerd wordt. Alleen op naam: er was geen netwerk "
        + "bekend, dus besliste de naam van de host.")
  }

  func name(_ records: NetworkProfile.Records) -> String {
    switch records {
    case .address: say("address of the name (A, AAAA)", "adres van de naam (A, AAAA)")
    case .mailExchangers: say("mail exchangers (MX)", "mailservers (MX)")
    case .nameServers: say("name servers (NS)", "nameservers (NS)")
    case .withoutNameServers: say("any, without NS", "een ervan, zonder NS")
    case .all: say("any, with NS", "een ervan, met NS")
    }
  }
}
