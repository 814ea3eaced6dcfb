/// The language of headings and sentences; machine formats are never localised.
public enum Language: String, CaseIterable, Sendable {
  case en, nl
}
