/// The names nearest to one that was not found, for “did you mean”.
public enum NearestNames {
  /// At most `limit` candidates by edit distance, nearest first; those that contain the word come
  /// before all others.
  /// - Complexity: O(candidates × length²).
  public static func find(_ word: String, among candidates: [String], limit: Int = 3) -> [String] {
    let word = Array(word.lowercased().utf8.prefix(64))
    return candidates.map { candidate -> (distance: Int, name: String) in
      let other = Array(candidate.lowercased().utf8.prefix(64))
      // A slip in the first word of a longer name is still near.
      let distance = min(
        Self.distance(word, other), 1 + Self.distance(word, Array(other.prefix(word.count))))
      return (contains(other, word) ? -1 : distance, candidate)
    }
    .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    .prefix(limit).map(\.name)
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard !part.isEmpty, part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains {
      text[$0..<($0 + part.count)].elementsEqual(part)
    }
  }

  /// The one name that was most likely meant, when one is near enough; ties go to the first in
  /// alphabetical order.
  public static func likely(_ word: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, word.count / 3)
    let letters = Array(word.lowercased().utf8.prefix(64))
    return candidates.map { (distance(Array($0.lowercased().utf8.prefix(64)), letters), $0) }
      .filter { $0.0 <= limit }
      .min { $0 < $1 }?.1
  }

  /// Levenshtein distance.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let substituted = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, diagonal + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }
}
