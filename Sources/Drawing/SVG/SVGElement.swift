/// One element of a picture; only allowed names can be spelt.
public struct SVGElement: Sendable, Hashable {
  public let name: SVGName
  /// In the order they are written in, each once.
  private(set) var attributes: [Attribute] = []
  public var children: [SVGElement]
  /// Character data, written before the children.
  public var text: String?

  public init(_ name: SVGName, children: [SVGElement] = [], text: String? = nil) {
    self.name = name
    self.children = children
    self.text = text
  }

  struct Attribute: Sendable, Hashable {
    let name: SVGAttribute
    var value: String
  }

  public subscript(_ attribute: SVGAttribute) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  public consuming func with(_ attribute: SVGAttribute, _ value: String) -> SVGElement {
    let place = attributes.firstIndex { $0.name.rawValue >= attribute.rawValue }
    if let place, attributes[place].name == attribute {
      attributes[place].value = value
    } else {
      attributes.insert(
        Attribute(name: attribute, value: value), at: place ?? attributes.endIndex)
    }
    return self
  }

  public consuming func with(_ attribute: SVGAttribute, _ value: Double) -> SVGElement {
    with(attribute, SVGNumber.text(value))
  }

  public consuming func with(_ attribute: SVGAttribute, _ colour: Colour) -> SVGElement {
    with(attribute, colour.hex)
  }
}
