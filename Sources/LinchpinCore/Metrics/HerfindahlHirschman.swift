extension ConcentrationMetric {
  /// HHI = Σ (100 s_i)², from just above 0 (many small firms) to 10,000 (one firm).
  ///
  /// The thresholds of merger control (EU 1,000 and 2,000; US 2023 1,000 and 1,800) describe
  /// markets: for scale only. O(n).
  public static let herfindahlHirschman = ConcentrationMetric(
    key: "hhi", title: "HHI", range: "0–10,000"
  ) { distribution in
    distribution.shares.reduce(0) { $0 + (100 * $1) * (100 * $1) }
  }
}
