// Text between quotation marks.

/// A run of text inside one pair of marks, within one block.
struct MarkedRun {
  /// Its tokens, the marks included.
  let tokens: Range<Int>
  /// The tokens inside the marks.
  let content: Range<Int>
  let block: Int
  /// False where the mark is never closed: it runs to the end of its block.
  let isClosed: Bool
  /// Opened by ‘ or '.
  let isSingle: Bool
}

/// Pairs marks block by block, so that an odd one never spoils another paragraph.
enum MarkedRuns {
  /// How far the second of two single marks may be, in tokens.
  private static let singleReach = 120

  static func append(
    of block: Int, _ blocks: [Block], _ tokens: [Token], _ bytes: [UInt8], _ lexicon: Lexicon,
    to runs: inout [MarkedRun]
  ) {
    let range = blocks[block].tokens
    let first = runs.count
    defer { Dialogue.part(&runs, from: first, tokens, always: lexicon.hasDialogue) }
    if lexicon.hasDialogue, let speech = Dialogue.speech(block, range, tokens) {
      runs.append(speech)
      return
    }
    let lastClose = range.last { tokens[$0].kind == .closeMark } ?? range.lowerBound
    var open: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      if let start = open {
        if tokens[index].kind == .plainMark, index < lastClose, isGuillemet(start, tokens, bytes) {
          index += 1
          continue
        }
        if let end = nested(index, in: start, tokens, bytes, range) {
          index = end
        } else if closes(index, start, tokens, range) {
          runs.append(run(start..<(index + 1), block))
          open = nil
        } else if reopens(index, tokens, range) {
          runs.append(run(start..<index, block, isClosed: false))
          open = index
        }
      } else if opens(index, tokens, range) {
        open = index
      } else if let end = closingSingle(of: index, tokens, range) {
        runs.append(run(index..<(end + 1), block, isSingle: true))
        index = end
      }
      index += 1
    }
    if let start = open { runs.append(run(start..<range.upperBound, block, isClosed: false)) }
  }

  private static func isGuillemet(_ index: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Bool {
    tokens[index].kind == .openMark && bytes[tokens[index].range].elementsEqual([0xC2, 0xAB])
  }

  /// “« … “…” … »”: the end of marks inside of marks of another kind, or of «…» that is no later
  /// than the outer one's.
  private static func nested(
    _ index: Int, in start: Int, _ tokens: [Token], _ bytes: [UInt8], _ range: Range<Int>
  ) -> Int? {
    guard tokens[index].kind == .openMark, isGuillemet(start, tokens, bytes) else { return nil }
    let isSame = isGuillemet(index, tokens, bytes)
    var ends: [Int] = []
    for next in (index + 1)..<max(index + 1, min(range.upperBound, index + singleReach)) {
      if isGuillemet(next, tokens, bytes) { break }
      guard tokens[next].kind == .closeMark || !isSame && tokens[next].kind == .openMark else {
        continue
      }
      if !isSame {
        return bytes[tokens[next].range].elementsEqual([0xC2, 0xBB]) ? nil : next
      }
      ends.append(next)
      if ends.count == 2 { return ends[0] }
    }
    return nil
  }

  private static func run(
    _ tokens: Range<Int>, _ block: Int, isClosed: Bool = true, isSingle: Bool = false
  ) -> MarkedRun {
    let first = tokens.lowerBound + 1
    let content = first..<max(first, isClosed ? tokens.upperBound - 1 : tokens.upperBound)
    return MarkedRun(
      tokens: tokens, content: content, block: block, isClosed: isClosed, isSingle: isSingle)
  }

  /// True where the token after `index` follows without a blank.
  private static func leans(_ index: Int, _ tokens: [Token], _ range: Range<Int>) -> Bool {
    index + 1 < range.upperBound && !tokens[index + 1].shape.contains(.afterSpace)
  }

  private static func opens(_ index: Int, _ tokens: [Token], _ range: Range<Int>) -> Bool {
    switch tokens[index].kind {
    case .openMark: return index + 1 < range.upperBound
    case .plainMark:
      // Behind a digit it counts inches or seconds, behind a word it closes what nobody opened.
      let isApart = tokens[index].shape.contains(.afterSpace) || index == range.lowerBound
      let behind = index > range.lowerBound ? tokens[index - 1].kind : .openBracket
      let opensHere =
        isApart || [.openBracket, .dash, .hyphen, .openSingle, .colon].contains(behind)
      return opensHere && leans(index, tokens, range)
    default: return false
    }
  }

  private static func closes(
    _ index: Int, _ start: Int, _ tokens: [Token], _ range: Range<Int>
  ) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .closeMark: return true
    case .plainMark: return !(token.shape.contains(.afterSpace) && leans(index, tokens, range))
    // „…“ closes with the mark that opens elsewhere.
    case .openMark:
      return !token.shape.contains(.afterSpace) && tokens[start].kind == .openMark
        && (!leans(index, tokens, range) || !tokens[index + 1].isWord)
    default: return false
    }
  }

  private static func reopens(_ index: Int, _ tokens: [Token], _ range: Range<Int>) -> Bool {
    let kind = tokens[index].kind
    return (kind == .openMark || kind == .plainMark) && leans(index, tokens, range)
  }

  /// The mark that closes ‘ or ': the first one at the end of a word that is no genitive.
  private static func closingSingle(
    of index: Int, _ tokens: [Token], _ range: Range<Int>
  ) -> Int? {
    let kind = tokens[index].kind
    let isApart = tokens[index].shape.contains(.afterSpace) || index == range.lowerBound
    guard kind == .openSingle || kind == .plainSingle && isApart, leans(index, tokens, range) else {
      return nil
    }
    var last: Int?
    var nested = index
    for next in (index + 2)..<max(index + 2, min(range.upperBound, index + singleReach)) {
      let token = tokens[next]
      if next <= nested { continue }
      // ‘He said “no”, so we left,’ with marks of the other kind inside.
      if token.kind == .openMark, let close = closing(of: next, tokens, range) {
        nested = close
        continue
      }
      if token.isDoubleMark || token.kind == .openSingle { break }
      guard token.kind == .closeSingle || token.kind == .plainSingle,
        !token.shape.contains(.afterSpace)
      else { continue }
      last = next
      if !isGenitive(next, tokens, range) { break }
    }
    return last
  }

  /// The mark that closes a double one, a few words on.
  private static func closing(
    of index: Int, _ tokens: [Token], _ range: Range<Int>
  ) -> Int? {
    (index + 1..<max(index + 1, min(range.upperBound, index + 24))).first {
      tokens[$0].isDoubleMark
    }.flatMap { tokens[$0].kind == .closeMark ? $0 : nil }
  }

  /// workers’ rights: a plural and then a word in lower case.
  private static func isGenitive(_ index: Int, _ tokens: [Token], _ range: Range<Int>) -> Bool {
    guard index + 1 < range.upperBound, tokens[index - 1].isWord else { return false }
    let next = tokens[index + 1]
    return next.isWord && !next.isCapitalised
      && !next.is([.auxiliary, .preposition, .conjunction, .cue])
  }
}
