import ArgumentParser
import Foundation
import LinchpinCore
import LinchpinReading
import LinchpinReporting

/// Conditions under which a run ends with exit code 2.
struct GateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Exit with 2 and the list if a binding meets this, such as “sector=hospital role=mailbox "
        + "jurisdiction=US”; with “new” in front what is new since the earlier date, “new single "
        + "point” included (compare). Repeatable.", valueName: "expr"))
  var failOn: [String] = []

  @Option(
    help: ArgumentHelp(
      "Cases that are accepted, one a line as the list prints them.", valueName: "file"),
    completion: .file())
  var baseline: String?

  var isEmpty: Bool { failOn.isEmpty }

  func validate() throws {
    for text in failOn {
      do throws(Gate.Problem) { _ = try Gate(text) } catch {
        throw ValidationError("--fail-on: \(error.message); \(error.hint).")
      }
    }
    if baseline != nil, failOn.isEmpty {
      throw ValidationError("--baseline accepts cases of --fail-on, which is not given.")
    }
  }

  /// The conditions; those about what is new need a second date.
  func gates(hasTwoDates: Bool) throws -> [Gate] {
    let gates = failOn.compactMap { try? Gate($0) }
    if !hasTwoDates, let gate = gates.first(where: \.isNew) {
      throw Failure(
        code: .usage, message: "--fail-on \(Finding.quoted(gate.text)) needs an earlier date",
        hint: "use it with linchpin compare BEFORE AFTER")
    }
    return gates
  }

  /// Ends the run with exit code 2 where cases are not accepted, and names them.
  func check(_ found: [(gate: Gate, cases: [String])]) throws {
    let accepted = try acceptedCases()
    var tripped = 0
    for (gate, cases) in found {
      let open = cases.filter { !accepted.contains($0) }
      if open.isEmpty { continue }
      tripped += open.count
      Output.note("# \(gate.text)")
      for name in open { Output.note(name) }
    }
    if tripped > 0 {
      throw Failure(
        code: .gate, message: "\(tripped) cases meet --fail-on",
        hint: "accept a case by adding its line to the file of --baseline")
    }
  }

  private func acceptedCases() throws -> Set<String> {
    guard let baseline else { return [] }
    do {
      let text = try String(contentsOf: URL(fileURLWithPath: baseline), encoding: .utf8)
      let lines = text.split(whereSeparator: \.isNewline).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      return Set(lines.filter { !$0.isEmpty && !$0.hasPrefix("#") })
    } catch {
      throw Failure(
        code: .noSuchName, message: "\(baseline) cannot be read as text",
        hint: "give a file with one accepted case a line", file: baseline)
    }
  }
}

extension LoadedInput {
  /// The attribution as rows, for gates.
  func rows(_ counting: CountingOptions) throws -> [BindingRow] {
    try rows(counting, try study(counting))
  }

  /// The same of an attribution that was made before.
  func rows(_ counting: CountingOptions, _ study: Study) throws -> [BindingRow] {
    BindingRow.rows(
      study.attribution, try population(counting), roles: study.options.selection.countedRoles,
      asOf: study.asOf)
  }
}
