import LinchpinCore

extension Words {
  var chokepointsTitle: String { say("Single points of failure", "Enkelvoudige breekpunten") }

  func chokepointsNote(_ unit: Unit, of whole: Int) -> String {
    say(
      "\(capitalised(units(unit, 2))), of \(numbers.integer(whole)), that lose a function when "
        + "this one thing stops. direct: a lost service names it; indirect: it is lost only "
        + "through something else; the two add up. Mail lost means receive or read.",
      "\(capitalised(units(unit, 2))), van \(numbers.integer(whole)), die een functie verliezen "
        + "als dit ene stopt. direct: een verloren dienst noemt het; indirect: alleen via iets "
        + "anders verloren; samen zijn ze het totaal. Mail weg betekent ontvangen of lezen.")
  }

  var kind: String { say("kind", "soort") }
  var nameHeading: String { say("name", "naam") }
  var direct: String { say("direct", "direct") }
  var indirect: String { say("indirect", "indirect") }
  var total: String { say("total", "totaal") }

  func noChokepoints(_ unit: Unit) -> String {
    say(
      "Nothing observed takes a function from any of the \(units(unit, 2)) when it stops alone.",
      "Niets wat gezien is, ontneemt een van de \(units(unit, 2)) een functie als het alleen stopt."
    )
  }

  /// - Parameter isWidest: whether nothing that is left out reaches further.
  func chokepointHeadline(
    _ point: Chokepoint, _ unit: Unit, name shown: String, isWidest: Bool
  ) -> String {
    let part = part(Double(point.number), of: point.of, unit, point.share)
    let first =
      isWidest
      ? say("The widest reach has", "Het grootste bereik heeft")
      : say(
        "Of all that is shown, the widest reach has", "Het grootste bereik van wat hier staat heeft"
      )
    return say(
      "\(first) \(shown): when it stops, \(part) lose a function: "
        + "\(numbers.integer(point.direct)) directly, \(numbers.integer(point.indirect)) only "
        + "through something else.",
      "\(first) \(shown): stopt het, dan verliezen \(part) een functie: "
        + "\(numbers.integer(point.direct)) direct, \(numbers.integer(point.indirect)) alleen via "
        + "iets anders.")
  }

  func hiddenPoints(_ number: Int) -> String {
    say(
      "\(numbers.integer(number)) hosts and networks are left out; --detail shows them.",
      "\(numbers.integer(number)) hosts en netwerken zijn weggelaten; --detail toont ze.")
  }

  func morePoints(_ number: Int) -> String {
    say("and \(numbers.integer(number)) more", "en nog \(numbers.integer(number))")
  }

  var setsHeading: String { say("Joint failures", "Gezamenlijke uitval") }
  var exact: String { say("exact", "exact") }
  var upperBound: String { say("at most", "ten hoogste") }
  var members: String { say("members", "onderdelen") }

  func setsNote(_ unit: Unit, isWeighted: Bool) -> String {
    let what = isWeighted ? say("the weight", "het gewicht") : say("the number", "het aantal")
    return say(
      "\(capitalised(units(unit, 2))) that lose a function when all members stop together. at most: "
        + "no set of this size takes more of \(what); where it equals what was found, that is proven.",
      "\(capitalised(units(unit, 2))) die een functie verliezen als alle onderdelen samen stoppen. "
        + "ten hoogste: geen verzameling van deze omvang neemt meer van \(what); is het gelijk aan "
        + "wat gevonden is, dan is dat bewezen.")
  }

  func plural(_ kind: Node.Kind) -> String {
    switch kind {
    case .provider: say("providers", "aanbieders")
    case .company: say("companies", "bedrijven")
    case .jurisdiction: say("jurisdictions", "rechtsgebieden")
    case .host: say("hosts", "hosts")
    case .network: say("networks", "netwerken")
    }
  }

  func addressCoverage(_ coverage: AddressCoverage) -> String {
    let (known, all) = (
      numbers.integer(coverage.withAddress), numbers.integer(coverage.hosts)
    )
    let routed = numbers.integer(coverage.withNetwork)
    return say(
      "Networks rest on the addresses that are known: \(known) of \(all) hosts named by "
        + "\(coverage.record.label) records have one, \(routed) of them in a known network. What is "
        + "true of the others is unknown.",
      "Netwerken rusten op de adressen die bekend zijn: \(known) van \(all) hosts in "
        + "\(coverage.record.label)-records hebben er een, \(routed) daarvan in een bekend netwerk. "
        + "Wat voor de andere geldt, is onbekend.")
  }

