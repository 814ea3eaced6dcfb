/// How the words of a figure stand in its file.
public enum TextForm: Sendable {
  /// As text, to be read, searched and spoken; the reader's own font.
  case live
  /// As outlines of one font, for print.
  case outline(OutlineFont)

  func applied(to root: SVGElement) -> SVGElement {
    switch self {
    case .live: root
    case .outline(let font): root.outlined(with: font)
    }
  }

  /// In bytes; outlines are for presses, not for telephones.
  var largestSize: Int {
    switch self {
    case .live: 150_000
    case .outline: 1_500_000
    }
  }
}
