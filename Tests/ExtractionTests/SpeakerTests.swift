// Who said the words in marks, form by form.

import Extraction
import TestSupport
import Testing

/// `q` is what stands inside the marks, `c` the cue, `s` the words for the speaker.
private func check(_ text: MarkedText) throws {
  let found = Extraction.annotate(text.bytes, gazetteer: try shippedGazetteer()).quotations
  for (number, inside) in text["q"].enumerated() {
    let quotation = try #require(
      found.first { $0.fragments.contains { $0.lowerBound == inside.lowerBound } }, "no \(inside)")
    let speaker = text["s"].indices.contains(number) ? text["s"][number] : text["s"].last
    #expect(quotation.speaker?.mention.map(text.words) == speaker.map(text.words), "\(text)")
    if let cue = text["c"].last { #expect(quotation.cue?.range == cue, "\(text)") }
  }
}

@Test(
  arguments: [
    "“‹q:We had no choice›,” ‹c:said› ‹s:Ana Ruiz›.",
    "‹s:Ana Ruiz› ‹c:said›: “‹q:We had no choice.›”",
    "“‹q:We had no choice›,” ‹s:the ministry› ‹c:said› on Monday. “‹q:None at all.›”",
    "‹s:The governor› ‹c:called› the attack “‹q:an outrage›”.",
  ].map(MarkedText.init))
func `the plain forms`(_ text: MarkedText) throws { try check(text) }

@Test(
  arguments: [
    "“‹q:We had no choice›,” ‹c:said› ‹s:Liberal strategist Ana Ruiz›. “‹q:None at all.›”",
    "“‹q:We had no choice›,” ‹c:said› ‹s:Oxfam spokeswoman Ana Ruiz› in a statement.",
    "“‹q:We had no choice›,” ‹s:rebel group commander Ana Ruiz› ‹c:said›.",
  ].map(MarkedText.init))
func `what a person is may stand between a name and the person's own`(_ text: MarkedText) throws {
  try check(text)
}

@Test(
  arguments: [
    "When asked about the attack, ‹s:Ana Ruiz› ‹c:said›: “‹q:We had no choice at all.›”",
    "When the rebels announced their retreat, ‹s:Ana Ruiz› ‹c:said›, “‹q:We will believe it later.›”",
    "A reporter asked for a number and ‹s:Ana Ruiz› ‹c:said›, “‹q:I cannot say how many there are.›”",
    "Villagers say that the shelling was “‹q:worse than ever›,” ‹s:the agency› ‹c:said›.",
    "Videos show that it is “‹q:worse than ever›,” ‹c:said› ‹s:Ana Ruiz›.",
  ].map(MarkedText.init))
func `marked words right beside a cue are that cue's, whatever comes before`(
  _ text: MarkedText
) throws {
  try check(text)
}

@Test(
  arguments: [
    "‹s:Ana Ruiz› angrily ‹c:said› that it was “‹q:worse than ever›”.",
    "‹s:Ana Ruiz› despondently ‹c:said› that it was “‹q:worse than ever›”.",
    "‹s:His family› ‹c:said› that it was “‹q:worse than ever›”.",
    "‹s:Ana Ruiz›, who leads the mission, on Friday ‹c:described› it as “‹q:worse than ever›”.",
    "‹s:The ministry› on Friday ‹c:said› that it was “‹q:worse than ever›”.",
  ].map(MarkedText.init))
func `the day and the manner may stand between speaker and cue`(_ text: MarkedText) throws {
  try check(text)
}

@Test(
  arguments: [
    "‹s:The complaint›, which was filed in a district court, ‹c:alleged› that it was “‹q:worse than ever›”.",
    "‹s:A projection by Oxfam›, prepared for the council, ‹c:said› that it was “‹q:worse than ever›”.",
    "‹s:An official› who spoke on condition of anonymity ‹c:said› that it was “‹q:worse than ever›”.",
    "‹s:Senator Ana Ruiz›, the head of the committee, ‹c:said› the terms “‹q:call everything into question›”.",
  ].map(MarkedText.init))
