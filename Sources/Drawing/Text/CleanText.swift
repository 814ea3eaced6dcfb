/// Text from anywhere, made safe to measure and to print on one line.
///
/// Control characters, noncharacters, private-use and unassigned code points, direction overrides
/// and invisible characters go; white space becomes single spaces; at most two marks stay on a
/// letter, because a thousand marks have no width and so no line would ever be full.
public struct CleanText: Sendable, Hashable {
  public let string: String

  /// Keeps at most `limit` characters' worth of scalars. Complexity: O(min(scalars, limit)).
  public init(_ raw: String, limit: Int = 4000) {
    if Self.isClean(raw, limit) {
      string = raw
      return
    }
    var kept = String.UnicodeScalarView()
    var count = 0
    var marks = 0
    var pendingSpace = false
    for scalar in raw.unicodeScalars {
      switch Self.kind(of: scalar) {
      case .dropped:
        continue
      case .space:
        pendingSpace = count > 0
        continue
      case .mark:
        marks += 1
        if marks > 2 || count == 0 || pendingSpace { continue }
      case .printable:
        marks = 0
      }
      if pendingSpace {
        kept.append(" ")
        pendingSpace = false
        count += 1
      }
      kept.append(scalar)
      count += 1
      if count >= limit { break }
    }
    string = String(kept)
  }

  /// Whether nothing of the text would go: printable ASCII with single spaces inside.
  private static func isClean(_ raw: String, _ limit: Int) -> Bool {
    var wasSpace = true
    var count = 0
    for byte in raw.utf8 {
      if byte < 0x20 || byte > 0x7E || (byte == 0x20 && wasSpace) { return false }
      wasSpace = byte == 0x20
      count += 1
    }
    return count <= limit && (!wasSpace || count == 0)
  }

  private enum Kind { case dropped, space, mark, printable }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x85: return .space
    case 0x21...0x7E, 0xA0...0xAC, 0xAE...0x2FF: return .printable
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned: return .dropped
    case .lineSeparator, .paragraphSeparator: return .space
    case .nonspacingMark, .enclosingMark, .spacingMark: return .mark
    default: return .printable
    }
  }
}

extension String {
  /// This text, cleaned for print.
  var cleaned: String { CleanText(self).string }
}
