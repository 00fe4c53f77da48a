// Which places passages name that others wrote, and what happened there.

import Foundation
import TestSupport
import Testing

private func passages() throws -> [(passage: PlacePassage, isKnown: Bool)] {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Places/english.txt")
  return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    .filter { !$0.hasPrefix("#") }
    .map { (PlacePassage(String($0.hasPrefix("~ ") ? $0.dropFirst(2) : $0)), $0.hasPrefix("~ ")) }
}

@Test func `passages by others: the places that they name, and nothing beyond`() throws {
  let gazetteer = try shippedGazetteer()
  let passages = try passages()
  #expect(passages.count == 160)
  for (passage, isKnown) in passages {
    let found = passage.found(gazetteer).map { [$0.range.description, $0.kind, $0.id] }
    let marked = passage.marks.map { [$0.range.description, $0.kind, $0.id] }
    if isKnown {
      #expect(found != marked, "take the ~ off: \(passage)")
    } else {
      #expect(found == marked, "\(passage)")
    }
  }
}

@Test func `passages by others: where something happened`() throws {
  let gazetteer = try shippedGazetteer()
  var (right, all) = (0, 0)
  for (passage, _) in try passages() {
    let found = passage.found(gazetteer)
    for mark in passage.marks where mark.kind == "n" {
      guard let own = found.first(where: { $0.range == mark.range && $0.kind == "n" }) else {
        continue
      }
      all += 1
      if own.role == mark.role { right += 1 }
    }
  }
  #expect(all >= 300)
  #expect(right * 100 >= all * 78, "\(right) of \(all)")
}
