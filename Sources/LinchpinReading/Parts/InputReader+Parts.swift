public import LinchpinCore

extension InputReader {
  /// The records whose lines start in a range of a file, classified: the bytes of a part.
  ///
  /// It looks at no other record, so that parts can be made anywhere and in any order; what they
  /// have to say about each other is found when they are merged.
  /// - Parameter range: bytes from 0, its end not included; nil goes to the end of the file.
  public static func part(
    of path: String, from start: Int, to end: Int?, under rules: Rules, as identity: PartIdentity,
    options: ReadingOptions = ReadingOptions()
  ) throws(PartError) -> [UInt8] {
    let input = try PartError.passing { () throws(ReadingError) in
      try InputText(path: path, encoding: options.encoding)
    }
    defer { withExtendedLifetime(input) {} }
    let size = input.sizeOnDisk
    let range = start..<max(start, end ?? size)
    if range.upperBound > size { throw .outside(path: path, range: range, size: size) }
    let format = try rangedFormat(of: input, options)
    guard let reader = RangeReader(input, format, measuredOn: options.measuredOn) else {
      throw .noRanges(
        path: path, why: "ranges need lines of plain text in UTF-8, neither packed nor converted")
    }
    var builder = SnapshotBuilder(partUnder: rules)
    let file = builder.open(SourceFile(path: path, format: format.rawValue))
    let text = input.text(ofDisk: range)
    guard let lines = reader.read(text, at: InputPlace(file: file, path: path), into: &builder)
    else {
      throw .noRanges(
        path: path, why: "a row of the table runs over several lines, or it has no column domain")
    }
    guard let part = builder.part(lines: lines) else { throw .needsRecords(path: path) }
    let head = PartFile.Head(
      identity: identity, file: path, format: format.rawValue, size: size, range: range,
      sha256: input.sha256(ofDisk: range),
      encodings: EncodingCensus(input.bytes, in: reader.lines(in: text)).counts)
    return try PartFile.bytes(head, part)
  }

  private static func rangedFormat(
    of input: InputText, _ options: ReadingOptions
  ) throws(PartError) -> InputFormat {
    guard input.isReadable else {
      throw .noRanges(
        path: input.path, why: Recognition.problems(of: input).first?.message ?? "no text")
    }
    guard let format = options.format ?? Recognition.format(of: input) else {
      throw .reading(Recognition.unrecognised(input))
    }
    guard format == .observations || format == .observationTable else {
      throw .noRanges(
        path: input.path, why: "ranges are read of observations, and this is \(format.title)")
    }
    return format
  }

  /// The attribution of parts brought together: what reading their files in one go gives.
  ///
  /// - Parameters:
  ///   - parts: in any order; of every file they name, all of it.
  ///   - organisations: lists, read as they are.
  /// - Returns: the attribution, and the files whose SHA-256 was asked for and that are not at hand.
  public static func attribution(
    merging parts: [String], organisations: [String] = [], under rules: Rules,
    as identity: PartIdentity, options: ReadingOptions = ReadingOptions()
  ) throws(PartError) -> (attribution: Attribution, absent: [String]) {
    let files = try PartedFile.all(of: parts, as: identity)
    var builder = SnapshotBuilder(attributingUnder: rules)
    if let date = options.measuredOn { builder.measured(on: date) }
    var absent: [String] = []
    for path in Set(files.keys).union(organisations).sorted() {
      guard let file = files[path] else {
        try PartError.passing { () throws(ReadingError) in
          try read(path, as: nil, options, into: &builder)
        }
        continue
      }
      let sum = options.hash ? try file.sha256() : ""
      if sum == nil { absent.append(path) }
      try file.read(sha256: sum ?? "", under: rules, into: &builder)
      if builder.hasGivenUp { throw .needsRecords(path: path) }
    }
    guard let attribution = builder.freezeAttributed() else {
      throw .needsRecords(path: files.keys.sorted().joined(separator: ", "))
    }
    return (attribution, absent)
  }
}

/// All parts of one file, in their order.
private struct PartedFile {
  let parts: [PartFile]

