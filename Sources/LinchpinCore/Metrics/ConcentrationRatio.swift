extension ConcentrationMetric {
  /// CR-k = the sum of the k largest shares, 0–1. O(k) on sorted sizes.
  public static func concentrationRatio(_ k: Int) -> ConcentrationMetric {
    ConcentrationMetric(key: "cr\(k)", title: "CR-\(k)", range: "0–1") { distribution in
      distribution.sizes.suffix(k).reduce(0, +) / distribution.total
    }
  }
}
