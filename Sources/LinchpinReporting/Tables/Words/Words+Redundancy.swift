import LinchpinCore

extension Words {
  var ordersHeading: String {
    say("How many must stop together", "Hoeveel er samen moeten stoppen")
  }
  var broughtTogether: String { say("counted as", "geteld als") }

  func name(_ order: FailureOrder) -> String {
    switch order {
    case .one: numbers.integer(1)
    case .two: numbers.integer(2)
    case .three: numbers.integer(3)
    case .more: say("more", "meer")
    case .none: say("none", "geen")
    case .unknown: unknown
    }
  }

  func ordersNote(_ unit: Unit) -> String {
    say(
      "\(capitalised(units(unit, 2))) by the smallest number of providers, then companies, then "
        + "legal orders that must stop together before the function is lost at one of their domains. "
        + "What needs two providers and one company has one owner behind both. none: nothing of the "
        + "kind stops it, as with machines of one's own; unknown: it hangs on what is not known.",
      "\(capitalised(units(unit, 2))) naar het kleinste aantal aanbieders, dan bedrijven, dan "
        + "rechtsgebieden die samen moeten stoppen voor de functie op een van hun domeinen weg is. Wat "
        + "twee aanbieders en één bedrijf vergt, heeft achter beide één eigenaar. geen: niets van deze "
        + "soort stopt het, zoals bij eigen machines; onbekend: het hangt aan iets onbekends.")
  }

  var sharedHeading: String { say("Redundancy that is not", "Reserve die er geen is") }
  var oneOf: String { say("one", "één") }
  var providers: String { say("providers", "aanbieders") }

  func name(_ kind: SharedDependency.Kind) -> String {
    switch kind {
    case .owner: say("owner", "eigenaar")
    case .network: say("network", "netwerk")
    case .dnsOperator: say("DNS operator", "DNS-beheerder")
    case .platform: say("platform", "platform")
    case .law: say("law", "recht")
    }
  }

  func nothingShared(_ unit: Unit) -> String {
    say(
      "No function of the \(units(unit, 2)) has several providers with one thing seen behind them.",
      "Geen functie van de \(units(unit, 2)) heeft meer aanbieders met één ding erachter dat gezien is."
    )
  }

  var sharedNote: String {
    say(
      "Two providers or more, none of which stops the function alone, and one thing behind them that "
        + "does. Only what is known is listed: where a provider, owner or network is unknown, nothing "
        + "is said of it.",
      "Twee of meer aanbieders, waarvan geen alleen de functie stopt, en één ding erachter dat dat "
        + "wel doet. Alleen wat bekend is, staat hier: waar aanbieder, eigenaar of netwerk onbekend "
        + "is, wordt er niets over gezegd.")
  }

  var cutsHeading: String {
    say("What must stop together, each", "Wat er samen moet stoppen, per stuk")
  }
}
