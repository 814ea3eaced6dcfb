import LinchpinCore

/// Which suppliers of a migration are shown by name: the largest, and those that moved most.
struct MigrationSelection {
  let shown: Set<String>
  let folded: Int

  /// Where few move, those who stay are left out: a picture of them would be all there is to see.
  let bands: [Migration.Band]

  init(_ migration: Migration, most: Int) {
    bands = migration.isMostlyStill ? migration.bands.filter { $0.from != $0.to } : migration.bands
    var sizes: [String: Double] = [:]
    var moves: [String: Double] = [:]
    for band in bands {
      for party in Set([band.from, band.to]) {
        guard case .provider(let id) = party else { continue }
        sizes[id, default: 0] += band.size
        if band.isMove { moves[id, default: 0] += band.size }
      }
    }
    func ranked(_ sizes: [String: Double]) -> [String] {
      sizes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
    var kept: [String] = []
    var largest = ranked(sizes)[...]
    var liveliest = ranked(moves)[...]
    while kept.count < most, !largest.isEmpty || !liveliest.isEmpty {
      for id in [largest.popFirst(), liveliest.popFirst()].compactMap(\.self)
      where kept.count < most && !kept.contains(id) { kept.append(id) }
    }
    // A rest of one would hide a name for nothing.
    if sizes.count == kept.count + 1 { kept = Array(sizes.keys) }
    shown = Set(kept)
    folded = sizes.count - kept.count
  }

  /// The cell a party stands in, at either date.
  func key(_ party: Migration.Party) -> String {
    guard case .provider(let id) = party, !shown.contains(id) else { return party.key }
    return "provider:(other)"
  }
}

extension Migration {
  /// Whether two thirds or more stay where they are.
  var isMostlyStill: Bool { stayed * 3 >= Double(of) * 2 }
}

extension Migration.Party {
  var isProvider: Bool { if case .provider = self { true } else { false } }
}
