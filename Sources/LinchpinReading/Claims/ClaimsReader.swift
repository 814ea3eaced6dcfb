public import LinchpinCore

/// Reads published verdicts as claims to compare with; nothing of them becomes an observation.
///
/// Known are mxmap's classifications (`data.json` and summaries, as object or list), the dataset of
/// Italian public bodies and tables of bindings.
public struct ClaimsReader {
  /// The claims of one file; what is wrong with rows is among their findings.
  /// - Throws: when the file cannot be opened, or is of no kind that holds claims.
  public static func read(
    _ path: String, options: ReadingOptions = ReadingOptions()
  ) throws(ReadingError) -> Claims {
    try read([path], options: options)
  }

  /// The claims of several files, in the order of their paths.
  public static func read(
    _ paths: [String], options: ReadingOptions = ReadingOptions()
  ) throws(ReadingError) -> Claims {
    var list = ClaimList()
    for path in Set(paths).sorted() {
      let input = try InputText(path: path, encoding: options.encoding)
      defer { withExtendedLifetime(input) {} }
      let problems = Recognition.problems(of: input)
      let known = input.isReadable ? options.format ?? Recognition.format(of: input) : nil
      if input.isReadable, known == nil { throw Recognition.unrecognised(input) }
      if let known, !known.holdsClaims { throw .noClaims(path: path, format: known) }
      let place = list.open(
        SourceFile(
          path: path, format: known?.rawValue ?? "", sha256: options.hash ? input.sha256 : ""))
      for problem in problems { list.builder.report(problem, in: place.file) }
      guard let known else { continue }
      read(input, place, as: known, into: &list)
    }
    return list.finish()
  }

  private static func read(
    _ input: InputText, _ place: InputPlace, as format: InputFormat, into list: inout ClaimList
  ) {
    switch format {
    case .mxmapSummary: MxmapSummaryReader(input: input, place: place).readClaims(into: &list)
    case .italianPublicBodies:
      ItalianPublicBodiesReader(input: input, place: place).readClaims(into: &list)
    case .bindings: BindingsReader(input: input, place: place).readClaims(into: &list)
    default: return
    }
  }
}

/// Claims as they are read; findings and counts go the way of every other input.
struct ClaimList {
  var builder = SnapshotBuilder()
  private var claims: [Claim] = []

  mutating func open(_ file: SourceFile) -> InputPlace {
    InputPlace(file: builder.open(file), path: file.path)
  }

  /// Adds a claim; a domain that is no domain name is a finding.
  /// - Returns: whether it was added.
  @discardableResult
  mutating func add(
    _ provider: String, as role: Role, domain: String, organisation: String, reason: String = "",
    in place: InputPlace, line: UInt32
  ) -> Bool {
    do throws(DomainNameProblem) {
      let domain = try DomainName(domain).description
      claims.append(
        Claim(
          domain: domain, organisation: organisation, role: role, provider: provider,
          reason: reason, source: place.at(line)))
      return true
    } catch {
      builder.find(
        .error, .badDomain, in: place, line: line,
        "\(Finding.quoted(domain)): \(error.message)", hint: error.hint)
      return false
    }
  }

  consuming func finish() -> Claims {
    let claims = claims
    let snapshot = builder.freeze()
    return Claims(files: snapshot.files, findings: snapshot.findings, claims: claims)
  }
}
