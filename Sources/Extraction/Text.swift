// A text as all stages read it: bytes, tokens, blocks, marked runs, sentences.

/// Built once; every stage borrows it.
struct Text {
  let bytes: [UInt8]
  private(set) var tokens: [Token] = []
  private(set) var blocks: [Block] = []
  private(set) var runs: [MarkedRun] = []
  private(set) var sentences: [Sentence] = []
  /// Index of the run that a token belongs to, its marks included; -1 outside of marks.
  private(set) var runOfToken: [Int32] = []

  let lexicon: Lexicon

  init(_ bytes: [UInt8], lexicon: Lexicon = .english) {
    self.bytes = bytes
    self.lexicon = lexicon
    for range in Lines.paragraphs(of: bytes) {
      let first = tokens.count
      Tokens.append(range, of: bytes, lexicon, to: &tokens)
      if tokens.count > first { blocks.append(Block(range: range, tokens: first..<tokens.count)) }
    }
    BlockKinds.assign(&blocks, tokens, bytes)
    for index in blocks.indices {
      MarkedRuns.append(of: index, blocks, tokens, bytes, lexicon, to: &runs)
    }
    runOfToken = [Int32](repeating: -1, count: tokens.count)
    for (index, run) in runs.enumerated() {
      for token in run.tokens { runOfToken[token] = Int32(index) }
    }
    // Into a list of its own: `self` would hold the other, and each block would copy it.
    var sentences: [Sentence] = []
    for index in blocks.indices { Sentences.append(of: index, self, to: &sentences) }
    self.sentences = sentences
  }
}

/// A heading, a paragraph, a line.
struct Block {
  enum Kind { case standfirst, heading, paragraph, credits }

  let range: Range<Int>
  let tokens: Range<Int>
  var kind = Kind.paragraph
}

/// Tokens from the first word to the mark that ends it.
struct Sentence {
  let tokens: Range<Int>
  let block: Int
}

extension Text {
  /// From the first token's first byte to the last one's last.
  func range(_ tokens: Range<Int>) -> Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    return Int(self.tokens[first].start)..<Int(self.tokens[last].end)
  }

  /// The number of the sentence that a token belongs to, or of the last one before it.
  func sentence(of token: Int) -> Int {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.lowerBound <= token { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The word list's entry of a token.
  func lexeme(_ token: Int) -> Lexeme { lexicon.lexemes[Int(tokens[token].lexeme)] }

  /// True where the word stands in one of these lists.
  func word(_ token: Int, in lists: Links) -> Bool {
    tokens.indices.contains(token)
      && !lexicon.lexemes[Int(tokens[token].lexeme)].links.isDisjoint(with: lists)
  }

  /// “CLASHES IN GOMA KILL TEN”: capitals that tell no name.
  func isShouted(_ tokens: Range<Int>) -> Bool {
    tokens.count > 2 && tokens.allSatisfy { self.tokens[$0].shape.contains(.capitals) }
  }

  /// True where the word, in lower case, is one of these.
  func word(_ token: Int, isOneOf words: StaticString...) -> Bool {
    word(token, isOneOf: words)
  }

  func word(_ token: Int, isOneOf words: [StaticString]) -> Bool {
    guard tokens.indices.contains(token) else { return false }
    return words.contains { matches(token, $0) }
  }

  private func matches(_ token: Int, _ word: StaticString) -> Bool {
    let range = tokens[token].range
    guard range.count == word.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count {
      let byte = bytes[range.lowerBound + offset]
      // SAFETY: a literal's bytes live for ever, and the offset is below their number.
      let letter = unsafe word.utf8Start[offset]
      if (byte.isASCIICapital ? byte | 0x20 : byte) != letter { return false }
    }
    return true
  }
}
