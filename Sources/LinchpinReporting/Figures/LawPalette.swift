import Drawing
import LinchpinCore

/// Colours and words of legal orders, relative to the reader's own country.
struct LawPalette {
  let home: String
  let language: Language
  private let jurisdictions: [String: Jurisdiction]

  init(_ catalogue: Catalogue, home: String, language: Language) {
    self.home = home
    self.language = language
    jurisdictions = Dictionary(
      catalogue.jurisdictions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What a colour stands for; several legal orders share one where the palette is short.
  enum Category: String, CaseIterable {
    case home, unitedStates, europeanUnion, unitedKingdom, other, unknown
  }

  /// The legal orders of one supplier as one mark: what is foreign decides the colour, since a
  /// company at home that is controlled from abroad is within reach from there.
  func category(_ laws: [String]) -> Category {
    if laws.isEmpty { return .unknown }
    let foreign = laws.filter { $0 != home }
    if foreign.isEmpty { return .home }
    if foreign.contains("US") { return .unitedStates }
    if foreign.contains("GB") { return .unitedKingdom }
    if foreign.contains(where: { !isInUnion($0) }) { return .other }
    return .europeanUnion
  }

  func hue(_ category: Category) -> Hue {
    switch category {
    case .home: .blue
    case .unitedStates: .vermilion
    case .europeanUnion: .green
    case .unitedKingdom: .purple
    case .other: .umber
    case .unknown: .grey
    }
  }

  func hue(_ laws: [String]) -> Hue { hue(category(laws)) }

  /// The legend's words for a category.
  func legend(_ category: Category) -> String {
    let words = FigureWords(language)
    switch category {
    case .home: return home.isEmpty ? words.ownCountry : name(home)
    case .unitedStates: return name("US")
    case .europeanUnion: return home.isEmpty ? words.union : words.otherUnion
    case .unitedKingdom: return name("GB")
    case .other: return words.otherLaw
    case .unknown: return words.unknownLaw
    }
  }

  /// One supplier's legal orders in words: its seat, and from where it is controlled.
  func label(_ laws: [String]) -> String {
    guard let seat = laws.first else { return FigureWords(language).unknownLaw }
    if laws.count == 1 { return name(seat) }
    let others = laws.dropFirst().map { shortName($0) }.joined(separator: ", ")
    return FigureWords(language).controlled(name(seat), from: others)
  }

  func name(_ code: String) -> String {
    jurisdictions[code]?.name(language.rawValue) ?? code
  }

  private func shortName(_ code: String) -> String {
    switch (code, language) {
    case ("US", .nl): "VS"
    case ("GB", .nl): "VK"
    case ("GB", .en): "UK"
    default: code
    }
  }

  private func isInUnion(_ code: String) -> Bool {
    jurisdictions[code]?.memberOf.contains("EU") ?? false
  }
}
