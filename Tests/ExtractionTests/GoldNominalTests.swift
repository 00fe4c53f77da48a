// “This town” and “the city” of the shared article mean the place that its gold says.

import TestSupport
import Testing

@testable import Extraction

@Test(
  .enabled(
    if: GoldArticle.isSharedPresent || GoldArticle.isSharedRequired,
    "the folder beside the project is not here: its article is not compared"))
func `the nominal mentions of the shared article are found, and no others`() throws {
  let article = try GoldArticle.named("shared")
  let text = Text(Array(String(String.UnicodeScalarView(article.text)).utf8))
  let found = NominalPlaces.find(
    in: text, places: article.found.places, gazetteer: article.gazetteer
  ).filter { article.id($0.place) == "gn:709354" }
  let expected = try #require(article.gold.nominalMentionsOfToretsk)
  #expect(
    found.map { article.show(article.at($0.range)) } == expected.map { article.show($0.range) })
}