  var supportHeading: String { say("Unobserved support", "Niet-waargenomen steun") }
  var supportNote: String {
    say(
      "These hold each other up and were observed working, though nothing seen holds them up; "
        + "they are taken to stand until something they need fails.",
      "Deze houden elkaar overeind en werkten toen er gemeten werd, hoewel niets wat gezien is ze "
        + "draagt; ze gelden als staand tot iets wat ze nodig hebben uitvalt.")
  }

  var needs: String { say("needs", "heeft nodig") }
  var record: String { say("record", "record") }

  func hiddenRecords(_ number: Int) -> String {
    say(
      "\(numbers.integer(number)) records say so; --detail lists them.",
      "\(numbers.integer(number)) records zeggen dat; --detail toont ze.")
  }

  // MARK: What if

  var whatIfTitle: String { say("What if this stops?", "Wat als dit stopt?") }
  var stopped: String { say("Stopped", "Gestopt") }
  var mode: String { say("Mode", "Modus") }
  var state: String { say("state", "toestand") }
  var unitsHeading: String { say("What becomes of each", "Wat er van elk wordt") }
  var functionHeading: String { say("function", "functie") }

  func whatIfHeadline(_ result: WhatIf, share: Double?) -> String {
    let part = part(Double(result.losing), of: result.of, result.unit, share)
    let all = numbers.integer(result.units[.allLost, default: 0])
    let unknown = numbers.integer(result.units[.unknown, default: 0])
    return say(
      "\(part) lose at least one function, \(all) of "
        + "them all they have; for \(unknown) it is unknown.",
      "\(part) verliezen ten minste één functie, \(all) "
        + "daarvan alles; voor \(unknown) is het onbekend.")
  }

  func ifStops(_ things: [String]) -> String {
    say("If these stop: ", "Als dit stopt: ") + things.joined(separator: ", ")
  }

  func functionsNote(_ unit: Unit) -> String {
    say(
      "\(capitalised(units(unit, 2))) that have the function, by the worst of their domains. "
        + "\(onlyGateway): of those that lose receiving, the ones of which nothing but a gateway in "
        + "front of the mailbox stops; whether reading stands is in its own row.",
      "\(capitalised(units(unit, 2))) die de functie hebben, naar het slechtste van hun domeinen. "
        + "\(onlyGateway): van wie ontvangen verliest, degenen van wie alleen een gateway voor de "
        + "mailbox stopt; of lezen overeind blijft, staat in zijn eigen regel.")
  }

  /// Said where a function is unknown throughout: then none can be called safe.
  func nothingSeen(_ functions: [Function], _ unit: Unit) -> String {
    let names = list(functions.map { name($0) }, last: say("and", "en"))
    return say(
      "Of \(names) nothing is known for any of the \(units(unit, 2)), for want of an answer: none "
        + "of them can be called unaffected.",
      "Van \(names) is voor geen van de \(units(unit, 2)) iets bekend, bij gebrek aan antwoord: "
        + "van geen van hen mag gezegd worden dat er niets gebeurt.")
  }

  var onlyGateway: String { say("only a gateway", "alleen een gateway") }

  var wavesHeading: String { say("The cascade, wave by wave", "De kettingreactie, golf na golf") }
  var wave: String { say("wave", "golf") }
  var falls: String { say("falls", "valt uit") }

  func firstLosses(_ unit: Unit) -> String {
    say(
      "services: \(units(unit, 2)), first loss",
      "diensten: \(units(unit, 2)), eerste verlies")
  }

  func wavesNote(_ unit: Unit) -> String {
    say(
      "A wave is a step of the reasoning, not of time: what needs all falls with the first it "
        + "needs, what needs any with the last. Beside a thing stand the \(units(unit, 2)) that lose "
        + "a function by a service that names it; they overlap.",
      "Een golf is een stap van de redenering, niet van de tijd: wat alles nodig heeft, valt met "
        + "het eerste, wat een van meer nodig heeft met het laatste. Naast een ding staan de "
        + "\(units(unit, 2)) die een functie verliezen door een dienst die het noemt; ze overlappen."
    )
  }

  var losersHeading: String { say("Who loses what", "Wie wat verliest") }
  var loses: String { say("loses", "verliest") }
  var because: String { say("because", "doordat") }
}
