// What reports tell of the localities that they name.

package import Extraction
package import Gazetteer

/// Statuses that are claimed of a locality, and its roles; one report gives it one role at most. A
/// condition on what is told is a set of statuses or of roles.
package struct Told: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package init(_ status: ControlClaim.Status) {
    self.init(rawValue: 1 << UInt16(ControlClaim.Status.allCases.firstIndex(of: status) ?? 0))
  }

  package init(_ role: PlaceMention.Role) {
    self.init(rawValue: 0x100 << UInt16(PlaceMention.Role.allCases.firstIndex(of: role) ?? 0))
  }

  package init(_ statuses: some Sequence<ControlClaim.Status>) {
    self = statuses.reduce(into: []) { $0.insert(Told($1)) }
  }

  package init(_ roles: some Sequence<PlaceMention.Role>) {
    self = roles.reduce(into: []) { $0.insert(Told($1)) }
  }

  /// The strongest one: event before origin before background.
  package var role: PlaceMention.Role? {
    PlaceMention.Role.allCases.first { contains(Told($0)) }
  }

  /// The same with no role but the strongest.
  var ofStrongestRole: Told {
    let statuses = Told(rawValue: rawValue & 0xFF)
    return role.map { statuses.union(Told($0)) } ?? statuses
  }

  /// Whether it has something in common with each of others.
  func meet(_ others: [Told]) -> Bool { others.allSatisfy { !isDisjoint(with: $0) } }
}

extension Annotations {
  /// By place, the strongest role of its mentions; places of which no mention has one are left out.
  package var roles: [Place: PlaceMention.Role] {
    var told: [Place: Told] = [:]
    for mention in places {
      if let place = mention.place, let role = mention.role {
        told[place, default: []].insert(Told(role))
      }
    }
    return told.compactMapValues(\.role)
  }
}
