#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What may be said of a sample and never of a census.
public enum SampleStatistics {
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
