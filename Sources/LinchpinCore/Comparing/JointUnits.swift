/// Units of two dates under one numbering, so that states are compared by number.
struct JointUnits {
  /// Whose numbering a snapshot of the chain has.
  enum Place {
    case first, middle, last
  }

  private let splice: Splice
  private let unit: Unit
  /// By domain of the later date: the earlier date's number of it, else one behind all of those.
  private var ofLater: ContiguousArray<Int32> = []
  /// By number behind the earlier date's: the later date's domain.
  private var entrants: [DomainIndex] = []
  private var organisations: [String: Int32] = [:]
  private var ids: [String] = []

  let count: Int

  /// - Complexity: O(domains), or O(organisations) hash probes.
  init(_ splice: Splice, _ unit: Unit) {
    self.splice = splice
    self.unit = unit
    guard unit == .domain else {
      let (before, after) = (splice.before.organisations, splice.after.organisations)
      for index in splice.before.organisationIndices {
        add(splice.successions.successor(of: before.id(index)), &organisations, &ids)
      }
      for index in splice.after.organisationIndices {
        add(after.id(index), &organisations, &ids)
      }
      count = ids.count
      return
    }
    ofLater = ContiguousArray(repeating: -1, count: splice.after.domainCount)
    for pair in splice.kept { ofLater[pair.after.index] = Int32(pair.before.index) }
    for index in ofLater.indices where ofLater[index] < 0 {
      ofLater[index] = Int32(splice.before.domainCount + entrants.count)
      entrants.append(DomainIndex(index))
    }
    count = splice.before.domainCount + entrants.count
  }

  /// The number of every domain, or of every organisation, of a snapshot of the chain.
  func numbers(of snapshot: Snapshot, at place: Place) -> ContiguousArray<Int32> {
    switch (unit, place) {
    case (.domain, .first): ContiguousArray(0..<Int32(snapshot.domainCount))
    case (.domain, .middle): ContiguousArray(splice.kept.map { Int32($0.before.index) })
    case (.domain, .last): ofLater
    case (.organisation, _):
      ContiguousArray(
        snapshot.organisationIndices.map { index in
          let id = snapshot.organisations.id(index)
          return organisations[splice.successions.successor(of: id)] ?? organisations[id] ?? 0
        })
    }
  }

  /// What a unit is called: the domain, or the organisation's id at the later date.
  func name(_ number: Int) -> String {
    switch unit {
    case .organisation: ids[number]
    case .domain where number < splice.before.domainCount:
      splice.before.name(of: DomainIndex(number))
    case .domain: splice.after.name(of: entrants[number - splice.before.domainCount])
    }
  }
}

private func add(_ id: String, _ numbers: inout [String: Int32], _ ids: inout [String]) {
  if numbers[id] != nil { return }
  numbers[id] = Int32(ids.count)
  ids.append(id)
}
