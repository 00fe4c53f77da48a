// Numbers of people and arms, with their bounds, their place and their words.

import Dates
import Gazetteer
import TestSupport
import Testing

@testable import Extraction

private func found(_ marked: MarkedText, _ gazetteer: Gazetteer) -> [Figure] {
  let text = Text(marked.bytes)
  let places = marked.places(gazetteer)
  let nominal = NominalPlaces.find(in: text, places: places, gazetteer: gazetteer)
  return Figures.find(
    in: text, places: places, nominal: nominal,
    dates: DateMentions.find(in: text, published: nil).dates, quotations: [],
    gazetteer: gazetteer)
}

private func written(_ figure: Figure, _ marked: MarkedText) -> String {
  var parts = ["\(figure.kind)", figure.value.map { "\($0)" } ?? "-"]
  if let low = figure.low { parts.append("low \(low)") }
  if let high = figure.high { parts.append("high \(high)") }
  if let qualifier = figure.qualifier { parts.append("(\(marked.words(qualifier)))") }
  if let ofWhom = figure.ofWhom { parts.append("of \(marked.words(ofWhom))") }
  return parts.joined(separator: " ")
}

/// `f` marks the evidence.
@Test(arguments: [
  (
    "The village once had ‹f:more than 3,000 inhabitants›, and now has ‹f:only 160›.",
    ["population 3000 low 3000 (more than)", "population 160 (only)"]
  ),
  (
    "With ‹f:a population of over 12,000› before the war, it has ‹f:some 400 residents remaining›.",
    ["population 12000 low 12000 (over)", "population 400 (some)"]
  ),
  ("‹f:About 1,200 people still live› there.", ["population 1200 (About)"]),
  ("‹f:Its population fell to 900›.", ["population 900"]),
  (
    "Oderiv, with ‹f:a population of 40,000›, had 3,797 (reported) last year.",
    ["population 40000"]
  ),
  ("It is home to ‹f:1.2 million people›.", ["population 1200000"]),
  (
    "The strike ‹f:killed at least 83 people› on Monday.",
    ["killed 83 low 83 (at least) of people"]
  ),
  (
    "A blast ‹f:killed 15› and ‹f:wounded 21› in the port.", ["killed 15", "wounded 21"]
  ),
  (
    "‹f:Two civilians were killed› and ‹f:five injured›.",
    ["killed 2 of civilians", "wounded 5"]
  ),
  (
    "‹f:Between 20 and 30 wounded› were seen, ‹f:seven dead›.",
    ["wounded - low 20 high 30 (Between)", "killed 7"]
  ),
  (
    "‹f:Up to 40,000 people have fled› the valley.",
    ["displaced 40000 high 40000 (Up to) of people"]
  ),
  ("‹f:Dozens of civilians were killed›.", ["killed - (Dozens) of civilians"]),
  ("The ‹f:death toll rose to 12› by noon.", ["killed 12"]),
  ("The ‹f:death toll rose from 9 to 12›.", ["killed 12"]),
  ("‹f:1.2 million people were displaced›.", ["displaced 1200000 of people"]),
  (
    "‹f:Hundreds of thousands of people have been displaced›.",
    [
      "displaced - (Hundreds of thousands) of people"
    ]
  ),
  ("‹f:Twenty-four soldiers died›.", ["killed 24 of soldiers"]),
  ("Police ‹f:arrested nearly 250 protesters›.", ["detained 250 (nearly) of protesters"]),
  ("The army ‹f:captured 48 fighters›.", ["captured 48 of fighters"]),
  ("‹f:Three people are missing›.", ["missing 3 of people"]),
  (
    "The guns ‹f:shot down 12 drones› and ‹f:destroyed two tanks›.",
    [
      "equipment 12 of drones", "equipment 2 of tanks",
    ]
  ),
  ("The raid ‹f:claimed 12 lives›.", ["killed 12 of lives"]),
  (
    "‹f:One civilian was killed› and ‹f:three others were injured›.",
    [
      "killed 1 of civilian", "wounded 3 of others",
    ]
  ),
  (
    "‹f:24 civilians and ‹f:five rebels were killed››.",
    [
      "killed 24 of civilians", "killed 5 of rebels",
    ]
  ),
  (
    "Shells ‹f:killed 12 soldiers› and ‹f:three officers›.",
    [
      "killed 12 of soldiers", "killed 3 of officers",
    ]
  ),
  ("Floods ‹f:forced 5,000 families to flee›.", ["displaced 5000 of families"]),
  ("‹f:Nine people, including two children, were killed›.", ["killed 9 of people"]),
])
func `a figure is read with its bounds and words`(marked: String, expected: [String]) throws {
  let marked = MarkedText(marked)
  let figures = found(marked, Gazetteer())
  #expect(figures.map { written($0, marked) } == expected)
  #expect(figures.map { marked.words($0.evidence) } == marked.words("f"))
}

