/// What the records of one part of a file came to: a run of whole lines, read by itself.
///
/// Parts are made by a builder that attributes in passing (``SnapshotBuilder/init(partUnder:)``) and
/// taken over, in the order of the file, by ``SnapshotBuilder/absorb(_:in:after:)``, which gives the
/// same as reading the file in one go: the same numbers, findings and lines. Lines count from the
/// part's first.
/// - Complexity: some 60 bytes a domain.
public struct InputPart: Sendable {
  /// How many lines the part has, blank and bad ones included.
  public let lineCount: Int
  /// Domains in order of their records.
  let domains: NameTable
  /// By domain.
  let lines: ContiguousArray<UInt32>
  let statuses: ContiguousArray<AnswerStatuses>
  let nullExchangers: Set<DomainIndex>
  let owners: ContiguousArray<UInt32>
  let organisations: OrganisationTable
  let heads: RecordHeads
  let patterns: PatternPart
  let findings: FindingLog

  /// Records that can be used; one that stands in an earlier part as well is no second one.
  public var recordCount: Int { domains.count }
}

/// What records say beside their answers, kept where a record may have to be taken out again.
struct RecordHeads: Sendable {
  /// Attributes of an organisation that differ from those its first record gives.
  struct Attributes: Sendable {
    var name: String
    var sector: String
    var country: String
  }

  private(set) var attributes: [DomainIndex: Attributes] = [:]
  private(set) var days: [CalendarDate] = []
  /// By domain: the day's place plus one; 0 where the record has none.
  private var dayNumbers = PatternColumn()

  init() {}

  mutating func note(_ day: CalendarDate, of domain: DomainIndex) {
    var place = days.count - 1
    if days.last != day {
      place = days.firstIndex(of: day) ?? days.count
      if place == days.count { days.append(day) }
    }
    dayNumbers[domain] = UInt32(place + 1)
  }

  mutating func note(_ attributes: Attributes, of domain: DomainIndex) {
    self.attributes[domain] = attributes
  }

  func day(of domain: DomainIndex) -> CalendarDate? {
    let number = dayNumbers[domain]
    return number == 0 ? nil : days[Int(number) - 1]
  }

  // MARK: In bytes

  func encode(into bytes: inout PartBytes) {
    bytes.append(attributes.count)
    for (domain, attributes) in attributes.sorted(by: { $0.key < $1.key }) {
      bytes.append(domain.index)
      bytes.append(attributes.name)
      bytes.append(attributes.sector)
      bytes.append(attributes.country)
    }
    bytes.append(days.map(\.description))
    bytes.append(dayNumbers.numbers)
  }

  init(from bytes: inout PartReader) throws(PartProblem) {
    for _ in 0..<(try bytes.count()) {
      let domain = DomainIndex(Int(try bytes.number()))
      attributes[domain] = Attributes(
        name: try bytes.string(), sector: try bytes.string(), country: try bytes.string())
    }
    for text in try bytes.strings() {
      guard let day = CalendarDate(text) else { throw .damaged("a day that is none") }
      days.append(day)
    }
    let numbers = try bytes.numbers()
    guard numbers.allSatisfy({ $0 <= days.count }) else { throw .damaged("a day not there") }
    dayNumbers = PatternColumn(numbers)
  }
}
