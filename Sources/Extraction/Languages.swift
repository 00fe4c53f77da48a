// Which language a text is in, by its function words.

enum Languages {
  /// Tokens that are looked at, in stretches that are spread over the whole text.
  private static let sample = 300
  private static let stretch = 15
  /// Words that tell their language, fewer of which tell nothing.
  private static let fewest = 3

  /// ISO 639-1; `und` where the text is too short, mixed, or in a language that is not known.
  static func guess(_ text: Text) -> String {
    let (weights, seen, hits) = weights(text)
    // One word in seven at least stands on the list of a language's most frequent words.
    guard hits >= fewest, hits * 7 >= seen,
      let best = weights.indices.max(by: { weights[$0] < weights[$1] })
    else { return "und" }
    let next = weights.indices.filter { $0 != best }.map { weights[$0] }.max() ?? 0
    let isClear = weights[best] >= fewest * FunctionWords.weight / 2 && next * 2 < weights[best]
    return isClear ? FunctionWords.all.codes[best] : "und"
  }

  /// The lists to read a text by whose language is not told for sure: those of the likeliest language,
  /// if it has some and English is far from it.
  static func likeliest(_ text: Text) -> Lexicon? {
    let (weights, _, hits) = weights(text)
    let codes = FunctionWords.all.codes
    guard hits >= fewest, let best = weights.indices.max(by: { weights[$0] < weights[$1] }),
      let english = codes.firstIndex(of: "en"), weights[english] * 2 < weights[best]
    else { return nil }
    return Lexicon.of(codes[best])
  }

  /// Which of so many tokens are looked at. Stretches, as every n-th token might always be the same word
  /// of a text that repeats itself.
  private static func looked(at count: Int) -> some Sequence<Int> {
    stride(from: 0, to: count, by: max(stretch, count / (sample / stretch))).lazy
      .flatMap { $0..<min($0 + stretch, count) }
  }

  /// What the words of each language on the lists count together; how many words were looked at, and
  /// how many of them are on a list.
  private static func weights(_ text: Text) -> (weights: [Int], seen: Int, hits: Int) {
    let words = FunctionWords.all
    var weights = [Int](repeating: 0, count: words.codes.count)
    var folded: [UInt8] = []
    var (seen, hits) = (0, 0)
    for index in looked(at: text.tokens.count) {
      let token = text.tokens[index]
      guard token.isWord else { continue }
      seen += 1
      guard let languages = words.languages(of: token.range, text.bytes, &folded) else { continue }
      hits += 1
      for language in languages { weights[language] += FunctionWords.weight / languages.count }
    }
    return (weights, seen, hits)
  }
}
