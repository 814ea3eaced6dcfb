/// An SPF record taken apart (RFC 7208): what it permits and whom it names; nothing is looked up.
public struct SPFPolicy: Sendable, Equatable {
  public enum Qualifier: String, Sendable {
    case pass = "+"
    case fail = "-"
    case softFail = "~"
    case neutral = "?"
  }

  public enum Mechanism: Sendable, Equatable {
    case include(String)
    case redirect(String)
    /// `a`, of the domain itself (nil) or of another host.
    case a(String?)
    case mx(String?)
    case ip4(String)
    case ip6(String)
    case exists(String)
  }

  /// In the order of the record.
  public private(set) var mechanisms: [Mechanism] = []
  /// What `all` says of everybody else; nil when the record has no `all`.
  public private(set) var all: Qualifier?

  /// nil when the text is no SPF record. Terms that RFC 7208 does not know are passed over.
  public init?(_ text: String) {
    let terms = text.split(whereSeparator: { $0 == " " || $0 == "\t" })
    guard let version = terms.first, version.lowercased() == "v=spf1" else { return nil }
    for term in terms.dropFirst() { read(term) }
  }

  /// The names whose own policies decide too: include and redirect targets, without repeats.
  ///
  /// Of a target with macros the part after the last one is kept where it still is a name of two
  /// labels or more; the rest depends on the message.
  public var delegates: [String] {
    var names: [String] = []
    for mechanism in mechanisms {
      switch mechanism {
      case .include(let target), .redirect(let target):
        if let name = Self.withoutMacros(target), !names.contains(name) { names.append(name) }
      default: continue
      }
    }
    return names
  }

  private mutating func read(_ term: Substring) {
    var term = term
    var qualifier = Qualifier.pass
    if let first = term.first, let found = Qualifier(rawValue: String(first)) {
      qualifier = found
      term.removeFirst()
    }
    let mark = term.firstIndex { $0 == ":" || $0 == "=" || $0 == "/" } ?? term.endIndex
    let name = term[..<mark].lowercased()
    var value: String?
    if mark < term.endIndex, term[mark] != "/" {
      value = String(term[term.index(after: mark)...])
    }
    switch (name, value) {
    case ("include", let value?) where !value.isEmpty: mechanisms.append(.include(value))
    case ("redirect", let value?) where !value.isEmpty: mechanisms.append(.redirect(value))
    case ("a", let value): mechanisms.append(.a(value.map(Self.withoutPrefixLength)))
    case ("mx", let value): mechanisms.append(.mx(value.map(Self.withoutPrefixLength)))
    case ("ip4", let value?): mechanisms.append(.ip4(value))
    case ("ip6", let value?): mechanisms.append(.ip6(value))
    case ("exists", let value?): mechanisms.append(.exists(value))
    case ("all", nil): all = all ?? qualifier
    default: return
    }
  }

  private static func withoutPrefixLength(_ value: String) -> String {
    String(value.prefix { $0 != "/" })
  }

  private static func withoutMacros(_ target: String) -> String? {
    guard target.contains("%") else { return target }
    guard let end = target.lastIndex(where: { $0 == "}" || $0 == "%" }) else { return nil }
    let rest = target[target.index(after: end)...]
    guard rest.first == "." else { return nil }
    let name = rest.dropFirst()
    return name.dropLast().contains(".") ? String(name) : nil
  }
}
