/// Which networks announce a host, as far as the records say, by small numbers.
struct NetworkLists: Sendable {
  /// Neither address nor network is known.
  static let none: UInt32 = 0
  /// An address is known, its network is not.
  static let addressOnly: UInt32 = 1

  private var lists: [[UInt32]] = [[], []]
  private var numbers: [[UInt32]: UInt32] = [:]
  private var singles: [UInt32: UInt32] = [:]
  private var last: (system: UInt32, number: UInt32) = (0, 0)

  /// The number of a list of AS numbers; an empty one says nothing.
  mutating func number(of systems: [UInt32]) -> UInt32 {
    if systems.isEmpty { return Self.none }
    if systems.count == 1 { return number(of: systems[0]) }
    if let known = numbers[systems] { return known }
    return add(systems)
  }

  mutating func number(of system: UInt32) -> UInt32 {
    if system == last.system, last.number > 0 { return last.number }
    let number = singles[system] ?? add([system])
    last = (system, number)
    return number
  }

  /// The AS numbers of a list; empty where none is known.
  subscript(number: UInt32) -> [UInt32] { lists[Int(number)] }

  private mutating func add(_ systems: [UInt32]) -> UInt32 {
    let number = UInt32(lists.count)
    lists.append(systems)
    numbers[systems] = number
    if systems.count == 1 { singles[systems[0]] = number }
    return number
  }
}
