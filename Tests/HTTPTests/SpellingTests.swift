// The name that somebody meant.

import TestSupport
import Testing

@testable import HTTP

struct SpellingTests {
  private static let names = ["limit", "published", "sort", "q", "bbox", "datetime"]

  @Test(
    arguments: [
      ("limt", "limit"), ("lmiit", "limit"), ("LIMIT", "limit"), ("limits", "limit"),
      ("publishd", "published"), ("pubilshed", "published"), ("publishedd", "published"),
      ("published", "published"), ("srot", "sort"), ("box", "bbox"), ("date-time", "datetime"),
      ("dateTime", "datetime"), ("k", "q"),
      ("", nil), ("rubbish", nil), ("li", nil), ("offset", nil), ("limitless", nil),
      (String(repeating: "q", count: 65), nil),
    ] as [(String, String?)])
  func `a typing mistake has a neighbour, another word has none`(_ name: String, _ nearest: String?)
  {
    #expect(Spelling.nearest(to: name, among: Self.names) == nearest)
  }

  @Test func `among no names there is no neighbour`() {
    #expect(Spelling.nearest(to: "limit", among: []) == nil)
  }

  @Test func `of two equally near names the earlier is meant`() {
    #expect(Spelling.nearest(to: "sorx", among: ["sort", "sore"]) == "sort")
    #expect(Spelling.nearest(to: "sorx", among: ["sore", "sort"]) == "sore")
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a distance is what the plain definition says`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 1...100 {
      let left = Self.word(&random)
      let right = Self.word(&random)
      let expected = Self.plainDistance(Array(left.utf8)[...], Array(right.utf8)[...])
      #expect(Spelling.distance(left, right) == expected, "seed \(seed): \(left), \(right)")
      #expect(Spelling.distance(right, left) == expected, "seed \(seed): \(right), \(left)")
    }
  }

  private static func word(_ random: inout SeededGenerator) -> String {
    String(
      (0..<Int.random(in: 0...5, using: &random)).map { _ in
        "abc".randomElement(using: &random) ?? "a"
      })
  }

  private static func plainDistance(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    guard let first = left.first, let other = right.first else { return left.count + right.count }
    var steps = [
      plainDistance(left.dropFirst(), right) + 1,
      plainDistance(left, right.dropFirst()) + 1,
      plainDistance(left.dropFirst(), right.dropFirst()) + (first == other ? 0 : 1),
    ]
    if left.count > 1, right.count > 1, left.prefix(2).elementsEqual(right.prefix(2).reversed()) {
      steps.append(plainDistance(left.dropFirst(2), right.dropFirst(2)) + 1)
    }
    return steps.min() ?? 0
  }
}
