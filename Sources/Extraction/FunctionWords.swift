// The most frequent words of some languages.

import CLexicon
import Gazetteer

/// Folded words and the languages that have them.
struct FunctionWords {
  static let all = FunctionWords()

  /// What a word counts that one language alone has.
  static let weight = 12

  private(set) var codes: [String] = []
  private var languages: [[UInt8]: [Int]] = [:]
  /// Longer words are on no list.
  private var longest = 0

  private init() {
    for line in unsafe WordList.lines(of: lexicon_languages()) {
      if let code = WordList.section(line) {
        codes.append(String(code))
      } else {
        for word in line.words { add(Array(word.utf8)) }
      }
    }
  }

  private mutating func add(_ word: [UInt8]) {
    var folded: [UInt8] = []
    Folding.append(word.span, to: &folded)
    longest = max(longest, word.count)
    if languages[folded]?.last != codes.count - 1 {
      languages[folded, default: []].append(codes.count - 1)
    }
  }

  /// The indexes in `codes` of the languages that have a word; nil for none.
  func languages(of range: Range<Int>, _ bytes: [UInt8], _ folded: inout [UInt8]) -> [Int]? {
    guard range.count <= longest else { return nil }
    folded.removeAll(keepingCapacity: true)
    Folding.append(bytes.span.extracting(range), to: &folded)
    return languages[folded]
  }
}
