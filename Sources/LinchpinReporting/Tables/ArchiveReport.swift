public import LinchpinCore

/// What an archive knows of one snapshot without reading it.
public struct ArchivedSnapshot: Sendable {
  public var name: String
  public var measuredFrom: String
  public var measuredTo: String
  public var domains: Int
  public var organisations: Int
  public var hash: String
  public var files: [SourceFile]

  public init(
    name: String, measuredFrom: String, measuredTo: String, domains: Int, organisations: Int,
    hash: String, files: [SourceFile]
  ) {
    self.name = name
    self.measuredFrom = measuredFrom
    self.measuredTo = measuredTo
    self.domains = domains
    self.organisations = organisations
    self.hash = hash
    self.files = files
  }
}

/// What adding to an archive did.
public struct AddedSnapshot: Sendable {
  public var name: String
  public var domains: Int
  public var newRecords: Int
  public var wasThere: Bool

  public init(name: String, domains: Int, newRecords: Int, wasThere: Bool) {
    self.name = name
    self.domains = domains
    self.newRecords = newRecords
    self.wasThere = wasThere
  }
}

/// Reports on archives.
public enum ArchiveReport {
  /// One line on an addition.
  public static func added(_ added: AddedSnapshot, _ language: Language) -> String {
    Words(language).added(added)
  }

  public static func list(
    _ snapshots: [ArchivedSnapshot], as format: OutputFormat, _ context: ReportContext
  ) -> String {
    switch format {
    case .json:
      return JSON.object([
        ("schema", .string("linchpin.archive/1")), ("tool", .string(context.tool)),
        ("snapshots", .array(snapshots.map(\.json))),
      ]).document
    case .csv:
      var csv = CSV(["name", "measuredFrom", "measuredTo", "domains", "organisations", "sha256"])
      for snapshot in snapshots {
        csv.append([
          .text(snapshot.name), .text(snapshot.measuredFrom), .text(snapshot.measuredTo),
          .integer(snapshot.domains), .integer(snapshot.organisations), .text(snapshot.hash),
        ])
      }
      return csv.text
    case .text, .markdown:
      let words = context.words
      var document = Document()
      document.heading(words.archiveTitle, level: 1)
      document.table(
        [
          .text(words.snapshot), .text(words.measured), .number(words.units(.domain, 2)),
          .number(words.units(.organisation, 2)), .text(words.hash),
        ],
        snapshots.map { snapshot in
          [
            snapshot.name.visible, snapshot.days(words), context.numbers.integer(snapshot.domains),
            context.numbers.integer(snapshot.organisations), String(snapshot.hash.prefix(12)),
          ]
        })
      return document.render(markdown: format == .markdown)
    }
  }

  public static func show(
    _ entry: ArchivedSnapshot, _ snapshot: Snapshot, as format: OutputFormat,
    _ context: ReportContext
  ) -> String {
    let coverage = snapshot.askedQuestions
    switch format {
    case .json:
      return JSON.object([
        ("schema", .string("linchpin.snapshot/1")), ("tool", .string(context.tool)),
        ("snapshot", entry.json), ("questions", .array(coverage.map(\.json))),
      ]).document
    case .csv:
      var csv = CSV(["question", "answered", "absent", "failed", "notMeasured"])
      for row in coverage {
        csv.append([
          .text(String(describing: row.question)), .integer(row.answered), .integer(row.absent),
          .integer(row.failed), .integer(row.notMeasured),
        ])
      }
      return csv.text
    case .text, .markdown:
      let words = context.words
      var document = Document()
      document.heading("\(words.archiveTitle): \(entry.name.visible)", level: 1)
      document.facts(
        [
          (words.measured, entry.days(words)),
          (
            words.population,
            words.population(organisations: entry.organisations, domains: entry.domains)
          ),
          (words.hash, entry.hash),
        ]
          + entry.files.map {
            (words.input, "\($0.path.visible) (\($0.format)), sha256 \($0.sha256)")
          })
      document.table(
        [.text(words.question), .number(words.answered)]
          + [BindingStatus.absent, .failed, .notMeasured].map { .number(words.name($0)) },
        coverage.map { row in
          [words.name(row.question)]
            + [row.answered, row.absent, row.failed, row.notMeasured].map {
              context.numbers.integer($0)
            }
        })
      return document.render(markdown: format == .markdown)
    }
  }
}

extension AskedQuestion {
  var json: JSON {
    .object([
      ("question", .string(String(describing: question))), ("answered", .integer(answered)),
      ("absent", .integer(absent)), ("failed", .integer(failed)),
      ("notMeasured", .integer(notMeasured)),
    ])
  }
}

extension ArchivedSnapshot {
  fileprivate func days(_ words: Words) -> String {
    guard let from = CalendarDate(measuredFrom), let to = CalendarDate(measuredTo) else {
      return words.dateUnknown
    }
    return words.days(from...to)
  }

  fileprivate var json: JSON {
    .object([
      ("name", .string(name)), ("measuredFrom", .string(measuredFrom)),
      ("measuredTo", .string(measuredTo)), ("domains", .integer(domains)),
      ("organisations", .integer(organisations)), ("sha256", .string(hash)),
      (
        "files",
        .array(
          files.map { file in
            .object([
              ("path", .string(file.path)), ("format", .string(file.format)),
              ("sha256", .string(file.sha256)), ("records", .integer(file.records)),
            ])
          })
      ),
    ])
  }
}

extension Words {
  var archiveTitle: String { say("Archive", "Archief") }
  var snapshot: String { say("snapshot", "momentopname") }
  var hash: String { say("Content sha256", "Inhoud sha256") }
  var answered: String { say("answered", "beantwoord") }

  func added(_ added: AddedSnapshot) -> String {
    if added.wasThere {
      return say(
        "\(added.name) is there already, the same to the byte; nothing was added",
        "\(added.name) staat er al, tot op de byte gelijk; er is niets toegevoegd")
    }
    let counts = [added.domains, added.newRecords].map { numbers.integer($0) }
    return say(
      "added \(added.name): \(counts[0]) domains, \(counts[1]) records not there before",
      "\(added.name) toegevoegd: \(counts[0]) domeinen, \(counts[1]) nieuwe records")
  }
}
