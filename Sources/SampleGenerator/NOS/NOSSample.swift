/// A sample that adds up to the figures NOS published in January 2026; all else is invented.
struct NOSSample {
  let domains: [NOSDomain]
  let totals: NOSTotals

  static let banner = "fictional: only the totals are real"

  /// - Complexity: O(domains); a domain's services are drawn until they fit its quota.
  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let places = Self.places(&random)
    var portals = Self.portals(places, &random)
    var quotas = Self.quotas(lessThoseOf: portals, &random)
    domains = places.enumerated().compactMap { number, place in
      let portal = portals.removeValue(forKey: number)
      guard let quota = portal?.quota ?? quotas.popLast() else { return nil }
      return NOSDomain(
        name: place.domain, organisation: place.organisation,
        organisationName: "\(place.organisationName) (\(Self.banner))", sector: place.sector,
        services: quota.services(&random), portal: portal, draw: random.below(256))
    }
    totals = NOSTotals(counting: domains)
  }

  private struct Place {
    var domain: String
    var organisation: String
    var organisationName: String
    var sector: NOSSector
    /// The organisation's first, which carries its portal.
    var isMain: Bool
  }

  /// Organisations with one to three domains each, sector by sector.
  private static func places(_ random: inout SplitMix64) -> [Place] {
    var places: [Place] = []
    for sector in NOSSector.allCases {
      var left = sector.domains
      var number = 0
      while left > 0 {
        number += 1
        let id = "\(sector.rawValue)-\(number)"
        let count = min(left, random.pick([(70, 1), (20, 2), (10, 3)]))
        for index in 1...count {
          places.append(
            Place(
              domain: (index == 1 ? id : "\(id)-\(index)") + ".example", organisation: id,
              organisationName: "\(sector.title) \(number)", sector: sector, isMain: index == 1))
        }
        left -= count
      }
    }
    return places
  }

  /// Which hospitals have a portal, and where, by the number of their domain.
  private static func portals(
    _ places: [Place], _ random: inout SplitMix64
  ) -> [Int: NOSPortal] {
    let hospitals = random.shuffled(
      places.indices.filter { places[$0].sector == .hospital && places[$0].isMain })
    let portals = NOSPortal.allCases.flatMap { [NOSPortal](repeating: $0, count: $0.places) }
    return Dictionary(zip(hospitals, portals), uniquingKeysWith: { first, _ in first })
  }

  /// One place of a quota for every domain whose portal does not settle it already.
  private static func quotas(
    lessThoseOf portals: [Int: NOSPortal], _ random: inout SplitMix64
  ) -> [NOSQuota] {
    random.shuffled(
      NOSQuota.allCases.flatMap { quota in
        let taken = portals.values.count { $0.quota == quota }
        return [NOSQuota](repeating: quota, count: quota.places - taken)
      })
  }

  var files: [SampleFile] {
    [
      SampleFile(
        name: "nos-2026.jsonl", text: domains.map(\.json).joined(separator: "\n") + "\n"),
      SampleFile(name: "nos-2026-catalogue.yaml", text: NOSCatalogue.yaml),
      SampleFile(name: "nos-2026-README.txt", text: readme),
      SampleFile(name: "nos-2026-totals.json", text: totalsJSON),
    ]
  }
}
