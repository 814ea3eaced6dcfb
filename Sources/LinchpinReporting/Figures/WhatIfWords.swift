import Drawing
import LinchpinCore

extension FigureWords {
  private var isDutch: Bool { language == .nl }

  var stops: String { isDutch ? "Valt uit" : "Stops" }
  var hitFirst: String { isDutch ? "Meteen geraakt" : "Hit at once" }
  var hitNext: String {
    isDutch ? "Daarna geraakt, via een leverancier" : "Hit next, through a supplier"
  }
  func stopsToo(_ isMany: Bool) -> String {
    isMany ? (isDutch ? "vallen ook uit" : "stop too") : isDutch ? "valt ook uit" : "stops too"
  }
  var weakened: String {
    isDutch ? "verliest een reserve, nog geen dienst" : "lose a reserve, no service yet"
  }
  var unaffected: String { isDutch ? "niet geraakt" : "not hit" }
  var notKnownWhether: String {
    isDutch ? "onbekend of ze geraakt worden" : "not known whether hit"
  }
  var allProvidersThere: String {
    isDutch ? "alle bedrijven onder dit recht" : "all companies under its law"
  }
  var hostsAndZones: String {
    isDutch ? "Gedeelde servers en zones" : "Shared hosts and zones"
  }

  /// A supposition that something stops, in words, and the id it has on the command line.
  func stops(_ name: String, _ label: String) -> String {
    isDutch ? "\(name) valt uit (\(label))" : "\(name) stops (\(label))"
  }

  func thingsStop(_ count: Int) -> String { isDutch ? "Deze \(count)" : "These \(count)" }

  func everythingUnder(_ law: String) -> String {
    isDutch ? "alles onder het recht van \(law)" : "everything under the law of \(law)"
  }

  func otherSuppliers(_ count: Int) -> String {
    isDutch ? "Andere leveranciers (\(count))" : "Other suppliers (\(count))"
  }

  func valuesFolded(_ dimension: String, _ count: Int) -> String {
    "\(dimension): \(count)"
  }

  func losing(_ number: String, of all: String) -> String {
    isDutch ? "\(number) van de \(all)" : "\(number) of \(all)"
  }

  func losingMore(_ number: String, of all: String) -> String {
    isDutch ? "nog \(number) van de \(all)" : "\(number) more of \(all)"
  }

  func whatIfHeadline(
    _ subject: String, isMany: Bool, _ direct: Int, _ indirect: Int, of all: Int, _ units: String,
    _ numbers: NumberFormat
  ) -> String {
    let first = numbers.integer(direct)
    let next = numbers.integer(indirect)
    let whole = numbers.integer(all)
    if isDutch {
      let start = "Als \(subject) \(isMany ? "uitvallen" : "uitvalt"),"
      if direct + indirect == 0 {
        return "\(start) is van geen van de \(whole) \(units) schade bekend"
      }
      if direct == 0 {
        return "\(start) raken \(next) van de \(whole) \(units) via een ander een dienst kwijt"
      }
      let tail = indirect == 0 ? "" : ", en \(next) daarna"
      return "\(start) raken \(first) van de \(whole) \(units) meteen een dienst kwijt\(tail)"
    }
    let start = "If \(subject) \(isMany ? "stop" : "stops"),"
    if direct + indirect == 0 {
      return "\(start) none of \(whole) \(units) is known to lose a service"
    }
    if direct == 0 {
      return "\(start) \(next) of \(whole) \(units) lose a service through somebody else"
    }
    let tail = indirect == 0 ? "" : ", and \(next) after them"
    return "\(start) \(first) of \(whole) \(units) lose a service at once\(tail)"
  }

  func whatIfSubtitle(_ units: String, hasNext: Bool) -> String {
    if !hasNext {
      return isDutch
        ? "Geraakt zijn \(units) die er zelf een dienst van afnemen; niemand wordt alleen via een "
          + "leverancier geraakt. Een tweede aanbieder telt als reserve."
        : "Hit are \(units) that use it themselves; none is hit through a supplier alone. A second "
          + "provider counts as a reserve."
    }
    return isDutch
      ? "Doorgetrokken: \(units) die er zelf een dienst van afnemen. Gestreept: \(units) die alleen "
        + "geraakt worden doordat een leverancier uitvalt. Een tweede aanbieder telt als reserve."
      : "Solid: \(units) that use it themselves. Dashed: \(units) hit only because a supplier of "
        + "theirs stops too. A second provider counts as a reserve."
  }

  /// What stands in for what is said of mail only where mail was measured, how far a country
  /// reaches only where ownership matters.
  func whatIfMethod(
    _ services: String, hasMail: Bool, scope: CutoffScope?, _ mode: FailureMode
  ) -> String {
    let reserve =
      mode == .outage
      ? (isDutch ? "elke mailserver kan invallen" : "any mail server can stand in")
      : (isDutch
        ? "alleen de mailserver met de eerste voorkeur telt"
        : "only the most preferred mail server counts")
    let base = isDutch ? "exacte uitval over \(services)" : "exact failure over \(services)"
    return ([base] + (hasMail ? [reserve] : []) + (scope.map { [reach($0)] } ?? []))
      .joined(separator: "; ") + "."
  }

  /// How far a legal order or an owner reaches, in a sentence.
  func reach(_ scope: CutoffScope) -> String {
    switch scope {
    case .entity:
      isDutch
        ? "een land reikt tot bedrijven die er gevestigd zijn"
        : "a country reaches the companies seated there"
    case .group:
      isDutch
        ? "een land reikt tot bedrijven die er gevestigd zijn of van daaruit beheerst worden"
        : "a country reaches the companies seated there or controlled from there"
    case .licences:
      isDutch
        ? "een land reikt tot bedrijven die er gevestigd zijn, van daaruit beheerst worden of er "
          + "hun techniek vandaan hebben"
        : "a country reaches the companies seated there, controlled from there or running on "
          + "technology from there"
    }
  }

  func whatIfDescription(
    _ headline: String, _ firsts: String, _ unaffected: String, _ unknown: String
  ) -> String {
    isDutch
      ? "Schema van twee golven van uitval. \(headline). Meteen geraakt: \(firsts). "
        + "Niet geraakt: \(unaffected). Onbekend: \(unknown)."
      : "Diagram of two waves of failure. \(headline). Hit at once: \(firsts). "
        + "Not hit: \(unaffected). Not known: \(unknown)."
  }

  func whatIfCoverage(_ unknown: String, _ all: String, _ units: String) -> String {
    isDutch
      ? "van \(unknown) van de \(all) \(units) is niet te zeggen of zij geraakt worden; die tellen "
        + "niet als veilig."
      : "of \(unknown) of \(all) \(units) it cannot be told whether they are hit; they do not "
        + "count as safe."
  }
}
