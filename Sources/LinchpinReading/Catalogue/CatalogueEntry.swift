import LinchpinCore
import Yams

/// The core has nodes as well: those of the dependency graph.
typealias YAMLNode = Yams.Node

/// One mapping of a catalogue file, read key by key; keys nobody asked for are errors.
struct CatalogueEntry {
  let file: String
  let mark: Mark?
  /// What it is in messages: `a provider`.
  let title: String
  private var values: [String: YAMLNode] = [:]

  init(
    _ node: YAMLNode, _ title: String, keys: [String], file: String
  ) throws(CatalogueError) {
    self.file = file
    self.title = title
    mark = node.mark
    guard case .mapping(let mapping) = node else {
      throw CatalogueEntry.error(
        node.mark, file, "\(title) must be a mapping of keys to values", hint: "write key: value")
    }
    for (keyNode, value) in mapping {
      guard case .scalar(let key) = keyNode else {
        throw CatalogueEntry.error(
          keyNode.mark, file, "a key of \(title) must be a word", hint: Self.list(keys))
      }
      guard keys.contains(key.string) else {
        let nearest = NearestNames.likely(key.string, among: keys)
        throw CatalogueEntry.error(
          keyNode.mark, file, "\(title) has no key \(Finding.quoted(key.string))",
          hint: nearest.map { "did you mean \($0)?" } ?? Self.list(keys))
      }
      values[key.string] = value
    }
  }

  // MARK: Values

  /// A text; nil when the key is missing or its value is empty.
  func text(_ key: String) throws(CatalogueError) -> String? {
    guard let node = values[key] else { return nil }
    guard case .scalar(let scalar) = node else {
      throw error(at: key, "\(key) must be one value", hint: "write \(key): value")
    }
    let isPlain = scalar.style == .plain || scalar.style == .any
    if isPlain, ["", "~", "null"].contains(scalar.string) { return nil }
    return scalar.string
  }

  func requiredText(_ key: String) throws(CatalogueError) -> String {
    guard let text = try text(key), !text.isEmpty else {
      throw error(at: key, "\(title) without \(key)", hint: "add \(key)")
    }
    return text
  }

  func texts(_ key: String) throws(CatalogueError) -> [String] {
    var result: [String] = []
    for node in try nodes(key) {
      guard case .scalar(let scalar) = node else {
        throw CatalogueEntry.error(
          node.mark, file, "\(key) must be a list of words", hint: "write \(key): [a, b]")
      }
      result.append(scalar.string)
    }
    return result
  }

  func nodes(_ key: String) throws(CatalogueError) -> [YAMLNode] {
    guard let node = values[key] else { return [] }
    if case .sequence(let sequence) = node { return Array(sequence) }
    if try text(key) == nil { return [] }
    throw error(at: key, "\(key) must be a list", hint: "write \(key): [a, b]")
  }

  func node(_ key: String) -> YAMLNode? { values[key] }

  func date(_ key: String) throws(CatalogueError) -> CalendarDate? {
    guard let text = try text(key) else { return nil }
    guard let date = CalendarDate(text) else {
      throw error(
        at: key, "\(key) is no date: \(Finding.quoted(text))",
        hint: "write YYYY, YYYY-MM or YYYY-MM-DD")
    }
    return date
  }

  func flag(_ key: String) throws(CatalogueError) -> Bool {
    switch try text(key) {
    case nil, "false", "no": return false
    case "true", "yes": return true
    default: throw error(at: key, "\(key) is neither true nor false", hint: "write true or false")
    }
  }

  /// One of the words of an enumeration.
  func choice<Choice>(
    _ key: String, _ choices: [Choice], word: (Choice) -> String
  ) throws(CatalogueError) -> Choice? {
    guard let text = try text(key) else { return nil }
    if let found = choices.first(where: { word($0) == text }) { return found }
    let words = choices.map(word)
    let nearest = NearestNames.likely(text, among: words)
    throw error(
      at: key, "\(key) cannot be \(Finding.quoted(text))",
      hint: nearest.map { "did you mean \($0)?" } ?? Self.list(words))
  }

  /// `source` and `checkedOn`, and where the entry stands.
  func citation() throws(CatalogueError) -> Citation {
    let line = mark.map { ":\($0.line)" } ?? ""
    return Citation(
      source: try text("source") ?? "", checkedOn: try date("checkedOn"), origin: file + line)
  }

  // MARK: Errors

  func error(at key: String, _ message: String, hint: String) -> CatalogueError {
    Self.error(values[key]?.mark ?? mark, file, message, hint: hint)
  }

  static func error(
    _ mark: Mark?, _ file: String, _ message: String, hint: String
  ) -> CatalogueError {
    .invalid(
      path: file, line: mark?.line ?? 0, column: mark?.column ?? 0, message: message, hint: hint)
  }

  private static func list(_ words: [String]) -> String {
    "one of " + words.joined(separator: ", ")
  }
}
