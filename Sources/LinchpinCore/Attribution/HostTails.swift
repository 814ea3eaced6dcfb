/// The ends of host names: the last two labels, or one more than the longest public suffix in them.
///
/// Hosts in their millions have a few ten thousand ends, so what an end decides is found out once:
/// whose it is by the catalogue, and whether measured names lie about it.
/// - Complexity: one hash probe a host, two where the last two labels are a public suffix.
struct HostTails: Sendable {
  private var names = NameTable()
  private var isSuffix: ContiguousArray<Bool> = []
  /// By end and use: what the catalogue says of hosts with it.
  private var matches: ContiguousArray<Match> = []
  /// The last end found: the hosts of one record mostly share theirs.
  private var lastTail: NameID?
  /// The zone whose delegations are the input: a suffix, whatever the list says.
  private let zone: String?

  init(zone: String?) { self.zone = zone }

  var count: Int { names.count }

  /// All ends and the suffixes above them, by number.
  var all: [String] { (0..<count).map { names.string(NameID(rawValue: UInt32($0))) } }

  /// What the catalogue says of hosts with one end, in one word.
  private struct Match: Equatable {
    /// A provider's number with a role above it, or one of the three below.
    var code: Int32

    static let notJudged = Match(code: -1)
    static let unknown = Match(code: -2)
    /// It names longer suffixes: every host has to be looked up by itself.
    static let longer = Match(code: -3)

    init(code: Int32) { self.code = code }

    init(_ provider: Int, _ role: Role) { code = Int32(provider) | Int32(role.rawValue) << 26 }

    var provider: Int { Int(code & 0x3FF_FFFF) }
    var role: Role { Role(rawValue: UInt8(code >> 26)) ?? .mailExchange }
  }

  /// The number of a host's end; nil for a bare suffix.
  mutating func tail(of host: Bytes) -> NameID? {
    if let lastTail, names.withBytes(of: lastTail, { host.isName(atOrBelow: $0) }) {
      return lastTail
    }
    var start = Self.lastLabels(host, before: host.count, 2)
    while true {
      let end = Bytes(rebasing: host[start...])
      let id = names.intern(end)
      if Int(id.rawValue) == isSuffix.count { learn(end) }
      if !isSuffix[Int(id.rawValue)] {
        lastTail = id
        return id
      }
      if start == 0 { return nil }
      start = Self.lastLabels(host, before: start - 1, 1)
    }
  }

  /// Where a name stands towards the ends of hosts.
  enum Place {
    /// No host ends as it does.
    case none
    /// It is a public suffix above hosts.
    case suffix
    /// It ends as these hosts do; `isWhole` where it is just that end.
    case tail(NameID, isWhole: Bool)
  }

  func find(_ name: Bytes) -> Place {
    var start = Self.lastLabels(name, before: name.count, 2)
    while true {
      guard let id = names.find(Bytes(rebasing: name[start...])) else { return .none }
      if !isSuffix[Int(id.rawValue)] { return .tail(id, isWhole: start == 0) }
      if start == 0 { return .suffix }
      start = Self.lastLabels(name, before: start - 1, 1)
    }
  }

  /// What the catalogue says of a host by one use of names.
  mutating func match(
    _ host: Bytes, tail: NameID, _ use: HostUse, in index: CatalogueIndex
  ) -> (provider: Int, role: Role)? {
    let place = Int(tail.rawValue) * HostUse.count + use.rawValue
    if matches[place] == .notJudged { matches[place] = judge(tail, use, index) }
    let known = matches[place]
    if known == .unknown { return nil }
    if known == .longer {
      return index.match(host, use).map { ($0.provider, $0.role) }
    }
    return (known.provider, known.role)
  }

  private func judge(_ tail: NameID, _ use: HostUse, _ index: CatalogueIndex) -> Match {
    names.withBytes(of: tail) { name in
      if index.hasLonger(than: name, use) { return .longer }
      return index.match(name, use).map { Match($0.provider, $0.role) } ?? .unknown
    }
  }

  private mutating func learn(_ end: Bytes) {
    let name = String(decoding: end, as: UTF8.self)
    isSuffix.append(
      !name.contains(".") || name == zone || RegistrableDomain.isPublicSuffix(name))
    for _ in 0..<HostUse.count { matches.append(.notJudged) }
  }

  /// Where the last `count` labels of `name` before an offset begin.
  private static func lastLabels(_ name: Bytes, before end: Int, _ count: Int) -> Int {
    var start = end
    var left = count
    while start > 0 {
      if name[start - 1] == UInt8(ascii: ".") {
        left -= 1
        if left == 0 { return start }
      }
      start -= 1
    }
    return 0
  }
}

/// The use a host is put to: each has signatures of its own.
enum HostUse: Int, CaseIterable, Sendable {
  case mailExchanger, nameServer, alias, sender, certifier

  static let count = allCases.count

  init?(_ kind: RecordKind) {
    switch kind {
    case .mx: self = .mailExchanger
    case .ns, .soa: self = .nameServer
    case .cname: self = .alias
    case .spfInclude: self = .sender
    case .caa: self = .certifier
    default: return nil
    }
  }

  /// Whether the host itself is used: of others only the owner of the name counts.
  var isHost: Bool { self != .sender && self != .certifier }
}

extension CatalogueIndex {
  /// What the catalogue says of a host put to a use.
  func match(_ host: Bytes, _ use: HostUse) -> NameMatch? {
    switch use {
    case .mailExchanger: mailExchangers.match(host)?.value
    case .nameServer: nameServers.match(host)?.value
    case .alias: aliases.match(host)?.value
    case .sender: senders.match(host)?.value
    case .certifier: certifiers.match(host)?.value
    }
  }

  func hasLonger(than name: Bytes, _ use: HostUse) -> Bool {
    switch use {
    case .mailExchanger: mailExchangers.hasLonger(than: name)
    case .nameServer: nameServers.hasLonger(than: name)
    case .alias: aliases.hasLonger(than: name)
    case .sender: senders.hasLonger(than: name)
    case .certifier: certifiers.hasLonger(than: name)
    }
  }
}
