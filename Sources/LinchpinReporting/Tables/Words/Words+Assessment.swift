import LinchpinCore

extension Words {
  var assessmentTitle: String {
    say(
      "Dependence on providers, companies and law",
      "Afhankelijkheid van aanbieders, bedrijven en recht")
  }
  var headline: String { say("Headline", "Kern") }
  var coverageHeading: String { say("Coverage", "Dekking") }
  var concentrationHeading: String { say("Concentration", "Concentratie") }
  var sharesHeading: String { say("Shares", "Aandelen") }
  var role: String { say("role", "rol") }
  var noRoles: String {
    say(
      "Nothing was measured for the roles asked for.", "Voor de gevraagde rollen is niets gemeten.")
  }

  /// The leading company or law of a role, with the bounds of what is certain and possible.
  func headline(_ share: Share, subject: String) -> String {
    let part = part(share.number, of: share.of, share.unit, share.share)
    let least = numbers.integer(share.least)
    let most = numbers.integer(share.most)
    let isExact = share.number == Double(share.least) && share.least == share.most
    let bounds = say(
      "; at least \(least), at most \(most)", "; ten minste \(least), ten hoogste \(most)")
    let by =
      share.level == .jurisdiction
      ? say(
        "companies established in, or controlled from, \(subject)",
        "bedrijven gevestigd in, of gecontroleerd vanuit, \(subject)") : subject
    return "\(capitalised(name(share.role))): \(part) " + say("with ", "bij ") + by
      + " (\(name(share.tier)))" + (isExact ? "" : bounds) + "."
  }

  func headlineNote(_ options: AssessmentOptions) -> String {
    say(
      "In brackets the weakest evidence counted. At least: by the strongest evidence alone. At "
        + "most: by any evidence, and every one of which something is unknown. Count: "
        + "\(name(options.shareCount)).",
      "Tussen haakjes het zwakste bewijs dat meetelt. Ten minste: alleen op het sterkste bewijs. "
        + "Ten hoogste: op elk bewijs, en allen van wie iets onbekend is. Telling: "
        + "\(name(options.shareCount)).")
  }

  var coverageNote: String {
    say(
      "Domains × role: each row adds up to the measured domains. Shares and exposure below rest "
        + "on these rows.",
      "Domeinen × rol: elke rij telt op tot de gemeten domeinen. De aandelen en blootstelling "
        + "hieronder rusten op deze rijen.")
  }

  var bounds: String { say("least–most", "minst–meest") }

  func sharesTitle(_ share: Share) -> String {
    capitalised(name(share.role)) + say(" by ", " per ") + name(share.level)
      + say(" (evidence: ", " (bewijs: ") + name(share.tier) + ")"
  }

  func sharesNote(_ options: AssessmentOptions) -> String {
    let unit = units(options.unit, 2)
    return say(
      "\(capitalised(unit)) with at least one binding, of all \(unit). Count: "
        + "\(name(options.shareCount)). Least: by the strongest evidence alone; most: by any "
        + "evidence, and everything unknown.",
      "\(capitalised(unit)) met ten minste één koppeling, van alle \(unit). Telling: "
        + "\(name(options.shareCount)). Minst: alleen op het sterkste bewijs; meest: op elk "
        + "bewijs, en al het onbekende.")
  }

  func more(_ number: Int, _ level: GroupLevel) -> String {
    let noun =
      switch level {
      case .provider:
        number == 1 ? name(level) : say("providers", "aanbieders")
      case .company: number == 1 ? name(level) : say("companies", "bedrijven")
      case .jurisdiction: number == 1 ? name(level) : say("jurisdictions", "rechtsgebieden")
      }
    return say(
      "and \(numbers.integer(number)) more \(noun)", "en nog \(numbers.integer(number)) \(noun)")
  }

  func concentrationTitle(_ level: GroupLevel) -> String {
    concentrationHeading + say(" by ", " per ") + name(level)
  }

