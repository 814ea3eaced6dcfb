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
    let tail = say(
      " At least \(numbers.integer(share.least)) by the strongest evidence, at most "
        + "\(numbers.integer(share.most)) counting traces and everything unknown.",
      " Ten minste \(numbers.integer(share.least)) op het sterkste bewijs, ten hoogste "
        + "\(numbers.integer(share.most)) met sporen en al het onbekende.")
    let isExact = share.number == Double(share.least) && share.least == share.most
    let tier = name(share.tier)
    let role = capitalised(name(share.role))
    let sentence =
      share.level == .jurisdiction
      ? say(
        "\(role): \(part) under the law of \(subject)",
        "\(role): \(part) onder het recht van \(subject)")
      : say("\(role): \(part) with \(subject)", "\(role): \(part) bij \(subject)")
    return sentence + " (\(tier))." + (isExact ? "" : tail)
  }

  var coverageNote: String {
    say(
      "Domains × role: each row adds up to the measured domains. Shares and exposure below rest "
        + "on these rows.",
      "Domeinen × rol: elke rij telt op tot de gemeten domeinen. De aandelen en blootstelling "
        + "hieronder rusten op deze rijen.")
  }

  var bounds: String { say("least–most", "minst–meest") }

  func sharesTitle(_ role: Role, _ level: GroupLevel) -> String {
    capitalised(name(role)) + say(" by ", " per ") + name(level)
  }

  func sharesNote(_ share: Share) -> String {
    say(
      "\(capitalised(units(share.unit, 2))) of \(numbers.integer(share.of)); evidence: "
        + "\(name(share.tier)); count: \(name(share.count)). Least: the strongest evidence; most: "
        + "any evidence and everything unknown.",
      "\(capitalised(units(share.unit, 2))) van \(numbers.integer(share.of)); bewijs: "
        + "\(name(share.tier)); telling: \(name(share.count)). Minst: het sterkste bewijs; meest: "
        + "elk bewijs en al het onbekende.")
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
        + "centralization and insularity 0–1; effective: 10,000 / HHI, as many equal firms; "
        + "inequality is the Gini coefficient, not concentration. Unknown \(units(unit, 2)) are "
        + "left out of every metric and printed beside them. Merger thresholds (EU 1,000 and "
        + "2,000; US 1,000 and 1,800) describe markets: for scale only.",
      "Telling: \(name(count)), eenheid: \(units(unit, 1)). HHI 0–10.000; CR-k, entropie / ln n, "
        + "centralisatie en insulariteit 0–1; effectief: 10.000 / HHI, zoveel even grote bedrijven; "
        + "ongelijkheid is de Gini-coëfficiënt, geen concentratie. Onbekende \(units(unit, 2)) "
        + "blijven buiten elke maat en staan ernaast. Fusiedrempels (EU 1.000 en 2.000; VS 1.000 "
        + "en 1.800) beschrijven markten: alleen ter vergelijking.")
  }

  var effective: String { say("effective", "effectief") }
  var entropy: String { say("entropy", "entropie") }
  var inequality: String { say("inequality", "ongelijkheid") }
  var centralization: String { say("central.", "central.") }
  var insularity: String { say("insular", "insulair") }

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
