/// The groups one binding counts for: nearly always one, so one is kept without a list.
public struct GroupList: RandomAccessCollection, Sendable {
  private let single: Int
  private let several: ArraySlice<Int>

  static let none = GroupList([])

  init(_ group: Int) {
    single = group
    several = []
  }

  init(_ groups: [Int]) {
    single = groups.count == 1 ? groups[0] : -1
    several = groups.count == 1 ? [] : groups[...]
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { single >= 0 ? 1 : several.count }
  public subscript(index: Int) -> Int { single >= 0 ? single : several[index] }
}
