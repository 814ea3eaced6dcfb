import CPublicSuffix

/// The Public Suffix List, compiled into libpsl: no file is read.
///
/// An unknown top-level domain counts as a suffix, and so do private suffixes.
public enum RegistrableDomain {
  /// The registrable domain of a name in its one spelling, or nil when the name is a suffix.
  public static func of(_ name: String) -> String? {
    name.withCString { pointer in
      // libpsl returns a pointer into its argument: copied before the argument goes away.
      psl_registrable_domain(psl_builtin(), pointer).map { String(cString: $0) }
    }
  }

  /// The registrable domain where a zone is known to delegate, whatever the list says of it: the
  /// name just below the zone; elsewhere by the list.
  public static func of(_ name: String, in zone: String?) -> String? {
    guard let zone, name.hasSuffix("." + zone) else { return of(name) }
    let below = name.dropLast(zone.utf8.count + 1)
    let label = below.lastIndex(of: ".").map { below[below.index(after: $0)...] } ?? below
    return "\(label).\(zone)"
  }

  /// Whether the name is itself a public suffix, under which anybody may register.
  public static func isPublicSuffix(_ name: String) -> Bool {
    name.withCString { psl_is_public_suffix(psl_builtin(), $0) == 1 }
  }

  /// The date of the list in use, for the record of rules.
  public static var listVersion: String { String(cString: psl_get_version()) }
}