func `what explains the speaker is not the speaker`(_ text: MarkedText) throws { try check(text) }

@Test(
  arguments: [
    "Speaking in Geneva, ‹s:Ana Ruiz› went after the rebels, ‹c:calling› them “‹q:a gang of thieves›”.",
    "In a Facebook post, ‹s:Ana Ruiz› ‹c:said› that it was “‹q:worse than ever›”.",
    "‹s:Ana Ruiz› used to praise the army but now ‹c:said› it had “‹q:lost its honour›”.",
  ].map(MarkedText.init))
func `what leads up to the subject is not the subject`(_ text: MarkedText) throws {
  try check(text)
}

@Test(arguments: ["'", "’"])
func `what somebody did not say is not said, whatever the apostrophe`(mark: String) throws {
  let text =
    "Ana Ruiz didn\(mark)t say that the road was closed. If you don\(mark)t believe it, go there."
  #expect(Extraction.annotate(Array(text.utf8), gazetteer: try shippedGazetteer()).quotations == [])
}

@Test(
  arguments: [
    "Ana Ruiz began it when ‹s:she› brought up the raid and later ‹c:said›, “‹q:It was not us at all.›”",
    "Omar Haddad, who ‹s:she› ‹c:dubbed› “‹q:the little general›”, left. Ana Ruiz stayed.",
    "The rebels had “‹q:no right to the road›” at all, ‹s:Ana Ruiz› ‹c:said› in an interview.",
  ].map(MarkedText.init))
func `a pronoun beside the cue is its subject, and a trailing one has all before it`(
  _ text: MarkedText
) throws {
  try check(text)
}

@Test(
  arguments: [
    "Many want to leave, with ‹s:Senator Ana Ruiz› ‹c:calling› the town “‹q:a place without hope›”.",
    "The rebels left, and ‹s:Ana Ruiz› ‹c:said› it was “‹q:a relief to all›”. The plan is “‹q:good for all of us here›”.",
  ].map(MarkedText.init))
func `words without a subject of their own are those of who is with them, or spoke before`(
  _ text: MarkedText
) throws {
  let found = Extraction.annotate(text.bytes, gazetteer: try shippedGazetteer()).quotations
  for inside in text["q"] {
    let speaker = found.first { $0.fragments.contains(inside) }?.speaker
    #expect(speaker?.name == "Ana Ruiz", "\(text.words(inside))")
  }
}

@Test(
  arguments: [
    "Ana Ruiz said on the BBC's “‹q:Talking Heads›” that the road was closed.",
    "Ana Ruiz, who wrote the book “‹q:Unforgiven›”, said that the road was closed.",
  ].map(MarkedText.init))
func `titles are no quotations`(_ text: MarkedText) throws {
  let found = Extraction.annotate(text.bytes, gazetteer: try shippedGazetteer()).quotations
  #expect(!found.flatMap(\.fragments).contains(text["q"][0]))
}

/// `p` is each part of what is said.
@Test(
  arguments: [
    "Ana Ruiz said in a speech on Friday ‹p:that the road was closed›.",
    "The ministry announced last week ‹p:that the road was closed›.",
    "‹p:The road›, Ana Ruiz said, ‹p:has been closed for days›.",
    "While the army said ‹p:that the road was closed›, it denied ‹p:that anybody had been hurt›.",
    "Ana Ruiz, who described the raid ‹x:as a failure›, said ‹p:that the road was closed›.",
    "The army said ‹p:that the road was closed›, before adding ‹p:that it would open again›.",
    "He left the state of Borno. The army said ‹p:that the road was closed›.",
    "The army said ‹p:that its aircraft had attacked “terrorist camps” there›.",
  ].map(MarkedText.init))
