// A segment against the plainest store that could be: an array, looked at from end to end.

import Dates
import Gazetteer
import Testing

@testable import Reports

/// The order of lists in one line.
func sorted(_ entries: [ReportEntry], _ order: ReportOrder) -> [ReportEntry] {
  entries.sorted { left, right in
    let (a, b) = (left.published?.start, right.published?.start)
    if a == b { return left.id < right.id }
    guard let a, let b else { return b == nil }
    return order == .newestFirst ? a > b : a < b
  }
}

@Test(arguments: [0, 1, 2, 3, 50, 400])
func `a segment keeps its promises and gives back what went in`(count: Int) {
  var random = RandomReports(seed: UInt64(count) + 1)
  let entries = random.entries(count)
  let segment = segment(entries)
  #expect(segment.brokenInvariant() == nil)
  #expect(segment.count == count)
  for entry in entries {
    let report = segment.report(entry.id)
    #expect(report?.id == entry.id)
    #expect(report?.headline == entry.headline)
    #expect(report?.source == entry.source)
    #expect(report?.published == entry.published)
    #expect(report?.remarks == entry.remarks)
    var text: [UInt8] = []
    report?.text { span in for index in span.indices { text.append(span[index]) } }
    #expect(text == entry.text)
  }
  #expect(segment.report("r-none") == nil)
  #expect(segment.report("") == nil)
}

@Test(arguments: ReportOrder.allCases, 1...40 as ClosedRange<UInt64>)
func `a query finds what a scan of all reports finds`(order: ReportOrder, seed: UInt64) {
  var random = RandomReports(seed: seed)
  let entries = random.entries(60)
  let snapshot = makeSnapshot(entries)
  for _ in 0..<20 {
    let start: Int64? =
      random.next(below: 4) == 0 ? nil : Int64(random.next(below: 12) - 2) * 86_400
    let end: Int64? = random.next(below: 4) == 0 ? nil : Int64(random.next(below: 12) - 1) * 86_400
    let period = Period(start: start, end: end)
    let isOpen = start == nil && end == nil
    var conditions = Conditions()
    conditions.published = isOpen ? [] : [Condition(period)]
    var request = TimePageRequest(order)
    request.limit = 1000
    let page = snapshot.reports(conditions, request)
    let scan = sorted(entries, order).filter { entry in
      isOpen || entry.published.map { period.contains($0.start) } ?? false
    }
    #expect(page.records.map(\.id) == scan.map(\.id), "seed \(seed)")
    #expect(page.matched == scan.count, "seed \(seed)")
    #expect(page.next == nil)
  }
}

@Test(arguments: ReportOrder.allCases, [1, 2, 7, 59, 60, 61])
func `pages hold every report once, in order`(order: ReportOrder, limit: Int) {
  var random = RandomReports(seed: 99)
  let entries = random.entries(60)
  let snapshot = makeSnapshot(entries)
  var request = TimePageRequest(order)
  request.limit = limit
  var ids: [String] = []
  var pages = 0
  repeat {
    let page = snapshot.reports(Conditions(), request)
    #expect(page.matched == 60)
    ids += page.records.map(\.id)
    request.after = page.next
    pages += 1
  } while request.after != nil
  #expect(ids == sorted(entries, order).map(\.id))
  #expect(pages == (60 + limit - 1) / limit)
}

@Test func `a cursor goes on where it was when reports have come and gone`() {
  var random = RandomReports(seed: 5)
  let entries = random.entries(40)
  var request = TimePageRequest(.newestFirst)
  request.limit = 10
  let first = makeSnapshot(entries).reports(Conditions(), request)
  request.after = first.next
  request.limit = 1000
  let seen = first.records.map(\.id)
  let newcomer = ReportEntry(id: "r0-new")
  let changed = entries.filter { $0.id != seen.last } + [newcomer]
  let rest = makeSnapshot(changed).reports(Conditions(), request).records.map(\.id)
  #expect(Set(rest).isDisjoint(with: seen))
  #expect(Set(rest + seen) == Set(entries.map(\.id) + ["r0-new"]))
}

@Test func `a second report with an id is not added and the first one is named`() {
  let builder = SegmentBuilder()
  #expect(builder.add(ReportEntry(id: "a")) == nil)
  #expect(builder.add(ReportEntry(id: "b")) == nil)
  #expect(builder.add(ReportEntry(id: "a", text: [1])) == 0)
  #expect(builder.count == 2)
  #expect(builder.finish().brokenInvariant() == nil)
}

@Test func `names that differ in their bytes are two, though they look alike`() {
  let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
  let segment = segment([ReportEntry(id: composed, text: [1]), ReportEntry(id: decomposed)])
  #expect(segment.count == 2)
  #expect(segment.brokenInvariant() == nil)
  #expect(segment.report(composed)?.text { $0.count } == 1)
  #expect(segment.report(decomposed)?.text { $0.count } == 0)
}
