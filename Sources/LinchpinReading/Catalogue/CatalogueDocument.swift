import LinchpinCore
import Yams

/// Reads one YAML file of a catalogue.
///
/// The tree is read by hand rather than decoded: every mistake names its file, line and key, and
/// no scalar is guessed to be a number or a date.
struct CatalogueDocument {
  let input: InputText
  /// As errors and citations name the file.
  let name: String

  static let schema = "linchpin.catalogue/1"

  func read() throws(CatalogueError) -> CatalogueOverlay {
    guard let root = try compose() else {
      throw CatalogueEntry.error(nil, name, "no catalogue in it", hint: "start it with schema:")
    }
    let top = try CatalogueEntry(
      root, "a catalogue",
      keys: ["schema", "version", "providers", "companies", "ownership", "jurisdictions"],
      file: name)
    let schema = try top.requiredText("schema")
    if schema != Self.schema {
      throw top.error(
        at: "schema", "the schema \(Finding.quoted(schema)) is not known",
        hint: "this program reads \(Self.schema)")
    }
    var catalogue = Catalogue(version: try top.text("version") ?? "")
    var extensions: Set<String> = []
    for node in try top.nodes("providers") {
      let (provider, isExtension) = try provider(node)
      catalogue.providers.append(provider)
      if isExtension { extensions.insert("provider \(provider.id)") }
    }
    for node in try top.nodes("companies") {
      let (company, isExtension) = try company(node)
      catalogue.companies.append(company)
      if isExtension { extensions.insert("company \(company.id)") }
    }
    for node in try top.nodes("ownership") { catalogue.ownerships.append(try ownership(node)) }
    for node in try top.nodes("jurisdictions") {
      let (jurisdiction, isExtension) = try jurisdiction(node)
      catalogue.jurisdictions.append(jurisdiction)
      if isExtension { extensions.insert("jurisdiction \(jurisdiction.code)") }
    }
    return CatalogueOverlay(catalogue, extensions: extensions)
  }

  func compose() throws(CatalogueError) -> YAMLNode? {
    guard let text = String(validating: input.bytes, as: UTF8.self) else {
      throw CatalogueEntry.error(
        nil, name, "the file is not UTF-8", hint: "convert it: iconv -f WINDOWS-1252 -t UTF-8")
    }
    try checkDepth()
    do {
      // Without rules nothing is taken for a number, a date or a Norwegian "no".
      return try Yams.compose(yaml: text, .basic)
    } catch let error as YamlError {
      throw describe(error)
    } catch {
      throw CatalogueEntry.error(nil, name, "no valid YAML", hint: "check its indentation")
    }
  }

  /// A catalogue is five levels deep; the composer calls itself per level.
  private func checkDepth() throws(CatalogueError) {
    var depth = 0
    for byte in input.bytes {
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") || byte == 0x0A { depth = 0 }
      if depth > 100 {
        throw CatalogueEntry.error(nil, name, "brackets within brackets", hint: "flatten it")
      }
    }
  }

  private func describe(_ error: YamlError) -> CatalogueError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return CatalogueEntry.error(mark, name, "no valid YAML: \(problem)", hint: "correct the line")
    case .duplicatedKeysInMapping(_, _):
      return CatalogueEntry.error(nil, name, "a key stands twice", hint: "keep one of the two")
    default:
      return CatalogueEntry.error(nil, name, "no valid YAML", hint: "check its indentation")
    }
  }
}
