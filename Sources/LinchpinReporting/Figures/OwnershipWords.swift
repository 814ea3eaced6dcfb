import LinchpinCore

extension FigureWords {
  private func say(_ english: String, _ dutch: String) -> String {
    language == .nl ? dutch : english
  }

  var runs: String { say("Runs", "Biedt aan") }
  var company: String { say("Company", "Bedrijf") }
  var owner: String { say("Owner", "Eigenaar") }
  var ownerAbove: String { say("Owner of the owner", "Eigenaar daarvan") }
  var lawOfSeat: String { say("Law of the seat", "Recht van de zetel") }
  var notSeenInUse: String { say("not seen in use here", "hier niet in gebruik gezien") }
  var reachesNow: String { say("applies", "geldt") }
  var reachesNot: String { say("does not apply through it", "geldt hierdoor niet") }
  var inForce: String { say("In force", "Van kracht") }
  var notInForce: String {
    say(
      "Announced, prohibited or over: does not count",
      "Aangekondigd, verboden of voorbij: telt niet mee")
  }
  var ownershipSources: String { say("Sources of ownership", "Bronnen van eigendom") }
  var noOwnerSourced: String {
    say("no owner is entered with a source", "er is geen eigenaar met een bron ingevoerd")
  }

  func asOf(_ date: String) -> String {
    say("ownership as it stood on \(date)", "eigendom zoals op \(date)")
  }

  func used(_ number: String, _ role: String) -> String {
    say("\(role): used by \(number)", "\(role): gebruikt door \(number)")
  }

  func ownersFolded(_ count: Int) -> String {
    say("owners not shown: \(count)", "eigenaren niet getoond: \(count)")
  }

  /// `since 1 June 2026`, or nothing where the catalogue does not know.
  func since(_ date: CalendarDate?) -> String {
    date.map { say("since \(self.date($0))", "sinds \(self.date($0))") } ?? ""
  }

  /// `on 1 July 2026`, `in 2025`.
  func on(_ date: CalendarDate?) -> String {
    guard let date else { return "" }
    return date.day == nil ? "in \(self.date(date))" : say("on ", "op ") + self.date(date)
  }

  /// The edges between two companies in words; that an offer ended goes without saying where it
  /// was prohibited.
  func stakes(_ link: OwnershipChain.Link, asOf: CalendarDate?) -> [String] {
    let isProhibited = link.edges.contains { $0.status == .prohibited }
    return link.edges.map { edge in
      var edge = edge
      if isProhibited, edge.status == .announced { edge.validTo = nil }
      return stake(edge, asOf: asOf)
    }
  }

  /// One edge of the catalogue in words: what, how much, since when, and how it stands.
  func stake(_ edge: Ownership, asOf: CalendarDate?) -> String {
    let share = edge.share.map { percentage($0) } ?? ""
    switch edge.status {
    case .announced:
      let end = edge.validTo.map { say(", until ", ", tot ") + date($0) } ?? ""
      return say("purchase announced ", "koop aangekondigd ") + on(edge.validFrom) + end
    case .prohibited: return say("purchase prohibited ", "koop verboden ") + on(edge.validFrom)
    case .completed:
      let what =
        switch edge.kind {
        case .owns:
          share.isEmpty ? say("owns it", "bezit het") : say("owns \(share)", "bezit \(share)")
        case .controls: say("controls it", "heeft de zeggenschap")
        case .licensesTechnologyFrom:
          say("licenses its technology", "geeft technologie in licentie")
        }
      let when = since(edge.validFrom)
      let end = edge.validTo.map { say(" until ", " tot ") + date($0) } ?? ""
      let isLater = edge.validFrom.flatMap { from in asOf.map { from > $0 } } ?? false
      let later = isLater ? say(" (later than this figure)", " (later dan deze figuur)") : ""
      let supposed = edge.isAssumption ? say(" (supposed)", " (aangenomen)") : ""
      return [what, when].filter { !$0.isEmpty }.joined(separator: " ") + end + later + supposed
    }
  }

  /// A share given in percent.
  private func percentage(_ share: Double) -> String {
    NumberStyle(language).decimal(share, share == share.rounded() ? 0 : 1)
      + (language == .nl ? "\u{A0}%" : "%")
  }

  /// `example.org (read 2 June 2026)`.
  func site(_ citation: Citation) -> String {
    let host = citation.source.split(separator: "/").dropFirst().first.map(String.init)
    let name = host ?? citation.source
    let read = citation.checkedOn.map { say(" (read ", " (gelezen ") + date($0) + ")" } ?? ""
    return name + read
  }

  func saleProhibited(_ name: String, _ owner: String, _ when: String) -> String {
    say(
      "The sale of \(name) to \(owner) was prohibited \(when)",
      "De verkoop van \(name) aan \(owner) is \(when) verboden")
  }

  func saleAnnounced(_ name: String, _ owner: String, _ when: String) -> String {
    say(
      "\(owner) announced \(when) that it would buy \(name)",
      "\(owner) kondigde \(when) aan \(name) te kopen")
  }

  func ownedBy(_ name: String, _ owner: String, _ since: String) -> String {
    let (verb, tail) = since.isEmpty ? ("is", "") : ("has been", " " + since)
    return say(
      "\(name) \(verb) in the hands of \(owner)\(tail)", "\(name) is\(tail) in handen van \(owner)")
  }

  func sharedBy(_ name: String, _ owners: [String]) -> String {
    let list = Words(language).list(owners, last: say("and", "en"))
    return say("\(name) is controlled by \(list)", "\(name) is in handen van \(list)")
  }

  func noOwner(_ name: String) -> String {
    say("No owner of \(name) is known", "Van \(name) is geen eigenaar bekend")
  }

  func ownershipSubtitle(_ name: String, _ laws: String, _ count: Int) -> String {
    if count == 0 {
      return say(
        "Which law \(name) falls under is not known.",
        "Onder welk recht \(name) valt, is niet bekend.")
    }
    return say(
      "\(name) falls under the law of \(laws): that of its seat and of whoever controls it.",
      "\(name) valt onder het recht van \(laws): dat van de zetel en van wie het beheerst.")
  }

  var ownershipMethod: String {
    say(
      "a company is under the law of its seat and of owners with more than half, or half each; "
        + "smaller stakes and sales that are not completed do not count.",
      "een bedrijf valt onder het recht van zijn zetel en van eigenaren met meer dan de helft, of "
        + "elk de helft; kleinere belangen en niet voltooide verkopen tellen niet mee.")
  }

  func ownershipDescription(_ headline: String, _ steps: String) -> String {
    say(
      "Diagram of a company, its owners and their law. \(headline). Step by step: \(steps).",
      "Schema van een bedrijf, zijn eigenaren en hun recht. \(headline). Stap voor stap: \(steps).")
  }

  func ownershipCoverage(_ links: Int, _ leftOut: Int) -> String {
    let rest =
      leftOut > 0
      ? say("; owners not shown: \(leftOut)", "; eigenaren niet getoond: \(leftOut)") : ""
    return say(
      "ownership relations with a source: \(links); owners without one are not shown",
      "eigendomsrelaties met een bron: \(links); eigenaren zonder bron staan er niet bij") + rest
      + "."
  }
}
