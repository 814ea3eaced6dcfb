import ArgumentParser

/// The command line: parses arguments, prints, exits; everything else is in the libraries.
@main
struct Linchpin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "linchpin",
    abstract: "Shows what a country's public bodies hang on.",
    discussion: """
      Reads DNS facts about organisations and their domains, says which providers, companies and \
      legal orders stand behind them, what stops working if one of them stops, and draws it.

      Start with:  linchpin assess samples/observations-2026-09.jsonl
      """,
    version: Version.current,
    subcommands: [
      Assess.self, Bindings.self, Chokepoints.self, WhatIfCommand.self, Compare.self, Draw.self,
      Explain.self, Export.self, Check.self, CatalogueCommand.self,
      ArchiveCommand.self, Classify.self, Merge.self,
    ])

  /// Parses, runs, and turns every outcome into an exit code.
  static func main() {
    ClosedPipe.becomesSuccess()
    let interrupts = Temporaries.areRemovedOnInterrupt()
    defer { withExtendedLifetime(interrupts) {} }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      failure.report(arguments: CommandLine.arguments)
    } catch {
      exit(withError: error)
    }
  }
}

enum Version {
  static let current = "0.1.0"
}
