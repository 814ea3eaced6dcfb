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
    isDutch ? "−\(size) van de \(whole)" : "−\(size) of \(whole)"
  }

  func more(_ size: String, now whole: String) -> String {
    isDutch ? "+\(size), nu \(whole)" : "+\(size), now \(whole)"
  }
  var movers: String { isDutch ? "geheel of deels verhuisd" : "moved, whole or in part" }

  func movedTo(_ law: String) -> String {
    isDutch ? "Verhuisd naar: \(law)" : "Moved to: \(law)"
  }

  func between(_ first: String, _ second: String) -> String {
    isDutch ? "\(first) en \(second)" : "\(first) and \(second)"
  }

  func migrationHeadline(
    _ role: String, _ moved: String, of all: String, _ units: String, to top: String?, isMost: Bool
  ) -> String {
    guard let top else {
      return isDutch
        ? "\(role): geen van de \(all) \(units) is van aanbieder gewisseld"
        : "\(role): none of \(all) \(units) changed provider"
    }
    if isDutch {
      let tail = isMost ? "de meeste naar \(top)" : "vaakst naar \(top)"
      return "\(role): \(moved) van de \(all) \(units) wisselden van aanbieder, \(tail)"
    }
    let tail = isMost ? "most of them to \(top)" : "most often to \(top)"
    return "\(role): \(moved) of \(all) \(units) changed provider, \(tail)"
  }

  func migrationSubtitle(
    _ first: String, _ second: String, _ units: String, isMostlyStill: Bool, inGreys: Bool
  ) -> String {
    let bands =
      isDutch
      ? "\(inGreys ? "Donker" : "Gekleurd") is verhuisd, \(inGreys ? "licht" : "grijs") is "
      : "\(inGreys ? "Dark" : "Colour") moved, \(inGreys ? "pale" : "grey") "
    if isMostlyStill {
      return isDutch
        ? "Van \(first) (links) naar \(second) (rechts). De balk telt alle \(units), in delen wie "
          + "er meer gebruikt; de banden zijn alleen wie veranderde. \(bands)nieuw, weg of onbekend."
        : "From \(first) (left) to \(second) (right). The strip counts all \(units), those that "
          + "use several in parts; the bands are those that changed. \(bands)came, left or unknown."
    }
    return isDutch
      ? "Van \(first) (links) naar \(second) (rechts). De breedte van een band is het aantal "
        + "\(units). \(bands)gebleven."
      : "From \(first) (left) to \(second) (right). The width of a band is the number of "
        + "\(units). \(bands)stayed."
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
