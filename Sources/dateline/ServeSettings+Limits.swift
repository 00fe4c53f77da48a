// Limits that somebody set, each as name=number.

import Foundation
import HTTP

extension ServeSettings {
  /// Takes the limits of one source; of a limit that comes twice the last one counts.
  mutating func takeLimits(_ values: [String], _ name: String) throws(Failure) {
    for value in values {
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2 else {
        throw Failure(
          message: "\(name) takes a limit like idle_seconds=30, not “\(value)”")
      }
      guard let limit = Limit.named(parts[0]) else { throw unknown(parts[0], name) }
      limit.set(try number(parts[1], "\(name): \(limit.name)", limit.allowed), in: &limits)
    }
  }

  private func unknown(_ limit: String, _ name: String) -> Failure {
    let names = Limit.all.map(\.name)
    let nearest = Spelling.nearest(to: limit, among: names).map { "; did you mean “\($0)”?" }
    let rule = nearest ?? "; known are \(names.joined(separator: ", "))"
    return Failure(message: "\(name): “\(limit)” is no limit\(rule)")
  }
}
