/// One element of a picture; only allowed names can be spelt.
public struct SVGElement: Sendable, Hashable {
  public let name: SVGName
  public private(set) var attributes: [SVGAttribute: String]
  public var children: [SVGElement]
  /// Character data, written before the children.
  public var text: String?

  public init(_ name: SVGName, children: [SVGElement] = [], text: String? = nil) {
    self.name = name
    self.attributes = [:]
    self.children = children
    self.text = text
  }

  public func with(_ attribute: SVGAttribute, _ value: String) -> SVGElement {
    var copy = self
    copy.attributes[attribute] = value
    return copy
  }

  public func with(_ attribute: SVGAttribute, _ value: Double) -> SVGElement {
    with(attribute, SVGNumber.text(value))
  }

  public func with(_ attribute: SVGAttribute, _ colour: Colour) -> SVGElement {
    with(attribute, colour.hex)
  }
}
