import Graphs

/// A small graph in the plainest form, and numbers drawn from a seed.
struct Sample: CustomStringConvertible {
  var requirements: [Requirement]
  /// Per node the bit mask of its dependencies.
  var needs: [Int]

  var count: Int { requirements.count }
  var everyNode: Int { 1 << count - 1 }

  init(requirements: [Requirement], needs: [Int]) {
    self.requirements = requirements
    self.needs = needs
  }

  /// Graph number `code` among all graphs of `count` nodes: edges in the low bits, then kinds.
  init(count: Int, code: Int) {
    let row = 1 << count - 1
    requirements = (0..<count).map { code >> (count * count + $0) & 1 == 0 ? .all : .any }
    needs = (0..<count).map { code >> (count * $0) & row }
  }

  /// A random graph of up to `limit` nodes, from trees to dense tangles.
  init(limit: Int, using random: inout Random) {
    let count = 1 + random.below(limit)
    let density = 1 + random.below(4)
    requirements = (0..<count).map { _ in random.below(2) == 0 ? .all : .any }
    needs = Array(repeating: 0, count: count)
    for _ in 0..<(count * density) {
      let from = random.below(count)
      // Mostly downwards, so that components of every size and kind occur.
      if random.below(6) == 0 {
        needs[from] |= 1 << random.below(count)
      } else if from > 0 {
        needs[from] |= 1 << random.below(from)
      }
    }
    // No algorithm may profit from dependencies having the lower numbers.
    self = relabelled(Array(0..<count).shuffled(using: &random))
  }

  var graph: Graph {
    var builder = GraphBuilder()
    for requirement in requirements { _ = builder.addNode(requirement) }
    for (from, mask) in needs.enumerated() {
      for to in members(mask) { builder.addEdge(from: NodeID(from), to: to) }
    }
    return builder.freeze()
  }

  /// The same graph under other numbers: node i becomes `names[i]`.
  func relabelled(_ names: [Int]) -> Sample {
    var other = self
    for node in 0..<count {
      other.requirements[names[node]] = requirements[node]
      other.needs[names[node]] = renamed(needs[node], names)
    }
    return other
  }

  func renamed(_ mask: Int, _ names: [Int]) -> Int {
    members(mask).reduce(0) { $0 | 1 << names[Int($1)] }
  }

  var description: String {
    (0..<count).map { "\($0) \(requirements[$0]) \(members(needs[$0]))" }.joined(separator: "; ")
  }
}

/// The nodes of a bit mask, ascending.
func members(_ mask: Int) -> [NodeID] {
  (0..<NodeID(Int.bitWidth - mask.leadingZeroBitCount)).filter { mask >> Int($0) & 1 == 1 }
}

/// A generator with a seed: SplitMix64.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }
}
