public import LinchpinCore

/// Suppositions with a name, from a scenario file.
public struct NamedScenario: Sendable, Equatable {
  public var name: String
  /// As `--assume` takes them.
  public var assume: [String]
  public var asOf: CalendarDate?
  /// As `--fail` takes them: `jurisdiction:US`.
  public var fail: [String]
}

/// Reads scenario files: YAML, schema `linchpin.scenarios/1`.
public enum ScenarioReader {
  static let schema = "linchpin.scenarios/1"

  /// The scenarios of a file, in its order; names are unique.
  public static func read(_ path: String) throws(CatalogueError) -> [NamedScenario] {
    let input: InputText
    do throws(ReadingError) { input = try InputText(path: path) } catch {
      throw CatalogueError(error)
    }
    if let problem = Recognition.problems(of: input).first { throw CatalogueError(problem) }
    guard let root = try CatalogueDocument(input: input, name: path).compose() else {
      throw CatalogueEntry.error(nil, path, "no scenario in it", hint: "start it with schema:")
    }
    let top = try CatalogueEntry(
      root, "a file of scenarios", keys: ["schema", "scenarios"], file: path)
    if try top.requiredText("schema") != schema {
      throw top.error(at: "schema", "not the schema \(schema)", hint: "write schema: \(schema)")
    }
    var found: [NamedScenario] = []
    for node in try top.nodes("scenarios") {
      let entry = try CatalogueEntry(
        node, "a scenario", keys: ["name", "assume", "asOf", "fail"], file: path)
      let name = try entry.requiredText("name")
      if found.contains(where: { $0.name == name }) {
        throw entry.error(
          at: "name", "two scenarios are called \(Finding.quoted(name))", hint: "rename one")
      }
      var asOf: CalendarDate?
      if let text = try entry.text("asOf") {
        guard let date = CalendarDate(text) else {
          throw entry.error(
            at: "asOf", "\(Finding.quoted(text)) is no date", hint: "write YYYY-MM-DD")
        }
        asOf = date
      }
      let scenario = NamedScenario(
        name: name, assume: try entry.texts("assume"), asOf: asOf, fail: try entry.texts("fail"))
      if scenario.assume.isEmpty, scenario.asOf == nil, scenario.fail.isEmpty {
        throw entry.error(
          at: "name", "the scenario \(Finding.quoted(name)) supposes nothing",
          hint: "give it assume, asOf or fail")
      }
      found.append(scenario)
    }
    if found.isEmpty {
      throw top.error(at: "scenarios", "no scenario in it", hint: "list one under scenarios:")
    }
    return found
  }
}
