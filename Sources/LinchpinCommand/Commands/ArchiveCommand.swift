import ArgumentParser
import LinchpinCore
import LinchpinReading
import LinchpinReporting

/// Dated snapshots in one file.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "Dated snapshots, one or many, in one file.",
    discussion: """
      An archive is an SQLite file of observations, organisations, dates and provenance; never of \
      verdicts. Every command reads one: FILE, or FILE@2026-03-15 for one of several snapshots.
      """,
    subcommands: [
      Add.self, List.self, Show.self, CompareSnapshots.self, TrendOfSnapshots.self,
    ])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add one snapshot, all of it or nothing.",
      discussion: """
        The snapshot is named after the date in its file's name, or --measured-on. The archive is \
        made where there is none.
        """)

    @Argument(help: "The archive.", completion: .file()) var file: String
    @OptionGroup var input: InputOptions
    @OptionGroup var voice: VoiceOptions

    func run() throws {
      let loaded = try LoadedInput(input.inputs, input.shared, voice: voice, hash: true)
      do throws(ArchiveError) {
        let name = try SnapshotName.of(loaded.snapshot, measuredOn: input.shared.measuredOn)
        let added = try Archive(adding: file).add(loaded.snapshot, as: name)
        if !voice.quiet { Output.note(ArchiveReport.added(added.report, voice.language)) }
      } catch {
        throw Failure(error)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The snapshots of an archive.")

    @Argument(help: "The archive.", completion: .file()) var file: String
    @OptionGroup var output: OutputOptions

    func run() throws {
      let entries = try ArchiveCommand.entries(file)
      try output.deliver(
        ArchiveReport.list(entries.map(\.report), as: output.format, output.context()))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One snapshot: its files, their hashes, and what was asked of whom.")

    @Argument(help: "The archive, or FILE@DATE.", completion: .file()) var file: String
    @OptionGroup var reading: ReadingFlags
    @OptionGroup var output: OutputOptions

    func run() throws {
      let place = ArchivePlace(file)
      let known = try ArchiveCommand.entries(place?.path ?? file)
      let loaded = try LoadedInput([file], reading, voice: output.voice)
      guard let entry = known.first(where: { place?.name == nil || place?.name == $0.name })
      else { return }
      try output.deliver(
        ArchiveReport.show(
          entry.report, loaded.snapshot, as: output.format, output.context(of: loaded)))
    }
  }

  struct CompareSnapshots: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compare", abstract: "Compare two snapshots of an archive.")

    @Argument(help: "The archive.", completion: .file()) var file: String
    @Argument(help: "The name of the earlier snapshot.") var before: String
    @Argument(help: "The name of the later snapshot.") var after: String
    @OptionGroup var reading: ReadingFlags
    @OptionGroup var counting: CountingOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var earlier: EarlierOptions
    @OptionGroup var gate: GateOptions
    @OptionGroup var table: TableOptions

    func validate() throws { try table.check(output) }

    func run() throws {
      try TwoDates(
        before: "\(file)@\(before)", after: "\(file)@\(after)", reading: reading,
        counting: counting, output: output, earlier: earlier, gate: gate, table: table
      ).report()
    }
  }

  struct TrendOfSnapshots: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "trend", abstract: "Totals over all snapshots, every step with its causes.")

    @OptionGroup var input: InputOptions
    @OptionGroup var counting: CountingOptions
    @OptionGroup var output: OutputOptions

    @Option(
      help: ArgumentHelp(
        "Renamed and merged organisations, CSV: from,to,date.", valueName: "file"),
      completion: .file())
    var successions: String?

    func run() throws {
      let (trend, last) = try SeveralDates(
        inputs: input.inputs, reading: input.shared, counting: counting, voice: output.voice,
        successions: successions
      ).trend()
      try output.deliver(
        TrendReport.render(trend, as: output.format, output.context(of: last)))
    }
  }

  static func entries(_ file: String) throws -> [Archive.Entry] {
    do throws(ArchiveError) {
      return try Archive(reading: file).entries()
    } catch {
      throw Failure(error)
    }
  }
}

// Reading and reporting never meet: what one knows of an archive is told to the other here.

extension Archive.Entry {
  var report: ArchivedSnapshot {
    ArchivedSnapshot(
      name: name, measuredFrom: measuredFrom, measuredTo: measuredTo, domains: domains,
      organisations: organisations, hash: hash, files: files)
  }
}

extension ArchiveAddition {
  var report: AddedSnapshot {
    AddedSnapshot(name: name, domains: domains, newRecords: newRecords, wasThere: wasThere)
  }
}