  static func all(
    of paths: [String], as identity: PartIdentity
  ) throws(PartError) -> [String: PartedFile] {
    var parts: [PartFile] = []
    for path in paths {
      let part = try PartFile(path: path)
      if let (what, there, here) = identity.difference(from: part.head.identity) {
        throw .differs(path: path, what: what, there: there, here: here)
      }
      parts.append(part)
    }
    var files: [String: PartedFile] = [:]
    for (file, group) in Dictionary(grouping: parts, by: \.head.file) {
      files[file] = try PartedFile(group)
    }
    return files
  }

  /// Checks that the parts have every byte of their file, and none twice.
  private init(_ parts: [PartFile]) throws(PartError) {
    let sorted = parts.sorted {
      ($0.head.range.lowerBound, $0.head.range.upperBound, $0.path)
        < ($1.head.range.lowerBound, $1.head.range.upperBound, $1.path)
    }
    self.parts = sorted
    var end = 0
    var last = ""
    for part in sorted {
      let (head, range) = (part.head, part.head.range)
      if head.size != sorted[0].head.size || head.format != sorted[0].head.format {
        throw .otherFile(path: part.path, file: head.file)
      }
      if range.lowerBound > end { throw .missing(file: head.file, range: end..<range.lowerBound) }
      if range.lowerBound < end {
        throw .overlapping(
          path: part.path, other: last, range: range.lowerBound..<min(end, range.upperBound))
      }
      end = range.upperBound
      last = part.path
    }
    if let head = sorted.last?.head, end < head.size {
      throw .missing(file: head.file, range: end..<head.size)
    }
  }

  /// Of the file, where it is at hand; nil elsewhere.
  func sha256() throws(PartError) -> String? {
    guard let head = parts.first?.head, let contents = try? FileContents(path: head.file),
      contents.bytes.count == head.size
    else { return nil }
    defer { withExtendedLifetime(contents) {} }
    for part in parts {
      let bytes = UnsafeRawBufferPointer(rebasing: contents.bytes[part.head.range])
      if Digest.sha256([bytes]) != part.head.sha256 {
        throw .changed(path: part.path, file: head.file)
      }
    }
    return Digest.sha256([contents.bytes])
  }

  func read(
    sha256: String, under rules: Rules, into builder: inout SnapshotBuilder
  ) throws(PartError) {
    guard let head = parts.first?.head else { return }
    let file = builder.open(SourceFile(path: head.file, format: head.format, sha256: sha256))
    let place = InputPlace(file: file, path: head.file)
    let unreadable = builder.count(of: .encoding)
    var lines = 0
    var census = EncodingCensus()
    for part in parts {
      let content = try part.part(under: rules)
      do throws(PartProblem) {
        try builder.absorb(content, in: file, after: lines)
      } catch {
        throw .damaged(
          path: part.path, why: "it has too many findings to take a second record of a domain out")
      }
      lines += content.lineCount
      census.add(part.head.encodings)
    }
    if builder.hasGivenUp { return }
    builder.findEmpty(place)
    if builder.count(of: .encoding) > unreadable, let finding = census.finding(about: head.file) {
      builder.report(finding, in: file)
    }
  }
}

extension PartError {
  /// Does something that reads, passing its errors on as ours.
  fileprivate static func passing<Result>(
    _ body: () throws(ReadingError) -> Result
  ) throws(PartError) -> Result {
    do throws(ReadingError) {
      return try body()
    } catch { throw .reading(error) }
  }
}

extension InputText {
  /// Of the file as it lies on disk.
  fileprivate var sizeOnDisk: Int { disk.count }

  /// The bytes of the text that stand at a range of the file; a byte order mark is none of them.
  fileprivate func text(ofDisk range: Range<Int>) -> Range<Int> {
    let mark = disk.count - bytes.count
    return max(0, range.lowerBound - mark)..<max(0, range.upperBound - mark)
  }

  fileprivate func sha256(ofDisk range: Range<Int>) -> String {
    withExtendedLifetime(self) { Digest.sha256([Bytes(rebasing: disk[range])]) }
  }
}
