/// Who receives a domain's mail, as its MX records show it.
enum NOSMail {
  case brand(NOSBrand)
  /// An own name on a rented machine.
  case rented(NOSBrand)
  /// An own name on an own machine behind an access line.
  case own
  /// An own name of which no address is known.
  case nameOnly
  case none

  var company: NOSCompany? {
    switch self {
    case .brand(let brand), .rented(let brand): brand.company
    case .own: NOSBrand.kabelnet.company
    case .nameOnly, .none: nil
    }
  }
}

/// Who serves a domain's website, as its address and CNAME show it.
enum NOSWeb {
  case brand(NOSBrand, isAlias: Bool)
  case own
  /// An address in an AS that no catalogue entry names.
  case unlistedNetwork
  /// An address of which nobody knows the network.
  case unknownNetwork
  case none

  var company: NOSCompany? {
    switch self {
    case .brand(let brand, _): brand.company
    case .own: NOSBrand.kabelnet.company
    case .unlistedNetwork, .unknownNetwork, .none: nil
    }
  }

  var isAlias: Bool {
    if case .brand(_, true) = self { true } else { false }
  }
}

/// Who answers for a domain's zone.
enum NOSNameServers {
  case brand(NOSBrand)
  case own

  var company: NOSCompany {
    switch self {
    case .brand(let brand): brand.company
    case .own: NOSBrand.kabelnet.company
    }
  }
}

/// Everything one domain relies on.
struct NOSServices {
  var mail: NOSMail
  var web: NOSWeb
  var nameServers: NOSNameServers

  /// The companies whose networks or names its A, MX, NS and CNAME records show.
  var companies: Set<NOSCompany> {
    Set([mail.company, web.company, nameServers.company].compactMap(\.self))
  }

  /// Draws services as often as they are common, whatever they add up to.
  init(_ random: inout SplitMix64) {
    mail = random.pick([
      (46, .brand(.megasoft365)), (6, .brand(.gigglemail)), (5, .brand(.pointguard)),
      (2, .rented(.nimbus)), (9, .brand(.polderhost)), (8, .brand(.dijkpost)),
      (4, .rented(.nordrack)), (2, .rented(.solventia)), (7, .own), (4, .nameOnly), (7, .none),
    ])
    let isAlias = random.happens(35)
    web = random.pick([
      (8, .brand(.megasoftCloud, isAlias: isAlias)), (11, .brand(.nimbus, isAlias: isAlias)),
      (13, .brand(.skyflare, isAlias: isAlias)), (32, .brand(.polderhost, isAlias: false)),
      (13, .brand(.nordrack, isAlias: false)), (3, .brand(.solventia, isAlias: false)),
      (7, .own), (5, .unlistedNetwork), (4, .unknownNetwork), (4, .none),
    ])
    nameServers = random.pick([
      (3, .brand(.megasoftCloud)), (6, .brand(.nimbus)), (12, .brand(.skyflare)),
      (33, .brand(.polderhost)), (34, .brand(.registra)), (6, .brand(.nordrack)), (6, .own),
    ])
  }
}
