public import LinchpinCore

/// Reads inputs of any known format into one snapshot.
public struct InputReader {
  /// Reads observations and lists of organisations.
  ///
  /// Inputs are read in the order of their paths, so that the order given changes nothing; a path
  /// given twice is read once. What is wrong inside a file becomes a finding of the snapshot.
  /// - Parameter organisations: paths that are read like the others; kept apart for callers who
  ///   have them apart.
  /// - Throws: when a file cannot be opened, or is of no kind that belongs in a snapshot.
  public static func snapshot(
    from paths: [String], organisations: [String] = [], options: ReadingOptions = ReadingOptions()
  ) throws(ReadingError) -> Snapshot {
    var builder = SnapshotBuilder()
    try read(paths, organisations, options, into: &builder)
    return builder.freeze()
  }

  /// Reads observations and lists of organisations and attributes them on the way, keeping no
  /// record: what counting needs, in a fraction of the time and memory.
  ///
  /// nil where the input is of another kind, or records of one domain decide what another's mean:
  /// then read a snapshot, which keeps them, and attribute that. The numbers are the same.
  public static func attribution(
    from paths: [String], organisations: [String] = [], under rules: Rules,
    options: ReadingOptions = ReadingOptions()
  ) throws(ReadingError) -> Attribution? {
    var builder = SnapshotBuilder(attributingUnder: rules)
    try read(paths, organisations, options, into: &builder)
    return builder.freezeAttributed()
  }

  private static func read(
    _ paths: [String], _ organisations: [String], _ options: ReadingOptions,
    into builder: inout SnapshotBuilder
  ) throws(ReadingError) {
    let lists = Set(organisations).subtracting(paths)
    let all = Set(paths).union(organisations).sorted()
    if all.count > Int(UInt16.max) { throw .tooManyFiles(all.count) }
    if let date = options.measuredOn { builder.measured(on: date) }
    for path in all where !builder.hasGivenUp {
      // A format named by the user is that of the observations; lists say themselves what they are.
      let format = lists.contains(path) ? nil : options.format
      try read(path, as: format, options, into: &builder)
    }
  }

  static func read(
    _ path: String, as format: InputFormat?, _ options: ReadingOptions,
    into builder: inout SnapshotBuilder
  ) throws(ReadingError) {
    if let place = ArchivePlace(path) {
      do throws(ArchiveError) {
        try Archive(reading: place.path).read(place.name, into: &builder)
      } catch { throw .archive(error) }
      return
    }
    options.progress?.begin(path)
    var input = try InputText(path: path, encoding: options.encoding)
    options.progress?.begin(path, total: input.bytes.count)
    input.progress = options.progress
    defer { withExtendedLifetime(input) {} }
    let problems = Recognition.problems(of: input)
    let known = input.isReadable ? format ?? Recognition.format(of: input) : format
    if input.isReadable, known == nil { throw Recognition.unrecognised(input) }
    if let known, !known.holdsObservationsOrOrganisations {
      throw .misplaced(path: path, format: known)
    }
    if let known, !known.holdsRecordsTogether { builder.needRecords() }
    if builder.hasGivenUp { return }
    let file = builder.open(
      SourceFile(
        path: path, format: known?.rawValue ?? "", sha256: options.hash ? input.sha256 : ""))
    for problem in problems { builder.report(problem, in: file) }
    guard input.isReadable, let known else { return }
    let unreadable = builder.count(of: .encoding)
    defer {
      if builder.count(of: .encoding) > unreadable,
        let finding = EncodingCensus(input.bytes).finding(about: path)
      {
        builder.report(finding, in: file)
      }
    }
    let place = InputPlace(file: file, path: path)
    let date = options.measuredOn
    if builder.attributesInPassing,
      let threads = options.threads(for: input.bytes.count),
      let reader = RangeReader(input, known, measuredOn: date),
      reader.read(threads: threads, at: place, into: &builder)
    {
      return
    }
    switch known {
    case .observations:
      ObservationReader(input: input, place: place, measuredOn: date).read(into: &builder)
    case .observationTable:
      ObservationTableReader(input: input, place: place, measuredOn: date).read(into: &builder)
    case .zdns, .dnsx:
      AnswersReader(
        input: input, place: place, measuredOn: date, tool: known == .zdns ? .zdns : .dnsx
      ).read(into: &builder)
    case .openintel where input.startsWithObject:
      AnswersReader(input: input, place: place, measuredOn: date, tool: .openintel)
        .read(into: &builder)
    case .openintel:
      OpenINTELTableReader(input: input, place: place, measuredOn: date).read(into: &builder)
    case .mxmapCache:
      MxmapCacheReader(input: input, place: place, measuredOn: date).read(into: &builder)
    case .organisationList: OrganisationListReader(input: input, place: place).read(into: &builder)
    case .mxmapMunicipalities:
      MunicipalitiesReader(input: input, place: place).read(into: &builder)
    case .mxmapSummary: MxmapSummaryReader(input: input, place: place).read(into: &builder)
    case .zoneFile:
      ZoneReader(input: input, place: place, measuredOn: date).read(into: &builder)
    case .registrants: RegistrantsReader(input: input, place: place).read(into: &builder)
    case .italianPublicBodies:
      ItalianPublicBodiesReader(input: input, place: place).read(into: &builder)
    case .bindings: BindingsReader(input: input, place: place).read(into: &builder)
    case .applications: ApplicationsReader(input: input, place: place).read(into: &builder)
    case .supplierDependencies:
      SupplierDependenciesReader(input: input, place: place).read(into: &builder)
    case .networkRanges, .catalogue, .providerTable: return
    }
  }
}
