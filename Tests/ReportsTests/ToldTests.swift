// What is told of a locality, in few bits.

import Extraction
import Gazetteer
import Testing

@testable import Reports

@Test func `a naming takes 16 bytes`() {
  #expect(MemoryLayout<Naming>.stride == 16)
}

@Test func `every status and every role has a bit of its own`() {
  let all =
    ControlClaim.Status.allCases.map { Told($0) } + PlaceMention.Role.allCases.map { Told($0) }
  #expect(Set(all.map(\.rawValue)).count == all.count)
  #expect(all.allSatisfy { $0.rawValue.nonzeroBitCount == 1 })
  #expect(ControlClaim.Status.allCases.allSatisfy { Told($0).role == nil })
}

@Test func `the strongest role of the mentions is that of the place`() {
  let place = Place(row: 1)
  func role(_ roles: PlaceMention.Role?...) -> PlaceMention.Role? {
    var found = Annotations()
    found.places = roles.map {
      PlaceMention(range: 0..<1, kind: .name, place: place, role: $0)
    }
    return found.roles[place]
  }
  #expect(role(.background, .event, .origin) == .event)
  #expect(role(.background, nil, .origin) == .origin)
  #expect(role(nil, .background) == .background)
  #expect(role(nil) == nil)
  #expect(role() == nil)
}
