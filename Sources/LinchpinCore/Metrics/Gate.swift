/// A condition that a run must not meet: what CI and procurement ask for with `--fail-on`.
///
/// `sector=hospital role=mailbox jurisdiction=US` is met by every binding to which all of it
/// applies. With `new` in front only what the earlier date had not counts, and `new single point`
/// is any single point of failure that was none before.
public struct Gate: Sendable, Equatable {
  /// What a binding is asked about.
  public enum Key: String, CaseIterable, Sendable {
    case organisation, sector, country, domain, service, role, status, provider, company
    case jurisdiction, tier
  }

  public struct Problem: Error, Equatable, Sendable {
    public var message: String
    public var hint: String
  }

  /// As it was written.
  public let text: String
  /// Whether it is about what was not there at the earlier date.
  public let isNew: Bool
  /// Whether it is about single points of failure rather than bindings.
  public let isAboutSinglePoints: Bool
  private let conditions: [(key: Key, value: String)]

  public static func == (a: Gate, b: Gate) -> Bool { a.text == b.text }

  public init(_ text: String) throws(Problem) {
    self.text = text
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    isNew = words.first == "new"
    if isNew { words.removeFirst() }
    isAboutSinglePoints = words == ["single", "point"]
    if isAboutSinglePoints {
      if !isNew {
        throw Problem(
          message: "\(Finding.quoted(text)) is met by everybody", hint: "write “new single point”")
      }
      conditions = []
      return
    }
    if words.isEmpty {
      throw Problem(message: "an empty condition", hint: Gate.example)
    }
    var found: [(key: Key, value: String)] = []
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw Problem(message: "\(Finding.quoted(word)) is no key=value", hint: Gate.example)
      }
      guard let key = Key(rawValue: parts[0]) else {
        let nearest = NearestNames.find(parts[0], among: Key.allCases.map(\.rawValue))
        throw Problem(
          message: "there is no key \(Finding.quoted(parts[0]))",
          hint: "nearest: " + nearest.joined(separator: ", "))
      }
      found.append((key, parts[1].lowercased()))
    }
    conditions = found
  }

  private static let example = "write, for instance, sector=hospital role=mailbox jurisdiction=US"

  /// The cases of bindings that meet it, sorted: `organisation domain role provider`.
  /// - Complexity: O(rows).
  public func cases(_ rows: [BindingRow]) -> [String] {
    if isAboutSinglePoints { return [] }
    return Set(rows.filter(meets).map(Gate.name)).sorted()
  }

  /// The cases that the earlier date had not.
  public func cases(_ rows: [BindingRow], before: [BindingRow]) -> [String] {
    let all = cases(rows)
    return isNew ? Set(all).subtracting(cases(before)).sorted() : all
  }

  private static func name(_ row: BindingRow) -> String {
    [
      row.organisation, row.domain, row.role.label,
      row.provider.isEmpty ? "(\(row.status.label))" : row.provider,
    ].joined(separator: " ")
  }

  private func meets(_ row: BindingRow) -> Bool {
    conditions.allSatisfy { condition in
      values(of: condition.key, in: row).contains { $0.lowercased() == condition.value }
    }
  }

  private func values(of key: Key, in row: BindingRow) -> [String] {
    switch key {
    case .organisation: [row.organisation, row.organisationName]
    case .sector: [row.sector]
    case .country: [row.country]
    case .domain: [row.domain]
    case .service: [row.role.service.rawValue]
    case .role: [row.role.label]
    case .status: [row.status.label]
    case .provider: [row.provider, row.providerName]
    case .company: [row.company]
    case .jurisdiction: row.jurisdictions
    case .tier: row.tier.map { [$0.label] } ?? []
    }
  }
}
