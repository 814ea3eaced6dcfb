extension ConcentrationMetric {
  /// Gini = Σ_i Σ_j |x_i − x_j| / (2 n² μ), 0–1: inequality, not concentration, so never a headline.
  ///
  /// Computed as Σ (2i − n − 1) x_i / (n Σ x) over ascending sizes. O(n) once sorted.
  public static let gini = ConcentrationMetric(key: "gini", title: "Gini", range: "0–1") {
    distribution in
    let n = Double(distribution.count)
    var ranked = 0.0
    for (index, size) in distribution.sizes.enumerated() {
      ranked += (2 * Double(index + 1) - n - 1) * size
    }
    return ranked / (n * distribution.total)
  }
}
