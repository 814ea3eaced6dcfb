import Drawing
import LinchpinCore

/// Cuts a population's values into those that are shown by name and a rest.
struct ValueFold {
  /// Shown by name, the largest first.
  let shown: [String]
  /// How many values the rest has; zero where nothing was folded.
  let folded: Int

  /// Cells below five are folded unless detail is asked for; a rest of one hides nothing, so it
  /// is shown, unless it is that small.
  ///
  /// - Parameter smallest: what is shown by name has so many or more, detail or not.
  init(_ sizes: [String: Int], limit: Int, detail: Bool, smallest: Int = 0) {
    let ranked = sizes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let least = max(detail ? 0 : AssessmentTables.smallestCell, smallest)
    let large = ranked.filter { $0.value >= least }
    let kept = large.count == ranked.count && ranked.count <= limit + 1 ? ranked.count : limit
    shown = large.prefix(kept).map(\.key)
    folded = ranked.count - shown.count
  }
}

extension FigureWords {
  /// The name of a value as a figure prints it: a code such as `waterBoard` as words, and every
  /// name with a capital. Only the sector that readers state by themselves can be translated.
  func value(_ text: String) -> String {
    if language == .nl, text == "municipality" { return "Gemeente" }
    guard let first = text.first else { return unnamed }
    var words = first.uppercased()
    let isCode = text.allSatisfy { $0.isLetter && $0.isASCII }
    for letter in text.dropFirst() {
      words +=
        isCode && letter.isUppercase && words.last?.isLowercase == true
        ? " " + letter.lowercased() : String(letter)
    }
    return words
  }
}
