import Drawing
import LinchpinCore

extension ArticleFrame {
  /// The frame of a figure about an assessment: the words given or made, and the foot that every
  /// figure carries.
  ///
  /// - Parameter said: words for suppositions, by how the run states them.
  init(
    _ assessment: Assessment, _ options: FigureOptions, prefix: String, title: String,
    description: String, headline: String, subtitle: String, legend: [LegendEntry],
    method: String, coverage: String, laws: [String], isScenario: Bool = false,
    suppositions said: [String: String] = [:], banners extra: [String] = [],
    measured: String? = nil, notes more: [Note] = []
  ) {
    let words = FigureWords(options.language)
    let banners =
      (options.isFictional ? [words.fictionalBanner] : [])
      + (assessment.scenario.isEmpty && !isScenario ? [] : [words.scenarioBanner]) + extra
    let files = assessment.snapshot.fileNames
    var notes = [
      Note(words.source, options.source.isEmpty ? files.joined(separator: ", ") : options.source),
      Note(words.measured, measured ?? words.period(assessment.snapshot.measured)),
      Note(words.method, method),
      Note(words.coverage, coverage),
    ]
    if !laws.isEmpty {
      let catalogue = assessment.attribution.rules.catalogue
      notes.append(Note(words.law, Words(options.language).lawNotice(laws, catalogue)))
    }
    notes += more
    notes += assessment.scenario.map { Note(FigureWords.scenario, said[$0] ?? $0) }
    if !options.note.isEmpty { notes.append(Note(words.note, options.note)) }
    notes.append(
      Note(words.licence, options.licence.isEmpty ? words.licenceUnstated : options.licence))
    self.init(
      prefix: prefix, language: options.language.drawing, title: title, description: description,
      headline: options.headline.isEmpty ? headline : options.headline,
      subtitle: options.subtitle.isEmpty ? subtitle : options.subtitle, banners: banners,
      legend: legend, notes: notes.filter { !$0.text.isEmpty })
  }

  /// The suppositions that the notes state.
  var suppositions: [String] {
    notes.filter { $0.label == FigureWords.scenario }.map(\.text)
  }
}

extension Snapshot {
  /// The names of its files without their folders, so that a figure is the same wherever they lie.
  var fileNames: [String] {
    Set(files.map { String($0.path.split(separator: "/").last ?? "") }).sorted()
  }
}

extension FigureWords {
  /// The same word in English and Dutch.
  static let scenario = "Scenario"

  var licenceUnstated: String {
    language == .nl
      ? "als die van de bron; vermeld bron en datum"
      : "as that of the source; name source and date"
  }

  func period(_ measured: ClosedRange<CalendarDate>?) -> String {
    guard let measured else { return dateUnknown }
    if measured.lowerBound == measured.upperBound { return date(measured.lowerBound) }
    let (first, last) = (measured.lowerBound, measured.upperBound)
    if let from = first.day, last.day != nil, first.year == last.year, first.month == last.month {
      return "\(from)–\(date(last))"
    }
    let link = language == .nl ? " t/m " : " to "
    return date(measured.lowerBound) + link + date(measured.upperBound)
  }

  /// `28 April 2026`, `28 april 2026`; never broken over lines.
  func date(_ date: CalendarDate) -> String {
    let english = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let dutch = [
      "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
      "oktober", "november", "december",
    ]
    guard let month = date.month else { return String(date.year) }
    let name = (language == .nl ? dutch : english)[month - 1]
    return [date.day.map { String($0) }, name, String(date.year)].compactMap(\.self)
      .joined(separator: "\u{A0}")
  }
}
