import LinchpinCore

extension Words {
  var remediesHeading: String { say("What would help most", "Wat het meest zou helpen") }
  var noRemedies: String {
    say(
      "Nothing takes a function away alone, so there is nothing to relieve.",
      "Niets neemt alleen een functie weg, dus er valt niets te verlichten.")
  }

  func together(_ unit: Unit) -> String {
    say(
      "Steps of all concerned: every one of the \(units(unit, 2)) that hangs on it for this service "
        + "gets a second provider that shares nothing with the first.",
      "Stappen van alle betrokkenen: elk van de \(units(unit, 2)) die er voor deze dienst aan hangt, "
        + "krijgt een tweede aanbieder die niets met de eerste deelt.")
  }

  var alone: String {
    say(
      "Steps of one alone: a body for all that it has, and with it what hangs on its zones, or a "
        + "provider for what it runs on.",
      "Stappen van één: een organisatie voor alles wat ze heeft, en daarmee wat aan haar zones "
        + "hangt, of een aanbieder voor waar hij op draait.")
  }

  var secondProviderFor: String { say("second provider for", "tweede aanbieder voor") }
  var whoActs: String { say("who", "wie") }
  var step: String { say("step", "stap") }
  var against: String { say("against", "tegen") }
  var acting: String { say("have to act", "moeten handelen") }
  var fewer: String { say("freed", "bevrijd") }
  var itsReach: String { say("its reach then", "bereik daarna") }
  var largestReach: String { say("largest then", "grootste daarna") }

  var largestOne: String { say("largest", "grootste") }

  func name(_ decider: Remedies.Decider, showsDetail: Bool) -> String {
    switch decider {
    case .everyone: say("all concerned", "alle betrokkenen")
    case .organisation(_, let name): showsDetail ? name : say("one body", "één organisatie")
    case .provider(_, let name): name
    }
  }

  func remediesNote(_ unit: Unit) -> String {
    say(
      "Each step relieves what by then reaches furthest, in the way that frees most. freed: "
        + "\(units(unit, 2)) that it no longer takes anything from; largest then: the furthest reach "
        + "that is left. Greedy: other steps together might do more. Bodies are named with --detail.",
      "Elke stap verlicht wat dan het verst reikt, op de wijze die het meest bevrijdt. bevrijd: "
        + "\(units(unit, 2)) waar het niets meer van wegneemt; grootste daarna: het verste bereik dat "
        + "overblijft. Stap voor stap gekozen: andere stappen samen doen misschien meer. "
        + "Organisaties staan er met --detail.")
  }
}
