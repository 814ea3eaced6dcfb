/// Signs that a domain answers for names nobody set up: its mail settings lead where its website, or a
/// name that cannot exist, leads. Then they prove no mailbox.
struct WildcardHints: Sendable {
  /// Hashes of targets: a domain has a handful, and none is kept longer.
  private var answers: ContiguousArray<UInt64> = []
  private var settings: ContiguousArray<(place: Int, target: UInt64)> = []

  mutating func removeAll() {
    if !answers.isEmpty { answers.removeAll(keepingCapacity: true) }
    if !settings.isEmpty { settings.removeAll(keepingCapacity: true) }
  }

  /// Where the website, or a name that nobody set up, leads.
  mutating func answers(target: Bytes) { answers.append(Self.hash(target)) }

  /// A mail setting, by its place among the domain's facts.
  mutating func setting(at place: Int, target: Bytes) {
    settings.append((place, Self.hash(target)))
  }

  /// The places of settings that say no more than a wildcard would.
  var doubtful: [Int] {
    if answers.isEmpty || settings.isEmpty { return [] }
    return settings.filter { answers.contains($0.target) }.map(\.place)
  }

  private static func hash(_ name: Bytes) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}
