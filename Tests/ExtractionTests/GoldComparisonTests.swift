// The comparison with the gold is itself right: it takes the right answer, and sees wrong ones.

import Extraction
import Testing

@Test(arguments: GoldArticle.names)
func `the gold's ranges hold the words that it tells`(name: String) throws {
  let article = try GoldArticle.named(name)
  #expect(article.text.count == article.gold.codePoints)
  #expect(article.inBytes(0..<article.text.count).upperBound == article.gold.utf8Bytes)
  for (range, text) in article.gold.words {
    let words = article.words(range)
    let isSame = text.hasSuffix("…") ? words.hasPrefix(text.dropLast()) : words == text
    #expect(isSame, "\(name): \(article.show(range)) is told as “\(text)”")
  }
}

@Test(arguments: GoldArticle.names, Aspect.allCases)
func `the answer that the gold describes is right`(name: String, aspect: Aspect) throws {
  let article = try GoldArticle.named(name)
  #expect(aspect.problems(of: article.perfect, in: article).isEmpty)
}

@Test(
  arguments: GoldArticle.names,
  [
    Aspect.structure, .localities, .names, .otherMentions, .contents, .control, .figures, .dates,
  ])
func `an empty answer is seen to be wrong`(name: String, aspect: Aspect) throws {
  let article = try GoldArticle.named(name)
  #expect(!aspect.problems(of: Annotations(), in: article).isEmpty)
}

@Test(arguments: GoldArticle.names, Spoilt.all)
func `an answer with one thing spoilt is seen to be wrong`(name: String, spoilt: Spoilt) throws {
  let article = try GoldArticle.named(name)
  var found = article.perfect
  spoilt.spoil(&found)
  // Some articles have nothing to spoil.
  if found == article.perfect { return }
  #expect(!spoilt.aspect.problems(of: found, in: article).isEmpty)
}
