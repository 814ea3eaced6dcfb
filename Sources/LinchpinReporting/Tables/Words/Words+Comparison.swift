import LinchpinCore

extension Words {
  var comparisonTitle: String { say("What changed", "Wat is er veranderd") }
  var before: String { say("before", "voor") }
  var after: String { say("after", "na") }
  var change: String { say("change", "verschil") }
  var from: String { say("from", "van") }
  var to: String { say("to", "naar") }
  var question: String { say("question", "vraag") }

  var membershipHeading: String { say("Who is compared", "Wie er vergeleken wordt") }
  var added: String { say("added", "nieuw") }
  var removed: String { say("removed", "verdwenen") }
  var kept: String { say("kept", "gebleven") }

  var movesHeading: String { say("Who moved", "Wie er verhuisde") }
  var noMoves: String {
    say("No domain moved in the roles asked for.", "Geen domein verhuisde in de gevraagde rollen.")
  }
  var movesNote: String {
    say(
      "Domains present at both dates; a domain with several providers can move more than once.",
      "Domeinen die op beide data voorkomen; een domein met meer aanbieders kan vaker verhuizen.")
  }

  func name(_ kind: Comparison.Move.Kind) -> String {
    switch kind {
    case .moved: say("moved", "verhuisd")
    case .new: say("new", "nieuw")
    case .gone: say("gone", "weg")
    case .addedSecond: say("added a second", "tweede erbij")
    case .droppedSecond: say("dropped a second", "tweede weg")
    }
  }

  /// One side of a move: a provider's name, a status in words, or nobody.
  func party(_ id: String, _ name: String) -> String {
    if id.isEmpty { return "–" }
    let status = BindingStatus.allCases.first { "(\($0.label))" == id }
    return status.map { "(\(self.name($0)))" } ?? name.visible
  }

  func name(_ cause: Comparison.Cause) -> String {
    switch cause {
    case .records: say("records changed", "records veranderd")
    case .coverage: say("newly asked or newly failed", "nieuw gevraagd of nieuw mislukt")
    }
  }

  func name(_ question: Question) -> String {
    switch question {
    case .mx: "MX"
    case .ns: "NS"
    case .address: say("address", "adres")
    case .cname: "CNAME"
    case .spf: "SPF"
    case .dkim: "DKIM"
    case .autodiscover: "autodiscover"
    case .txt: "TXT"
    case .tenant: "tenant"
    case .application: say("application", "toepassing")
    }
  }

  var recordsHeading: String { say("Records that changed", "Records die veranderden") }
  var recordsNote: String {
    say(
      "Domains × question, over domains present at both dates.",
      "Domeinen × vraag, over domeinen die op beide data voorkomen.")
  }

  var totalsHeading: String { say("Shares before and after", "Aandelen voor en na") }
  func totalsNote(_ options: AssessmentOptions) -> String {
    let unit = options.unit
    let counted =
      say("Evidence: ", "Bewijs: ") + name(options.tier) + say("; count: ", "; telling: ")
      + name(options.shareCount) + ". "
    return counted
      + say(
        "\(capitalised(units(unit, 2))), each date over its own population, one catalogue. A "
          + "difference holds changes of population, records and coverage together.",
        "\(capitalised(units(unit, 2))), elke datum over haar eigen populatie, één catalogus. Een "
          + "verschil bevat veranderingen van populatie, records en dekking samen.")
  }
  var unchanged: String { say("No share changed.", "Geen aandeel veranderde.") }
}
