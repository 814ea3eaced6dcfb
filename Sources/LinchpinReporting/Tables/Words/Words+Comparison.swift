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

  var weight: String { say("weight", "gewicht") }

  func movesBy(_ dimension: Dimension, _ level: GroupLevel) -> String {
    say("The same by ", "Hetzelfde per ") + name(dimension) + ":"
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
    case .population, .rules, .ownership: shortName(cause)
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
    case .soa: "SOA"
    case .caa: "CAA"
    case .certificate: say("certificate", "certificaat")
    case .wildcard: "wildcard"
    }
  }

  var crossings: String {
    say("From one legal order to another:", "Van het ene recht naar het andere:")
  }
  var singlePointsHeading: String {
    say(
      "Single points of failure that appeared or vanished",
      "Knelpunten die verschenen of verdwenen")
  }
  var appeared: String { say("appeared", "verschenen") }
  var vanished: String { say("vanished", "verdwenen") }
  var kindColumn: String { say("kind", "soort") }

  func singlePoints(_ appeared: Int, _ vanished: Int) -> String {
    let counts = [appeared, vanished].map { numbers.integer($0) }
    return say(
      "\(counts[0]) appeared, \(counts[1]) vanished; the numbers are units that lose a service.",
      "\(counts[0]) verschenen, \(counts[1]) verdwenen; de getallen zijn eenheden die een dienst "
        + "verliezen.")
  }

  var recordsHeading: String { say("Records that changed", "Records die veranderden") }
  var recordsNote: String {
    say(
      "Domains × question, over domains present at both dates.",
      "Domeinen × vraag, over domeinen die op beide data voorkomen.")
  }

  var totalsHeading: String {
    say("What changed in the totals, and why", "Wat er in de totalen veranderde, en waarom")
  }
  var concentrationChangeHeading: String {
    say("Concentration before and after", "Concentratie voor en na")
  }
  var exposureChangeHeading: String { say("Exposure before and after", "Blootstelling voor en na") }
  var level: String { say("by", "per") }
  var metric: String { say("measure", "maat") }
  var disclosureQuestion: String { say("disclosure", "inzage") }
  var cutoffQuestion: String { say("cut-off", "afsluiting") }
  var unchanged: String { say("No total changed.", "Geen totaal veranderde.") }
  /// Stands beside a part whose sign depends on the order in which causes are taken.
  var inseparableMark: String { "†" }

  func by(_ dimension: Dimension, _ level: GroupLevel) -> String {
    capitalised(name(level)) + say(", by ", ", per ") + name(dimension)
  }

  /// The classes of disclosure and cut-off, by their key in the machine formats.
  func className(_ key: String) -> String {
    switch key {
    case "none": say("none", "geen")
    case "metadata": say("metadata", "metadata")
    case "some": say("some content", "deel van de inhoud")
    case "all": say("all content", "alle inhoud")
    case "unaffected": name(UnitState.unaffected)
    case "degraded": name(UnitState.degraded)
    case "lost": name(UnitState.lost)
    case "allLost": name(UnitState.allLost)
    default: unknown
    }
  }

  func shortName(_ cause: Comparison.Cause) -> String {
    switch cause {
    case .population: say("population", "populatie")
    case .records: say("records", "records")
    case .coverage: say("coverage", "dekking")
    case .rules: say("rules", "regels")
    case .ownership: say("ownership", "eigendom")
    }
  }

  /// “mailbox, Northmail: 323 before, 330 after; 5 left (records), 12 came (10 records, 2 coverage)”;
  /// nil where nobody came or left.
  func bothWays(_ total: TotalChange, _ title: String) -> String? {
    func count(_ lists: [Comparison.Cause: [String]]) -> Int {
      lists.values.reduce(0) { $0 + $1.count }
    }
    func reasons(_ lists: [Comparison.Cause: [String]]) -> String {
      let named = Comparison.Cause.allCases.filter { lists[$0] != nil }
      if named.count == 1 { return " (\(shortName(named[0])))" }
      let found = named.map { "\(numbers.integer(lists[$0]?.count ?? 0)) \(shortName($0))" }
      return found.isEmpty ? "" : " (\(found.joined(separator: ", ")))"
    }
    if total.gained.isEmpty, total.lost.isEmpty { return nil }
    let sizes =
      numbers.count(total.before ?? 0) + say(" before, ", " voor, ")
      + numbers.count(total.after ?? 0) + say(" after", " na")
    return "\(title): \(sizes); \(numbers.integer(count(total.lost))) "
      + say("left", "vertrokken") + reasons(total.lost)
      + ", \(numbers.integer(count(total.gained))) " + say("came", "kwamen")
      + reasons(total.gained)
  }

  /// With a sample: the interval of each date, and whether the change could be chance.
  func sampled(_ total: TotalChange, of before: Int, _ after: Int) -> String? {
    guard let first = total.before, let last = total.after,
      let one = WilsonInterval(Int(first), of: before),
      let two = WilsonInterval(Int(last), of: after)
    else { return nil }
    let kept: [Comparison.Cause] = [.records, .coverage, .rules, .ownership]
    let left = kept.reduce(0) { $0 + (total.lost[$1]?.count ?? 0) }
    let came = kept.reduce(0) { $0 + (total.gained[$1]?.count ?? 0) }
    func range(_ range: WilsonInterval) -> String {
      "\(numbers.percentage(range.low))–\(numbers.percentage(range.high))"
    }
    return say("95% interval ", "95%-interval ") + range(one) + say(" before, ", " voor, ")
      + range(two) + say(" after; McNemar p = ", " na; McNemar p = ")
      + numbers.decimal(SampleStatistics.mcNemar(left: left, came: came), 3)
  }

  func causesNote(_ options: AssessmentOptions, _ causes: Causes) -> String {
    let counted =
      capitalised(units(options.unit, 2)) + say("; evidence: ", "; bewijs: ")
      + name(options.tier) + say("; count: ", "; telling: ") + name(options.shareCount) + ". "
    let rules =
      causes.hasTwoCatalogues
      ? "" : say("One catalogue for both dates. ", "Eén catalogus voor beide data. ")
    let marked = causes.totals.contains { total in
      Comparison.Cause.allCases.contains { total.isInseparable($0) }
    }
    return counted + rules
      + say(
        "before + parts = after. Population: who is counted; records: answers of both dates; "
          + "coverage: newly asked or newly failed; rules: catalogue; ownership: edges that "
          + "started or ended in between. The order of the causes is a convention: in brackets the "
          + "least and greatest value over all orders.",
        "voor + delen = na. Populatie: wie er geteld wordt; records: antwoorden van beide data; "
          + "dekking: nieuw gevraagd of nieuw mislukt; regels: catalogus; eigendom: eigendom dat "
          + "er tussenin begon of eindigde. De volgorde van de oorzaken is een afspraak: tussen "
          + "haakjes de kleinste en grootste waarde over alle volgordes.")
      + (marked
        ? say(" † cannot be separated from the others.", " † niet van de andere te scheiden.")
        : "")
  }
}
