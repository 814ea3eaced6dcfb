import Drawing
import LinchpinCore

/// The words of figures in both languages, in one place.
struct FigureWords {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func pick(_ english: String, _ dutch: String) -> String {
    language == .nl ? dutch : english
  }

  // MARK: Law

  var ownCountry: String { pick("Own country", "Eigen land") }
  var union: String { pick("EU country", "EU-land") }
  var otherUnion: String { pick("Other EU country", "Ander EU-land") }
  var otherLaw: String { pick("Other law", "Ander recht") }
  /// Where a supplier under another law is, beside those whose country is named.
  var elsewhere: String { pick("elsewhere", "elders") }
  func otherLaws(_ count: Int) -> String { "\(otherLaw) (\(grouped(count)))" }
  var unknownLaw: String { pick("Law unknown", "Recht onbekend") }

  func controlled(_ seat: String, from others: String) -> String {
    pick("\(seat), controlled from \(others)", "\(seat), in handen van \(others)")
  }

  // MARK: Suppliers

  var ownServers: String { pick("Own servers", "Eigen servers") }
  var notKnown: String { pick("Operator unknown", "Beheerder onbekend") }
  var notMeasured: String { pick("Not measured", "Niet gemeten") }

  func others(_ count: Int) -> String {
    pick("Other (\(grouped(count)))", "Overige (\(grouped(count)))")
  }

  /// A rest of one legal order.
  func others(_ law: String, _ count: Int) -> String { "\(others(count)), \(law)" }

  private func grouped(_ count: Int) -> String { NumberStyle(language).integer(count) }

  // MARK: Columns and marks

  var provider: String { pick("Provider", "Aanbieder") }
  var law: String { pick("Law", "Recht") }
  var organisation: String { pick("Organisation", "Organisatie") }
  var domain: String { pick("Domain", "Domein") }
  var service: String { pick("Service", "Dienst") }

  func dimension(_ dimension: Dimension) -> String {
    switch dimension {
    case .sector: pick("Sector", "Sector")
    case .country: pick("Country", "Land")
    case .region: pick("Region", "Regio")
    }
  }

  var unnamed: String { pick("Not stated", "Niet vermeld") }
  var direct: String { pick("Directly", "Direct") }
  var indirect: String { pick("Only through something else", "Alleen via iets anders") }

  func units(_ unit: Unit, _ count: Double) -> String {
    switch unit {
    case .organisation:
      count == 1 ? pick("organisation", "organisatie") : pick("organisations", "organisaties")
    case .domain: count == 1 ? pick("domain", "domein") : pick("domains", "domeinen")
    }
  }

  /// A role as a heading.
  func role(_ role: Role) -> String {
    switch role {
    case .mailExchange: pick("Incoming mail", "Inkomende mail")
    case .mailbox: pick("Mailbox", "Postvak")
    case .outboundSender: pick("Outgoing mail", "Uitgaande mail")
    case .identityTenant: pick("Sign-in", "Inloggen")
    case .authoritativeDNS: pick("Name servers", "Naamservers")
    case .webEdge: pick("Web front", "Webvoorkant")
    case .webOrigin: pick("Website", "Website")
    case .certificateAuthority: pick("Certificates", "Certificaten")
    case .application: pick("Application", "Toepassing")
    }
  }

  /// What units do in a role, to complete “74.8% of organisations …” or “9 of 15 organisations …”.
  /// Dutch takes the singular after a percentage.
  func verb(_ role: Role, afterPercentage: Bool) -> String {
    let has = afterPercentage ? "heeft" : "hebben"
    func dutch(_ singular: String, _ plural: String) -> String {
      afterPercentage ? singular : plural
    }
    return switch role {
    case .mailExchange:
      pick("receive their mail through", dutch("ontvangt mail via", "ontvangen mail via"))
    case .mailbox: pick("keep their mail with", "\(has) de mail staan bij")
    case .outboundSender:
      pick("let mail be sent by", dutch("laat mail versturen door", "laten mail versturen door"))
    case .identityTenant:
      pick("left a trace of sign-in at", "\(has) een spoor van inloggen bij")
    case .authoritativeDNS: pick("have name servers run by", "\(has) naamservers bij")
    case .webEdge:
      pick("put their website behind", dutch("zet de website achter", "zetten de website achter"))
    case .webOrigin: pick("host their website with", "\(has) de website staan bij")
    case .certificateAuthority:
      pick("get certificates from", dutch("krijgt certificaten van", "krijgen certificaten van"))
    case .application:
      pick(
        "run an application with", dutch("draait een toepassing bij", "draaien een toepassing bij"))
    }
  }

  // MARK: Foot

  var source: String { pick("Source", "Bron") }
  var measured: String { pick("Measured", "Gemeten") }
  var method: String { pick("Method", "Methode") }
  var coverage: String { pick("Coverage", "Dekking") }
  var licence: String { pick("Licence", "Licentie") }
  var note: String { pick("Note", "Toelichting") }
  var scenarioBanner: String { pick("SCENARIO, NOT FACT", "SCENARIO, GEEN FEIT") }
  var fictionalBanner: String { pick("FICTIONAL EXAMPLE", "VERZONNEN VOORBEELD") }
  var dateUnknown: String { pick("date not stated in the input", "datum niet vermeld") }
}

extension Language {
  /// The language as the drawing module knows it.
  var drawing: Drawing.Language { self == .nl ? .dutch : .english }
}
