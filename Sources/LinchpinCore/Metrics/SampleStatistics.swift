#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What may be said of a sample and never of a census.
public enum SampleStatistics {
  /// Wilson's score interval of a share at 95 %, 0–1; nil of nothing.
  ///
  /// (p̂ + z²/2n ± z √(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n), E. B. Wilson, JASA 1927.
  public static func wilson(_ number: Int, of n: Int) -> ClosedRange<Double>? {
    guard n > 0, (0...n).contains(number) else { return nil }
    let z = 1.959963984540054
    let (count, p) = (Double(n), Double(number) / Double(n))
    let centre = p + z * z / (2 * count)
    let half = z * (p * (1 - p) / count + z * z / (4 * count * count)).squareRoot()
    let scale = 1 + z * z / count
    return max(0, (centre - half) / scale)...min(1, (centre + half) / scale)
  }

  /// McNemar's exact test of paired changes: the chance, 0–1, that as uneven a split of those that
  /// changed would come of a fair coin; 1 where nobody changed. Q. McNemar, Psychometrika 1947.
  public static func mcNemar(left: Int, came: Int) -> Double {
    let n = left + came
    if n == 0 { return 1 }
    let whole = lgamma(Double(n + 1)) - Double(n) * log(2.0)
    let logs = (0...min(left, came)).map { k -> Double in
      whole - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1))
    }
    return min(1, 2 * logs.reduce(0) { $0 + exp($1) })
  }
}
