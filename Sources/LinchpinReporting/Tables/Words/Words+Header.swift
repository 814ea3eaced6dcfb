import LinchpinCore

extension Words {
  var population: String { say("Population", "Populatie") }
  var measured: String { say("Measured", "Gemeten") }
  var ownershipAsOf: String { say("Ownership as of", "Eigendom op") }
  var catalogue: String { say("Catalogue", "Catalogus") }
  var input: String { say("Input", "Invoer") }
  var counting: String { say("Counting", "Telling") }
  var evidence: String { say("Evidence", "Bewijs") }
  var selection: String { say("Selection", "Selectie") }
  var matching: String { say("Matching", "Koppeling") }
  var dateUnknown: String { say("not stated by the input", "niet vermeld in de invoer") }
  var latestKnown: String { say("latest known", "laatst bekend") }
  var noVersion: String { say("no version", "geen versie") }

  func population(organisations: Int, domains: Int) -> String {
    "\(numbers.integer(organisations)) \(units(.organisation, organisations)), "
      + "\(numbers.integer(domains)) \(units(.domain, domains)) "
      + say("measured", "gemeten")
  }

  func days(_ range: ClosedRange<CalendarDate>) -> String {
    range.lowerBound == range.upperBound
      ? range.lowerBound.description
      : "\(range.lowerBound) – \(range.upperBound)"
  }

  func input(_ file: SourceFile) -> String {
    let records =
      numbers.integer(file.records) + " "
      + (file.records == 1 ? say("record", "record") : say("records", "records"))
    let findings =
      numbers.integer(file.findings) + " "
      + (file.findings == 1 ? say("finding", "bevinding") : say("findings", "bevindingen"))
    return "\(file.path.visible) (\(file.format)): \(records), \(findings)"
  }

  func counting(_ options: AssessmentOptions) -> String {
    let unit = say("unit ", "eenheid ") + units(options.unit, 1)
    let weight = options.isWeighted ? say("; weighted", "; gewogen") : ""
    return unit + say("; shares count ", "; aandelen tellen ") + name(options.shareCount)
      + say("; concentration counts ", "; concentratie telt ") + name(options.concentrationCount)
      + weight
  }

  func evidence(_ tier: Tier) -> String {
    switch tier {
    case .routing:
      say("routing: traffic goes there now", "routering: het verkeer gaat er nu heen")
    case .inferred:
      say(
        "up to inferred: traffic goes there, or strong indirect proof",
        "tot en met afgeleid: het verkeer gaat erheen, of sterk indirect bewijs")
    case .trace:
      say(
        "up to trace: also what is authorised or once verified, perhaps stale",
        "tot en met spoor: ook wat is toegestaan of ooit bevestigd, mogelijk verouderd")
    }
  }

  func matching(byRegistrable: Int, unlisted: Int, unmeasured: Int) -> String {
    let parts = [
      byRegistrable == 0
        ? nil
        : numbers.integer(byRegistrable)
          + say(" by registrable domain", " op registreerbaar domein"),
      unlisted == 0
        ? nil
        : numbers.integer(unlisted)
          + say(
            " unlisted, each its own organisation", " niet vermeld, elk een eigen organisatie"),
      unmeasured == 0
        ? nil
        : numbers.integer(unmeasured)
          + say(" listed but not measured", " vermeld maar niet gemeten"),
    ].compactMap(\.self)
    let rule = say(
      "by domain, else by registrable domain", "op domein, anders op registreerbaar domein")
    return parts.isEmpty ? rule : rule + ": " + parts.joined(separator: ", ")
  }

  func scenario(_ suppositions: [String]) -> String {
    say("SCENARIO, not the world as it is: ", "SCENARIO, niet de wereld zoals die is: ")
      + suppositions.map(\.visible).joined(separator: "; ")
  }

  var fictional: String {
    say(
      "FICTIONAL DATA: made up to show what the program does; no body in it exists.",
      "FICTIEVE GEGEVENS: bedacht om te laten zien wat het programma doet; geen organisatie "
        + "erin bestaat.")
  }

  // MARK: What was not seen

  var limitsHeading: String { say("What this does not show", "Wat dit niet laat zien") }

  func limits(isSample: Bool) -> [String] {
    [
      say(
        "Not seen unless supplied: registrar, registry and expiry; anycast and capacity; transit; "
          + "customers' own encryption; backups; portals on other names; why two bodies share a "
          + "service.",
        "Niet gezien tenzij aangeleverd: registrar, register en verloop; anycast en capaciteit; "
          + "transit; eigen versleuteling door klanten; back-ups; portalen op andere namen; waarom "
          + "twee organisaties een dienst delen."),
      say(
        "Location of machines and registration of addresses decide nothing about law.",
        "Waar machines staan en hoe adressen geregistreerd zijn, bepaalt niets over het recht."),
      say(
        "Unknown is never counted as safe.", "Onbekend wordt nooit als veilig geteld."),
      isSample
        ? sampleNote
        : say(
          "A list of all bodies is a census: no intervals, but the bounds of what is not known.",
          "Een lijst van alle organisaties is een telling van het geheel: geen "
            + "betrouwbaarheidsintervallen, wel de grenzen van wat niet bekend is."),
    ]
  }

  func folded(_ smallest: Int) -> String {
    say(
      "Cells below \(smallest) are printed as <\(smallest), and groups of fewer than \(smallest) "
        + "are brought together as “other”; --detail shows them.",
      "Cellen onder \(smallest) staan als <\(smallest), en groepen kleiner dan \(smallest) zijn "
        + "samengenomen als “overige”; --detail toont ze.")
  }

  var findingsHeading: String { say("Findings in the input", "Bevindingen in de invoer") }
  var findingsHint: String {
    say(
      "linchpin check lists each with file, line and a fix.",
      "linchpin check noemt ze elk met bestand, regel en oplossing.")
  }
}
