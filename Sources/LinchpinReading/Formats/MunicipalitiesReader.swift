import Foundation
import LinchpinCore

/// Reads a list of municipalities as mxmap keeps it: an array of objects.
struct MunicipalitiesReader {
  let input: InputText
  let place: InputPlace

  private struct Entry: Decodable {
    var id: String
    var name: String
    var country: String?
    var region: String?
    var sector: String?
    var domain: String?
  }

  func read(into builder: inout SnapshotBuilder) {
    var records = 0
    let decoder = JSONDecoder()
    for entry in JSONSplitter(input.bytes) {
      if !entry.isComplete {
        builder.find(
          .error, .truncated, in: place, line: entry.line,
          "the file ends in the middle of an entry", hint: "fetch the file again")
        continue
      }
      let data = Data(entry.object)
      guard let decoded = try? decoder.decode(Entry.self, from: data), !decoded.id.isEmpty else {
        builder.find(
          .error, .syntax, in: place, line: entry.line,
          "an entry without the texts id and name, or with a value of another kind",
          hint: "every entry needs id, name and domain")
        continue
      }
      let domain = decoded.domain ?? ""
      builder.list(
        Organisation(
          id: decoded.id, name: decoded.name, sector: decoded.sector ?? "municipality",
          country: CountryCode.canonical(decoded.country ?? "") ?? "",
          region: decoded.region ?? ""),
        domains: domain.isEmpty ? [] : [domain], at: place.at(entry.line))
      records += 1
    }
    builder.count(records: records, in: place.file)
    if records == 0 {
      builder.find(
        .error, .emptyFile, in: place, "no usable entry", hint: "see the other findings")
    }
  }
}
