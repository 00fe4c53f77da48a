// Speech that a dash opens, and who speaks told inside the marks, as French and Ukrainian papers have it.

enum Dialogue {
  /// How far behind a comma the verb may stand that tells who speaks, in tokens.
  private static let reach = 6

  /// “— Nous tiendrons, dit-il.”: a paragraph that a dash opens.
  static func speech(_ block: Int, _ range: Range<Int>, _ tokens: [Token]) -> MarkedRun? {
    guard range.count > 2, tokens[range.lowerBound].kind == .dash else { return nil }
    return MarkedRun(
      tokens: range, content: range.dropFirst().indices, block: block, isClosed: true,
      isSingle: false)
  }

  /// Parts runs where they tell who speaks: “« Nous tiendrons‹, dit-il,› jusqu’au bout. »”
  ///
  /// - Parameter always: not only those whose mark is never closed.
  static func part(
    _ runs: inout [MarkedRun], from first: Int, _ tokens: [Token], always: Bool
  ) {
    guard runs[first...].contains(where: { always || !$0.isClosed }) else { return }
    let whole = Array(runs[first...])
    runs.removeSubrange(first...)
    for run in whole {
      runs += always || !run.isClosed ? parts(of: run, tokens) : [run]
    }
  }

  private static func parts(of run: MarkedRun, _ tokens: [Token]) -> [MarkedRun] {
    var parts: [MarkedRun] = []
    var (start, content) = (run.tokens.lowerBound, run.content.lowerBound)
    var index = content
    while index < run.content.upperBound {
      guard let told = told(from: index, run, tokens) else {
        index += 1
        continue
      }
      if told.lowerBound > content {
        parts.append(part(start..<told.lowerBound, content..<told.lowerBound, of: run))
      }
      index = max(index + 1, told.upperBound)
      (start, content) = (index, index)
    }
    if content < run.content.upperBound || parts.isEmpty {
      parts.append(part(start..<run.tokens.upperBound, content..<run.content.upperBound, of: run))
    }
    return parts
  }

  private static func part(
    _ tokens: Range<Int>, _ content: Range<Int>, of run: MarkedRun
  ) -> MarkedRun {
    MarkedRun(
      tokens: tokens, content: content, block: run.block, isClosed: run.isClosed,
      isSingle: run.isSingle)
  }

  /// The words that tell who speaks, with the commas and dashes around them.
  private static func told(
    from index: Int, _ run: MarkedRun, _ tokens: [Token]
  ) -> Range<Int>? {
    let content = run.content
    let kind = tokens[index].kind
    guard index > content.lowerBound, kind == .comma || tokens[index].endsSentence else {
      return nil
    }
    let first = kind == .comma ? index : index + 1
    if index + 1 < content.upperBound, tokens[index + 1].kind == .dash {
      let isSpeech = tokens[run.tokens.lowerBound].kind == .dash
      return isSpeech && index + 2 < content.upperBound && !tokens[index + 2].isCapitalised
        || tells(index + 2, content, tokens)
        ? first..<dashed(index + 2, content, tokens) : nil
    }
    guard kind != .stop, kind != .ellipsis, let verb = verb(index + 1, content, tokens) else {
      return nil
    }
    return first..<plain(verb, content, tokens)
  }

  /// A verb of speech stands near.
  private static func tells(_ start: Int, _ content: Range<Int>, _ tokens: [Token]) -> Bool {
    (start..<max(start, min(start + reach, content.upperBound))).contains {
      tokens[$0].is(.cue) && !tokens[$0].isCapitalised
    }
  }

  /// Behind the next dash, with the comma or stop before it.
  private static func dashed(_ start: Int, _ content: Range<Int>, _ tokens: [Token]) -> Int {
    (start..<content.upperBound).first { tokens[$0].kind == .dash }.map { $0 + 1 }
      ?? content.upperBound
  }

  /// The verb of “, a-t-il ‹dit›”, “, se ‹souvient› Ahmed”: nothing but small words before it, and a
  /// phrase behind it.
  private static func verb(
    _ start: Int, _ content: Range<Int>, _ tokens: [Token]
  ) -> Int? {
    for index in start..<max(start, min(start + reach, content.upperBound - 1)) {
      let token = tokens[index]
      if token.is(.cue), !token.isCapitalised, !token.is(.role) {
        let next = tokens[index + 1]
        let isInverted = (start..<index).contains { tokens[$0].kind == .hyphen }
        let isNamed =
          next.kind == .hyphen
          || next.isWord && (next.isCapitalised || next.is([.determiner, .role, .collective]))
        return isInverted || isNamed ? index : nil
      }
      let isSmall =
        token.kind == .hyphen
        || token.isWord && !token.isCapitalised
          && (token.is([.auxiliary, .adverb])
            || token.is([.function, .pronoun]) && token.range.count < 5)
      guard isSmall, !token.is([.conjunction, .relative]) else { return nil }
    }
    return nil
  }

  /// Behind the comma or stop that ends it; an apposition belongs to it.
  private static func plain(_ verb: Int, _ content: Range<Int>, _ tokens: [Token]) -> Int {
    var index = verb + 1
    while index < content.upperBound {
      if tokens[index].endsSentence { return index + 1 }
      if tokens[index].kind == .comma, !explains(index + 1, content, tokens) { return index + 1 }
      index += 1
    }
    return index
  }

  /// “, directrice du centre”, “, 19 ans”, “, Amadou Kessé,”
  private static func explains(
    _ index: Int, _ content: Range<Int>, _ tokens: [Token]
  ) -> Bool {
    guard index < content.upperBound else { return false }
    let token = tokens[index]
    return token.kind == .number || token.is(.role) || token.isCapitalised && !token.is(.function)
      || token.isWord && token.is(.relative)
  }
}
