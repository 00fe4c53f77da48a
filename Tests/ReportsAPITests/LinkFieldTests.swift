// How long a `Link` field may be, and what is left out of one that would be longer.

import HTTP
import Testing

@testable import ReportsAPI

private let base = "http://test"

/// A link that takes so many bytes in the field.
private func link(_ rel: String, bytes: Int) -> (rel: String, href: String) {
  let others = base.utf8.count + "<>; rel=\"\"".utf8.count + rel.utf8.count
  return (rel, String(repeating: "a", count: bytes - others))
}

private func relations(_ field: Field?) -> [String]? {
  field?.value.matches(of: /rel="([a-z]+)"/).map { String($0.1) }
}

@Test(
  arguments: [
    (1000, 998, ["self", "next"]), (1000, 999, ["next"]), (3000, 2000, ["next"]),
    (100, 2001, nil), (2000, nil, ["self"]), (2001, nil, nil),
  ] as [(Int, Int?, [String]?)])
func `a field has the next page if not both links, and at most 2,000 bytes`(
  own: Int, next: Int?, expected: [String]?
) {
  let links = [link("self", bytes: own)] + (next.map { [link("next", bytes: $0)] } ?? [])
  let field = ListLinks(links: links).field(base: base)
  #expect(relations(field) == expected)
  #expect(field?.value.utf8.count ?? 0 <= 2_000)
}

@Test(arguments: [(900, ["self", "next"]), (1500, ["next"]), (2500, nil)] as [(Int, [String]?)])
func `the body of a list has the links that its field is too short for`(
  bytes: Int, expected: [String]?
) throws {
  let word = String(repeating: "a", count: bytes)
  let response = try Library().ask("/reports?limit=1&speaker!=\(word)")
  let links = try response.json().objects("links").compactMap { $0.string("rel") }
  #expect(links == ["self", "next"])
  #expect(relations(response.fields.first { $0.name == "Link" }) == expected)
}
