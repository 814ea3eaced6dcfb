extension ConcentrationMetric {
  /// 𝒮 = Σ (x_i / C)² − 1 / C with C the units counted: 0 when every unit has a firm of its own,
  /// near 1 when all share one.
  ///
  /// Habib et al., “A first look at the centralization of web hosting”, SIGCOMM 2025
  /// (arXiv 2406.19569). O(n).
  public static let centralization = ConcentrationMetric(
    key: "centralization", title: "centralization", range: "0–1"
  ) { distribution in
    let units = distribution.total
    return distribution.shares.reduce(0) { $0 + $1 * $1 } - 1 / units
  }
}
