/// Things whose joint failure hits most, as a search for chokepoint sets found them.
public struct ChokepointSet: Sendable, Equatable {
  /// `KIND:ID` of each.
  public var members: [String]
  /// Units that lose something when all of them stop.
  public var number: Int
  public var weight: Double
  /// Whether no other set of this size does more.
  public var isExact: Bool
  /// No set of this size does more than this.
  public var bound: Double

  public init(members: [String], number: Int, weight: Double, isExact: Bool, bound: Double) {
    self.members = members
    self.number = number
    self.weight = weight
    self.isExact = isExact
    self.bound = bound
  }
}
