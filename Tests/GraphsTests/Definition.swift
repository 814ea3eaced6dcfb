import Graphs

/// The definition of failure taken word for word, for small graphs; sets are bit masks.
///
/// Shares nothing with the library: components by reachability, sets by naive iteration, and, to
/// check that in turn, by going through every subset.
struct Definition {
  let sample: Sample
  /// Per node the mask of its component, dependencies first.
  private(set) var components: [Int] = []
  /// The components that are not held up from below.
  private(set) var warm: [Int] = []
  private let enumerates: Bool

  init(_ sample: Sample, enumerates: Bool = false) {
    self.sample = sample
    self.enumerates = enumerates
    var reach = (0..<sample.count).map { sample.needs[$0] | 1 << $0 }
    for middle in 0..<sample.count {
      for node in 0..<sample.count where reach[node] >> middle & 1 == 1 {
        reach[node] |= reach[middle]
      }
    }
    var placed = 0
    while placed != sample.everyNode {
      for node in 0..<sample.count where placed >> node & 1 == 0 {
        let component = (0..<sample.count).reduce(0) { mask, other in
          let mutual = reach[node] >> other & 1 == 1 && reach[other] >> node & 1 == 1
          return mutual ? mask | 1 << other : mask
        }
        guard reach[node] & ~component & ~placed == 0 else { continue }
        components.append(component)
        placed |= component
      }
    }
    // Everything below stands: every node outside the component is taken as standing.
    warm = components.filter { component in
      let outside = sample.everyNode & ~component
      return least(component, stopped: 0, below: outside) & component != component
    }
  }

  /// F(X).
  func failed(by stopped: Int) -> Int {
    var standing = 0
    for component in components {
      standing |=
        warm.contains(component)
        ? greatest(component, stopped: stopped, below: standing)
        : least(component, stopped: stopped, below: standing)
    }
    return sample.everyNode & ~standing
  }

  /// D(t) for t not in F(X), by trying every node.
  func points(of node: Int, alsoFailed: Int) -> Int {
    (0..<sample.count).reduce(0) { mask, point in
      failed(by: 1 << point | alsoFailed) >> node & 1 == 1 ? mask | 1 << point : mask
    }
  }

  private func rule(_ node: Int, holdsIn standing: Int) -> Bool {
    let needs = sample.needs[node]
    if needs == 0 { return true }
    return sample.requirements[node] == .all ? needs & ~standing == 0 : needs & standing != 0
  }

  private func least(_ component: Int, stopped: Int, below: Int) -> Int {
    let able = component & ~stopped
    if enumerates {
      // The intersection of every set that holds whatever its rule calls for.
      return subsets(of: able).filter { set in
        members(able & ~set).allSatisfy { !rule(Int($0), holdsIn: set | below) }
      }.reduce(able, &)
    }
    var set = 0
    while let node = members(able & ~set).first(where: { rule(Int($0), holdsIn: set | below) }) {
      set |= 1 << Int(node)
    }
    return set
  }

  private func greatest(_ component: Int, stopped: Int, below: Int) -> Int {
    let able = component & ~stopped
    if enumerates {
      // The union of every set whose members all satisfy their rules.
      return subsets(of: able).filter { set in
        members(set).allSatisfy { rule(Int($0), holdsIn: set | below) }
      }.reduce(0, |)
    }
    var set = able
    while let node = members(set).first(where: { !rule(Int($0), holdsIn: set | below) }) {
      set &= ~(1 << Int(node))
    }
    return set
  }

  private func subsets(of mask: Int) -> [Int] {
    (0...mask).filter { $0 & ~mask == 0 }
  }
}
