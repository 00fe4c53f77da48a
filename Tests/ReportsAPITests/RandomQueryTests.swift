// Random queries: an answer or a well-formed problem, whatever is asked.

import HTTP
import TestSupport
import Testing

@testable import ReportsAPI

/// Queries made of known and unknown parameters and values.
struct RandomQueries {
  var random: SeededGenerator

  private static let names =
    ListRequest<ReportField>.parameters + ConditionName.negatedParameters + [
      "x", "speeker", "q!", "",
    ]

  private static let values = [
    "", "x", "Kyiv", "UA", "UA,SD", "gn:709354", "gn:", "Donetsk", "direct", "direct,mixed", "held",
    "event",
    "say", "mayor", "Bobovnikova", "1", "0", "3", "1000", "-1", "37,48,38,49", "170,-20,-170,0",
    "-180,-90,180,90", "0,0,0,0", "37.8,48.4", "0,90", "1km", "500m", "20037.5km", "0.000001m",
    "2024", "2024-10-07/..", "P7D/..", "../2024", "P999999W/..", "0001/9999", "id", "id,name",
    "name", "-published", "published", "-last_published", "json", "geojson", "%", "%00", "é", ",",
    "+", "99999999999999999999", ".", "-", "+.5,-.5", "market", "-market", "mark*",
    "%22the+market%22", "the+-army", "%22", "cmVwb3J0cwotcHVibGlzaGVkCjEKMAp4",
    "bG9jYWxpdGllcwotcmVwb3J0X2NvdW50Ci05MjIzMzcyMDM2ODU0Nzc1ODA4Cgpnbjo",
  ]

  mutating func target() -> String {
    let list = Listing.lists.randomElement(using: &random)?.rawValue ?? ""
    let count = Int.random(in: 0...5, using: &random)
    return "/\(list)?" + (0..<count).map { _ in item() }.joined(separator: "&")
  }

  private mutating func item() -> String {
    let name = Self.names.randomElement(using: &random) ?? ""
    let value = Self.values.randomElement(using: &random) ?? ""
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return "\(name)=\(bytes())"
    case 1: return "\(bytes())=\(value)"
    case 2: return name
    default: return "\(name)=\(value)"
    }
  }

  /// Any bytes, percent-encoded for the most part.
  private mutating func bytes() -> String {
    (0..<Int.random(in: 0...12, using: &random)).map { _ in
      let byte = UInt8.random(in: 0...255, using: &random)
      return byte % 3 == 0 ? "%" : Listing.percent(byte)
    }.joined()
  }
}

@Test(arguments: [1, 2, 3, 4] as [UInt64])
func `a random query is answered or refused, never more`(seed: UInt64) throws {
  let library = try Library.ofDispatches()
  var queries = RandomQueries(random: SeededGenerator(seed: seed))
  var answered = 0
  for _ in 0..<500 {
    let target = queries.target()
    do {
      let list = try Listing(target, in: library)
      answered += list.response.status == .ok ? 1 : 0
      check(list, "\(target), seed \(seed)")
    } catch let problem as Problem {
      #expect(problem.status == .badRequest, "\(target), seed \(seed)")
    }
  }
  #expect(answered > 50)
}

private func check(_ list: Listing, _ query: Comment) {
  if list.response.status == .ok {
    #expect(list.returned == list.records.count, query)
    #expect(list.records.count <= list.matched ?? -1, query)
  } else {
    #expect(list.response.status == .badRequest, query)
    #expect(list.response["Content-Type"] == Problem.mediaType, query)
    #expect(list.body["status"] as? Int == 400, query)
    #expect(list.body.string("detail")?.isEmpty == false, query)
  }
}
