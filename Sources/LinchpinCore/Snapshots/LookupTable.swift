/// Addresses and aliases of names of which only the whole input tells what they are: a domain under
/// study, a host that some record names, or the `www` of a domain.
///
/// Measurement tools report one question about one name at a time, and ask hosts and domains alike
/// for their addresses. So these answers wait here, in columns, until everything has been read.
struct LookupTable: Sendable {
  private(set) var names = NameTable()
  private(set) var sources: ContiguousArray<Provenance> = []
  private(set) var statuses: ContiguousArray<AnswerStatuses> = []
  private(set) var owner: ContiguousArray<UInt32> = []
  private(set) var kind: ContiguousArray<RecordKind> = []
  private(set) var value: ContiguousArray<NameID> = []
  private(set) var asn: ContiguousArray<UInt32> = []
  private(set) var source: ContiguousArray<Provenance> = []

  /// The number of a name asked about.
  mutating func asked(_ name: Bytes, at source: Provenance) -> Int {
    let index = Int(names.intern(name).rawValue)
    if index == statuses.count {
      statuses.append(AnswerStatuses())
      sources.append(source)
    }
    return index
  }

  mutating func answer(_ question: Question, of index: Int, _ status: AnswerStatus) {
    statuses[index].note(question, status)
  }

  mutating func append(
    _ kind: RecordKind, of index: Int, _ value: NameID, asn: UInt32, at source: Provenance
  ) {
    owner.append(UInt32(index))
    self.kind.append(kind)
    self.value.append(value)
    self.asn.append(asn)
    self.source.append(source)
    answer(kind.question, of: index, .answered)
  }
}

extension AnswerStatuses {
  /// Notes an answer; an answer outranks an absence, an absence a failure.
  mutating func note(_ question: Question, _ status: AnswerStatus) {
    if status == .answered {
      self[question] = .answered
      return
    }
    func rank(_ status: AnswerStatus) -> Int {
      switch status {
      case .notMeasured: 0
      case .failed: 1
      case .absent: 2
      case .answered: 3
      }
    }
    if rank(status) > rank(self[question]) { self[question] = status }
  }
}
