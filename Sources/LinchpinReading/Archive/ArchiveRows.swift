import GRDB
import LinchpinCore

/// An organisation as a row of an archive.
enum OrganisationRow {
  static let columns = "key, name, sector, country, region, weight, sharedServiceOf"

  /// Of a row that begins with the id.
  static func organisation(_ row: Row) -> Organisation {
    Organisation(
      id: row[1], name: row[2], sector: row[3], country: row[4], region: row[5], weight: row[6],
      sharedServiceOf: row[7])
  }

  /// What tells it from all others.
  static func key(_ organisation: Organisation) -> [UInt8] {
    var key: [UInt8] = []
    for text in [
      organisation.id, organisation.name, organisation.sector, organisation.country,
      organisation.region, organisation.sharedServiceOf,
    ] {
      key += Array(text.utf8)
      key.append(0)
    }
    withUnsafeBytes(of: organisation.weight.bitPattern) { key += Array($0) }
    return key
  }
}

/// A record: the numbers of its answers by question, then of its places.
enum RecordRow {
  static let columns = columns(since: ArchiveSchema.version)

  /// The columns of an archive of some version; what it had none for yet is null.
  static func columns(since version: Int) -> String {
    let later = ["soa", "caa", "certificate", "wildcard"]
    return "mx, ns, address, cname, spf, dkim, autodiscover, txt, tenant, application, "
      + later.map { version < 2 ? "NULL" : $0 }.joined(separator: ", ") + ", places"
  }

  static let count = Question.allCases.count + 1

  static func key(_ numbers: [Int64]) -> [UInt8] {
    numbers.withUnsafeBytes { Array($0) }
  }
}
