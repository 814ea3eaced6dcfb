import Drawing
internal import Foundation

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// Reads an SVG back, as any other program would.
public final class SVGReader {
  public struct Element {
    public let name: String
    public let attributes: [String: String]
    public let text: String
  }

  public private(set) var elements: [Element] = []
  public private(set) var texts: [PlacedText] = []

  /// Nothing if the text is not well-formed XML.
  public init?(_ svg: String) {
    let reader = Walk()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    if !parser.parse() { return nil }
    elements = reader.elements
    texts = reader.texts
  }
}

/// Follows the parser through the tree, and groups through their offsets.
private final class Walk: NSObject, XMLParserDelegate {
  var elements: [SVGReader.Element] = []
  var texts: [PlacedText] = []
  private var offsets: [(Double, Double)] = [(0, 0)]
  private var line: [String: String]?
  private var runs: [(text: String, isBold: Bool)] = []
  private var isBold: [Bool] = []
  private var grounds: [(x: ClosedRange<Double>, y: ClosedRange<Double>, fill: String)] = []
  private var open: [(place: Int, text: String)] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append((elements.count, ""))
    elements.append(SVGReader.Element(name: name, attributes: attributes, text: ""))
    let numbers = (attributes["transform"] ?? "").split { "(), ".contains($0) }.compactMap {
      Double($0)
    }
    let outer = offsets.last ?? (0, 0)
    let isMoved = name == "g" && numbers.count == 2
    offsets.append(isMoved ? (outer.0 + numbers[0], outer.1 + numbers[1]) : outer)
    if name == "text" {
      line = attributes
      runs = []
    }
    if name == "rect", let fill = attributes["fill"], fill.hasPrefix("#") {
      func number(_ key: String) -> Double { Double(attributes[key] ?? "") ?? 0 }
      let (x, y) = (outer.0 + number("x"), outer.1 + number("y"))
      grounds.append((x...(x + number("width")), y...(y + number("height")), fill))
    }
    isBold.append(attributes["font-weight"].map { $0 == "700" } ?? isBold.last ?? false)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if line != nil { runs.append((string, isBold.last ?? false)) }
    if !open.isEmpty { open[open.count - 1].text += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    isBold.removeLast()
    let offset = offsets.removeLast()
    let (place, own) = open.removeLast()
    elements[place] = SVGReader.Element(
      name: name, attributes: elements[place].attributes, text: own)
    guard name == "text", let line else { return }
    let size = Double(line["font-size"] ?? "") ?? 0
    let width = runs.reduce(0) {
      $0 + TextMeasure.width($1.text, size: size, weight: $1.isBold ? .bold : .regular)
    }
    let anchor = line["text-anchor"] == "middle" ? 0.5 : line["text-anchor"] == "end" ? 1 : 0
    let left = offset.0 + (Double(line["x"] ?? "") ?? 0) - anchor * width
    let baseline = offset.1 + (Double(line["y"] ?? "") ?? 0)
    let middle = (x: left + width / 2, y: baseline - size * 0.3)
    let ground = grounds.last { $0.x.contains(middle.x) && $0.y.contains(middle.y) }
    texts.append(
      PlacedText(
        text: runs.map(\.text).joined(), x: left...(left + width),
        y: (baseline - size * 0.76)...(baseline + size * 0.22), size: size,
        fill: line["fill"] ?? "#000000", ground: ground?.fill ?? "#FFFFFF"))
    self.line = nil
  }
}
