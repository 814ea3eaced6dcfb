/// A supposition that changes the catalogue for one run: every output of it says so.
public struct Scenario: Sendable, Equatable {
  /// The suppositions in words, as outputs print them.
  public private(set) var statements: [String] = []
  private var edges: [Ownership] = []
  /// By edge: the statement it was made of.
  private var sources: [String] = []

  public init() {}

  /// Why a supposition cannot be made.
  public enum Problem: Error, Equatable, Sendable {
    case notUnderstood(String)
    case unknownCompany(String, nearest: [String])
    case contradiction(String, String)

    public var message: String {
      switch self {
      case .notUnderstood(let text):
        "\(Finding.quoted(text)) is no supposition"
      case .unknownCompany(let name, _): "there is no company \(Finding.quoted(name))"
      case .contradiction(let first, let second):
        "\(Finding.quoted(first)) and \(Finding.quoted(second)) contradict each other"
      }
    }

    public var hint: String {
      switch self {
      case .notUnderstood: "write “A owns B” or “A controls B” with ids or names of the catalogue"
      case .unknownCompany(_, let nearest): "did you mean " + nearest.joined(separator: ", ") + "?"
      case .contradiction: "leave one of them out"
      }
    }
  }

  /// Says something of the scenario that changes no ownership: its name, its date.
  public mutating func state(_ text: String) { statements.append(text) }

  /// Adds “A owns B” or “A controls B”; A and B are ids or names of companies or providers.
  public mutating func assume(_ text: String, in catalogue: Catalogue) throws(Problem) {
    for kind in [Ownership.Kind.owns, .controls] {
      let parts = text.split(separator: " \(kind.rawValue) ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let owner = try Scenario.company(String(parts[0]), in: catalogue)
      let owned = try Scenario.company(String(parts[1]), in: catalogue)
      if owner == owned { throw .contradiction(text, text) }
      if let other = edges.firstIndex(where: { $0.owner == owned && $0.owned == owner }) {
        throw .contradiction(sources[other], text)
      }
      edges.append(
        Ownership(
          owner: owner, owned: owned, kind: kind, status: .completed, isAssumption: true,
          citation: Citation(source: "", origin: "supposed by --assume")))
      statements.append(text)
      sources.append(text)
      return
    }
    throw .notUnderstood(text)
  }

  /// The catalogue as it would be.
  public func applied(to catalogue: Catalogue) -> Catalogue {
    var changed = catalogue
    changed.ownerships += edges
    return changed
  }

  private static func company(_ name: String, in catalogue: Catalogue) throws(Problem) -> String {
    let wanted = name.lowercased()
    if let match = catalogue.companies.first(where: {
      $0.id == wanted || $0.name.lowercased() == wanted
    }) {
      return match.id
    }
    let provider = catalogue.providers.first {
      $0.id == wanted || $0.name.lowercased() == wanted
    }
    if let company = provider?.company { return company }
    throw .unknownCompany(
      name, nearest: NearestNames.find(name, among: catalogue.companies.map(\.id)))
  }
}
