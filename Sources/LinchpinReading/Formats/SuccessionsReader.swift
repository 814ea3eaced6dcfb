public import LinchpinCore

/// Reads renamed and merged organisations: CSV with the columns from, to and date.
public enum SuccessionsReader {
  /// - Throws: at the first row that cannot be used: a succession left out would turn a merger
  ///   into a disappearance.
  public static func read(_ path: String) throws(ReadingError) -> [Successions.Succession] {
    let input = try InputText(path: path)
    defer { withExtendedLifetime(input) {} }
    if let problem = Recognition.problems(of: input).first {
      throw .unrecognised(path: path, why: problem.message, hint: problem.hint)
    }
    var text = DelimitedText(input.bytes)
    let header = TableHeader(text.next()?.fields ?? [])
    guard let from = header.place("from"), let to = header.place("to"),
      let date = header.place("date")
    else {
      throw .unrecognised(
        path: path, why: "line 1: the columns from, to and date are needed",
        hint: "write: from,to,date")
    }
    var found: [Successions.Succession] = []
    for row in text where !row.isBlank {
      func wrong(_ why: String, _ hint: String) -> ReadingError {
        .unrecognised(path: path, why: "line \(row.line): \(why)", hint: hint)
      }
      let (old, new) = (row.field(from), row.field(to))
      if old.isEmpty || new.isEmpty || old == new {
        throw wrong("from and to must be two organisations", "give the ids of the two lists")
      }
      guard let day = CalendarDate(row.field(date)) else {
        throw wrong("\(Finding.quoted(row.field(date))) is no date", "write YYYY-MM-DD")
      }
      if found.contains(where: { $0.from == old }) {
        throw wrong("\(Finding.quoted(old)) has a successor already", "keep one of the two")
      }
      found.append(.init(from: old, to: new, date: day))
    }
    return found
  }
}
