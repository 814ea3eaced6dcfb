#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension ConcentrationMetric {
  /// 10,000 / HHI: as many firms of equal size would be as concentrated; 1–n. O(n).
  public static let effectiveNumber = ConcentrationMetric(
    key: "effective", title: "effective number", range: "1–n"
  ) { distribution in
    herfindahlHirschman.value(distribution).map { 10_000 / $0 }
  }

  /// e^H, the effective number by entropy (Hill number of order 1); 1–n. O(n).
  public static let effectiveEntropy = ConcentrationMetric(
    key: "effectiveEntropy", title: "effective number (entropy)", range: "1–n"
  ) { distribution in
    exp(shannon(distribution))
  }

  /// H / ln n with H = −Σ s ln s, 0–1; undefined for one firm. O(n).
  public static let entropy = ConcentrationMetric(
    key: "entropy", title: "entropy / ln n", range: "0–1"
  ) { distribution in
    distribution.count == 1 ? nil : shannon(distribution) / log(Double(distribution.count))
  }

  /// H = −Σ s ln s, in nats.
  static func shannon(_ distribution: Distribution) -> Double {
    -distribution.shares.reduce(0) { $0 + $1 * log($1) }
  }
}
