/// One observation: what one domain answered to one question.
public struct Fact: Sendable {
  public var kind: RecordKind
  /// The record's value: a host, an address, an SPF include, a token's service.
  public var value: NameID
  /// MX preference, lower is tried first; nil when the source does not say.
  public var preference: UInt16?
  /// The AS that announces the value's address; nil when the source does not say.
  public var asn: UInt32?
  public var source: Provenance
}

/// Observations in columns, grouped by domain once frozen.
struct FactColumns: Sendable {
  private(set) var domain: ContiguousArray<UInt32> = []
  private(set) var kind: ContiguousArray<RecordKind> = []
  private(set) var value: ContiguousArray<UInt32> = []
  private var preference: ContiguousArray<UInt16> = []
  private var asn: ContiguousArray<UInt32> = []
  private var line: ContiguousArray<UInt32> = []
  private var file: ContiguousArray<UInt16> = []
  private var isGrouped = true

  /// The two values that stand for "not said"; neither is legal in DNS or BGP.
  private static let noPreference = UInt16.max
  private static let noAS: UInt32 = 0

  var count: Int { kind.count }

  mutating func append(_ fact: Fact, of owner: DomainIndex) {
    if let last = domain.last, last > owner.rawValue { isGrouped = false }
    domain.append(owner.rawValue)
    kind.append(fact.kind)
    value.append(fact.value.rawValue)
    preference.append(fact.preference ?? Self.noPreference)
    asn.append(fact.asn ?? Self.noAS)
    line.append(fact.source.line)
    file.append(fact.source.file)
  }

  subscript(index: Int) -> Fact {
    Fact(
      kind: kind[index], value: NameID(rawValue: value[index]),
      preference: preference[index] == Self.noPreference ? nil : preference[index],
      asn: asn[index] == Self.noAS ? nil : asn[index],
      source: Provenance(file: file[index], line: line[index]))
  }

  /// Brings the facts of each domain together, in order of arrival, and returns where they start.
  /// - Complexity: O(facts + domains); the usual input is grouped already and is not moved.
  mutating func group(domains: Int) -> ContiguousArray<UInt32> {
    var starts = ContiguousArray<UInt32>(repeating: 0, count: domains + 1)
    for owner in domain { starts[Int(owner) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    if !isGrouped {
      var next = starts
      var order = ContiguousArray<UInt32>(repeating: 0, count: count)
      for (index, owner) in domain.enumerated() {
        order[Int(next[Int(owner)])] = UInt32(index)
        next[Int(owner)] += 1
      }
      kind = ContiguousArray(order.map { kind[Int($0)] })
      value = ContiguousArray(order.map { value[Int($0)] })
      preference = ContiguousArray(order.map { preference[Int($0)] })
      asn = ContiguousArray(order.map { asn[Int($0)] })
      line = ContiguousArray(order.map { line[Int($0)] })
      file = ContiguousArray(order.map { file[Int($0)] })
    }
    domain = []
    return starts
  }
}
