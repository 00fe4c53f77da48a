// Where changes are kept beyond the life of a process.

import Dates
import Digests

/// Keeps changes before anybody sees them.
package protocol ChangeKeeper: Sendable {
  /// Keeps changes behind all that it has.
  ///
  /// - Parameter digest: tells one state of a report from another, by its id.
  /// - Throws: what is wrong; nothing of them is then kept.
  func keep(_ changes: [Change], digest: (String) -> String?) throws(KeepingFault)
}

package struct KeepingFault: Error, Equatable {
  package let reason: String
  package init(reason: String) { self.reason = reason }
}

extension ReportView {
  /// A digest of all that its document says, in hexadecimal digits.
  ///
  /// - Complexity: O(bytes of the text).
  package var documentDigest: String {
    let heading = heading
    var digest = Digest()
    let texts = [
      heading.headline, heading.source, heading.author, heading.url, heading.language,
      heading.published?.description,
    ]
    digest.combine(heading.id)
    for text in texts {
      digest.combine(UInt64(text == nil ? 0 : 1))
      digest.combine(text ?? "")
    }
    for remark in remarks { digest.combine(remark) }
    text { digest.combine($0) }
    return digest.hexadecimal
  }
}

extension Snapshot {
  /// The digest of every report, by its id.
  package var documentDigests: [String: String] {
    var digests: [String: String] = [:]
    var run = allReports(Conditions(), .newestFirst)
    while let report = run.next() { digests[report.id] = report.documentDigest }
    return digests
  }
}
