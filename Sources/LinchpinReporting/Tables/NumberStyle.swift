import Drawing

/// How numbers look in tables: as in figures, with a fixed count of decimals.
public struct NumberStyle: Sendable, Equatable {
  public let language: Language

  public init(_ language: Language) { self.language = language }

  private var format: NumberFormat { NumberFormat(language.drawing) }

  /// A whole number with its thousands apart: 16,500 in English, 16.500 in Dutch.
  public func integer(_ value: Int) -> String { format.integer(value) }

  /// A number with a fixed count of decimals, halves rounded away from zero; nil prints as –.
  public func decimal(_ value: Double?, _ places: Int = 2) -> String {
    format.decimal(value ?? .nan, decimals: places, padded: true)
  }

  /// A part of a whole, 0–1, as a percentage with one decimal: 67.4%, 67,4 %.
  public func percentage(_ part: Double) -> String {
    decimal(part * 100, 1) + (language == .en ? "%" : "\u{A0}%")
  }

  /// A count: whole where it is whole, else with one decimal (units counted in parts).
  public func count(_ value: Double) -> String {
    decimal(value, value == value.rounded() ? 0 : 1)
  }
}
