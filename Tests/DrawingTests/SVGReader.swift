import Drawing
import Foundation
import FoundationXML

/// Reads an SVG back, as any other program would.
final class SVGReader: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
  }

  private(set) var elements: [Element] = []
  private(set) var texts: [PlacedText] = []
  private var offsets: [(Double, Double)] = [(0, 0)]
  private var line: [String: String]?
  private var runs: [(text: String, isBold: Bool)] = []
  private var isBold: [Bool] = []

  /// Nothing if the text is not well-formed XML.
  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    if !parser.parse() { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append(Element(name: name, attributes: attributes))
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
    isBold.append(attributes["font-weight"].map { $0 == "700" } ?? isBold.last ?? false)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if line != nil { runs.append((string, isBold.last ?? false)) }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    isBold.removeLast()
    let offset = offsets.removeLast()
    guard name == "text", let line else { return }
    let size = Double(line["font-size"] ?? "") ?? 0
    let width = runs.reduce(0) {
      $0 + TextMeasure.width($1.text, size: size, weight: $1.isBold ? .bold : .regular)
    }
    let anchor = line["text-anchor"] == "middle" ? 0.5 : line["text-anchor"] == "end" ? 1 : 0
    let left = offset.0 + (Double(line["x"] ?? "") ?? 0) - anchor * width
    let baseline = offset.1 + (Double(line["y"] ?? "") ?? 0)
    texts.append(
      PlacedText(
        text: runs.map(\.text).joined(), x: left...(left + width),
        y: (baseline - size * 0.76)...(baseline + size * 0.22), size: size))
    self.line = nil
  }
}
