@testable import LinchpinCore

/// A small fictional catalogue that has every kind of entry once.
enum Sample {
  static let citation = Citation(
    source: "https://source.example/", checkedOn: CalendarDate("2026-04-01"),
    origin: "sample.yaml:1")

  static func signature(
    _ kind: Signature.Kind, _ value: String, role: Role? = nil,
    network: Signature.NetworkKind? = nil
  ) -> Signature {
    Signature(kind, value, role: role, networkKind: network, citation: citation)
  }

  static func provider(
    _ id: String, company: String?, isGateway: Bool = false, dependsOn: [String] = [],
    nameServers: [String] = [], _ signatures: Signature...
  ) -> Provider {
    Provider(
      id: id, name: id.uppercased(), company: company, isGateway: isGateway, dependsOn: dependsOn,
      nameServers: nameServers, signatures: signatures, citation: citation)
  }

  static func company(_ id: String, _ seat: String) -> Company {
    Company(id: id, name: id.uppercased(), seat: seat, citation: citation)
  }

  static func owns(
    _ owner: String, _ owned: String, _ kind: Ownership.Kind = .owns, share: Double? = nil,
    status: Ownership.Status = .completed, from: String? = nil, to: String? = nil
  ) -> Ownership {
    Ownership(
      owner: owner, owned: owned, kind: kind, share: share, status: status,
      validFrom: from.flatMap { CalendarDate($0) }, validTo: to.flatMap { CalendarDate($0) },
      citation: citation)
  }

  static let catalogue = Catalogue(
    version: "sample",
    providers: [
      provider(
        "bigmail", company: "big",
        signature(.mxSuffix, "mx.bigmail.example"), signature(.dkimTarget, "dkim.bigmail.example"),
        signature(.autodiscoverTarget, "autodiscover.bigmail.example"),
        signature(.spfInclude, "spf.bigmail.example"), signature(.txtToken, "bigmail"),
        signature(.network, "AS64500")),
      provider(
        "localmail", company: "local",
        signature(.mxSuffix, "localmail.example"),
        signature(.dkimTarget, "dkim.localmail.example")),
      provider(
        "shield", company: "shieldco", isGateway: true, signature(.mxSuffix, "shield.example")),
      provider(
        "fastdns", company: "big", nameServers: ["fastdns"],
        signature(.nsSuffix, "fastdns-#.example")),
      provider("plaindns", company: "local", signature(.nsSuffix, "plaindns.example")),
      provider("front", company: "big", signature(.cnameSuffix, "front.example")),
      provider(
        "pages", company: "big", signature(.cnameSuffix, "pages.example", role: .webOrigin)),
      provider("rack", company: "local", signature(.network, "AS64501", network: .hosting)),
      provider("cabin", company: "big", signature(.network, "AS64503", network: .hosting)),
      provider("cable", company: "local", signature(.network, "AS64502", network: .access)),
      provider("entra-id", company: "big"),
      provider("portal", company: "local", dependsOn: ["rack"]),
      provider("orphan", company: nil, signature(.mxSuffix, "orphan.example")),
    ],
    companies: [
      company("big", "US"), company("local", "NL"), company("shieldco", "GB"),
    ],
    jurisdictions: [
      Jurisdiction(code: "US", names: ["en": "the United States", "nl": "de Verenigde Staten"]),
      Jurisdiction(code: "NL", names: ["en": "the Netherlands"], memberOf: ["EU"]),
      Jurisdiction(code: "GB", names: [:]),
    ])

  static let rules = Rules(catalogue: catalogue)

  /// The bindings of one stated domain, as `role status:reason provider tier`.
  static func bindings(
    _ facts: Stated..., hosts: [GivenAddress] = [], aliases: [(String, String)] = [],
    rules: Rules = rules
  ) -> [String] {
    bindings(
      of: "town.example",
      Snapshot.stated([Given("town.example", facts)], hosts: hosts, aliases: aliases),
      rules)
  }

  static func bindings(of domain: String, _ snapshot: Snapshot, _ rules: Rules = rules)
    -> [String]
  {
    let attribution = Attribution(snapshot, under: rules)
    guard let index = snapshot.find(domain: domain) else { return [] }
    return attribution.bindings(of: index).map { attribution.text($0) }
  }
}

extension Attribution {
  /// `mailExchange attributed bigmail routing`, or with the reason in place of the provider.
  func text(_ binding: Binding) -> String {
    let detail = binding.provider.map { providers[$0].id } ?? binding.reason.label
    return ([binding.role.label, binding.status.label, detail, binding.tier.label])
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// SplitMix64: the same seed gives the same samples everywhere.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
