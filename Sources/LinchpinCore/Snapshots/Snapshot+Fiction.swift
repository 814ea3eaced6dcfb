extension Snapshot {
  /// Whether every domain lies under a name reserved for examples and tests (RFC 2606, RFC 6761):
  /// what is drawn from it must say that it is invented.
  /// - Complexity: O(1) for real input, which names a real domain early.
  public var isFictional: Bool {
    let reserved = [".example", ".test", ".invalid"]
    return domainCount > 0
      && domainIndices.allSatisfy { index in
        let name = self.name(of: index)
        return reserved.contains { name.hasSuffix($0) }
      }
  }
}
