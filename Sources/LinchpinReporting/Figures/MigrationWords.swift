import LinchpinCore

extension FigureWords {
  private var isDutch: Bool { language == .nl }

  var newcomer: String { isDutch ? "NIEUW: nog niet in de lijst" : "NEW: not yet in the list" }
  var goner: String { isDutch ? "WEG: niet meer in de lijst" : "GONE: no longer in the list" }
  var stayed: String { isDutch ? "Gebleven, of niet te zeggen" : "Stayed, or cannot be told" }
  var otherChange: String {
    isDutch ? "Gekomen, weg, of niet te zeggen" : "Came, left, or cannot be told"
  }
  var movedPart: String { isDutch ? "verhuisd" : "moved" }
  var came: String { isDutch ? "nieuw in de lijst" : "new in the list" }
  var left: String { isDutch ? "uit de lijst" : "gone from the list" }
  var stayedPart: String { isDutch ? "gebleven" : "stayed" }
  var untold: String { isDutch ? "niet te zeggen" : "cannot be told" }

  func less(_ size: String, of whole: String) -> String {
    isDutch ? "−\(size) van\u{A0}de\u{A0}\(whole)" : "−\(size) of\u{A0}\(whole)"
  }

  func more(_ size: String, now whole: String) -> String {
    isDutch ? "+\(size), nu\u{A0}\(whole)" : "+\(size), now\u{A0}\(whole)"
  }
  var movers: String { isDutch ? "geheel of deels verhuisd" : "moved, whole or in part" }

  func movedTo(_ law: String) -> String {
    isDutch ? "Verhuisd naar: \(law)" : "Moved to: \(law)"
  }

  func between(_ first: String, _ second: String) -> String {
    isDutch ? "\(first) en \(second)" : "\(first) and \(second)"
  }

  /// - Parameter all: how many moved, if all of them went to the top; else 0.
  func migrationHeadline(
    _ role: String, _ moved: String, of whole: String, _ units: String, to top: String?,
    isMost: Bool, isAll all: Int
  ) -> String {
    guard let top else {
      return isDutch
        ? "\(role): geen van de \(whole) \(units) is van aanbieder gewisseld"
        : "\(role): none of \(whole) \(units) changed provider"
    }
    if isDutch {
      let verb = all == 1 ? "wisselde" : "wisselden"
      let who =
        switch all {
        case 0: isMost ? ", de meeste naar" : ", vaakst naar"
        case 1: ", naar"
        case 2: ", beide naar"
        default: ", allemaal naar"
        }
      return "\(role): \(moved) van de \(whole) \(units) \(verb) van aanbieder\(who) \(top)"
    }
    let who =
      switch all {
      case 0: isMost ? ", most of them to" : ", most often to"
      case 1: ", to"
      case 2: ", both to"
      default: ", all of them to"
      }
    return "\(role): \(moved) of \(whole) \(units) changed provider\(who) \(top)"
  }

  /// - Parameter parts: how many moved whole or in part and how many that makes in parts, where
  ///   the two differ.
  func migrationSubtitle(
    _ first: String, _ second: String, _ units: String, isMostlyStill: Bool,
    parts: (movers: String, moved: String)?, inGreys: Bool
  ) -> String {
    if isDutch {
      let dates = "Van \(first) (links) naar \(second) (rechts). "
      let moved = inGreys ? "donker" : "gekleurd"
      let other = inGreys ? "licht" : "grijs"
      if !isMostlyStill {
        return dates + "De breedte van een band is het aantal \(units): \(moved) verhuisde, "
          + "\(other) bleef."
      }
      let share =
        parts.map {
          ", in delen wie er meer gebruikt: de \($0.movers) die wisselden zijn er samen \($0.moved)"
        } ?? ""
      return dates + "De balk telt alle \(units)\(share). De banden zijn de veranderingen: "
        + "\(moved) verhuisde, \(other) is nieuw, weg of onbekend."
    }
    let dates = "From \(first) (left) to \(second) (right). "
    let moved = inGreys ? "dark" : "coloured"
    let other = inGreys ? "pale" : "grey"
    if !isMostlyStill {
      return dates + "The width of a band is the number of \(units): \(moved) ones moved, "
        + "\(other) ones stayed."
    }
    let share =
      parts.map {
        ", those that use several in parts: the \($0.movers) that changed make \($0.moved)"
      } ?? ""
    return dates + "The strip counts all \(units)\(share). The bands are the changes: "
      + "\(moved) ones moved, \(other) ones came, left or are unknown."
  }

  func migrationMethod(_ role: Role, _ unit: Unit) -> String {
    let records = flowEvidence(role)
    return isDutch
      ? "\(records), beide data met dezelfde regels; \(split(unit))."
      : "\(records), both dates under the same rules; \(split(unit))."
  }

  func migrationDescription(_ headline: String, _ largest: String) -> String {
    let moves = largest.isEmpty ? (isDutch ? "geen" : "none") : largest
    return isDutch
      ? "Stroomdiagram van twee kolommen, een voor elke datum. \(headline). Grootste "
        + "verhuizingen: \(moves)."
      : "Flow diagram of two columns, one for each date. \(headline). Largest moves: \(moves)."
  }

  func migrationCoverage(
    _ unsure: String, _ come: String, _ gone: String, _ all: String, _ units: String
  ) -> String {
    isDutch
      ? "van \(unsure) van de \(all) \(units) is op een van de data niet bekend of er een aanbieder "
        + "is en wie; \(come) kwamen in de lijst, \(gone) verdwenen eruit."
      : "of \(unsure) of \(all) \(units) it is not known at one of the dates whether there is a "
        + "provider and who; \(come) came into the list, \(gone) left it."
  }
}
