// A query that a list refuses.

import HTTP
import Testing

@testable import ReportsAPI

/// A query, and the problem that it is.
struct WrongQuery: Sendable, CustomTestStringConvertible {
  let query: String
  let parameter: String
  /// Words of the detail.
  let detail: String
  let nearest: String?

  init(_ query: String, _ parameter: String, _ detail: String, nearest: String? = nil) {
    self.query = query
    self.parameter = parameter
    self.detail = detail
    self.nearest = nearest
  }

  var testDescription: String { query }

  /// What a list answers it.
  func isRefused(by list: String) throws {
    let answer = try Listing("/\(list)?\(query)", in: .ofDispatches())
    #expect(answer.response.status == .badRequest)
    #expect(answer.response["Content-Type"] == Problem.mediaType)
    #expect(answer.body.string("parameter") == parameter)
    #expect(answer.body.string("nearest") == nearest)
    let sentence = answer.body.string("detail") ?? ""
    #expect(sentence.contains(detail), "\(sentence)")
    #expect(sentence.hasSuffix(".") && !sentence.hasSuffix(".."), "\(sentence)")
  }
}
