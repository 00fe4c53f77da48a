// Runs of capitalised words.

enum NameChunks {
  private static let longest = 10

  /// Runs of tokens that belong together as one name with its titles.
  static func find(in sentence: Range<Int>, _ text: Text) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard begins(index, sentence, text) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < sentence.upperBound, end - index < longest,
        let next = extended(index..<end, sentence.upperBound, text)
      {
        end = next
      }
      chunks.append(index..<end)
      index = end
    }
    return chunks
  }

  private static func begins(_ index: Int, _ sentence: Range<Int>, _ text: Text) -> Bool {
    let token = text.tokens[index]
    guard token.isWord, token.isCapitalised else { return false }
    if token.is([.month, .weekday]), !token.is(.givenName) { return false }
    if token.is(.function), !token.shape.contains(.dotted) || token.range.count < 3 {
      return token.shape.contains(.capitals) && token.range.count > 1 && !isShouting(sentence, text)
    }
    return !token.is(.pronoun)
  }

  /// A line all in capitals.
  static func isShouting(_ sentence: Range<Int>, _ text: Text) -> Bool {
    let words = text.tokens[sentence].filter { $0.isWord }
    return words.count > 3 && words.filter { $0.shape.contains(.capitals) }.count * 2 > words.count
  }

  /// Where the chunk ends with one more word in it; nil if it ends here.
  private static func extended(_ chunk: Range<Int>, _ end: Int, _ text: Text) -> Int? {
    let next = chunk.upperBound
    let token = text.tokens[next]
    if token.kind == .hyphen, next + 1 < end, text.tokens[next + 1].isWord,
      text.tokens[next + 1].isCapitalised
    {
      return next + 2
    }
    guard token.isWord, token.shape.contains(.afterSpace) else { return nil }
    if token.isCapitalised { return joins(next, chunk, text) ? next + 1 : nil }
    return linked(next, chunk, end, text)
  }

  private static func joins(_ next: Int, _ chunk: Range<Int>, _ text: Text) -> Bool {
    let token = text.tokens[next]
    if token.is(.weekday) { return false }
    if token.is(.month) { return text.tokens[next - 1].is(.givenName) }
    if token.is([.pronoun, .auxiliary]) { return token.shape.contains(.capitals) }
    return !text.tokens[next - 1].shape.contains(.dotted) || !token.is(.function)
      || text.tokens[next - 1].range.count == 2
  }

  /// “Ministry of the Interior”, “Simón de la Cruz”, “Omar al-Bashir”.
  private static func linked(
    _ next: Int, _ chunk: Range<Int>, _ end: Int, _ text: Text
  ) -> Int? {
    let isOf = text.word(next, isOneOf: "of", "for")
    guard
      isOf
        ? takesOf(chunk, next, text)
        : text.word(
          next, isOneOf: "de", "del", "der", "den", "al", "el", "bin", "ibn", "van", "von", "da",
          "du", "la", "le", "di", "dos", "y", "ag")
    else { return nil }
    var after = next + 1
    while after < end, after < next + 3, text.word(after, isOneOf: "the", "la", "los", "der", "den")
    {
      after += 1
    }
    if after < end, text.tokens[after].kind == .hyphen { after += 1 }
    guard after < end, text.tokens[after].isWord, text.tokens[after].isCapitalised,
      !text.tokens[after].is([.month, .weekday])
    else { return nil }
    return after + 1
  }

  /// What stands before “of” is an office or an organisation.
  private static func takesOf(_ chunk: Range<Int>, _ next: Int, _ text: Text) -> Bool {
    let last = text.tokens[chunk.upperBound - 1]
    if text.word(next, isOneOf: "for") { return last.is(.organisationHead) && chunk.count > 1 }
    return last.is([.organisationHead, .role])
  }
}
