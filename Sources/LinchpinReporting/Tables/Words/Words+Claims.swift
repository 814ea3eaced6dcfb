import LinchpinCore

extension Words {
  var claimsTitle: String {
    say(
      "Our attribution beside a published one",
      "Onze toewijzing naast een gepubliceerde")
  }
  var claimsFile: String { say("Claims", "Beweringen") }
  var claimed: String { say("they say", "zij zeggen") }
  var ourAnswer: String { say("we say", "wij zeggen") }
  var operatorWord: String { say("operator", "aanbieder") }
  var both: String { say("both", "beide") }
  var onlyOurs: String { say("only ours", "alleen wij") }
  var onlyTheirs: String { say("only theirs", "alleen zij") }
  var neither: String { say("neither", "geen van beide") }
  var setApart: String { say("set apart", "apart gezet") }
  var agreement: String { say("agreement", "overeenstemming") }
  var reasonWord: String { say("why", "waarom") }
  var agreementHeading: String { say("Operator by operator", "Per aanbieder") }
  var matrixHeading: String { say("Confusion matrix", "Verwarringsmatrix") }
  var differencesHeading: String {
    say("Where they differ, and why", "Waar ze verschillen, en waarom")
  }
  var matrixNote: String {
    say(
      "Rows are their words, columns our answers; a word that names no operator of the catalogue "
        + "can only agree that none of the named ones is there.",
      "Rijen zijn hun woorden, kolommen onze antwoorden; een woord dat geen aanbieder van de "
        + "catalogus noemt, kan alleen bevestigen dat geen van de genoemde er is.")
  }
  var differencesHint: String {
    say(
      "--verbose shows the records behind each; --csv has one row each, with both sources.",
      "--verbose toont de records erachter; --csv heeft er een regel voor elk, met beide bronnen.")
  }

  /// “317 of 342 domains agree, 22 differ on purpose, 3 otherwise: 99.1% of those not set apart.”
  func claimsHeadline(_ comparison: ClaimComparison) -> String {
    let share = comparison.share.map { numbers.percentage($0) } ?? "–"
    let parts = [
      comparison.agreeing, comparison.compared, comparison.setApart, comparison.disagreeing,
    ].map { numbers.integer($0) }
    return say(
      "\(parts[0]) of \(parts[1]) domains agree on every operator that the claims name. "
        + "\(parts[2]) differ only where we decide otherwise on purpose, \(parts[3]) elsewhere: "
        + "agreement \(share) after setting the former apart.",
      "\(parts[0]) van \(parts[1]) domeinen stemmen overeen over elke aanbieder die de beweringen "
        + "noemen. \(parts[2]) verschillen alleen waar wij met opzet anders beslissen, \(parts[3]) "
        + "elders: overeenstemming \(share) als de eerste apart worden gezet.")
  }

  func claimsReach(_ comparison: ClaimComparison) -> String {
    let unmeasured = numbers.integer(comparison.unmeasured.count)
    let unclaimed = numbers.integer(comparison.unclaimed)
    return say(
      "Not compared: \(unmeasured) domains that are claimed and not in our input, \(unclaimed) in "
        + "our input that nobody claims anything of.",
      "Niet vergeleken: \(unmeasured) domeinen waarover iets beweerd wordt en die niet in onze "
        + "invoer staan, \(unclaimed) in onze invoer waarover niets beweerd wordt.")
  }

  /// A column of the matrix: their word for an operator of ours, or a status.
  func claimColumn(_ column: String) -> String {
    if column == "other" { return say("other", "ander") }
    return BindingStatus.allCases.first { $0.label == column }.map { name($0) } ?? column.visible
  }

  func differenceClass(_ group: ClaimComparison.DifferenceClass) -> String {
    let number = numbers.integer(group.members.count)
    let side = group.side == .ours ? onlyOurs : onlyTheirs
    let purpose = group.reason.isDeliberate ? say(" (on purpose)", " (met opzet)") : ""
    return "\(number) × \(group.word.visible), \(name(group.role)), \(side)\(purpose): "
      + name(group.reason)
  }

  func name(_ reason: ClaimComparison.Reason) -> String {
    switch reason {
    case .exchangerName: say("an exchanger bears its name", "een mailserver draagt zijn naam")
    case .exchangerNetwork:
      say("an exchanger lies in its network", "een mailserver staat in zijn netwerk")
    case .dkimTarget: say("a DKIM selector points to it", "een DKIM-selector wijst ernaar")
    case .autodiscoverAlone:
      say(
        "autodiscover points to it and nothing else; we count that",
        "autodiscover wijst ernaar en verder niets; wij tellen dat")
    case .traceAlone:
      say(
        "only tokens, a tenant or SPF speak of it; we do not count traces",
        "alleen tokens, een tenant of SPF noemen hem; wij tellen sporen niet")
    case .exchangerOnly:
      say(
        "it runs an exchanger, but other records name somebody else's mailbox",
        "hij heeft een mailserver, maar andere records noemen de mailbox van een ander")
    case .hiddenByGateway:
      say(
        "a gateway stands in front and no record of ours names what is behind",
        "er staat een gateway voor en geen record van ons noemt wat erachter staat")
    case .notAnswered:
      say("our input has no usable answer", "onze invoer heeft geen bruikbaar antwoord")
    case .noRecord: say("no record of ours names it", "geen record van ons noemt hem")
    }
  }
}
