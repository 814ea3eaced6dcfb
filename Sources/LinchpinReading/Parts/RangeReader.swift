import LinchpinCore

/// Reads the lines of an input that start in a range of it, where that is as good as reading all.
struct RangeReader {
  let input: InputText
  let format: InputFormat
  let measuredOn: CalendarDate?

  /// nil where lines and records are not the same, or bytes on disk not those that are read.
  init?(_ input: InputText, _ format: InputFormat, measuredOn: CalendarDate?) {
    guard format == .observations || format == .observationTable, input.packing == nil,
      input.kind == .utf8, format == .observations || input.bytes.contains(0x0A)
    else { return nil }
    self.input = input
    self.format = format
    self.measuredOn = measuredOn
  }

  /// The lines that start in a range, as bytes of the text.
  func lines(in range: Range<Int>) -> Range<Int> {
    input.lineStart(from: range.lowerBound)..<input.lineStart(from: range.upperBound)
  }

  /// Reads the lines that start in a range.
  /// - Returns: how many there are; nil where rows of a table run over several lines.
  func read(
    _ range: Range<Int>, at place: InputPlace, into builder: inout SnapshotBuilder
  ) -> Int? {
    let lines = lines(in: range)
    if format == .observations {
      return ObservationReader(input: input, place: place, measuredOn: measuredOn)
        .read(lines, into: &builder)
    }
    let read = ObservationTableReader(input: input, place: place, measuredOn: measuredOn)
      .read(lines, into: &builder)
    return read.flatMap { $0.areRows ? $0.lines : nil }
  }
}
