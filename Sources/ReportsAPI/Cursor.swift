// The opaque token of the next page.

import Digests
import Foundation
import HTTP
import Reports

/// A key that can be written into a token: some texts without line feeds.
protocol CursorKey: Equatable {
  var parts: [String] { get }
  /// Nil for parts that no key has.
  init?(parts: [String])
}

/// What is cut into pages: the lists, and the reports of one place, whose id stands where lists have
/// their order.
enum CursorList: String {
  case reports, localities, quotations
  case locality = "locality.reports"

  /// Where it is, in an order.
  func target(_ order: String) -> String {
    self == .locality ? "/localities/\(order)" : "/\(rawValue)?sortby=\(order)"
  }
}

/// The place in a sorted list behind which a page begins.
struct Cursor: Equatable {
  let list: CursorList
  let order: String
  /// Of the key, whatever kind of key the list has.
  let parts: [String]

  init(list: CursorList, order: String, key: some CursorKey) {
    self.list = list
    self.order = order
    parts = key.parts
  }

  /// Base64url (RFC 4648 section 5) of the list, the order and the key, line feeds between them, and of
  /// a check that tells a token from a part of one.
  var token: String {
    let text = ([list.rawValue, order] + parts).joined(separator: "\n")
    return Data((text + "\n" + Self.check(text)).utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// Nil for what is no token of ours.
  init?(token: String) {
    let base64 = token.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
    guard let bytes = Data(base64Encoded: base64 + padding),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    guard lines.count > 3, let list = CursorList(rawValue: lines[0]),
      lines.last == Self.check(lines.dropLast().joined(separator: "\n"))
    else { return nil }
    (self.list, order, parts) = (list, lines[1], Array(lines[2..<(lines.count - 1)]))
  }

  private static func check(_ text: String) -> String {
    var digest = Digest()
    digest.combine(text)
    return String(digest.hexadecimal.prefix(4))
  }
}

extension Parameters {
  /// The key of the cursor, which must be one of the same list in the same order.
  func after<Key: CursorKey>(_ list: CursorList, _ order: String) throws(Problem) -> Key? {
    guard let token = value("cursor") else { return nil }
    guard let cursor = Cursor(token: token) else { throw malformedCursor(token) }
    guard cursor.list == list, cursor.order == order else {
      let other = cursor.list.target(String(cursor.order.prefix(80)))
      throw malformed(
        "cursor", token, "a token of the same list and order; this one is of \(other)")
    }
    guard let key = Key(parts: cursor.parts) else { throw malformedCursor(token) }
    return key
  }

  private func malformedCursor(_ token: String) -> Problem {
    malformed("cursor", token, "the token of a “next” link, unchanged")
  }
}

extension ReportKey: CursorKey {
  var parts: [String] { ["\(published)", "\(start)", String(decoding: id, as: UTF8.self)] }

  init?(parts: [String]) {
    guard parts.count == 3, let published = Int64(parts[0]), let start = Int(parts[1]) else {
      return nil
    }
    self.init(published: published, id: Array(parts[2].utf8), start: start)
  }
}

extension LocalityKey: CursorKey {
  var parts: [String] { ["\(rank)", String(decoding: name, as: UTF8.self), id] }

  init?(parts: [String]) {
    guard parts.count == 3, let rank = Int64(parts[0]) else { return nil }
    self.init(rank: rank, name: Array(parts[1].utf8), id: parts[2])
  }
}
