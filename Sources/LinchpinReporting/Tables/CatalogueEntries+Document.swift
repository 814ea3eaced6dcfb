import LinchpinCore

extension CatalogueEntries {
  func document(provider: Provider, _ context: ReportContext) -> Document {
    let words = context.words
    var document = Document()
    document.heading(
      words.capitalised(words.name(GroupLevel.provider)) + " " + provider.name.visible)
    var facts = [
      ("id", provider.id.visible),
      (
        words.name(GroupLevel.company),
        company(provider.company)?.name.visible ?? words.unknown
      ),
      (words.law, lawText(provider.company, words)),
    ]
    if provider.isGateway { facts.append((words.gateway, words.yes)) }
    if provider.isParking { facts.append((words.parking, words.yes)) }
    if !provider.dependsOn.isEmpty {
      facts.append((words.runsOn, provider.dependsOn.joined(separator: ", ").visible))
    }
    if !provider.nameServers.isEmpty {
      facts.append((words.nameServersOf, provider.nameServers.joined(separator: ", ").visible))
    }
    if !provider.note.isEmpty { facts.append((words.note, provider.note.visible)) }
    facts.append((words.source, citation(provider.citation, words)))
    document.facts(facts)
    if !provider.signatures.isEmpty {
      document.heading(words.recognisedBy, level: 3)
      document.table(
        [.text(words.kind, 20), .text(words.pattern, 48), .text(words.role, 22)],
        provider.signatures.map { signature in
          [signature.kind.rawValue, signature.value.visible, words.name(signature.role)]
        })
    }
    document.paragraph(words.lawNotice(law(of: provider.company), catalogue))
    return document
  }

  func document(company: Company, _ context: ReportContext) -> Document {
    let words = context.words
    var document = Document()
    document.heading(words.capitalised(words.name(GroupLevel.company)) + " " + company.name.visible)
    let law = law(of: company.id)
    let controlled = law.filter { $0 != company.seat }
    let providers = catalogue.providers.filter { $0.company == company.id }.map(\.name).sorted()
    var facts = [
      ("id", company.id.visible),
      (
        words.seat,
        company.seat.isEmpty ? words.unknown : words.lawName(company.seat, catalogue)
      ),
      (
        words.controlledFrom,
        controlled.isEmpty
          ? "–" : controlled.map { words.lawName($0, catalogue) }.joined(separator: ", ")
      ),
      (words.providersOf, providers.isEmpty ? "–" : providers.joined(separator: ", ").visible),
    ]
    if !company.note.isEmpty { facts.append((words.note, company.note.visible)) }
    facts.append((words.source, citation(company.citation, words)))
    document.facts(facts)
    let edges = edges(above: company)
    if !edges.isEmpty {
      document.heading(words.ownership, level: 3)
      document.list(
        edges.map { edge in
          let cells = self.edge(edge, words)
          return "\(cells[0]) \(cells[1]) \(cells[2]): \(cells[3]), \(cells[4]). \(cells[5])"
        })
    }
    document.paragraph(words.lawNotice(law, catalogue))
    return document
  }

  func document(jurisdiction: Jurisdiction, _ context: ReportContext) -> Document {
    let words = context.words
    var document = Document()
    document.heading(
      words.capitalised(words.name(GroupLevel.jurisdiction)) + " "
        + words.lawName(jurisdiction.code, catalogue))
    let unions = jurisdiction.memberOf.map { words.lawName($0, catalogue) }
    document.facts([
      ("id", jurisdiction.code.visible),
      (words.memberOf, unions.isEmpty ? "–" : unions.joined(separator: ", ")),
    ])
    document.heading(words.instruments, level: 3)
    if jurisdiction.instruments.isEmpty { document.paragraph(words.noInstruments) }
    document.list(
      jurisdiction.instruments.map { instrument in
        let standing = standing(instrument, words)
        let reference = instrument.reference.isEmpty ? "" : ", " + instrument.reference.visible
        return
          "\(instrument.name.visible)\(reference); \(words.valid) "
          + span(instrument.validFrom, instrument.validTo)
          + (standing.isEmpty ? "" : " (\(standing))")
          + "; \(words.binds) \(instrument.binds.visible); \(words.reaches) "
          + "\(instrument.reaches.visible). "
          + (instrument.note.isEmpty ? "" : instrument.note.visible + ". ")
          + citation(instrument.citation, words)
      })
    document.paragraph(words.lawNotice([jurisdiction.code], catalogue))
    return document
  }

  private func lawText(_ company: String?, _ words: Words) -> String {
    let codes = law(of: company)
    return codes.isEmpty
      ? words.unknown : codes.map { words.lawName($0, catalogue) }.joined(separator: ", ")
  }
}
