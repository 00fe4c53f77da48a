// How the words of a query are read.

import Testing

@testable import Reports

@Test(arguments: [
  ("bombs", "the word “bombs”"),
  ("Guided  bombs ", "the word “guided” and the word “bombs”"),
  ("\"guided bombs\"", "the phrase “guided bombs”"),
  ("“Guided Bombs” kyiv", "the phrase “guided bombs” and the word “kyiv”"),
  ("„guided bombs“", "the phrase “guided bombs”"), ("«bombs»", "the word “bombs”"),
  ("mid-October", "the phrase “mid october”"), ("Moscow’s", "the phrase “moscow s”"),
  ("-train kyiv", "not the word “train” and the word “kyiv”"),
  ("-\"last train\"", "not the phrase “last train”"), ("bomb*", "a word beginning with “bomb”"),
  ("-bomb*", "not a word beginning with “bomb”"), ("a&b", "the phrase “a b”"),
  ("kyiv & lviv", "the word “kyiv” and the word “lviv”"), ("\"\" kyiv", "the word “kyiv”"),
  ("kyiv Kyiv -kyiv KYIV", "the word “kyiv” and not the word “kyiv”"),
  ("kyiv\"last train\"", "the word “kyiv” and the phrase “last train”"),
])
func `a query is understood so`(text: String, description: String) throws {
  #expect(try TextQuery(text).description == description)
}

@Test(
  arguments: [
    ("", .noWords), ("  ", .noWords), ("& …", .noWords), ("\"\"", .noWords),
    ("\"guided", .unclosedMark),
    ("kyiv \"", .unclosedMark), ("“guided \"bombs", .unclosedMark), ("*", .misplacedStar),
    ("*bomb", .misplacedStar), ("bo*mb", .misplacedStar), ("bomb**", .misplacedStar),
    ("mid-octo*", .misplacedStar), ("\"guided bom*\"", .misplacedStar), ("-", .emptyNegation),
    ("kyiv - lviv", .emptyNegation),
  ] as [(String, TextQueryFault)])
func `a text that is no query says why`(text: String, fault: TextQueryFault) {
  #expect(throws: fault) { try TextQuery(text) }
  #expect(!fault.description.isEmpty)
}

@Test func `a query has so many terms and bytes and no more`() throws {
  let terms = (0..<TextQuery.maximumTerms).map { "a\($0)" }
  #expect(try TextQuery(terms.joined(separator: " ")).terms.count == terms.count)
  #expect(throws: TextQueryFault.tooManyTerms) {
    try TextQuery((terms + ["b"]).joined(separator: " "))
  }
  let longest = String(repeating: "a", count: TextQuery.maximumBytes)
  #expect(try TextQuery(longest).terms.count == 1)
  #expect(throws: TextQueryFault.tooLong) { try TextQuery(longest + "a") }
}
