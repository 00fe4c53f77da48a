// Which answers the pool makes, and ids that only look alike.

import Extraction
import Gazetteer
import HTTP
import Reports
import Testing

@testable import ReportsAPI

@Test(arguments: ListKind.allCases)
func `a long page and an explained one are made by the pool`(list: ListKind) throws {
  let library = Library()
  let path = "/\(list.rawValue)"
  #expect(try !library.isLong(path))
  #expect(try !library.isLong("\(path)?limit=100"))
  #expect(try library.isLong("\(path)?limit=101"))
  #expect(try library.isLong("\(path)?explain=1"))
  #expect(try !library.isLong("\(path)?limit=1001"))
}

@Test func `reports whose ids are equal as texts but not as bytes keep their own quotations`()
  throws
{
  let builder = SegmentBuilder()
  for (id, text) in [("M\u{E9}naka", "We left."), ("Me\u{301}naka", "No. We stay. We fight.")] {
    var entry = ReportEntry(id: id, text: Array(text.utf8))
    entry.annotations.quotations = (text.count == 8 ? [0..<8] : [4..<12, 13..<22]).map {
      Quotation(kind: .direct, spans: [$0], fragments: [], cue: nil, speaker: nil, evidence: $0)
    }
    #expect(builder.add(entry) == nil)
  }
  let library = Library(loaded: false)
  library.store.publish(
    Snapshot(
      reports: builder.finish(), gazetteer: Gazetteer(), intake: .init(), made: 0, settings: []))
  let body = try library.ask("/quotations?fields=content,report").json()
  let quotations = try #require(body["quotations"] as? [[String: String]])
  let found = quotations.map { "\(($0["report"] ?? "").utf8.count): \($0["content"] ?? "")" }
  #expect(found.sorted() == ["7: We left.", "8: We fight.", "8: We stay."])
}
