// Whole articles give what their gold says, and nothing that it forbids.

import Testing

@Test(
  .enabled(
    if: GoldArticle.isSharedPresent || GoldArticle.isSharedRequired,
    "the folder beside the project is not here: its article is not compared"))
func `the shared article is compared as well`() throws {
  #expect(try GoldArticle.named("shared").gold.quotations.count == 8)
}

@Test(arguments: GoldArticle.names)
func `an article has its standfirst, headings, paragraphs and credits`(name: String) throws {
  try compare(.structure, name)
}

@Test(arguments: GoldArticle.names)
func `an article names exactly its localities`(name: String) throws {
  try compare(.localities, name)
}

@Test(arguments: GoldArticle.names)
func `each name of a place means the right locality`(name: String) throws {
  try compare(.names, name)
}

@Test(arguments: GoldArticle.names)
func `demonyms, governments and organisations are no localities`(name: String) throws {
  try compare(.otherMentions, name)
}

@Test(arguments: GoldArticle.names)
func `months, forenames and services are no places`(name: String) throws {
  try compare(.noLocalities, name)
}

@Test(arguments: GoldArticle.names)
func `an article has exactly its quotations, each with its content`(name: String) throws {
  try compare(.contents, name)
}

@Test(arguments: GoldArticle.names)
func `each quotation has its speaker`(name: String) throws {
  try compare(.speakers, name)
}

@Test(arguments: GoldArticle.names)
func `each quotation has its cue and the places that it is about`(name: String) throws {
  try compare(.cues, name)
}

@Test(arguments: GoldArticle.names)
func `headings and silence are no quotations`(name: String) throws {
  try compare(.noQuotations, name)
}

@Test(arguments: GoldArticle.names)
func `who holds what is told with its extent and its source`(name: String) throws {
  try compare(.control, name)
}

@Test(arguments: GoldArticle.names)
func `what is only supposed is no claim`(name: String) throws {
  try compare(.noControl, name)
}

@Test(arguments: GoldArticle.names)
func `an article gives exactly its figures`(name: String) throws {
  try compare(.figures, name)
}

@Test(arguments: GoldArticle.names)
func `durations and years are no figures`(name: String) throws {
  try compare(.noFigures, name)
}

@Test(arguments: GoldArticle.names)
func `an article gives its dates, each as far as it can be known`(name: String) throws {
  try compare(.dates, name)
}

@Test(arguments: GoldArticle.names)
func `what could not be understood is told`(name: String) throws {
  try compare(.unresolved, name)
}

/// One message for each difference.
private func compare(_ aspect: Aspect, _ name: String) throws {
  let article = try GoldArticle.named(name)
  for problem in aspect.problems(of: article.found, in: article) {
    Issue.record("\(name): \(problem)")
  }
}
