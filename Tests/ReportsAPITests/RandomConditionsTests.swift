// Random conditions together: what must hold of any of them.

import TestSupport
import Testing

@testable import ReportsAPI

private let conditions = [
  "q=market", "q=-the", "q=Toretsk -shelled", "locality=Toretsk,Goma", "locality!=Khartoum",
  "country=UA,CD", "country!=SD", "admin1=Donetsk", "admin1!=Kharkiv", "bbox=0,-20,40,60",
  "bbox!=170,-30,-160,0", "near=37.8,48.4&radius=900km", "near!=30,0&radius=3000km",
  "control.status=held,lost", "control.status!=entered", "role=event", "role=background,origin",
  "role!=event",
  "published=2024", "published!=2024-10",
  "datetime=../2024", "datetime!=2024-10",
  "speaker=Bahati,Bobovnikova", "speaker!=Osman", "speaker.role=mayor", "speaker.role!=doctor",
  "speaker.affiliation=Goma", "speaker.affiliation!=group", "cue=say,deny", "cue!=warn",
  "type=direct", "type!=mixed",
]

/// At most one of each parameter, and one radius.
private func some(_ random: inout SeededGenerator) -> [String] {
  var names: Set<Substring> = []
  return conditions.shuffled(using: &random).prefix(4).filter { condition in
    let name = condition.hasPrefix("near") ? "near" : condition.prefix { $0 != "=" }
    return names.insert(name).inserted
  }
}

/// A place has the statuses that the reports asked for claim of it, and the strongest role that they
/// give it: where fewer reports are asked for, more places are without one.
private func isOfReportsAskedFor(_ condition: String, _ list: ListKind) -> Bool {
  list == .localities
    && (condition.hasPrefix("control.status!") || condition.hasPrefix("role"))
}

@Test(arguments: Listing.lists, [1, 2] as [UInt64])
func `conditions together leave what each of them leaves`(list: ListKind, seed: UInt64) throws {
  let library = try Library.ofDispatches()
  var random = SeededGenerator(seed: seed)
  func ids(_ query: String) throws -> Set<String> {
    Set(try Listing("/\(list.rawValue)?fields=id,name&\(query)", in: library).ids)
  }
  for _ in 0..<60 {
    let query = some(&random)
    let together = try ids(query.joined(separator: "&"))
    let backwards = try ids(query.reversed().joined(separator: "&"))
    #expect(together == backwards, "\(query), seed \(seed)")
    for condition in query where !isOfReportsAskedFor(condition, list) {
      #expect(together.isSubset(of: try ids(condition)), "\(query), \(condition), seed \(seed)")
    }
  }
}

@Test(arguments: Listing.lists, [3, 4] as [UInt64])
func `an explanation counts what each condition would match alone`(
  list: ListKind, seed: UInt64
) throws {
  let library = try Library.ofDispatches()
  var random = SeededGenerator(seed: seed)
  for _ in 0..<60 {
    let query = some(&random)
    let target = "/\(list.rawValue)?\(query.joined(separator: "&"))&explain=1"
    let page = try Listing(target, in: library)
    let explanation = try #require(page.body["explain"] as? Object)
    let counts = explanation.objects("conditions").map { $0["matched"] as? Int }
    let alone = try query.map { try Listing("/\(list.rawValue)?\($0)", in: library).matched }
    #expect(counts == alone, "\(target), seed \(seed)")
    let emptiedBy = explanation.string("emptied_by")
    #expect((emptiedBy == nil) == (page.records.count > 0), "\(target), seed \(seed)")
  }
}
