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
    /// The names of the sender's address; RFC 7208, 5.5 advises against it.
    case ptr(String?)

    /// The name whose own policy decides too, as far as it does not depend on the message.
    public var delegate: String? {
      switch self {
      case .include(let target), .redirect(let target): SPFPolicy.withoutMacros(target)
      case .a, .mx, .ip4, .ip6, .exists, .ptr: nil
      }
    }

    /// Whether receivers must ask DNS for it (RFC 7208, 4.6.4).
    public var needsLookUp: Bool {
      switch self {
      case .include, .redirect, .a, .mx, .exists, .ptr: true
      case .ip4, .ip6: false
      }
    }
  }

  /// How many look-ups a receiver makes for one message, all included policies together; the next
  /// one is a permanent error (RFC 7208, 4.6.4).
  public static let lookUpLimit = 10

  /// In the order of the record.
  public private(set) var mechanisms: [Mechanism] = []
  /// What `all` says of everybody else; nil when the record has no `all`.
  public private(set) var all: Qualifier?

  /// Whether it stands for a list of names rather than for a record.
  private(set) var isListed = false

  /// A policy of which only the names are known that it includes; see ``list(_:)``.
  init() { isListed = true }

  mutating func list(_ name: String) { mechanisms.append(.include(name)) }

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
      if let name = mechanism.delegate, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// How many look-ups this record alone needs; what it includes needs its own.
  public var lookUps: Int { mechanisms.count(where: \.needsLookUp) }

  /// Whether it lets nobody send: it names nothing and refuses all (`v=spf1 -all`).
  public var authorisesNobody: Bool { mechanisms.isEmpty && all == .fail }

  /// The policies that stand one after the other in one text.
  public static func each(in text: String) -> [SPFPolicy] {
    var policies: [SPFPolicy] = []
    var words: [Substring] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      if word.lowercased() == "v=spf1", !words.isEmpty {
        policies += SPFPolicy(words.joined(separator: " ")).map { [$0] } ?? []
        words = []
      }
      words.append(word)
    }
    return policies + (SPFPolicy(words.joined(separator: " ")).map { [$0] } ?? [])
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
    case ("ptr", let value): mechanisms.append(.ptr(value))
    case ("all", nil): all = all ?? qualifier
    default: return
    }
  }

  private static func withoutPrefixLength(_ value: String) -> String {
    String(value.prefix { $0 != "/" })
  }

  static func withoutMacros(_ target: String) -> String? {
    guard target.contains("%") else { return target }
    guard let end = target.lastIndex(where: { $0 == "}" || $0 == "%" }) else { return nil }
    let rest = target[target.index(after: end)...]
    guard rest.first == "." else { return nil }
    let name = rest.dropFirst()
    return name.dropLast().contains(".") ? String(name) : nil
  }
}
