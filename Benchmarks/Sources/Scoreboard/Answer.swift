import Foundation

/// One number that we and somebody else must agree on, to the last digit they print.
struct Answer {
  var name: String
  var ours: (_ json: [String: Any]) -> Double?
  var theirs: (_ output: String) -> Double?

  /// What differs, in words; nil where nothing does.
  func disagreement(_ json: [String: Any], _ output: String) -> String? {
    guard let mine = ours(json), let peer = theirs(output) else { return "\(name): missing" }
    return abs(mine - peer) < 0.000_000_6 ? nil : "\(name): \(mine) and \(peer)"
  }

  /// A number of `concentration`, in the peer's unit, against one that follows a step of the peer.
  static func concentration(
    _ role: String, _ key: String, in unit: @escaping (Double) -> Double = { $0 }, _ peer: String,
    after step: String
  ) -> Answer {
    Answer(
      name: "\(role) \(key)",
      ours: { json in
        let entries = json["concentration"] as? [[String: Any]]
        let entry = entries?.first { $0["role"] as? String == role }
        return (entry?[key] as? NSNumber).map { unit($0.doubleValue) }
      }, theirs: { value(peer, after: step, in: $0) })
  }

  /// How many domains of a kind a comparison has.
  static func domains(_ key: String, after step: String) -> Answer {
    Answer(
      name: "domains \(key)",
      ours: { json in
        ((json["domains"] as? [String: Any])?[key] as? [Any]).map { Double($0.count) }
      }, theirs: { value(key, after: step, in: $0) })
  }

  /// What is lost of a function if something stops, against a line `NAME providers N mail N dns N`.
  static func loss(of function: String, _ column: String, if id: String) -> Answer {
    Answer(
      name: "\(column) lost if \(id) stops",
      ours: { json in
        if let functions = json["functions"] as? [[String: Any]] {
          let entry = functions.first { $0["function"] as? String == function }
          return (entry?["lost"] as? NSNumber)?.doubleValue
        }
        let points = json["points"] as? [[String: Any]]
        let point = points?.first { $0["id"] as? String == id }
        let lost = point?["functions"] as? [String: Any]
        return (lost?[function] as? NSNumber)?.doubleValue
      },
      theirs: { output in
        let words = output.split(separator: "\n").map { $0.split(separator: " ") }
          .first { $0.first.map(String.init) == id }
        guard let words, let place = words.firstIndex(where: { $0 == column }),
          place + 1 < words.count
        else { return nil }
        return Double(words[place + 1])
      })
  }

  private static func value(_ name: String, after step: String, in output: String) -> Double? {
    var isInStep = false
    for line in output.split(separator: "\n") {
      if line.hasPrefix("step ") { isInStep = line.dropFirst(5).hasPrefix(step + " ") }
      let parts = line.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) }
      if isInStep, parts.count == 2, parts[0] == name { return Double(parts[1]) }
    }
    return nil
  }
}
