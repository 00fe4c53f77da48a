// A word, number or mark of a text.

/// One token; 24 bytes.
struct Token: Equatable {
  enum Kind: UInt8 {
    case word, number
    /// ’s and the like, taken off the word before it.
    case clitic
    /// Double marks: “ ” « » „ and those that do not tell their side (" and '').
    case openMark, closeMark, plainMark
    /// ‘ ‹ and ’ › where they stand for marks; ' at the edge of a word.
    case openSingle, closeSingle, plainSingle
    case comma, stop, question, exclamation, ellipsis, colon, semicolon, dash, hyphen
    case openBracket, closeBracket, bullet, symbol
  }

  struct Shape: OptionSet {
    let rawValue: UInt8
    /// Begins with a capital.
    static let capitalised = Shape(rawValue: 1)
    /// Two letters or more, all capitals.
    static let capitals = Shape(rawValue: 2)
    /// White space stands before it, or it opens a block.
    static let afterSpace = Shape(rawValue: 4)
    /// A full stop is part of it.
    static let dotted = Shape(rawValue: 8)
    /// Has a digit.
    static let digits = Shape(rawValue: 16)
  }

  var start: Int32
  var end: Int32
  var classes: WordClasses = []
  /// Number of its lexeme in the lexicon.
  var lexeme: UInt16 = 0
  var kind: Kind
  var shape: Shape = []

  var range: Range<Int> { Int(start)..<Int(end) }
  var isCapitalised: Bool { shape.contains(.capitalised) }
  var isWord: Bool { kind == .word }

  /// True for a word of one of the classes.
  @inline(__always)
  func `is`(_ others: WordClasses) -> Bool { classes.has(others) }

  var isDoubleMark: Bool { kind == .openMark || kind == .closeMark || kind == .plainMark }
  var isSingleMark: Bool { kind == .openSingle || kind == .closeSingle || kind == .plainSingle }
  var isMark: Bool { isDoubleMark || isSingleMark }
  var endsSentence: Bool {
    kind == .stop || kind == .question || kind == .exclamation || kind == .ellipsis
  }
}
