public import LinchpinCore

/// What decides how records are understood: parts may meet only where all of it is the same.
public struct PartIdentity: Sendable, Equatable {
  /// By the name a person gives it, in this order: program, suffix list, catalogue, networks, day.
  public let properties: [(name: String, value: String)]

  /// - Parameters:
  ///   - program: name and version.
  ///   - networks: the tables of ranges in use, in their order.
  public init(
    program: String, rules: Rules, networks: [String], options: ReadingOptions
  ) throws(ReadingError) {
    var sums: [String] = []
    for path in networks {
      let contents = try FileContents(path: path)
      sums.append(withExtendedLifetime(contents) { Digest.sha256([contents.bytes]) })
    }
    properties = [
      ("program", program), ("public suffix list", RegistrableDomain.listVersion),
      ("catalogue", rules.catalogue.sha256), ("--networks", sums.joined(separator: " ")),
      ("--measured-on", options.measuredOn?.description ?? ""),
    ]
  }

  init(values: [String]) {
    properties = zip(Self.names, values).map { ($0, $1) }
  }

  private static let names = [
    "program", "public suffix list", "catalogue", "--networks", "--measured-on",
  ]

  public static func == (a: PartIdentity, b: PartIdentity) -> Bool {
    a.properties.elementsEqual(b.properties) { $0 == $1 }
  }

  /// The first property in which another one differs.
  func difference(from other: PartIdentity) -> (name: String, there: String, here: String)? {
    for (ours, theirs) in zip(properties, other.properties) where ours.value != theirs.value {
      return (ours.name, theirs.value, ours.value)
    }
    return nil
  }
}
