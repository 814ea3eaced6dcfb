/// The catalogue overlay of the sample: its fictional providers, companies and one refused sale.
enum NOSCatalogue {
  static var yaml: String {
    """
    # \(NOSSample.banner).
    # Stand-ins for the firms of a real study; their names, numbers and sources are invented.
    schema: linchpin.catalogue/1
    version: nos-2026-sample
    providers:
    \(NOSBrand.allCases.map(provider).joined(separator: "\n"))
    companies:
    \(NOSCompany.allCases.map(company).joined(separator: "\n"))
    ownership:
    \(sale("announced", "validFrom: 2025-11, validTo: 2026-05-25"))
    \(sale("prohibited", "validFrom: 2026-05-25"))

    """
  }

  private static let checked = "checkedOn: 2026-01-20"

  private static func provider(_ brand: NOSBrand) -> String {
    var lines = [
      "  - id: \(brand.rawValue)", "    name: \(brand.name)", "    company: \(brand.company)",
    ]
    if brand == .pointguard { lines.append("    gateway: true") }
    if brand == .megasoft365 { lines.append("    dependsOn: [ megasoft-cloud ]") }
    lines += [
      "    note: \"\(NOSSample.banner)\"",
      "    source: https://catalogue.example/nos-2026/\(brand.rawValue)", "    \(checked)",
      "    signatures:",
    ]
    return (lines + signatures(brand).map { "      - { \($0) }" }).joined(separator: "\n")
  }

  private static func signatures(_ brand: NOSBrand) -> [String] {
    let zone = "\(brand.rawValue).example"
    let network = "type: network, value: AS\(brand.asn), kind: hosting"
    let servers = "type: nsSuffix, value: dns.\(zone)"
    let exchangers = "type: mxSuffix, value: \(zone)"
    let origin = "type: cnameSuffix, value: web.\(zone), role: webOrigin"
    switch brand {
    case .megasoft365: return ["type: mxSuffix, value: mx.\(zone)"]
    case .megasoftCloud, .nimbus: return [servers, origin, network]
    case .skyflare:
      return [servers, "type: cnameSuffix, value: web.\(zone), role: webEdge", network]
    case .gigglemail, .pointguard, .dijkpost: return [exchangers, network]
    case .polderhost, .nordrack: return [exchangers, servers, network]
    case .solventia: return [network]
    case .registra: return [servers, network]
    case .kabelnet: return ["type: network, value: AS\(brand.asn), kind: access"]
    }
  }

  private static func company(_ company: NOSCompany) -> String {
    "  - { id: \(company), name: \"\(company.name)\", seat: \(company.seat), "
      + "source: https://catalogue.example/nos-2026/companies, \(checked) }"
  }

  private static func sale(_ status: String, _ dates: String) -> String {
    "  - { owner: kindling, owned: solventia, kind: owns, share: 100, status: \(status), "
      + "\(dates), source: https://catalogue.example/nos-2026/sale, checkedOn: 2026-05-25 }"
  }
}
