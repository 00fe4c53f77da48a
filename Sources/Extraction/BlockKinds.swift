// Which blocks are standfirst, headings and credits.

enum BlockKinds {
  private static let headingTokens = 16
  private static let headingBytes = 120
  private static let standfirstBytes = 140
  private static let standfirstTokens = 40
  private static let creditBlocks = 4
  private static let creditTokens = 60

  static func assign(_ blocks: inout [Block], _ tokens: [Token], _ bytes: [UInt8]) {
    for index in blocks.indices
    where isHeading(blocks[index], tokens, isLast: index + 1 == blocks.count) {
      blocks[index].kind = .heading
    }
    for index in blocks.indices.suffix(creditBlocks).reversed() {
      guard index > 0, isCredits(blocks[index], tokens) else { break }
      blocks[index].kind = .credits
    }
    if isStandfirst(blocks, tokens) { blocks[0].kind = .standfirst }
  }

  /// Short, without the stop that ends a sentence, and not a quotation alone on its line.
  private static func isHeading(_ block: Block, _ tokens: [Token], isLast: Bool) -> Bool {
    guard !isLast, block.tokens.count <= headingTokens, block.range.count <= headingBytes else {
      return false
    }
    let (first, last) = (tokens[block.tokens.lowerBound], tokens[block.tokens.upperBound - 1])
    switch last.kind {
    case .word, .number, .clitic: return first.kind != .bullet && first.kind != .dash
    case .question: return !block.tokens.contains { tokens[$0].isMark } && first.isCapitalised
    case .closeMark, .plainMark, .closeSingle:
      return first.isWord && first.isCapitalised
        && !block.tokens.contains { tokens[$0].kind == .comma || tokens[$0].kind == .colon }
        && !tokens[block.tokens.upperBound - 2].endsSentence
    default: return false
    }
  }

  /// “Reporting by A; editing by B”, “Additional sources • AFP”, “C contributed to this report”.
  private static func isCredits(_ block: Block, _ tokens: [Token]) -> Bool {
    guard block.tokens.count <= creditTokens else { return false }
    var signs = 0
    for token in tokens[block.tokens].prefix(8) {
      if token.is(.credit) || token.kind == .bullet || token.kind == .colon { signs += 1 }
    }
    guard signs > 0 else { return false }
    let endsOpen = tokens[block.tokens].last.map { !$0.endsSentence } ?? false
    if signs > 1, endsOpen, tokens[block.tokens].contains(where: { $0.kind == .bullet }) {
      return true
    }
    let opening = tokens[block.tokens].first { $0.isWord }
    if opening?.is(.credit) == true { return signs > 1 || block.tokens.count <= 12 }
    return tokens[block.tokens].last { $0.isWord }?.is(.credit) == true
  }

  /// One sentence that sums up, over a text of some length: short, nobody quoted in it.
  private static func isStandfirst(_ blocks: [Block], _ tokens: [Token]) -> Bool {
    guard blocks.count > 4, blocks[0].kind == .paragraph, blocks[1].kind == .paragraph,
      blocks[0].range.count <= standfirstBytes, blocks[0].tokens.count <= standfirstTokens
    else { return false }
    let inner = tokens[blocks[0].tokens].dropLast()
    return tokens[blocks[0].tokens.upperBound - 1].endsSentence
      && !inner.contains {
        $0.isMark || $0.endsSentence || $0.kind == .dash
          || $0.is(.cue) && !$0.isCapitalised && $0.is(.bareCue)
      }
  }
}