  func concentrationNote(_ count: Count, _ unit: Unit) -> String {
    say(
      "Count: \(name(count)), unit: \(units(unit, 1)). HHI 0–10,000; CR-k, entropy / ln n, "
        + "centralization and insularity 0–1; eff. n: 10,000 / HHI, as many equal firms; "
        + "inequality is the Gini coefficient, not concentration. Unknown \(units(unit, 2)) are "
        + "left out of every metric and printed beside them. Merger thresholds (EU 1,000 and "
        + "2,000; US 1,000 and 1,800) describe markets: for scale only.",
      "Telling: \(name(count)), eenheid: \(units(unit, 1)). HHI 0–10.000; CR-k, entropie / ln n, "
        + "centralisatie en insulariteit 0–1; eff. n: 10.000 / HHI, zoveel even grote bedrijven; "
        + "ongelijk is de Gini-coëfficiënt, geen concentratie. Onbekende \(units(unit, 2)) "
        + "blijven buiten elke maat en staan ernaast. Fusiedrempels (EU 1.000 en 2.000; VS 1.000 "
        + "en 1.800) beschrijven markten: alleen ter vergelijking.")
  }

  var effective: String { say("eff. n", "eff. n") }
  var entropy: String { say("entropy", "entropie") }
  var inequality: String { say("inequality", "ongelijk") }
  var centralization: String { say("centr.", "centr.") }
  var insularity: String { say("insular", "insul.") }

  // MARK: Exposure

  var disclosureTitle: String {
    say(
      "Disclosure: who could be compelled to hand data over?",
      "Inzage: wie kan gedwongen worden gegevens af te geven?")
  }

  var cutoffTitle: String { say("Cut-off: what stops if it stops?", "Afsluiting: wat valt uit?") }

  func disclosureNote(_ unit: Unit) -> String {
    say(
      "\(capitalised(units(unit, 2))) by how much of their content has a holder under that law. "
        + "none: no holder; metadata: only identity or DNS; some, all: of the content services. "
        + "Redundancy does not help.",
      "\(capitalised(units(unit, 2))) naar hoeveel van hun inhoud een houder onder dat recht "
        + "heeft. geen: geen houder; metadata: alleen identiteit of DNS; deel, alles: van de "
        + "inhoudsdiensten. Reserve helpt hier niet.")
  }

  func dataClassNote(_ unit: Unit) -> String {
    say(
      "By kind of data: \(units(unit, 2)) with a holder of it under that law, and beside them "
        + "those of which that is not known. Kinds overlap.",
      "Per soort gegevens: \(units(unit, 2)) met een houder ervan onder dat recht, en ernaast die "
        + "van wie dat niet bekend is. Soorten overlappen.")
  }

  func name(_ kind: DataClass) -> String {
    switch kind {
    case .contentAtRest: say("stored content", "opgeslagen inhoud")
    case .contentInTransit: say("in transit", "onderweg")
    case .identity: say("identity", "identiteit")
    case .metadata: "metadata"
    }
  }

  func cutoffNote(_ unit: Unit, _ mode: FailureMode) -> String {
    say(
      "\(capitalised(units(unit, 2))) by what they lose if everything under that law stops. "
        + "Mode: \(name(mode)).",
      "\(capitalised(units(unit, 2))) naar wat ze verliezen als alles onder dat recht stopt. "
        + "Modus: \(name(mode)).")
  }

  var disclosureScale: [String] {
    [nothing, "metadata", say("some", "deel"), say("all", "alles"), unknown]
  }

  var cutoffScale: [String] {
    [UnitState.unaffected, .degraded, .lost, .allLost, .unknown].map { name($0) }
  }

  // MARK: Cut by an attribute

  func by(_ dimension: Dimension) -> String { say("By ", "Per ") + name(dimension) }

  func other(_ number: Int, _ dimension: Dimension) -> String {
    say("other (\(numbers.integer(number)))", "overige (\(numbers.integer(number)))")
  }

  var unstated: String { say("(not stated)", "(niet vermeld)") }
  var leader: String { say("leading company", "grootste bedrijf") }
}
