import CSimdJSON
import LinchpinCore

/// Reads OpenINTEL's columns as CSV: one row per record of an answer
/// (https://openintel.nl/background/dictionary/).
struct OpenINTELTableReader {
  let input: InputText
  let place: InputPlace
  let measuredOn: CalendarDate?

  private struct Columns {
    let count: Int
    let queryType, queryName: Int
    let status, responseType, responseName, time, system, preference, tag: Int?
    /// Where the value of a type stands.
    let values: [(type: answer_type, place: Int)]

    init?(_ header: TableHeader) {
      guard let queryType = header.place("query_type"), let queryName = header.place("query_name")
      else { return nil }
      self.queryType = queryType
      self.queryName = queryName
      count = header.columns.count
      status = header.place("status_code")
      responseType = header.place("response_type")
      responseName = header.place("response_name")
      time = header.place("timestamp")
      system = header.place("as")
      preference = header.place("mx_preference")
      tag = header.place("caa_tag")
      let named = [
        (answer_a, "ip4_address"), (answer_aaaa, "ip6_address"), (answer_cname, "cname_name"),
        (answer_mx, "mx_address"), (answer_ns, "ns_address"), (answer_txt, "txt_text"),
        (answer_spf, "txt_text"), (answer_soa, "soa_mname"), (answer_caa, "caa_value"),
      ]
      values = named.compactMap { type, name in header.place(name).map { (type, $0) } }
    }
  }

  func read(into builder: inout SnapshotBuilder) {
    var rows = DelimitedRows(input.bytes)
    guard rows.next() != nil else { return }
    let header = TableHeader(
      rows.fields.map { String(decoding: ObservationColumns.trimmed($0), as: UTF8.self) })
    guard let columns = Columns(header) else {
      return builder.find(
        .error, .missingColumn, in: place, line: 1, "no columns query_type and query_name",
        hint: "export them with the others")
    }
    var writer = AnswerWriter(place: place, measuredOn: measuredOn, naming: .always)
    var values: [answer_value] = []
    while let row = rows.next() {
      if row.bytes.allSatisfy({ InputText.isSpace($0) }) { continue }
      if let problem = RowProblem(row, fields: rows.fields.count, of: columns.count, in: input) {
        builder.find(
          .error, problem.code, in: place, line: row.line, problem.message, hint: problem.hint)
        continue
      }
      var record = record(of: rows.fields, columns, &values)
      if record.name.length == 0 {
        builder.find(
          .error, .syntax, in: place, line: row.line, "a row without the name it is about",
          hint: "every row needs a query_name")
        continue
      }
      record.value_count = values.count
      values.withUnsafeBufferPointer {
        record.values = $0.baseAddress
        writer.write(record, line: row.line, into: &builder)
      }
    }
    writer.finish(&builder)
  }

  private func record(
    of fields: [Bytes], _ columns: Columns, _ values: inout [answer_value]
  ) -> answer_record {
    func field(_ place: Int?) -> Bytes {
      place.map { ObservationColumns.trimmed(fields[$0]) } ?? Bytes(start: nil, count: 0)
    }
    values.removeAll(keepingCapacity: true)
    var record = answer_record()
    record.name = observation_text(field(columns.queryName))
    if let time = Self.time(field(columns.time)) {
      record.measured_at = time
      record.has_measured_at = 1
    }
    var asked = answer_value()
    asked.type = UInt8(Self.type(field(columns.queryType)).rawValue)
    asked.place = UInt8(answer_asked.rawValue)
    asked.status = Self.status(field(columns.status))
    values.append(asked)
    let type = Self.type(field(columns.responseType))
    guard let place = columns.values.first(where: { $0.type == type })?.place,
      !field(place).isEmpty, type != answer_caa || CertificateRecord.letsIssue(field(columns.tag))
    else { return record }
    var given = answer_value()
    given.owner = observation_text(field(columns.responseName))
    given.value = observation_text(field(place))
    given.type = UInt8(type.rawValue)
    given.place = UInt8(answer_given.rawValue)
    given.preference =
      ObservationColumns.number(field(columns.preference)).flatMap { UInt16(exactly: $0) }
      ?? UInt16(OBSERVATION_NO_PREFERENCE)
    given.asn = Self.system(field(columns.system))
    values.append(given)
    return record
  }

  private static func type(_ name: Bytes) -> answer_type {
    answer_type_named(name.baseAddress?.assumingMemoryBound(to: CChar.self), name.count)
  }

  /// RCODE 0 and 3; every other number, and none, is no usable answer.
  private static func status(_ code: Bytes) -> UInt8 {
    switch ObservationColumns.number(code) {
    case 0: UInt8(answer_good.rawValue)
    case 3: UInt8(answer_no_name.rawValue)
    default: UInt8(answer_failed.rawValue)
    }
  }

  /// Milliseconds since 1970, or a date.
  private static func time(_ text: Bytes) -> Int64? {
    if let number = ObservationColumns.number(text) {
      return number > 100_000_000_000 ? number / 1000 : number
    }
    let time = answer_time(text.baseAddress?.assumingMemoryBound(to: CChar.self), text.count)
    return time == 0 ? nil : time
  }

  /// `64500` or `AS64500`; several of them say nothing certain.
  private static func system(_ text: Bytes) -> UInt32 {
    let digits =
      text.count > 2 && text[0] | 0x20 == UInt8(ascii: "a") ? Bytes(rebasing: text[2...]) : text
    return ObservationColumns.number(digits).flatMap { UInt32(exactly: $0) }
      ?? UInt32(OBSERVATION_NO_AS)
  }
}
