extension FailureAnalysis {
  /// The members of a component that stand, given what failed below it.
  ///
  /// In an ordinary component each member comes after the ones that hold it up. Of `failed` only
  /// nodes outside the component are read. O(edges at the members).
  func standing(
    in component: UInt32, stopped: NodeSet, failed: NodeSet, spared: NodeSet = []
  ) -> [NodeID] {
    switch kind(of: component) {
    case .acyclic, .ordinary:
      leastStanding(in: component, stopped: stopped, failed: failed, spared: spared)
    case .warm:
      greatestStanding(in: component, stopped: stopped, failed: failed, spared: spared)
    }
  }

  /// Builds the standing members up from those that what lies below already holds.
  func leastStanding(
    in component: UInt32, stopped: NodeSet, failed: NodeSet, spared: NodeSet = []
  ) -> [NodeID] {
    let members = components.members(of: component)
    var missing = members.map { node in
      if stopped.contains(node) { return Int.max }
      return spared.contains(node) ? 0 : supportMissing(node, in: component, failed: failed)
    }
    var standing = members.filter { missing[components.position(of: $0) - members.startIndex] == 0 }
    var next = 0
    while next < standing.count {
      for dependent in dependents[standing[next]]
      where components.index(of: dependent) == component {
        let position = components.position(of: dependent) - members.startIndex
        guard missing[position] > 0 else { continue }
        missing[position] -= 1
        if missing[position] == 0 { standing.append(dependent) }
      }
      next += 1
    }
    return standing
  }

  /// Takes the failing members away until the rest hold each other up.
  private func greatestStanding(
    in component: UInt32, stopped: NodeSet, failed: NodeSet, spared: NodeSet
  ) -> [NodeID] {
    let members = components.members(of: component)
    var margins = members.map { node in
      if stopped.contains(node) { return 0 }
      return spared.contains(node) ? .max : margin(of: node, in: component, failed: failed)
    }
    var failing = members.filter { margins[components.position(of: $0) - members.startIndex] == 0 }
    var next = 0
    while next < failing.count {
      for dependent in dependents[failing[next]]
      where components.index(of: dependent) == component {
        let position = components.position(of: dependent) - members.startIndex
        guard margins[position] > 0 else { continue }
        margins[position] -= 1
        if margins[position] == 0 { failing.append(dependent) }
      }
      next += 1
    }
    return members.filter { margins[components.position(of: $0) - members.startIndex] > 0 }
  }

  /// How many members must still stand before the node does; `.max` where none can help.
  private func supportMissing(_ node: NodeID, in component: UInt32, failed: NodeSet) -> Int {
    let needed = graph.dependencies(of: node)
    switch graph.requirement(of: node) {
    case .all:
      var inside = 0
      for dependency in needed {
        if components.index(of: dependency) == component {
          inside += 1
        } else if failed.contains(dependency) {
          return .max
        }
      }
      return inside
    case .any:
      let held = needed.contains {
        components.index(of: $0) != component && !failed.contains($0)
      }
      return held || needed.isEmpty ? 0 : 1
    }
  }

  /// How many members must fail before the node does; `.max` where none can harm it.
  private func margin(of node: NodeID, in component: UInt32, failed: NodeSet) -> Int {
    let needed = graph.dependencies(of: node)
    if needed.isEmpty { return .max }
    let lost = needed.count { components.index(of: $0) != component && failed.contains($0) }
    return switch graph.requirement(of: node) {
    case .all: lost == 0 ? 1 : 0
    case .any: needed.count - lost
    }
  }
}
