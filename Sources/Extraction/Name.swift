// Capitalised words that name someone or something.

struct Name: Equatable {
  enum Kind { case person, organisation, unknown }

  /// The name itself, without titles before it and ’s behind it.
  var tokens: Range<Int>
  var kind: Kind
  /// Capitalised words before the name that tell a role: “Ukrainian President”.
  var titles: Range<Int>?
  /// The word is capitalised only because it opens a sentence, for all that is known.
  var isDoubtful = false

  /// Titles included.
  var whole: Range<Int> { (titles?.lowerBound ?? tokens.lowerBound)..<tokens.upperBound }
}

/// The names of a text, by place and by token.
struct Names {
  private(set) var all: [Name] = []
  /// Index of the name that a token belongs to, titles included; -1 for none.
  private(set) var ofToken: [Int32]

  init(_ text: Text) {
    ofToken = [Int32](repeating: -1, count: text.tokens.count)
    for sentence in text.sentences {
      for chunk in NameChunks.find(in: sentence.tokens, text) {
        all.append(NameKinds.name(chunk, sentence.tokens, text))
      }
    }
    settleDoubts(text)
    for (index, name) in all.enumerated() where !name.isDoubtful {
      for token in name.whole { ofToken[token] = Int32(index) }
    }
  }

  subscript(token token: Int) -> Name? {
    let index = ofToken[token]
    return index < 0 ? nil : all[Int(index)]
  }

  /// A word that opens a sentence is a name if it is one elsewhere in the text.
  private mutating func settleDoubts(_ text: Text) {
    guard all.contains(where: \.isDoubtful) else { return }
    var sure: Set<ArraySlice<UInt8>> = []
    for name in all where !name.isDoubtful {
      for token in name.tokens { sure.insert(text.bytes[text.tokens[token].range]) }
    }
    for index in all.indices where all[index].isDoubtful {
      let token = all[index].tokens.lowerBound
      if sure.contains(text.bytes[text.tokens[token].range]) { all[index].isDoubtful = false }
    }
  }
}
