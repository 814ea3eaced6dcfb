/// A value for every group: in a row for firms and legal orders, by look-up for the organisations
/// that serve themselves, of which there can be as many as organisations and are ever few.
struct GroupTable<Value> {
  private let empty: Value
  private var firms: [Value]
  private var own: [Int: Value] = [:]

  init(_ grouping: Grouping, empty: Value) {
    self.empty = empty
    firms = Array(repeating: empty, count: grouping.firmCount)
  }

  subscript(group: Int) -> Value {
    get { group < firms.count ? firms[group] : own[group, default: empty] }
    _modify {
      if group < firms.count {
        yield &firms[group]
      } else {
        let empty = empty
        yield &own[group, default: empty]
      }
    }
  }

  /// The groups by number whose value passes.
  func groups(where passes: (Value) -> Bool) -> [Int] {
    firms.indices.filter { passes(firms[$0]) }
      + own.keys.filter { own[$0].map(passes) ?? false }.sorted()
  }
}
