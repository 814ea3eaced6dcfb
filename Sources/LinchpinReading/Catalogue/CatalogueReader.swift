import Foundation
public import LinchpinCore

/// Reads what is known about providers, companies and the law.
public struct CatalogueReader {
  /// The catalogue that comes with the program: all its files, merged in order of name.
  public static func shipped() throws(CatalogueError) -> Catalogue {
    guard let folder = Bundle.module.url(forResource: "catalogue", withExtension: nil) else {
      throw .noSuchFile(path: "catalogue")
    }
    return try read(folder: folder.path)
  }

  /// Reads one file: YAML, or a table of providers in CSV; recognised by content.
  public static func read(
    _ path: String
  ) throws(CatalogueError) -> (overlay: CatalogueOverlay, kind: CatalogueKind) {
    let input = try open(path)
    defer { withExtendedLifetime(input) {} }
    let isTable = Recognition.format(of: input) == .providerTable
    var overlay =
      isTable
      ? CatalogueOverlay(try ProviderTableReader(input: input).read())
      : try CatalogueDocument(input: input, name: path).read()
    overlay.entries.sha256 = Digest.sha256([input.bytes])
    return (overlay, isTable ? .whole : .overlay)
  }

  /// The catalogue to use: the shipped one, with an overlay laid over it, or replaced by a table.
  /// - Returns: the catalogue, and what each entry of the overlay did.
  /// - Throws: also where the overlay extends or names what is not there, or makes the whole
  ///   contradict itself.
  public static func load(
    overlay path: String?
  ) throws(CatalogueError) -> (catalogue: Catalogue, changes: [CatalogueOverlay.Change]) {
    guard let path else { return (try shipped(), []) }
    let (given, kind) = try read(path)
    if kind == .whole { return (given.entries, []) }
    var catalogue = try shipped()
    if let missing = missingExtensions(of: given, in: catalogue).first { throw missing }
    let changes = catalogue.apply(given)
    catalogue.sha256 = Digest.sha256(of: [catalogue.sha256, given.entries.sha256])
    if let dangling = danglingReferences(of: given.entries, in: catalogue).first { throw dangling }
    if let problem = catalogue.contradictions().first { throw CatalogueError(problem) }
    return (catalogue, changes)
  }

  /// References to entries that do not exist, which would silently weaken every answer.
  public static func danglingReferences(in catalogue: Catalogue) -> [CatalogueError] {
    danglingReferences(of: catalogue, in: catalogue)
  }

  /// Reads all YAML files of a folder; an id in two of them is an error.
  static func read(folder: String) throws(CatalogueError) -> Catalogue {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".yaml") }.sorted()
    } catch {
      throw .cannotRead(path: folder, why: "the folder cannot be listed")
    }
    var merger = CatalogueMerger()
    for name in names {
      let input = try open(folder + "/" + name)
      defer { withExtendedLifetime(input) {} }
      // The shipped files are cited by name alone: where they are installed is nobody's business.
      let part = try CatalogueDocument(input: input, name: name).read()
      if let entry = part.extensions.sorted().first {
        throw .invalid(
          path: name, line: 0, column: 0, message: "\(entry) extends an entry of its own catalogue",
          hint: "an entry of the shipped catalogue stands in one place")
      }
      try merger.add(part.entries, bytes: input)
    }
    return merger.finish()
  }

  private static func open(_ path: String) throws(CatalogueError) -> InputText {
    let input: InputText
    do throws(ReadingError) { input = try InputText(path: path) } catch {
      throw CatalogueError(error)
    }
    if let problem = Recognition.problems(of: input).first { throw CatalogueError(problem) }
    return input
  }
}
