import LinchpinCore
import LinchpinReading

/// What a run supposes, from options and a scenario file together.
struct Suppositions {
  /// Of the scenario file; empty for none.
  var name = ""
  var assume: [String] = []
  var asOf: CalendarDate?
  /// What a scenario lets stop, beside `--fail`.
  var stopped: [AssessmentOptions.Stop] = []

  /// What outputs say beside the suppositions themselves.
  var statements: [String] {
    (name.isEmpty ? [] : [name]) + (asOf.map { ["ownership as of \($0)"] } ?? [])
      + stopped.map { "\($0.label) stops" }
  }

  /// The scenario of `FILE` or `FILE#NAME`.
  static func read(_ text: String) throws -> NamedScenario {
    let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
    let all: [NamedScenario]
    do throws(CatalogueError) { all = try ScenarioReader.read(parts[0]) } catch {
      throw Failure(error)
    }
    let names = all.map(\.name)
    if parts.count == 1 {
      if all.count == 1 { return all[0] }
      throw Failure(
        code: .usage, message: "\(parts[0]) holds \(all.count) scenarios",
        hint: "name one: \(parts[0])#\(names[0]) (it holds \(names.joined(separator: ", ")))")
    }
    if let found = all.first(where: { $0.name.lowercased() == parts[1].lowercased() }) {
      return found
    }
    throw Failure(
      code: .noSuchName, message: "\(parts[0]) has no scenario \(Finding.quoted(parts[1]))",
      hint: "nearest: " + NearestNames.find(parts[1], among: names).joined(separator: ", "))
  }
}
