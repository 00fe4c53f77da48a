// Lists stand in their orders, and pages cut them without loss, though records come and go.

import Gazetteer
import TestSupport
import Testing

@testable import Reports

/// One page as a list gives it, whatever it lists.
private struct Cut<Key> {
  let records: [Standing.Record]
  let matched: Int
  let next: Key?
}

/// A list in one order: how it is asked for, and what a scan says.
private struct List<Key> {
  let page: (Trial, Key?, _ limit: Int) -> Cut<Key>
  let scan: (Trial) -> [Standing]
}

private func reports(_ asked: Conditions, _ order: ReportOrder) -> List<ReportKey> {
  List(
    page: { trial, key, limit in
      let page = trial.snapshot.reports(asked, request(order, key, limit))
      return Cut(
        records: page.records.map { Standing.Record(id: $0.id, start: 0) },
        matched: page.matched, next: page.next)
    }, scan: { $0.reports(asked, order) })
}

private func quotations(_ asked: Conditions, _ order: ReportOrder) -> List<ReportKey> {
  List(
    page: { trial, key, limit in
      let page = trial.snapshot.quotations(asked, request(order, key, limit))
      return Cut(
        records: page.records.map(\.record), matched: page.matched, next: page.next)
    }, scan: { $0.quotations(asked, order) })
}

private func localities(_ asked: Conditions, _ order: LocalityOrder) -> List<LocalityKey> {
  List(
    page: { trial, key, limit in
      let page = trial.snapshot.localities(asked, request(order, key, limit))
      let ids = page.records.map { trial.globe.gazetteer.id(of: $0.place) }
      return Cut(
        records: ids.map { Standing.Record(id: $0, start: 0) }, matched: page.matched,
        next: page.next)
    }, scan: { $0.localities(asked, order) })
}

private func request<Order, Key>(_ order: Order, _ key: Key?, _ limit: Int) -> PageRequest<
  Order, Key
> {
  var request = PageRequest<Order, Key>(order)
  request.after = key
  request.limit = limit
  return request
}

/// Walks through a list page by page, each page asked of a random one of some stores: it holds what a
/// scan of that store finds behind the last record seen, whether or not that is still there.
private func expectPages<Key>(_ list: List<Key>, _ trials: [Trial], seed: UInt64, _ name: String) {
  var random = SeededGenerator(seed: seed)
  let why: Comment = "seed \(seed): \(name)"
  let scans = trials.map(list.scan)
  var (key, last): (Key?, Standing?) = (nil, nil)
  repeat {
    let number = Int.random(in: 0..<trials.count, using: &random)
    let limit = Int.random(in: 1...40, using: &random)
    let page = list.page(trials[number], key, limit)
    let rest = scans[number].filter { standing in last.map { $0 < standing } ?? true }
    #expect(page.records == rest.prefix(limit).map(\.record), why)
    #expect(page.matched == scans[number].count, why)
    #expect((page.next == nil) == (rest.count <= limit), why)
    last = rest.prefix(limit).last ?? last
    key = page.next
  } while key != nil
}

/// Every order of every list, of one store and of stores that change under the reader.
private func expectOrders(_ trials: [Trial], _ asked: Conditions, seed: UInt64) {
  for order in ReportOrder.allCases {
    expectPages(reports(asked, order), trials, seed: seed, "reports \(order)")
    expectPages(quotations(asked, order), trials, seed: seed, "quotations \(order)")
  }
  for order in LocalityOrder.allCases {
    expectPages(localities(asked, order), trials, seed: seed, "localities \(order)")
  }
}

@Test(arguments: 1...12 as ClosedRange<UInt64>)
func `pages hold every record once, in the order of a scan`(seed: UInt64) throws {
  let trial = try Trial(seed: seed, count: [1, 50, 150][Int(seed % 3)])
  var random = RandomConditions(seed: seed, globe: trial.globe)
  expectOrders([trial], Conditions(), seed: seed)
  for _ in 0..<3 { expectOrders([trial], random.conditions(), seed: seed) }
}

@Test(arguments: 1...12 as ClosedRange<UInt64>)
func `pages go on behind the last record when records have come and gone`(seed: UInt64) throws {
  let first = try Trial(seed: seed, count: 100)
  let trials = [first, first.changed(seed: seed &+ 1), first.changed(seed: seed &+ 2)]
  var random = RandomConditions(seed: seed, globe: first.globe)
  expectOrders(trials, Conditions(), seed: seed)
  for _ in 0..<3 { expectOrders(trials, random.conditions(), seed: seed) }
}

@Test(arguments: 1...10 as ClosedRange<UInt64>)
func `a whole list is sorted as a scan is`(seed: UInt64) throws {
  let trial = try Trial(seed: seed, count: 200)
  for order in ReportOrder.allCases {
    expectWhole(reports(Conditions(), order), trial, "seed \(seed): reports \(order)")
    expectWhole(quotations(Conditions(), order), trial, "seed \(seed): quotations \(order)")
  }
  for order in LocalityOrder.allCases {
    expectWhole(localities(Conditions(), order), trial, "seed \(seed): localities \(order)")
  }
}

private func expectWhole<Key>(_ list: List<Key>, _ trial: Trial, _ why: Comment) {
  let scan = list.scan(trial).map(\.record)
  let page = list.page(trial, nil, 100_000)
  #expect(page.records == scan, why)
  #expect(page.next == nil && page.matched == scan.count, why)
  #expect(Set(page.records).count == scan.count, why)
}
