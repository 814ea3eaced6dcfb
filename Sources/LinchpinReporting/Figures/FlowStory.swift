import Drawing
import LinchpinCore

/// The words of a flow: headline, subtitle, method and coverage, written from its numbers.
struct FlowStory {
  let title: String
  let headline: String
  let subtitle: String
  let description: String
  let method: String
  let coverage: String
  /// The legal orders the notice under the figure names.
  let laws: [String]
  /// The largest law, or the largest provider where the law column says nothing.
  let leader: String
  let leaderSize: Double
  let coverageFacts: [(label: String, size: Double)]

  init(
    _ flow: Flow, _ assessment: Assessment, _ selection: FlowSelection, _ palette: LawPalette,
    _ words: FigureWords
  ) {
    let numbers = NumberFormat(words.language.drawing)
    let units = words.units(flow.unit, 2)
    func amount(_ size: Double) -> String {
      flow.of < Share.smallestPopulation
        ? words.count(numbers.decimal(size), of: numbers.integer(flow.of))
        : words.percent(size / Double(flow.of))
    }
    let named = selection.providers.filter { $0.key.hasPrefix("provider:") && !$0.isRest }
    let top = named.first ?? selection.providers.first
    leader = top?.label ?? words.notKnown
    leaderSize = top?.size ?? 0
    laws = top?.laws ?? []

    let unknown = selection.providers.filter { $0.key == "unknown" }.reduce(0) { $0 + $1.size }
    let unmeasured = selection.providers.filter { $0.key == "not-measured" }
      .reduce(0) { $0 + $1.size }
    let unnamedLaw = selection.laws.filter { $0.laws.isEmpty }.reduce(0) { $0 + $1.size }
    coverageFacts = [
      (words.notKnown, unknown), (words.notMeasured, unmeasured),
      (words.unknownLaw, unnamedLaw - unknown - unmeasured), (words.noService, selection.absent),
    ]

    let isSmall = flow.of < Share.smallestPopulation
    let who = isSmall ? "\(amount(leaderSize)) \(units)" : words.shareOf(amount(leaderSize), units)
    headline =
      named.isEmpty
      ? words.flowHeadline(words.role(flow.role), leader.lowercasedStart, at: who)
      : "\(who) \(words.verb(flow.role, afterPercentage: !isSmall)) \(leader)"
    title = ArticleWords.shortened("\(words.role(flow.role)): \(headline)", to: 88)
    subtitle = words.flowSubtitle(
      numbers.integer(flow.of), units, words.role(flow.role), flow.dimension)
    method = words.flowMethod(flow.role, flow.unit)
    coverage = coverageFacts.filter { $0.size > 0 }
      .map { "\($0.label.lowercasedStart) \(amount($0.size))" }.joined(separator: "; ")
    let ranked = named.prefix(4).map { "\($0.label) \(amount($0.size))" }
      .joined(separator: ", ")
    description = words.flowDescription(headline, ranked, coverage)
  }
}

/// Small care of texts.
enum ArticleWords {
  static func shortened(_ text: String, to limit: Int) -> String {
    text.count <= limit ? text : String(text.prefix(limit - 1)) + "…"
  }
}

extension FigureWords {
  private var isDutch: Bool { language == .nl }

  var noService: String { isDutch ? "Heeft deze dienst niet" : "Has no such service" }

  func count(_ part: String, of whole: String) -> String {
    isDutch ? "\(part) van de \(whole)" : "\(part) of \(whole)"
  }

  /// `74.8% of organisations`.
  func shareOf(_ percentage: String, _ units: String) -> String {
    isDutch ? "\(percentage) van de \(units)" : "\(percentage) of \(units)"
  }

  /// Where no provider has a name.
  func flowHeadline(_ role: String, _ what: String, at whom: String) -> String {
    isDutch ? "\(role): \(what) bij \(whom)" : "\(role): \(what) at \(whom)"
  }

  /// One decimal always, so that the numbers of a column line up; what is not nothing never reads
  /// as nothing, and what is not everything never as everything.
  func percent(_ share: Double) -> String {
    let style = NumberStyle(language)
    let bound = isDutch ? "\u{A0}" : ""
    if share > 0, share < 0.0005 { return "<\(bound)" + style.percentage(0.001) }
    if share < 1, share >= 0.9995 { return ">\(bound)" + style.percentage(0.999) }
    return style.percentage(share)
  }

  /// A share and its count: `74.8% · 257`; nothing needs no share.
  func amount(_ count: String, _ share: Double) -> String {
    share == 0 ? count : "\(percent(share)) · \(count)"
  }

  /// A count and its share: `257 · 74.8%`.
  func counted(_ count: String, _ share: Double) -> String {
    share == 0 ? count : "\(count) · \(percent(share))"
  }

  func flowSubtitle(
    _ count: String, _ units: String, _ role: String, _ dimension: Dimension
  ) -> String {
    isDutch
      ? "\(role) van \(count) \(units), naar aanbieder en het recht waaronder die valt. "
        + "De breedte van een band is het aantal \(units); elk telt één keer."
      : "\(role) of \(count) \(units), by provider and the law it falls under. "
        + "The width of a band is the number of \(units), each counted once."
  }

  func flowMethod(_ role: Role, _ unit: Unit) -> String {
    "\(flowEvidence(role)); \(split(unit))."
  }

  /// How a unit that uses several is counted.
  func split(_ unit: Unit) -> String {
    switch (unit, isDutch) {
    case (.organisation, false):
      "an organisation with several providers or domains is split equally"
    case (.organisation, true): "wie meer aanbieders of domeinen heeft, telt in gelijke delen"
    case (.domain, false): "a domain with several providers is split equally"
    case (.domain, true): "een domein met meer aanbieders telt in gelijke delen"
    }
  }

  /// The records that show a role.
  func flowEvidence(_ role: Role) -> String {
    switch (role, isDutch) {
    case (.mailbox, false):
      "mailbox from MX, DKIM and autodiscover records"
    case (.mailbox, true): "postvak uit MX-, DKIM- en autodiscover-records"
    case (.authoritativeDNS, false): "NS records"
    case (.authoritativeDNS, true): "NS-records"
    case (.mailExchange, false): "MX records"
    case (.mailExchange, true): "MX-records"
    case (_, false): "public DNS records"
    case (_, true): "openbare DNS-records"
    }
  }

  func flowDescription(_ headline: String, _ ranked: String, _ coverage: String) -> String {
    isDutch
      ? "Stroomdiagram. \(headline). Grootste aanbieders: \(ranked). Niet bekend: \(coverage)."
      : "Flow diagram. \(headline). Largest providers: \(ranked). Not known: \(coverage)."
  }
}