func `what is said without marks begins and ends with its clause`(_ text: MarkedText) throws {
  let found = Extraction.annotate(text.bytes, gazetteer: try shippedGazetteer()).quotations
  let spans = found.flatMap(\.spans).map(text.words)
  for part in text.words("p") { #expect(spans.contains(part), "\(text): \(spans)") }
  #expect(!spans.contains { $0.contains("said") || $0.contains("state of") }, "\(spans)")
}

@Test func `a name and a colon say whose words follow`() throws {
  try check(
    MarkedText("From the front - ‹s:Ana Ruiz›: “‹q:They shelled us for the whole of the night.›”"))
}

@Test func `who is named in the sentence before is what the name was resolved from`() throws {
  let text = MarkedText(
    "‹s:Ana Ruiz› said that it was “very bad”. “‹q:We will go on for as long as it takes.›”")
  let found = Extraction.annotate(text.bytes, gazetteer: try shippedGazetteer()).quotations
  let last = try #require(found.first { $0.fragments == text["q"] }?.speaker)
  #expect(last.name == "Ana Ruiz")
  #expect(last.mention == nil)
  #expect(last.resolvedFrom == text["s"].first)
}

@Test func `a pronoun of the sentence before gave no name and stays`() throws {
  let text = MarkedText(
    "‹n:Ana Ruiz› came. ‹s:She› said that it was “very bad”. “‹q:We will go on for long.›”")
  let found = Extraction.annotate(text.bytes, gazetteer: try shippedGazetteer()).quotations
  let last = try #require(found.first { $0.fragments == text["q"] }?.speaker)
  #expect(last.name == "Ana Ruiz")
  #expect(last.mention == text["s"].first)
  #expect(last.resolvedFrom == text["n"].first)
}

@Test(
  arguments: [
    "As ‹s:Ana Ruiz› ‹c:put it›, “‹q:we had no choice at all›”.",
    "The army was “‹q:racing towards the line›,” as ‹s:Ana Ruiz›, a teacher in Gao, ‹c:puts it›.",
  ].map(MarkedText.init))
func `to put it is to say it`(_ text: MarkedText) throws { try check(text) }

/// `q` is all that is said.
@Test(
  arguments: [
    "Many officers, though, ‹c:say› ‹q:the decision caused these problems›.",
    "Ana Ruiz, who has refused to leave, ‹c:said› ‹q:the family deserved better›.",
    "The council ‹c:threatened› ‹q:to veto the bill that opens the port›.",
    "A channel ‹c:reported› ‹q:at least six planes filled the skies›.",
    "A reporter ‹c:asked› ‹q:who he thought would win the war›.",
    "While Ana Ruiz ‹c:vowed› ‹q:to stay in the city›, the council packed its bags.",
    "The police ‹c:said› ‹q:the bridge was hit at noon›, which closed the road for a day.",
    "‹q:The ministry gave a wrong answer when it told the council that it had no shelters›, ‹c:according to› the report.",
    "‹q:The fall of the town› was first ‹c:reported› by the agency on Monday.",
    "It was ‹c:confirmed› by the ministry ‹q:that the bridge had been hit›.",
    "‹c:According to› Ana Ruiz, an aid worker, ‹q:ten families left the town on foot›.",
    "‹c:According to› Ana Ruiz, ‹q:the army left the town, its guns and its dead behind›.",
    "Ana Ruiz ‹c:praised› ‹q:the medics for their work›.",
  ].map(MarkedText.init))
func `what is said without marks begins and ends where the reporter's words do not`(
  _ text: MarkedText
) throws {
  let found = Extraction.annotate(text.bytes, gazetteer: try shippedGazetteer()).quotations
  let quotation = try #require(found.first { $0.cue?.range == text["c"][0] }, "\(text)")
  #expect(quotation.spans.map(text.words) == text.words("q"), "\(text)")
}

@Test(
  arguments: [
    "“‹q:The city will stand›,” ‹s:an angry Ana Ruiz› ‹c:shuddered›. “‹q:It always has.›”",
    "“‹q:The city will stand›,” ‹c:chortled› ‹s:Ana Ruiz›.",
    "In his third term as premier, ‹s:Ana Ruiz› rallied the crowd by ‹c:warning› that “‹q:the rule of the few is in danger›”.",
    "The shelters, ‹s:she› ‹c:added›, were “‹q:built for another war›”.",
    "Cost estimates, ‹s:he› ‹c:added›, were “‹q:made for another war›”.",
    "‹s:Ana Ruiz› ‹c:portrayed› the strike as “‹q:a warning›”.",
  ].map(MarkedText.init))
func `verbs on no list, and subjects behind what leads up to them`(_ text: MarkedText) throws {
  try check(text)
}

@Test func `a sentence that begins with a cue goes on with who spoke before`() throws {
  let text = MarkedText(
    "‹s:Ana Ruiz› said that it was “very bad”. Adding, “‹q:We will go on for as long as it takes.›”"
  )
  let found = Extraction.annotate(text.bytes, gazetteer: try shippedGazetteer()).quotations
  #expect(found.first { $0.fragments == text["q"] }?.speaker?.name == "Ana Ruiz")
}

@Test(arguments: [
  "After the strike on the port, Iran retaliated.", "In the distance, the guns thundered.",
  "For three days, the wounded groaned.",
])
func `what is done behind a comma is not said`(text: String) throws {
  let found = Extraction.annotate(Array(text.utf8), gazetteer: try shippedGazetteer())
  #expect(found.quotations.isEmpty)
}

/// `n` is whom the pronoun `s` means.
@Test(
  arguments: [
    "“It is over,” said Pedro Gomez. ‹n:Juan Perez› fled to Gao. Through a friend, ‹s:he› said that he was well.",
    "‹n:Juan Perez› never mentioned Pedro Gomez by name. Instead, ‹s:he› said that nobody would win.",
    "Pedro Gomez met ‹n:Maria Perez› and others. “We met,” Maria Perez said. “We agreed,” ‹s:she› said.",
    "“It is over,” said ‹n:Juan Perez›. The friends of Pedro Gomez left. ‹s:He› said that it was over.",
    "“It is over,” said Pedro Gomez. The bridge stands, according to ‹n:Fadimata Maïga›. ‹s:She› said that it was new.",
    "Juan Perez came with army spokesman ‹n:Maria Perez›. ‹s:She› said that it was over.",
  ].map(MarkedText.init))
func `a pronoun means who is cited or the subject in the nearest sentence`(
  _ text: MarkedText
) throws {
  let found = Extraction.annotate(text.bytes, gazetteer: try shippedGazetteer()).quotations
  let speaker = try #require(
    found.compactMap(\.speaker).first { $0.mention == text["s"][0] }, "\(text)")
  #expect(speaker.name == text.words("n")[0], "\(text)")
}

