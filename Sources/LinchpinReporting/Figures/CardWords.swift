import LinchpinCore

extension FigureWords {
  private var isDutch: Bool { language == .nl }

  func domainCount(_ count: Int) -> String {
    "\(count) \(units(.domain, Double(count)))"
  }

  func serviceCount(_ count: Int, of all: Int) -> String {
    isDutch
      ? "\(count) van \(all) \(all == 1 ? "dienst" : "diensten")"
      : "\(count) of \(all) \(all == 1 ? "service" : "services")"
  }

  /// Why nobody can be named: each reason has its own words.
  func unseen(_ status: BindingStatus) -> String {
    switch status {
    case .hidden: isDutch ? "Verborgen (gateway of CDN)" : "Hidden (gateway or CDN)"
    case .failed: isDutch ? "Geen bruikbaar antwoord" : "No usable answer"
    case .notMeasured: notMeasured
    case .attributed, .selfHosted, .unattributed, .absent: notKnown
    }
  }

  func servicesFolded(_ count: Int) -> String {
    isDutch ? "\(count) diensten niet getoond" : "\(count) services not shown"
  }

  func cardHeadline(_ name: String) -> String {
    isDutch ? "Waar \(name) van afhangt" : "What \(name) hangs on"
  }

  func cardForeign(_ count: Int, _ all: Int, _ law: String) -> String {
    let isAll = count == all && all > 1
    return isDutch
      ? "\(isAll ? "Alle \(all)" : "\(count) van de \(all)") gevonden diensten "
        + "\(count == 1 ? "loopt" : "lopen") via een bedrijf onder het recht van \(law)."
      : "\(isAll ? "All \(all)" : "\(count) of the \(all)") services found "
        + "\(count == 1 ? "runs" : "run") through a company under the law of \(law)."
  }

  private func found(_ services: Int) -> String {
    isDutch
      ? "\(services) \(services == 1 ? "dienst" : "diensten") gevonden"
      : "\(services) \(services == 1 ? "service" : "services") found"
  }

  /// Unknown is never safe, so what could still be foreign stands beside what is not.
  func cardNoneForeign(_ all: Int, lawless: Int) -> String {
    let rest =
      lawless == 0
      ? ""
      : isDutch
        ? "; van \(lawless) is het recht niet bekend" : "; of \(lawless) the law is not known"
    return isDutch
      ? "\(found(all)), geen via een aanbieder van wie bekend is dat die onder buitenlands recht "
        + "valt\(rest)."
      : "\(found(all)), none through a provider known to be under foreign law\(rest)."
  }

  func cardDescription(_ headline: String, _ subtitle: String, _ named: String) -> String {
    isDutch
      ? "\(headline): een schema van organisatie, domeinen, diensten, aanbieders en recht. "
        + "\(subtitle) Aanbieders: \(named)."
      : "\(headline): a diagram of organisation, domains, services, providers and law. "
        + "\(subtitle) Providers: \(named)."
  }

  var cardMethod: String {
    isDutch
      ? "openbare DNS-records; per dienst de aanbieder die het record noemt."
      : "public DNS records; for each service the provider its record names."
  }

  func cardCoverage(_ missing: [String], _ unknown: Int) -> String {
    var parts: [String] = []
    if !missing.isEmpty {
      parts.append(
        (isDutch ? "niet gemeten: " : "not measured: ") + missing.joined(separator: ", "))
    }
    parts.append(
      isDutch
        ? "beheerder onbekend:\u{A0}\(unknown)" : "operator unknown:\u{A0}\(unknown)")
    return parts.joined(separator: "; ") + "."
  }
}
