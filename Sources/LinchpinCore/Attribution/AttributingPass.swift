/// Attributes records on their way past a builder, one domain at a time.
struct AttributingPass: Sendable {
  var writer: PatternWriter
  /// The domain whose records are being read.
  private(set) var current: DomainIndex?
  /// Whether something was met that only kept records can decide.
  private(set) var hasGivenUp = false

  init(_ rules: Rules) { writer = PatternWriter(rules, zone: nil, keepsPlaces: false) }

  mutating func giveUp() { hasGivenUp = true }

  mutating func begin(_ domain: DomainIndex, _ name: Bytes) {
    current = domain
    writer.begin(name)
  }

  mutating func end(_ statuses: AnswerStatuses, hasNullExchanger: Bool) {
    guard let domain = current else { return }
    writer.end(domain, statuses, hasNullExchanger: hasNullExchanger)
    current = nil
  }

  /// A record that names a host or a target.
  mutating func add(
    _ kind: RecordKind, host: Bytes, preference: UInt16?, asn: UInt32?, of domain: DomainIndex
  ) {
    guard domain == current else { return giveUp() }
    if let use = HostUse(kind) {
      let network =
        use == .alias || !use.isHost
        ? NetworkLists.none : writer.network(asn, ofAddress: false)
      writer.add(kind, host: host, use, preference: preference, network: network)
    } else {
      writer.add(kind, target: host)
    }
  }

  /// A record whose value is any text.
  mutating func add(_ kind: RecordKind, text: Bytes, asn: UInt32?, of domain: DomainIndex) {
    guard domain == current else { return giveUp() }
    writer.add(kind, text: text, asn: asn)
  }
}
