import Foundation
public import LinchpinCore

/// The day a snapshot stands for, by which it is named in an archive.
public enum SnapshotName {
  /// The day given, else the one in a measured file's name, else the last day measured.
  ///
  /// A file's date comes before its timestamps, which repeat from one publication to the next.
  public static func of(
    _ snapshot: Snapshot, measuredOn: CalendarDate?
  ) throws(ArchiveError) -> String {
    if let measuredOn { return measuredOn.description }
    let lists: [InputFormat] = [.organisationList, .mxmapMunicipalities, .registrants]
    let measured = snapshot.files.filter { file in
      !lists.contains { $0.rawValue == file.format }
    }
    let dates = measured.compactMap { date(in: $0.path) }
    if let date = dates.max() ?? snapshot.measured?.upperBound { return date.description }
    throw .noDate
  }

  /// The last `YYYY-MM-DD` of a file's own name.
  static func date(in path: String) -> CalendarDate? {
    let name = Array((path.split(separator: "/").last ?? "").utf8)
    for start in stride(from: name.count - 10, through: 0, by: -1) {
      let word = name[start..<(start + 10)]
      let isDate = word.enumerated().allSatisfy { place, byte in
        place == 4 || place == 7
          ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
      if isDate, let date = CalendarDate(String(decoding: word, as: UTF8.self)) { return date }
    }
    return nil
  }
}
