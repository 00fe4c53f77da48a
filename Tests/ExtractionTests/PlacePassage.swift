// Passages in which somebody else marked every place.

import Extraction
import Gazetteer
import TestSupport

/// One line of a file of passages, with marks such as `{Goma|n|gn:216281|e}`.
struct PlacePassage: CustomStringConvertible {
  struct Mark: Equatable {
    let range: Range<Int>
    let kind: String
    let id: String
    let role: String
  }

  let text: [UInt8]
  let marks: [Mark]

  var description: String { String(decoding: text, as: UTF8.self) }

  init(_ line: String) {
    var text: [UInt8] = []
    var marks: [Mark] = []
    for (index, part) in line.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      let pair = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      let fields = pair[0].split(separator: "|").map(String.init)
      if index > 0, pair.count == 2, fields.count == 4 {
        let start = text.count
        text += fields[0].utf8
        marks.append(
          Mark(range: start..<text.count, kind: fields[1], id: fields[2], role: fields[3]))
        text += pair[1].utf8
      } else {
        text += part.utf8
      }
    }
    self.text = text
    self.marks = marks
  }

  /// What is found in it, as it would be marked.
  func found(_ gazetteer: Gazetteer) -> [Mark] {
    Extraction.annotate(text, gazetteer: gazetteer).places.map { mention in
      Mark(
        range: mention.range, kind: Self.kinds[mention.kind] ?? "?",
        id: mention.place.map { gazetteer.id(of: $0) } ?? "-",
        role: mention.role.map { String($0.rawValue.prefix(1)) } ?? "-")
    }
  }

  private static let kinds: [PlaceMention.Kind: String] = [
    .name: "n", .demonym: "d", .government: "g", .inOrganisation: "o",
  ]
}
