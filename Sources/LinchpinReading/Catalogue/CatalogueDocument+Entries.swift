import LinchpinCore
import Yams

/// The entries of a catalogue file.
extension CatalogueDocument {
  /// A provider, and whether it only adds to the one of its id.
  func provider(_ node: YAMLNode) throws(CatalogueError) -> (Provider, isExtension: Bool) {
    let entry = try CatalogueEntry(
      node, "a provider",
      keys: [
        "id", "extend", "name", "alsoCalled", "company", "gateway", "parking", "dependsOn",
        "nameServers", "signatures", "note", "source", "checkedOn",
      ], file: name)
    let id = try entry.requiredText("id")
    let citation = try entry.citation()
    var signatures: [Signature] = []
    for node in try entry.nodes("signatures") {
      signatures.append(try signature(node, provider: citation))
    }
    let isExtension = try entry.flag("extend")
    let provider = Provider(
      id: id, name: try entry.text("name") ?? (isExtension ? "" : id),
      alsoCalled: try entry.texts("alsoCalled"),
      company: try entry.text("company"), isGateway: try entry.flag("gateway"),
      isParking: try entry.flag("parking"),
      dependsOn: try entry.texts("dependsOn"),
      nameServers: try entry.texts("nameServers"), signatures: signatures,
      note: try entry.text("note") ?? "", citation: citation)
    return (provider, isExtension)
  }

  /// A signature without a source of its own stands on its provider's.
  private func signature(
    _ node: YAMLNode, provider: Citation
  ) throws(CatalogueError) -> Signature {
    let entry = try CatalogueEntry(
      node, "a signature",
      keys: ["type", "value", "role", "kind", "source", "checkedOn", "note"], file: name)
    guard let kind = try entry.choice("type", Signature.Kind.allCases, word: \.rawValue) else {
      throw entry.error(at: "type", "a signature without type", hint: "add type")
    }
    var citation = try entry.citation()
    if citation.source.isEmpty { citation.source = provider.source }
    if citation.checkedOn == nil { citation.checkedOn = provider.checkedOn }
    return Signature(
      kind, try value(of: kind, entry),
      role: try entry.choice("role", Role.allCases, word: \.label),
      networkKind: try entry.choice(
        "kind", [Signature.NetworkKind.hosting, .access], word: \.rawValue),
      citation: citation)
  }

  /// Values must have the spelling that records have, or they would never match.
  private func value(
    of kind: Signature.Kind, _ entry: CatalogueEntry
  ) throws(CatalogueError) -> String {
    let value = try entry.requiredText("value")
    if kind == .network {
      guard value.hasPrefix("AS"), let number = UInt32(value.dropFirst(2)), number > 0 else {
        throw entry.error(
          at: "value", "\(Finding.quoted(value)) is no AS number", hint: "write AS8075")
      }
      return "AS\(number)"
    }
    guard kind.isName else { return value }
    let sample = value.replacing("#", with: "0")
    do throws(DomainNameProblem) {
      let name = try DomainName(sample).description
      return value.contains("#") ? value.lowercased() : name
    } catch {
      throw entry.error(
        at: "value", "\(Finding.quoted(value)): \(error.message)", hint: error.hint)
    }
  }

  func company(_ node: YAMLNode) throws(CatalogueError) -> (Company, isExtension: Bool) {
    let entry = try CatalogueEntry(
      node, "a company", keys: ["id", "extend", "name", "seat", "note", "source", "checkedOn"],
      file: name)
    let id = try entry.requiredText("id")
    let isExtension = try entry.flag("extend")
    let company = Company(
      id: id, name: try entry.text("name") ?? (isExtension ? "" : id),
      seat: try entry.text("seat") ?? "", note: try entry.text("note") ?? "",
      citation: try entry.citation())
    return (company, isExtension)
  }

  func ownership(_ node: YAMLNode) throws(CatalogueError) -> Ownership {
    let entry = try CatalogueEntry(
      node, "an ownership",
      keys: [
        "owner", "owned", "kind", "share", "status", "validFrom", "validTo", "note", "source",
        "checkedOn",
      ], file: name)
    guard let kind = try entry.choice("kind", Ownership.Kind.allCases, word: \.rawValue) else {
      throw entry.error(at: "kind", "an ownership without kind", hint: "add kind")
    }
    guard let status = try entry.choice("status", Ownership.Status.allCases, word: \.rawValue)
    else { throw entry.error(at: "status", "an ownership without status", hint: "add status") }
    return Ownership(
      owner: try entry.requiredText("owner"), owned: try entry.requiredText("owned"), kind: kind,
      share: try share(entry), status: status, validFrom: try entry.date("validFrom"),
      validTo: try entry.date("validTo"), note: try entry.text("note") ?? "",
      citation: try entry.citation())
  }

  private func share(_ entry: CatalogueEntry) throws(CatalogueError) -> Double? {
    guard let text = try entry.text("share") else { return nil }
    guard let share = Double(text), (0...100).contains(share) else {
      throw entry.error(
        at: "share", "\(Finding.quoted(text)) is no percentage", hint: "write 0 to 100")
    }
    return share
  }

  func jurisdiction(_ node: YAMLNode) throws(CatalogueError) -> (Jurisdiction, isExtension: Bool) {
    let entry = try CatalogueEntry(
      node, "a jurisdiction",
      keys: ["code", "extend", "name", "adjective", "memberOf", "note", "instruments"],
      file: name)
    var instruments: [Instrument] = []
    for node in try entry.nodes("instruments") { instruments.append(try instrument(node)) }
    let jurisdiction = Jurisdiction(
      code: try entry.requiredText("code"), names: try languages("name", of: entry),
      adjectives: try languages("adjective", of: entry), memberOf: try entry.texts("memberOf"),
      instruments: instruments)
    return (jurisdiction, try entry.flag("extend"))
  }

  private func languages(
    _ key: String, of entry: CatalogueEntry
  ) throws(CatalogueError) -> [String: String] {
    guard let node = entry.node(key) else { return [:] }
    let words = try CatalogueEntry(node, "a \(key)", keys: ["en", "nl"], file: name)
    var result: [String: String] = [:]
    for language in ["en", "nl"] { result[language] = try words.text(language) }
    return result
  }

  private func instrument(_ node: YAMLNode) throws(CatalogueError) -> Instrument {
    let entry = try CatalogueEntry(
      node, "an instrument",
      keys: [
        "id", "name", "citation", "kind", "binds", "reaches", "validFrom", "validTo", "uncertain",
        "note", "source", "checkedOn",
      ], file: name)
    guard let kind = try entry.choice("kind", Instrument.Kind.allCases, word: \.rawValue) else {
      throw entry.error(at: "kind", "an instrument without kind", hint: "add kind")
    }
    return Instrument(
      id: try entry.requiredText("id"), name: try entry.requiredText("name"),
      reference: try entry.text("citation") ?? "", kind: kind,
      binds: try entry.text("binds") ?? "", reaches: try entry.text("reaches") ?? "",
      validFrom: try entry.date("validFrom"), validTo: try entry.date("validTo"),
      isUncertain: try entry.flag("uncertain"), note: try entry.text("note") ?? "",
      citation: try entry.citation())
  }
}
