import LinchpinCore

extension Words {
  /// A jurisdiction's name as it stands in a sentence: “the United States”.
  func sentenceName(_ code: String, _ catalogue: Catalogue) -> String {
    let name = lawName(code, catalogue)
    switch language {
    case .en: return ["US", "GB", "NL", "AE", "PH", "CZ"].contains(code) ? "the " + name : name
    case .nl:
      if code == "GB" { return "het " + name }
      return ["US", "AE", "EU", "PH"].contains(code) ? "de " + name : name
    }
  }

  func lawName(_ code: String, _ catalogue: Catalogue) -> String {
    catalogue.jurisdictions.first { $0.code == code }?.name(language.rawValue).visible
      ?? code.visible
  }

  /// What is printed under every table on law: what standing under a law means, and what it does
  /// not show.
  func lawNotice(_ codes: [String], _ catalogue: Catalogue) -> String {
    let place =
      (1...3).contains(codes.count)
      ? list(codes.map { sentenceName($0, catalogue) }, last: say("or", "of"))
      : say("the country named", "het genoemde land")
    return say(
      "Run by a company established in, or controlled from, \(place). Authorities there may be "
        + "able to demand data it possesses or controls, wherever stored. This shows no access "
        + "and is not legal advice.",
      "Beheerd door een bedrijf dat gevestigd is in, of gecontroleerd wordt vanuit, \(place). "
        + "Autoriteiten daar kunnen mogelijk gegevens opeisen waarover het bedrijf beschikt, waar "
        + "die ook staan. Dit toont geen inzage aan en is geen juridisch advies.")
  }

  func scope(_ scope: CutoffScope) -> String {
    say(
      "Scope of the cut-off — \(name(scope)). Through ownership this is a scenario, not a legal "
        + "finding.",
      "Reikwijdte van de afsluiting — \(name(scope)). Via eigendom is dit een scenario, geen "
        + "juridische vaststelling.")
  }
}