@Test(arguments: [
  "The minister said the town had fallen, an aide said, according to the report.",
  "The town had fallen, the minister said, an aide said, according to the report.",
  "According to the army, the town had fallen, according to the report.",
])
func `whoever closes a sentence, no two quotations begin at one place`(text: String) throws {
  let bytes = Array(text.utf8)
  #expect(Extraction.annotate(bytes, gazetteer: try shippedGazetteer()).faults(in: bytes) == [])
}

@Test(
  arguments: [
    "The council ‹c:vowed› on Tuesday ‹q:to remain in the city›.",
    "The paper ‹c:asked› Ana Ruiz ‹q:if the council would stay›.",
    "The book ‹c:states› ‹q:that the order was given at noon›.",
    "‹q:The plan cost two million crowns›, official records ‹c:show›.",
    "‹q:They could not leave the city›, Ana Ruiz ‹c:stressed›.",
  ].map(MarkedText.init))
func `a day, whom it was asked and a noun's look do not hide what is said`(
  _ text: MarkedText
) throws {
  let found = Extraction.annotate(text.bytes, gazetteer: try shippedGazetteer()).quotations
  let quotation = try #require(found.first { $0.cue?.range == text["c"][0] }, "\(text)")
  #expect(quotation.spans.map(text.words) == text.words("q"), "\(text)")
}
