// Lists of the dispatches, as tests ask for them.

import Foundation
import HTTP
import Reports

@testable import ReportsAPI

extension Library {
  /// One that serves the dispatches.
  static func ofDispatches(now: Int64 = 1_728_400_000) throws -> Library {
    let library = Library(loaded: false, now: now)
    library.store.publish(try Dispatch.read.get())
    return library
  }
}

/// A page of a list, read.
struct Listing {
  /// Those that have a route of their own.
  static let lists: [ListKind] = [.reports, .localities, .quotations]

  let response: Response
  let body: Object

  /// - Parameter target: characters that a URL escapes may stand in it as they are.
  init(_ target: String, in library: Library, accept: String? = nil) throws {
    response = try library.ask(Self.escape(target), accept: accept)
    body = try response.json()
  }

  var records: [Object] {
    for key in ["features"] + Self.lists.map(\.rawValue) {
      if let records = body[key] as? [Object] { return records }
    }
    return []
  }

  /// Localities go by their names, which tests can be read by.
  var ids: [String] {
    records.compactMap { body["localities"] == nil ? $0.string("id") : $0.string("name") }
  }

  var matched: Int? { body["numberMatched"] as? Int }
  var returned: Int? { body["numberReturned"] as? Int }

  /// Where the next page is; nil on the last.
  var next: String? {
    body.objects("links").first { $0.string("rel") == "next" }?.string("href")
  }

  static func escape(_ target: String) -> String {
    target.unicodeScalars.map { scalar in
      scalar.isASCII && scalar != " " && scalar != "\""
        ? String(scalar) : String(scalar).utf8.map(percent).joined()
    }.joined()
  }

  static func percent(_ byte: UInt8) -> String {
    (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
  }
}
