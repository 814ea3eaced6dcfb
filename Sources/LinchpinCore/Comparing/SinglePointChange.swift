/// A single point of failure that appeared or vanished between two dates.
public struct SinglePointChange: Sendable, Equatable {
  public var kind: Node.Kind
  public var id: String
  public var name: String
  /// Units that lose a service if it stops; 0 where it was no single point.
  public var before: Int
  public var after: Int

  public var hasAppeared: Bool { before == 0 }

  /// Those that are a single point at one date alone, the widest reach first.
  public static func between(_ before: [Chokepoint], _ after: [Chokepoint]) -> [SinglePointChange] {
    struct Key: Hashable {
      var kind: Node.Kind
      var id: String
    }
    func keyed(_ points: [Chokepoint]) -> [Key: Chokepoint] {
      Dictionary(
        points.map { (Key(kind: $0.kind, id: $0.id), $0) }, uniquingKeysWith: { first, _ in first })
    }
    let (old, new) = (keyed(before), keyed(after))
    let appeared = new.filter { old[$0.key] == nil }.map { key, point in
      SinglePointChange(
        kind: key.kind, id: key.id, name: point.name, before: 0, after: point.number)
    }
    let vanished = old.filter { new[$0.key] == nil }.map { key, point in
      SinglePointChange(
        kind: key.kind, id: key.id, name: point.name, before: point.number, after: 0)
    }
    return (appeared + vanished).sorted {
      (max($1.before, $1.after), $0.kind.rawValue, $0.id)
        < (max($0.before, $0.after), $1.kind.rawValue, $1.id)
    }
  }
}
