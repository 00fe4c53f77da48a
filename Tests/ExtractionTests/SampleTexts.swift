// The sample documents as bytes, and words and marks that mean something to the extraction.

import Foundation
import TestSupport

enum SampleTexts {
  /// The documents as they stand in their files, headers and JSON marks included.
  static let all: [[UInt8]] = names.compactMap { name in
    FileManager.default.contents(atPath: "\(folder)/\(name)").map { [UInt8]($0) }
  }

  /// A mark or a few words, with or without blanks around them.
  static func telling(_ random: inout SeededGenerator) -> [UInt8] {
    let word = words.randomElement(using: &random) ?? ""
    return Array((Bool.random(using: &random) ? word : " \(word) ").utf8)
  }

  private static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []

  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/config/documents"

  private static let words = [
    "\"", "“", "”", "‘", "’", "''", "``", "'", "«", "»", "„", "(", ")", ",", ".", ". ", "…", "?",
    ":", ";", " – ", "-", "--", "\n", "\r\n", "\n\n", "\u{2028}", "•", "’s", "'s", "said",
    "said that",
    "according to", "According to", "told", "he", "She", "they", "who", "adding that", "denied",
    "his promise to", "President", "Mr.", "Ana Ruiz", "the", "of", "and", "U.S.", "Kyiv",
    "the Donetsk region", "more than 30,000", "May 5", "since Monday", "under the army’s control",
  ]
}
