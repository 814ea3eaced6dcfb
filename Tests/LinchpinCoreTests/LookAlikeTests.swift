import Testing

@testable import LinchpinCore

@Suite("Names that look alike")
struct LookAlikeTests {
  /// Names that contain a suffix without lying below it.
  private static func lookAlikes(of suffix: String) -> [String] {
    let labels = suffix.split(separator: ".")
    return [
      "not" + suffix, "x-" + suffix, suffix + ".evil.test", "mx." + suffix + ".evil.test",
      suffix.replacing(".", with: "-") + ".test", String(suffix.dropLast()) + "x.test",
      labels.reversed().joined(separator: "."),
    ].filter { !$0.hasSuffix("." + suffix) && $0 != suffix }
  }

  /// The record that a signature of the kind is matched with.
  private static func stated(_ kind: Signature.Kind, _ name: String) -> Stated {
    switch kind {
    case .mxSuffix: .mx(name)
    case .nsSuffix: .ns(name)
    case .cnameSuffix: .cname(name)
    case .spfInclude: .include(name)
    case .dkimTarget: .dkim(name)
    default: .autodiscover(name)
    }
  }

  @Test("No signature of the sample matches a name that merely contains its value")
  func sample() {
    for provider in Sample.catalogue.providers {
      for signature in provider.signatures where signature.kind.isName {
        let value = signature.value.replacing("#", with: "7")
        for name in Self.lookAlikes(of: value) {
          let bindings = Sample.bindings(Self.stated(signature.kind, name))
          #expect(
            !bindings.contains { $0.contains(" \(provider.id) ") },
            "\(name) is no name of \(provider.id): \(bindings)")
        }
        let stated = Self.stated(signature.kind, "x." + value)
        #expect(Sample.bindings(stated).contains { $0.contains(" \(provider.id) ") })
      }
    }
  }

  @Test("Suffixes match on label boundaries only, over thousands of random names")
  func random() {
    var random = Random(seed: 11)
    let alphabet = ["outlook", "notoutlook", "out", "look", "com", "example", "mx", "a-b", "x1"]
    for _ in 0..<3000 {
      let suffix = (0..<random.below(3) + 2).map { _ in random.pick(alphabet) }
        .joined(separator: ".")
      var name = (0..<random.below(3) + 1).map { _ in random.pick(alphabet) }
        .joined(separator: ".")
      if random.chance(50) { name += (random.chance(50) ? "." : "") + suffix }
      var map = SuffixMap<Bool>()
      map.insert(suffix, true)
      let isBelow = name == suffix || name.hasSuffix("." + suffix)
      let found = Array(name.utf8).withUnsafeBytes { map.match($0) != nil }
      #expect(found == isBelow, "\(name) below \(suffix)")
    }
  }
}
