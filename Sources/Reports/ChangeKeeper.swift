// Where changes are kept beyond the life of a process.

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
  /// In hexadecimal digits.
  package var digestText: String { digest.hexadecimal }
}

extension Snapshot {
  /// The digest of every report, in hexadecimal digits.
  package var digests: [ExactName: String] {
    var digests: [ExactName: String] = [:]
    var run = allReports(Conditions(), .newestFirst)
    while let report = run.next() { digests[ExactName(report.id)] = report.digestText }
    return digests
  }
}
