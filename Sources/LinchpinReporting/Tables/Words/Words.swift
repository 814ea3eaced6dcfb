import LinchpinCore

/// Every word that reports print, in each language, in one place.
///
/// `Words.swift` holds terms; the extensions beside it hold the sentences of one report each.
struct Words: Sendable {
  let language: Language

  init(_ language: Language) { self.language = language }

  var numbers: NumberStyle { NumberStyle(language) }

  /// The wording of the language in use.
  func say(_ en: String, _ nl: String) -> String { language == .en ? en : nl }

  // MARK: Terms of the model

  func name(_ role: Role) -> String {
    switch role {
    case .mailExchange: say("mail exchange", "mailontvangst")
    case .mailbox: say("mailbox", "mailbox")
    case .outboundSender: say("outbound sender", "mailverzending")
    case .identityTenant: say("identity tenant", "identiteit")
    case .authoritativeDNS: say("authoritative DNS", "gezaghebbende DNS")
    case .webEdge: say("web edge", "webrand (CDN)")
    case .webOrigin: say("web origin", "webserver")
    case .certificateAuthority: say("certificates", "certificaten")
    case .application: say("application", "toepassing")
    }
  }

  func name(_ status: BindingStatus) -> String {
    switch status {
    case .attributed: say("attributed", "toegewezen")
    case .selfHosted: say("self-hosted", "eigen beheer")
    case .unattributed: say("unattributed", "onbepaald")
    case .hidden: say("hidden", "verborgen")
    case .absent: say("absent", "afwezig")
    case .failed: say("failed", "mislukt")
    case .notMeasured: say("not measured", "niet gemeten")
    }
  }

  func name(_ tier: Tier) -> String {
    switch tier {
    case .routing: say("routing", "routering")
    case .inferred: say("inferred", "afgeleid")
    case .trace: say("trace", "spoor")
    }
  }

  func name(_ level: GroupLevel) -> String {
    switch level {
    case .provider: say("provider", "aanbieder")
    case .company: say("company", "bedrijf")
    case .jurisdiction: say("jurisdiction", "rechtsgebied")
    }
  }

  func name(_ kind: Node.Kind) -> String {
    switch kind {
    case .provider: name(GroupLevel.provider)
    case .company: name(GroupLevel.company)
    case .jurisdiction: name(GroupLevel.jurisdiction)
    case .host: say("host", "host")
    case .network: say("network", "netwerk")
    }
  }

  func name(_ function: Function) -> String {
    switch function {
    case .receive: say("receive mail", "mail ontvangen")
    case .read: say("read mail", "mail lezen")
    case .send: say("send mail", "mail verzenden")
    case .dns: say("DNS", "DNS")
    case .web: say("web", "web")
    case .identity: say("identity", "identiteit")
    case .application: say("application", "toepassing")
    }
  }

  func name(_ dimension: Dimension) -> String {
    switch dimension {
    case .sector: say("sector", "sector")
    case .country: say("country", "land")
    case .region: say("region", "regio")
    }
  }

  func name(_ count: Count) -> String {
    switch count {
    case .any: say("any (counts overlap)", "elk (tellingen overlappen)")
    case .fractional: say("fractional", "in delen")
    case .primary: say("primary", "eerste voorkeur")
    }
  }

  func name(_ mode: FailureMode) -> String {
    switch mode {
    case .outage:
      say("outage (any mail exchanger stands in)", "storing (elke mailserver kan invallen)")
    case .termination:
      say(
        "termination (only the most preferred mail exchangers count)",
        "opzegging (alleen de mailservers met de eerste voorkeur tellen)")
    }
  }

  func name(_ scope: CutoffScope) -> String {
    switch scope {
    case .entity:
      say(
        "entity: companies with their seat there", "entity: bedrijven die daar gevestigd zijn")
    case .group:
      say(
        "group: companies with their seat there or controlled from there",
        "group: bedrijven die daar gevestigd zijn of van daaruit gecontroleerd worden")
    case .licences:
      say(
        "licences: companies with their seat there, controlled from there, or running on "
          + "technology licensed from there",
        "licences: bedrijven die daar gevestigd zijn, van daaruit gecontroleerd worden, of op "
          + "technologie draaien die van daaruit in licentie is gegeven")
    }
  }

  func name(_ state: FunctionState) -> String {
    switch state {
    case .unaffected: name(UnitState.unaffected)
    case .degraded: name(UnitState.degraded)
    case .lost: say("lost", "weg")
    case .unknown: unknown
    }
  }

  func name(_ state: UnitState) -> String {
    switch state {
    case .allLost: say("all lost", "alles weg")
    case .lost: say("some lost", "deel weg")
    case .degraded: say("degraded", "verzwakt")
    case .unaffected: say("unaffected", "ongemoeid")
    case .unknown: unknown
    }
  }

  var unknown: String { say("unknown", "onbekend") }
  var share: String { say("share", "aandeel") }
  var law: String { say("law", "recht") }
  var yes: String { say("yes", "ja") }
  var no: String { say("no", "nee") }
  var status: String { say("status", "status") }
  var source: String { say("source", "bron") }
  var bindingsTitle: String { say("Bindings and their evidence", "Koppelingen en hun bewijs") }
  var nothing: String { say("none", "geen") }

  /// A unit's name in the number it is counted in.
  func units(_ unit: Unit, _ number: Int) -> String {
    switch unit {
    case .organisation:
      number == 1 ? say("organisation", "organisatie") : say("organisations", "organisaties")
    case .domain: number == 1 ? say("domain", "domein") : say("domains", "domeinen")
    }
  }

  /// “257 of 342 organisations (75.1%)”, and below 30 units without the percentage.
  func part(_ number: Double, of whole: Int, _ unit: Unit, _ share: Double?) -> String {
    let count = numbers.count(number) + say(" of ", " van ") + numbers.integer(whole)
    let percentage = share.map { " (\(numbers.percentage($0)))" } ?? ""
    return "\(count) \(units(unit, whole))\(percentage)"
  }

  func list(_ items: [String], last: String) -> String {
    guard let final = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(last) " + final
  }

  func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
