/// Which networks announce a host, as far as the records say, by small numbers.
struct NetworkLists: Sendable {
  /// Neither address nor network is known.
  static let none: UInt32 = 0
  /// An address is known, its network is not.
  static let addressOnly: UInt32 = 1

  private var lists: [[UInt32]] = [[], []]
  private var numbers: [[UInt32]: UInt32] = [:]
  /// Lists of one network, by the network: nearly all there are.
  private var singles: ContiguousArray<(system: UInt32, number: UInt32)> = []
  private var places = PlaceTable()

  /// The number of a list of AS numbers; an empty one says nothing.
  mutating func number(of systems: [UInt32]) -> UInt32 {
    if systems.isEmpty { return Self.none }
    if systems.count == 1 { return number(of: systems[0]) }
    return numbers[systems] ?? add(systems)
  }

  mutating func number(of system: UInt32) -> UInt32 {
    var hash = PlaceTable.Hash(0)
    hash.combine(UInt64(system))
    if let place = places.find(hash.value, where: { singles[$0].system == system }) {
      return singles[place].number
    }
    places.insert(singles.count, hash: hash.value)
    singles.append((system, UInt32(lists.count)))
    lists.append([system])
    return UInt32(lists.count - 1)
  }

  /// All lists, by number.
  var all: [[UInt32]] { lists }

  /// The AS numbers of a list; empty where none is known.
  subscript(number: UInt32) -> [UInt32] { lists[Int(number)] }

  private mutating func add(_ systems: [UInt32]) -> UInt32 {
    numbers[systems] = UInt32(lists.count)
    lists.append(systems)
    return UInt32(lists.count - 1)
  }
}
