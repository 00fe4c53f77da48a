// Words by how they end.

extension Text {
  /// True where a word ends in one of these.
  func ends(_ index: Int, in endings: [[UInt8]]) -> Bool {
    let word = bytes[tokens[index].range]
    return endings.contains { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
  }

  /// A name without the ending that tells its case, in languages that have cases: “Марченк” of
  /// “Марченка”; at least three letters of two bytes stay.
  func stem(of token: Int) -> ArraySlice<UInt8> {
    let word = bytes[tokens[token].range]
    let ending = lexicon.cases.filter {
      word.count >= $0.count + 6 && word.suffix($0.count).elementsEqual($0)
    }.max { $0.count < $1.count }
    return word.dropLast(ending?.count ?? 0)
  }

  /// A word as the lists have it, in small letters without apostrophes; empty for one on no list.
  func folded(_ index: Int) -> [UInt8] { lexicon.word(Int(tokens[index].lexeme)) }
}
