/// A list that is filled and emptied for every domain without giving its memory back.
struct ReusableList<Element: Sendable>: RandomAccessCollection, Sendable {
  private var storage: ContiguousArray<Element> = []
  private(set) var count = 0

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> Element {
    get { storage[index] }
    set { storage[index] = newValue }
  }

  mutating func append(_ element: Element) {
    if count < storage.count {
      storage[count] = element
    } else {
      storage.append(element)
    }
    count += 1
  }

  mutating func removeAll() { count = 0 }
}