@Test(arguments: [
  "It could kill 100 people.", "If 12 soldiers were killed, we would know.",
  "Were 12 people killed?", "They plan to kill 12 soldiers.", "A missile may wound 40 men.",
  "It lasted for more than a decade, since 2014, for two months, three times.",
  "He killed 12 percent of the budget, 40 km away, for $300.",
  "Ana Ruiz, 45, died; a 12-year-old boy came; he was killed 12 km from here.",
  "Most buildings were shattered and half of it destroyed.",
  "Twelve soldiers killed a man.", "A 152 mm shell weighs 40 kg.",
  "Two villages were captured in 2015.", "No one was killed; one of them died.",
  "Twelve soldiers came with 20 flags.", "Two militias murdered and robbed people.",
  "Twelve soldiers of the guard have killed a man.", "Ten men from the port said it was destroyed.",
])
func `what only looks like a figure is none`(text: String) {
  let marked = MarkedText(text)
  #expect(found(marked, Gazetteer()).map { written($0, marked) } == [])
}

@Test(arguments: [
  ("‹p:Vuhledar› is quiet. A blast in ‹p:Toretsk› killed 12 people.", "Toretsk"),
  ("This town in ‹p:Ukraine› has 1,600 inhabitants.\nTroops left ‹p:Toretsk›.", "Toretsk"),
  ("Troops left ‹p:Toretsk›. A blast killed 12 people.", "Toretsk"),
  ("Troops left ‹p:Toretsk›.\nA blast killed 12 people.", "-"),
  ("A blast killed 12 people in ‹p:Toretsk›, not in ‹p:Vuhledar›.", "Toretsk"),
  ("‹p:Vuhledar› was calm, but in ‹p:Toretsk› 12 people died.", "Toretsk"),
])
func `a figure belongs to the nearest place`(marked: String, name: String) throws {
  let marked = MarkedText(marked)
  let gazetteer = try shippedGazetteer()
  let place = found(marked, gazetteer).first?.place
  #expect(place.map { gazetteer.name(of: $0) } ?? "-" == name)
}

@Test(arguments: [
  ("The village ‹a:once› had 900 inhabitants.", "once"),
  ("It had a population of 900 ‹a:before the war›, they said.", "before the war"),
  ("A blast killed 12 people on ‹a:Monday›.", "on Monday"),
  ("On Monday, 12 people were killed.", "On Monday"),
  ("It has 900 inhabitants, as it had in 2014.", "-"),
])
func `a figure is as of its clause's time`(marked: String, time: String) throws {
  let marked = MarkedText(marked)
  let figure = try #require(found(marked, Gazetteer()).first)
  #expect(figure.asOf.map { marked.words($0) } ?? "-" == time)
}

@Test func `a figure inside a quotation is its speaker's`() throws {
  let marked = MarkedText("Ana Ruiz said ‹q:12 people were killed›. Five people died.")
  let content = try #require(marked["q"].first)
  let speaker = Speaker(name: "Ana Ruiz", mention: nil, confidence: 1)
  let quotation = Quotation(
    kind: .indirect, spans: [content], fragments: [], cue: nil, speaker: speaker,
    evidence: 0..<content.upperBound)
  let figures = Figures.find(
    in: Text(marked.bytes), places: [], nominal: [], dates: [], quotations: [quotation],
    gazetteer: Gazetteer())
  #expect(figures.map { $0.saidBy } == ["Ana Ruiz", nil])
}
