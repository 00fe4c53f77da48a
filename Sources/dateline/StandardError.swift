// Words for the person at the terminal; what other programs read goes to standard output.

import Foundation
import Platform

enum StandardError {
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Nothing can be said when nobody listens.
  static func write(_ text: String) { write(Array(text.utf8)) }

  static func write(_ bytes: [UInt8]) {
    try? StandardStream.write(bytes, to: .error)
  }
}

/// Shows how far a load is, on one line that is written over; nothing where nobody looks on.
struct ProgressLine {
  private let isShown = StandardError.isTerminal
  private var lastShown = Date.distantPast

  mutating func show(_ documents: Int, _ share: Double) {
    guard isShown, -lastShown.timeIntervalSinceNow > 0.1 else { return }
    lastShown = Date()
    StandardError.write("\rLoading: \(documents) documents, \(Int(share * 100)) %\u{1B}[K")
  }

  func clear() {
    if isShown { StandardError.write("\r\u{1B}[K") }
  }
}
