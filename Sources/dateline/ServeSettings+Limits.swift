// Limits that somebody set, each as name=number.

import Foundation
import HTTP

extension ServeSettings {
  /// Takes the limits of one source, each once.
  mutating func takeLimits(_ values: [String], _ name: String) throws(Failure) {
    var taken: Set<String> = []
    for value in values {
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2 else {
        throw Failure(
          message: "\(name) takes a limit like idle_seconds=30, not “\(value)”")
      }
      guard let limit = Limit.named(parts[0]) else {
        throw .unknown(parts[0], "\(name): ", "no limit", among: Limit.all.map(\.name))
      }
      if !taken.insert(limit.name).inserted {
        throw Failure(message: "\(name) gives \(limit.name) twice")
      }
      limit.set(try number(parts[1], "\(name): \(limit.name)", limit.allowed), in: &limits)
    }
  }
}
