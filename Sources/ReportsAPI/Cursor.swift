// The opaque token of the next page.

import Foundation
import Reports

/// The place in a sorted list behind which a page begins.
struct Cursor: Equatable {
  let order: ReportOrder
  let key: ReportKey

  init(order: ReportOrder, key: ReportKey) {
    self.order = order
    self.key = key
  }

  /// Base64url (RFC 4648 section 5) of the order, the time and the id.
  var token: String {
    let bytes = Array("\(order.rawValue) \(key.published) ".utf8) + key.id
    return Data(bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// Nil for what is no token of ours.
  init?(token: String) {
    let base64 = token.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
    guard let bytes = Data(base64Encoded: base64 + padding) else { return nil }
    let parts = [UInt8](bytes).split(
      separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3,
      let order = ReportOrder(rawValue: String(decoding: parts[0], as: UTF8.self)),
      let published = Int64(String(decoding: parts[1], as: UTF8.self)),
      let key = ReportKey(published: published, id: Array(parts[2]))
    else { return nil }
    self.order = order
    self.key = key
  }
}
