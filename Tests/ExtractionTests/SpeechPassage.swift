// Passages in which somebody else marked who says what.

import Extraction
import TestSupport

/// One line of a file of passages: parts of quotation n are `q` n, its cue `c` n, the local words for
/// its speaker `s` n; `=>n: Name` behind the passage is who those words mean.
struct SpeechPassage: CustomStringConvertible {
  let text: MarkedText
  private(set) var names: [String: String] = [:]

  var description: String { text.description }

  init(_ line: String) {
    var parts = line.split(separator: "=>").map(String.init)[...]
    text = MarkedText(String((parts.popFirst() ?? "").reversed().drop { $0 == " " }.reversed()))
    for part in parts {
      let pair = part.split(separator: ":", maxSplits: 1)
      names[String(pair[0])] = pair[1].split(separator: " ").joined(separator: " ")
    }
  }

  /// What is found otherwise than it is marked, a sentence each.
  func faults(_ found: [Quotation]) -> [String] {
    var faults: [String] = []
    let numbers = Set(text.ranges.filter { $0.tag.hasPrefix("q") }.map { $0.tag.dropFirst() })
    for number in numbers.sorted() { faults += self.faults(String(number), found) }
    let expected = text.ranges.filter { $0.tag.hasPrefix("q") }.map(\.range)
    for quotation in found {
      for span in quotation.spans where !expected.contains(where: { $0.overlaps(span) }) {
        faults.append("beyond: \(text.words(span))")
      }
    }
    return faults
  }

  private func faults(_ number: String, _ found: [Quotation]) -> [String] {
    var faults: [String] = []
    for part in text["q\(number)"] {
      guard let quotation = found.first(where: { $0.spans.contains { $0.overlaps(part) } }) else {
        faults.append("missed: \(text.words(part))")
        continue
      }
      let mention = text["s\(number)"]
      if let own = quotation.speaker?.mention, !mention.isEmpty,
        !mention.contains(where: { $0.overlaps(own) })
      {
        faults.append("speaker: \(text.words(own)) for \(text.words(mention[0]))")
      } else if !mention.isEmpty, quotation.speaker == nil {
        faults.append("nobody for \(text.words(mention[0]))")
      }
      if let name = names[number], quotation.speaker?.name != name {
        faults.append("name: \(quotation.speaker?.name ?? "none") for \(name)")
      }
      let cue = text["c\(number)"]
      if !cue.isEmpty, let own = quotation.cue?.range, !cue.contains(where: { $0.overlaps(own) }) {
        faults.append("cue: \(text.words(own)) for \(text.words(cue[0]))")
      }
    }
    return faults
  }
}
