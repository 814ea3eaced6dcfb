import LinchpinCore

extension Study {
  /// The keys every result begins with, in the documented order.
  func head(_ name: String, _ context: ReportContext) -> [(String, JSON)] {
    [("schema", .string("linchpin.\(name)/1")), ("tool", .string(context.tool))]
      + [
        ("options", options.json(context)),
        ("catalogue", catalogue.identity),
        ("measured", snapshot.measuredJSON),
        ("asOf", .optional(asOf)),
        ("scenario", .strings(scenario)),
        ("inputs", snapshot.inputsJSON),
        ("organisations", .integer(organisationCount)),
        ("domains", .integer(domainCount)),
        ("unit", .string(options.unit.rawValue)),
      ]
  }
}

extension Catalogue {
  var identity: JSON {
    .object([("version", .string(version)), ("sha256", .string(sha256))])
  }
}

extension Snapshot {
  var measuredJSON: JSON {
    .object([("from", .optional(measured?.lowerBound)), ("to", .optional(measured?.upperBound))])
  }

  /// By path, so that the order of arguments does not show.
  var inputsJSON: JSON {
    .array(
      sortedFiles.map { file in
        .object([
          ("path", .string(file.path)), ("sha256", .string(file.sha256)),
          ("format", .string(file.format)), ("records", .integer(file.records)),
          ("findings", .integer(file.findings)),
        ])
      })
  }

  var sortedFiles: [SourceFile] {
    files.sorted { ($0.path, $0.sha256, $0.records) < ($1.path, $1.sha256, $1.records) }
  }
}

extension AssessmentOptions {
  func json(_ context: ReportContext) -> JSON {
    .object([
      ("unit", .string(unit.rawValue)),
      ("count", .optional(count?.rawValue)),
      ("tier", .string(tier.label)),
      ("groupBy", .strings(levels.map(\.rawValue))),
      ("by", .optional(by?.rawValue)),
      ("services", .strings(selection.services.map(\.rawValue).sorted())),
      ("roles", .strings(selection.roles.map(\.label).sorted())),
      ("sectors", .strings(selection.sectors.sorted())),
      ("countries", .strings(selection.countries.sorted())),
      ("regions", .strings(selection.regions.sorted())),
      ("weighted", .bool(isWeighted)),
      ("sample", .bool(isSample)),
      ("mode", .string(mode.rawValue)),
      ("cutoffScope", .string(scope.rawValue)),
      ("home", .string(home)),
      ("fictional", .bool(context.isFictional)),
    ])
  }
}

extension Cut {
  var json: JSON {
    .object([("dimension", .string(dimension.rawValue)), ("value", .string(value))])
  }
}
