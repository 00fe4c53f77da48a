// Times are found with the words that qualify them, and nothing else is.

import Dates
import TestSupport
import Testing

@testable import Extraction

private func found(_ marked: MarkedText) -> [String] {
  DateMentions.find(in: Text(marked.bytes), published: nil).dates.map { marked.words($0.range) }
}

@Test(arguments: [
  "Troops entered the port ‹d:on Monday› and left.",
  "Troops entered ‹d:Monday›, the ministry said ‹d:earlier Tuesday›.",
  "He said ‹d:late on Friday› that ‹d:last Tuesday› was calm.",
  "It has been hard ‹d:for months›, with raids seen ‹d:as early as August›.",
  "‹d:Over the past month›, shelling grew; it had begun ‹d:in early March›.",
  "They have held it ‹d:since late September›.",
  "The port fell ‹d:less than a week ago›.",
  "Fighting has gone on ‹d:for more than a decade›, said the man seized ‹d:in 2014›.",
  "The town, which it took ‹d:two months ago›, has been quiet ‹d:since August›.",
  "The strike came ‹d:on Oct. 7, 2024›, and again ‹d:on 7 October›.",
  "He governed ‹d:from 2014 to 2016› and ‹d:between March and May 2022›.",
  "‹d:Last week› the bridge was hit; ‹d:yesterday› it closed.",
  "Shells fell ‹d:tonight› and ‹d:Tuesday night›.",
  "A blast was heard ‹d:at 10:30 a.m.›, and another ‹d:at 11 p.m. on Sunday›.",
  "He served ‹d:in the early 1990s› and left ‹d:this spring›.",
  "‹d:Over the weekend› two bridges fell; ‹d:three days later› a third did.",
  "Talks will end ‹d:by the end of the year›.",
  "Filed ‹d:2024-10-07›, updated ‹d:24/02/2022› and ‹d:03.11.2021›.",
  "‹d:In the early hours of Monday› a depot burned.",
  "‹d:Earlier this week›, and ‹d:late last year›, the same depot burned.",
  "The ‹d:2014› war ended; ‹d:Monday›’s talks did not.",
  "He will return ‹d:in two weeks›, or ‹d:within 48 hours›.",
  "‹d:Before the full-scale invasion›, the town had a school.",
  "It lasted ‹d:from Monday to Friday›, that is ‹d:7-11 October 2024›.",
  "‹d:On the night of Oct. 7› the mill burned.",
  "‹d:At the beginning of May›, and ‹d:mid-June›, they met.",
  "‹d:In the summer of 2022› it rained, unlike ‹d:last winter›.",
  "Rain fell ‹d:a year and a half ago› and ‹d:more than two years ago›.",
  "‹d:On Monday, Oct. 7, 2024, at 9:15 a.m.› the siren rang.",
  "He came back ‹d:the next day›, and ‹d:a few days later› she did.",
  "‹d:During the last 24 hours› no shell fell ‹d:in recent weeks›.",
  "Nobody left ‹d:until the end of last month›.",
  "He spoke ‹d:sometime in 2019› and ‹d:on May 5›.",
  "The fair is ‹d:on the last Thursday in November›, they said ‹d:over the summer›.",
  "The ministry said ‹d:on Wednesday morning› that it fell ‹d:overnight›.",
])
func `a time is found with its qualifiers`(marked: String) {
  let marked = MarkedText(marked)
  #expect(found(marked) == marked.words("d"))
}

@Test(arguments: [
  "Theresa May said that March on Rome was a march.",
  "August Wilson and April Ryan may march.",
  "The Sun and the Sunday Times wrote about Black Friday.",
  "About 2,014 people and 2014 soldiers came with 300 tanks.",
  "The two-year-old boy, aged 12 years old, lost 3:2.",
  "He was second; a second time, for the first time, at the last minute.",
  "She earns $2000 a year, that is 10% of 1200 euros.",
  "The spring broke, and they fall back at night.",
  "A 152 mm shell flew 40 km in the day.",
  "He died in a night raid.", "Once he was late, he sat down by himself.",
])
func `what only looks like a time is none`(text: String) {
  #expect(found(MarkedText(text)) == [])
}
