@testable import LinchpinCore

/// A small random snapshot with its catalogue, and the same facts as plain names for the oracle.
struct RandomStudy: CustomStringConvertible {
  struct Exchanger {
    var host: String
    var preference: UInt16?
  }

  struct Domain {
    var name: String
    var organisation: String
    /// nil: never asked.
    var exchangers: [Exchanger]?
    var isMailFailed = false
    var dkim: String?
    /// nil: never asked.
    var servers: [String]?
    var isDNSFailed = false
    /// A provider's edge.
    var edge: String?
  }

  var organisations: [Organisation] = []
  var domains: [Domain] = []
  var addresses: [GivenAddress] = []
  var catalogue = Catalogue()

  static let countries = ["AA", "BB", "CC"]

  var rules: Rules { Rules(catalogue: catalogue) }

  var listed: [(Organisation, [String])] {
    organisations.map { organisation in
      (
        organisation,
        domains.filter { $0.organisation == organisation.id }.map(\.name)
      )
    }
  }

  var given: [Given] {
    domains.map { domain in
      var facts: [Stated] = []
      if let exchangers = domain.exchangers {
        facts += exchangers.map { .mx($0.host, $0.preference) }
        if exchangers.isEmpty { facts.append(.nullMX) }
      }
      if domain.isMailFailed { facts.append(.failed(.mx)) }
      if let provider = domain.dkim { facts.append(.dkim("key.dkim.\(provider).example")) }
      facts += (domain.servers ?? []).map { .ns($0) }
      if domain.isDNSFailed { facts.append(.failed(.ns)) }
      if let provider = domain.edge { facts.append(.cname("www.\(provider).example")) }
      return Given(domain.name, facts)
    }
  }

  var snapshot: Snapshot { Snapshot.stated(given, listed: listed, hosts: addresses) }

  var description: String {
    """
    organisations \(organisations.map { "\($0.id) \($0.country)" })
    domains \(domains.map { "\n  \($0)" }.joined())
    addresses \(addresses.map { "\($0.host) \($0.asn ?? 0)" })
    providers \(catalogue.providers.map {
      "\($0.id) \($0.company ?? "-") on \($0.dependsOn) ns \($0.nameServers) \($0.isGateway)"
    })
    companies \(catalogue.companies.map { "\($0.id) \($0.seat)" })
    ownerships \(catalogue.ownerships.map {
      "\($0.owner) \($0.kind) \($0.owned) \($0.share ?? -1) \($0.status)"
    })
    """
  }

  init(using random: inout Random) {
    addCatalogue(&random)
    for number in 0...random.below(4) {
      organisations.append(
        Organisation(
          id: "o\(number)", sector: random.pick(["s", "t"]),
          country: random.pick(Self.countries + [""])))
      for part in 0...random.below(2) {
        let isBelow = part > 0 && random.chance(50)
        domains.append(
          Domain(
            name: isBelow
              ? "sub.d\(number)a.example" : "d\(number)\(part == 0 ? "a" : "b").example",
            organisation: "o\(number)"))
      }
    }
    // Zones of providers are measured now and then, as domains nobody lists.
    for provider in ["p0", "p1"] where random.chance(40) {
      domains.append(Domain(name: "\(provider).example", organisation: ""))
    }
    domains.shuffle(using: &random)
    for index in domains.indices { fill(index, &random) }
    for host in Set(domains.flatMap(\.hosts)).sorted() where random.chance(35) {
      for number in 0...random.below(2) {
        addresses.append(
          GivenAddress(
            host, "192.0.2.\(number)",
            asn: random.chance(80) ? 64600 + UInt32(random.below(4)) : nil))
      }
    }
  }

  /// Asks a domain anew: other answers, other questions.
  mutating func refill(_ index: Int, _ random: inout Random) {
    domains[index] = Domain(
      name: domains[index].name, organisation: domains[index].organisation)
    fill(index, &random)
  }

  private mutating func addCatalogue(_ random: inout Random) {
    let companies = (0..<4).map { "c\($0)" }
    let providers = (0..<5).map { "p\($0)" }
    catalogue.companies = companies.map {
      Sample.company($0, random.pick(Self.countries + Self.countries + [""]))
    }
    for _ in 0..<random.below(4) {
      let owner = random.pick(companies)
      let owned = random.pick(companies.filter { $0 != owner })
      catalogue.ownerships.append(
        Sample.owns(
          owner, owned, random.pick(Ownership.Kind.allCases),
          share: random.pick([nil, 49, 50, 100]),
          status: random.pick([.completed, .completed, .completed, .announced, .prohibited]),
          from: random.pick([nil, "2020", "2026-05"]), to: random.pick([nil, nil, "2024", "2027"])))
    }
    for (number, id) in providers.enumerated() {
      let others = providers.filter { $0 != id }
      var provider = Sample.provider(
        id, company: random.chance(85) ? random.pick(companies) : nil,
        isGateway: random.chance(20),
        dependsOn: random.chance(25) ? [random.pick(others)] : [],
        nameServers: random.chance(30) ? [random.pick(providers), random.pick(providers)] : [],
        Sample.signature(.mxSuffix, "\(id).example"), Sample.signature(.nsSuffix, "\(id).example"),
        Sample.signature(.dkimTarget, "dkim.\(id).example"),
        Sample.signature(.cnameSuffix, "www.\(id).example"))
      if number < 3 {
        provider.signatures.append(
          Sample.signature(
            .network, "AS\(64600 + number)", network: random.pick([nil, .hosting, .access])))
      }
      catalogue.providers.append(provider)
    }
  }

  private mutating func fill(_ index: Int, _ random: inout Random) {
    let name = domains[index].name
    func host(_ letter: String, _ random: inout Random) -> String {
      let number = random.below(2)
      switch random.below(10) {
      case 0..<5: return "\(letter)\(number).p\(random.below(5)).example"
      case 5: return "\(letter)\(number).t\(random.below(2)).example"
      case 6: return "\(letter)\(number).\(name)"
      case 7: return name
      default: return "\(letter)\(number).\(random.pick(domains).name)"
      }
    }
    let letters = ["h", "n"]
    if random.chance(85) {
      let hasPreferences = random.chance(60)
      domains[index].exchangers = (0..<random.below(4)).map { _ in
        Exchanger(
          host: host(random.pick(letters), &random),
          preference: hasPreferences ? UInt16(10 * random.below(3)) : nil)
      }
    } else if random.chance(40) {
      domains[index].isMailFailed = true
    }
    if random.chance(25) { domains[index].dkim = "p\(random.below(5))" }
    if random.chance(80) {
      domains[index].servers = (0...random.below(3)).map { _ in
        host(random.pick(letters), &random)
      }
    } else if random.chance(40) {
      domains[index].isDNSFailed = true
    }
    if random.chance(30) { domains[index].edge = "p\(random.below(5))" }
  }
}

extension RandomStudy.Domain {
  var hosts: [String] { (exchangers ?? []).map(\.host) + (servers ?? []) }
}
