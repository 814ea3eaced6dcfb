import LinchpinCore

extension Words {
  var checkTitle: String { say("Is this input usable?", "Is deze invoer bruikbaar?") }
  var summaryHeading: String { say("Summary", "Samenvatting") }
  var noFindings: String { say("No findings.", "Geen bevindingen.") }
  var findingCode: String { say("finding", "bevinding") }
  var number: String { say("number", "aantal") }

  func name(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: say("error", "fout")
    case .warning: say("warning", "waarschuwing")
    case .note: say("note", "opmerking")
    }
  }

  func findingsCut(_ shown: Int, of all: Int) -> String {
    say(
      "\(numbers.integer(shown)) of \(numbers.integer(all)) findings are listed; the counts are of "
        + "all.",
      "\(numbers.integer(shown)) van \(numbers.integer(all)) bevindingen staan hier; de aantallen "
        + "zijn van alle.")
  }

  // MARK: Catalogue

  var catalogueTitle: String { say("What is known about", "Wat bekend is over") }
  var catalogueListTitle: String { say("Providers", "Aanbieders") }
  var problemsTitle: String { say("Problems in the catalogue", "Problemen in de catalogus") }
  var noProblems: String { say("No problems.", "Geen problemen.") }
  var seat: String { say("seat", "zetel") }
  var controlledFrom: String { say("controlled from", "gecontroleerd vanuit") }
  var gateway: String { say("gateway", "gateway") }
  var parking: String { say("parking service", "parkeerdienst") }
  var runsOn: String { say("runs on", "draait op") }
  var nameServersOf: String { say("name servers of", "nameservers van") }
  var recognisedBy: String { say("Recognised by", "Herkend aan") }
  var providersOf: String { say("Providers", "Aanbieders") }
  var ownership: String { say("Ownership", "Eigendom") }
  var instruments: String { say("Legal instruments", "Juridische instrumenten") }
  var noInstruments: String {
    say(
      "None is recorded here, which does not mean that none exists.",
      "Hier is er geen vastgelegd, wat niet betekent dat er geen bestaat.")
  }
  var note: String { say("note", "opmerking") }
  var checkedOn: String { say("checked on", "nagekeken op") }
  var noSource: String { say("no source", "geen bron") }
  var valid: String { say("valid", "geldig") }
  var binds: String { say("binds", "bindt") }
  var reaches: String { say("reaches", "bereikt") }
  var uncertain: String { say("uncertain", "onzeker") }
  var lapsed: String { say("lapsed", "vervallen") }
  var notYet: String { say("not yet in force", "nog niet van kracht") }
  var memberOf: String { say("member of", "lid van") }
  var pattern: String { say("pattern", "patroon") }
  var signatures: String { say("patterns", "patronen") }

  func name(_ status: Ownership.Status) -> String {
    switch status {
    case .announced: say("announced", "aangekondigd")
    case .completed: say("completed", "voltooid")
    case .prohibited: say("prohibited", "verboden")
    }
  }

  func name(_ kind: Ownership.Kind) -> String {
    switch kind {
    case .owns: say("owns", "bezit")
    case .controls: say("controls", "controleert")
    case .licensesTechnologyFrom:
      say("licenses technology to", "geeft technologie in licentie aan")
    }
  }
}
