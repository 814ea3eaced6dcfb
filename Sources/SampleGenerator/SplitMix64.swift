/// A small random source whose stream is fixed by its seed, on every platform and compiler.
///
/// The standard library's `random(in:)` and `shuffle()` may change their algorithm; samples may
/// not. Steele, Lea and Flood, “Fast splittable pseudorandom number generators”, OOPSLA 2014.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to, not including, `bound`; the bias is below 2⁻³² for small bounds.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Whether something that happens so many times in a hundred happens.
  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

  /// One of the elements, each as often as its weight says.
  mutating func pick<Element>(_ choices: [(weight: Int, element: Element)]) -> Element {
    var left = below(choices.reduce(0) { $0 + $1.weight })
    for choice in choices.dropLast() {
      left -= choice.weight
      if left < 0 { return choice.element }
    }
    return choices[choices.count - 1].element
  }

  /// The elements in another order (Fisher and Yates).
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, below(last + 1))
    }
    return elements
  }
}
