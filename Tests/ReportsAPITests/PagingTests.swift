// Pages of every list in every order.

import Reports
import Testing

@testable import ReportsAPI

private let orders =
  ReportOrder.allCases.map { "reports?sortby=\($0.rawValue)" }
  + ReportOrder.allCases.map { "quotations?sortby=\($0.rawValue)" }
  + LocalityOrder.allCases.map { "localities?sortby=\($0.rawValue)" }

@Test(arguments: orders, [1, 2, 3, 5])
func `pages hold every record once, in the order of the whole`(list: String, limit: Int) throws {
  let library = try Library.ofDispatches()
  let whole = try Listing("/\(list)&fields=id", in: library)
  #expect(whole.next == nil)
  var target = "/\(list)&limit=\(limit)"
  var seen: [String] = []
  for _ in 0..<20 {
    let page = try Listing(target, in: library)
    #expect(page.matched == whole.matched)
    #expect(page.returned == page.records.count)
    seen += page.records.compactMap { $0.string("id") }
    guard let next = page.next else { break }
    #expect(page.returned == limit)
    target = next
  }
  #expect(seen == whole.records.compactMap { $0.string("id") })
  #expect(seen.count == whole.matched)
}

@Test(arguments: [
  (
    "name",
    [
      "Apia", "Bukavu", "El Fasher", "Fiji", "Gao", "Goma", "Kharkiv Oblast", "Khartoum", "Kyiv",
      "Lashio", "Ménaka", "Myanmar", "Samoa", "Suva", "Toretsk", "Zalizne",
    ]
  ),
  ("-report_count&limit=4", ["Goma", "Khartoum", "Toretsk", "Ménaka"]),
  ("report_count&limit=2", ["Ménaka", "Lashio"]),
  ("-name&limit=3", ["Zalizne", "Toretsk", "Suva"]),
  ("-last_published&limit=3", ["Goma", "Bukavu", "Khartoum"]),
  ("last_published&limit=4", ["Samoa", "Apia", "Suva", "Fiji"]),
  ("-last_published&published!=../2025-12-31", ["Khartoum"]),
])
func `localities stand in the order that is asked for`(order: String, expected: [String]) throws {
  #expect(try Listing("/localities?sortby=\(order)", in: .ofDispatches()).ids == expected)
}

@Test(arguments: ["reports", "quotations"])
func `records without a date come last in both orders`(list: String) throws {
  for order in ReportOrder.allCases {
    let ids = try Listing("/\(list)?sortby=\(order.rawValue)", in: .ofDispatches()).ids
    #expect(ids.last?.hasPrefix("khartoum") == true)
  }
}
