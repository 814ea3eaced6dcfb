/// One domain of the sample, as a line of JSON Lines.
struct NOSDomain {
  var name: String
  var organisation: String
  var organisationName: String
  var sector: NOSSector
  var services: NOSServices
  var portal: NOSPortal?
  /// Spreads the domain's addresses over those its networks have.
  var draw: Int

  /// 20 January 2026, 00:00 UTC: a day in the month of the study.
  static let measuredAt = 1_768_867_200

  /// The record; a key that is missing was not measured, an empty list or null is absent.
  var json: String {
    var fields = [
      "\"domain\":\"\(name)\"", "\"org\":\"\(organisation)\"",
      "\"organisationName\":\"\(organisationName)\"", "\"sector\":\"\(sector.rawValue)\"",
      "\"country\":\"NL\"", "\"mx\":[\(exchangers.joined(separator: ","))]",
      "\"ns\":[\(servers.joined(separator: ","))]", "\"a\":[\(address ?? "")]",
      "\"cname\":\(alias.map { "\"\($0)\"" } ?? "null")",
    ]
    if let portal { fields.append("\"application\":[\(application(portal))]") }
    fields.append("\"ts\":\(Self.measuredAt)")
    return "{" + fields.joined(separator: ",") + "}"
  }

  private var label: Substring { name.prefix { $0 != "." } }

  // MARK: Records

  private var exchangers: [String] {
    switch services.mail {
    case .brand(.megasoft365): [host("\(label).mx.megasoft-365.example", .megasoft365, 0)]
    case .brand(let brand):
      [
        host("mx1.\(brand.rawValue).example", brand, 10),
        host("mx2.\(brand.rawValue).example", brand, 20),
      ]
    case .rented(let brand): [host("mail.\(name)", brand, 10)]
    case .own: [host("mail.\(name)", .kabelnet, 10)]
    case .nameOnly: ["{\"host\":\"mail.\(name)\",\"preference\":10}"]
    case .none: []
    }
  }

  private func host(_ name: String, _ brand: NOSBrand, _ preference: Int) -> String {
    "{\"host\":\"\(name)\",\"asn\":\(brand.asn),\"preference\":\(preference)}"
  }

  private var servers: [String] {
    let (suffix, brand): (String, NOSBrand) =
      switch services.nameServers {
      case .brand(let brand): ("dns.\(brand.rawValue).example", brand)
      case .own: (name, .kabelnet)
      }
    return (1...2).map { "{\"host\":\"ns\($0).\(suffix)\",\"asn\":\(brand.asn)}" }
  }

  private var alias: String? {
    if case .brand(let brand, true) = services.web {
      "\(label).web.\(brand.rawValue).example"
    } else {
      nil
    }
  }

  private var address: String? {
    switch services.web {
    case .brand(let brand, _): address(in: brand.asn)
    case .own: address(in: NOSBrand.kabelnet.asn)
    case .unlistedNetwork: address(in: NOSBrand.unlistedAS)
    case .unknownNetwork: "{\(unknownAddress)}"
    case .none: nil
    }
  }

  // MARK: Addresses

  private func address(in asn: Int) -> String { "{\(Self.address(in: asn, draw)),\"asn\":\(asn)}" }

  /// Each AS has sixteen addresses of the block kept for documentation (RFC 5737).
  private static func address(in asn: Int, _ draw: Int) -> String {
    "\"ip\":\"198.51.100.\((asn - 64496) * 16 + draw % 16)\""
  }

  private var unknownAddress: String { "\"ip\":\"203.0.113.\(draw % 256)\"" }

  private func application(_ portal: NOSPortal) -> String {
    let host = "\"kind\":\"patientPortal\",\"host\":\"mijn.\(name)\""
    guard let brand = portal.brand else { return "{\(host),\(unknownAddress)}" }
    let place = Self.address(in: brand.asn, draw)
    return "{\(host),\"supplier\":\"\(brand.rawValue)\",\(place),\"asn\":\(brand.asn)}"
  }
}
