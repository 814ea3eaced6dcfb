import ArgumentParser
import LinchpinCore
import LinchpinReporting

/// What is known about providers, owners and jurisdictions.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue", abstract: "What is known about providers, owners, jurisdictions.",
    subcommands: [List.self, Show.self, CheckCatalogue.self, CatalogueDiff.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Every entry, one line each.")

    @OptionGroup var catalogue: CatalogueOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.deliver(
        CatalogueReport.list(
          try catalogue.load(output.voice), asOf: nil, as: output.format, output.context()))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One provider, company or jurisdiction, with sources and dates.")

    @Argument(help: "The id of the entry.") var id: String
    @OptionGroup var catalogue: CatalogueOption
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp("Ownership as it stood on this date.", valueName: "date"))
    var asOf: CalendarDate?

    func run() throws {
      let loaded = try catalogue.load(output.voice)
      guard
        let text = CatalogueReport.show(
          id, in: loaded, asOf: asOf, as: output.format, output.context())
      else {
        let ids =
          loaded.providers.map(\.id) + loaded.companies.map(\.id)
          + loaded.jurisdictions.map(\.code)
        throw Failure(
          code: .noSuchName, message: "the catalogue has no entry \(Finding.quoted(id))",
          hint: "nearest: " + NearestNames.find(id, among: ids).joined(separator: ", "))
      }
      try output.deliver(text)
    }
  }

  struct CheckCatalogue: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Duplicates, missing sources, cycles, impossible dates.")

    @OptionGroup var catalogue: CatalogueOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      let loaded = try catalogue.load(output.voice)
      let problems = loaded.problems()
      try output.deliver(
        CatalogueReport.check(problems, of: loaded, as: output.format, output.context()))
      if !problems.isEmpty {
        throw Failure(code: .badData, message: "\(problems.count) problems in the catalogue")
      }
    }
  }
}

struct CatalogueOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "YAML adds to or overrides the shipped catalogue; a provider table in CSV replaces it.",
      valueName: "file"), completion: .file())
  var catalogue: String?

  func load(_ voice: VoiceOptions) throws -> Catalogue {
    try LoadedInput.catalogue(catalogue, voice)
  }
}
