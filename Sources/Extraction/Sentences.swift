// Blocks into sentences.

/// A sentence ends outside of marks; what is said inside them belongs to the sentence around it.
enum Sentences {
  /// Longer ones are cut, so that the work on a sentence is bounded.
  static let longest = 400

  static func append(of block: Int, _ text: Text, to sentences: inout [Sentence]) {
    let range = text.blocks[block].tokens
    var start = range.lowerBound
    for index in range {
      let next = index + 1
      if next == range.upperBound || next - start >= longest || ends(at: index, range, text) {
        sentences.append(Sentence(tokens: start..<next, block: block))
        start = next
      }
    }
  }

  private static func ends(at index: Int, _ range: Range<Int>, _ text: Text) -> Bool {
    let (token, next) = (text.tokens[index], text.tokens[index + 1])
    let run = text.runOfToken[index]
    guard next.shape.contains(.afterSpace), begins(next, text.tokens, index + 1, range) else {
      return false
    }
    if run >= 0 {
      let marked = text.runs[Int(run)]
      guard index == marked.tokens.upperBound - 1, let last = marked.content.last,
        text.tokens[last].endsSentence
      else { return false }
      return !attributes(from: index + 1, after: text.tokens[last].kind, text, range)
    }
    switch token.kind {
    case .stop, .question, .exclamation, .ellipsis: return true
    case .closeBracket, .closeSingle:
      return index > range.lowerBound && text.tokens[index - 1].endsSentence
    // “in the U.S. The army”: what stands behind is a word that only a sentence begins.
    case .word: return token.shape.contains(.dotted) && next.is(.function) && !token.is(.title)
    default: return false
    }
  }

  private static func begins(
    _ token: Token, _ tokens: [Token], _ index: Int, _ range: Range<Int>
  ) -> Bool {
    switch token.kind {
    case .word: token.isCapitalised
    case .number, .openMark, .plainMark, .openSingle, .plainSingle, .openBracket, .bullet, .dash:
      true
    default: false
    }
  }

  /// “Why?” Reed asked. “No.” Reed said.
  private static func attributes(
    from start: Int, after mark: Token.Kind, _ text: Text, _ range: Range<Int>
  ) -> Bool {
    for index in start..<min(start + 5, range.upperBound) {
      let token = text.tokens[index]
      if token.kind == .hyphen || token.kind == .dash && index == start { continue }
      guard token.isWord else { return false }
      if token.is(.cue), !token.isCapitalised {
        guard mark == .stop else { return index > start }
        return index > start
          && (index + 1 == range.upperBound || text.tokens[index + 1].kind == .stop)
      }
      if !token.isCapitalised, !token.is([.auxiliary, .adverb, .role, .determiner]) {
        return false
      }
    }
    return false
  }
}
