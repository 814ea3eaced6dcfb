import LinchpinCore

extension Words {
  var tiesHeading: String { say("Ties as ranges", "Banden als bereik") }
  var group: String { say("group", "groep") }
  var blast: String { say("blast radius", "uitvalbereik") }
  var interval: String { say("95% interval", "95%-interval") }

  func tiesTitle(_ service: ServiceTies, _ level: GroupLevel) -> String {
    say(
      "Tied by \(name(service.service)), by \(name(level)), of \(numbers.integer(service.of)) "
        + units(service.unit, service.of),
      "Verbonden door \(name(service.service)), per \(name(level)), van "
        + "\(numbers.integer(service.of)) " + units(service.unit, service.of))
  }

  func tiesPartTitle(_ service: ServiceTies, _ group: String) -> String {
    say(
      "Tied to \(group) by \(name(service.service))",
      "Verbonden met \(group) door \(name(service.service))")
  }

  var tiesNote: String {
    say(
      "Any binding of the service counts. Routing is part of inferred, and inferred of trace; they "
        + "do not bound the truth. Least: routing. Most: every unit tied by any evidence or of "
        + "which something is hidden, unattributed, failed, unmeasured or under an unknown law.",
      "Elke koppeling van de dienst telt. Routering is deel van afgeleid, en afgeleid van spoor; ze "
        + "begrenzen de waarheid niet. Minst: routering. Meest: alles wat door enig bewijs "
        + "verbonden is of waarvan iets verborgen, onbepaald, mislukt, ongemeten of onder onbekend "
        + "recht is.")
  }

  func flips(_ group: String) -> String {
    say("Who flips for \(group):", "Wie omslaat voor \(group):")
  }

  func flips(_ ids: [String], _ tier: Tier) -> String {
    say("only by \(name(tier))", "alleen door \(name(tier))")
      + " (\(numbers.integer(ids.count))): " + ids.joined(separator: ", ")
  }

  func tiesUnknown(_ ids: [String]) -> String {
    say("Something unknown", "Iets onbekend") + " (\(numbers.integer(ids.count))): "
      + ids.joined(separator: ", ")
  }

  var withoutCompanyHeading: String {
    say("Largest operators without a known company", "Grootste aanbieders zonder bekend bedrijf")
  }
  var withoutCompanyNote: String {
    say(
      "Their law is unknown. An entry in a catalogue file with company and source mends it.",
      "Hun recht is onbekend. Een regel in een catalogusbestand met bedrijf en bron verhelpt dat.")
  }

  var reachHeading: String { say("Reach beside what stops", "Bereik naast wat uitvalt") }
  var reachNote: String {
    say(
      "Direct: with a binding. C: also through operators that run on it; I: where nothing stands "
        + "beside it (Kashaf et al., IMC 2020); both are unions. Blast radius: what stops when it "
        + "stops alone. Where it is larger than I, two operators share a dependency nobody sees.",
      "Rechtstreeks: met een koppeling. C: ook via aanbieders die erop draaien; I: waar niets "
        + "naast staat (Kashaf e.a., IMC 2020); beide zijn verenigingen. Uitvalbereik: wat uitvalt "
        + "als alleen dit uitvalt. Is dat groter dan I, dan delen twee aanbieders iets wat niemand "
        + "ziet.")
  }

  var sampleNote: String {
    say(
      "Taken as a simple random sample: Wilson intervals at 95%. They say nothing of what is not "
        + "known; for that there are the bounds.",
      "Opgevat als een enkelvoudige aselecte steekproef: Wilson-intervallen van 95%. Ze zeggen niets "
        + "over wat onbekend is; daarvoor zijn de grenzen.")
  }

  func name(_ service: Service) -> String {
    switch service {
    case .mail: say("mail", "mail")
    case .web: say("web", "web")
    case .dns: "DNS"
    case .identity: say("identity", "identiteit")
    case .application: say("application", "toepassing")
    }
  }
}
