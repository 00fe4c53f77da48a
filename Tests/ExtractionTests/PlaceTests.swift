// Which words name places, what they stand for, and which places they mean.

import Extraction
import Gazetteer
import TestSupport
import Testing

private let tags: [PlaceMention.Kind: String] = [
  .name: "n", .demonym: "d", .government: "g", .inOrganisation: "o", .inPerson: "p",
]

/// n name, d demonym, g government, o in an organisation.
@Test(arguments: [
  "Shells fell on ‹n:Kherson› and near ‹n:Mykolaiv› on Monday.",
  "The rains began in August.",
  "But we have seen no aid in ‹n:Khan Younis›.",
  "‹d:Sudanese› and ‹d:South Sudanese› envoys met in ‹n:Addis Ababa›.",
  "The ‹o:Idlib› mountain rescue brigade lost two men.",
  "‹g:Moscow› has sent more drones, and the ‹g:Kremlin› said nothing.",
  "A drone fell near ‹n:Moscow› on Friday.",
  "The traders waited for ‹g:Beijing›’s answer.",
  "Volodymyr Kravets spoke to reporters.",
  "Georgia Brown and Austin Miller left early.",
  "Gunmen held the road to ‹n:El Fasher›, ‹n:North Darfur›, for days.",
  "Families fled from ‹n:al-Bab› to ‹n:Aleppo›.",
  "The village of ‹n:Qaryatunta› was empty.",
  "‹d:Western› governments have promised more.",
  "‹n:BEIRUT› (Desk) — Rockets were fired.",
  "‹n:Kyiv›, ‹n:Ukraine› — Rockets were fired.",
  "The ‹g:Kremlin› denied it. ‹g:Kigali› accused ‹g:Kinshasa› of the raid.",
  "Rep. Ann Lee, R-‹n:Salem›, left for ‹n:Salem›, ‹n:OR›, and said it was OK.",
  "CLASHES IN ‹n:GOMA› KILL TEN PEOPLE",
  "‹n:EU› ministers met. The ‹n:US›’s image suffered.",
  "Troops are in ‹n:Port-au-Prince›, ‹n:Deir ez-Zor› and ‹n:Hong Kong›.",
  "Jets hit ‹n:Pazigyi› on Monday; M23 took ‹n:Bunagana› and ‹n:Rubaya› in the night.",
  "It burned on ‹n:Cooper Street› and in ‹n:Mujaymir› village.",
  "They spoke in Arabic in Ramadan, in Operation Shield, in Parliament.",
  "Nice weather came. Reading from a text, he left.",
  "‹d:Minnesotans› and ‹d:Muscovites› met ‹d:Darfuri› refugees.",
  "An ‹n:Alexandria› man was hurt, the ‹o:Douglas County› Sheriff’s Office said.",
  "Residents of ‹n:Khartoum› have begun to return.",
  "In ‹n:Goma› rebels killed 12 people on Monday. ‹o:Goma› rebels left.",
  "Shells fell in ‹n:Zorvak's Al-Bab›.",
  "The ‹o:Tulsa› Police Department said so.",
  "Clinics in Ward 7 and Region 1 are closed.",
  "Fighting was reported in ‹n:Ngungu›, ‹n:Sake› and ‹n:Minova›.",
  "They spoke in ‹n:Goma› and John Reed left; in ‹n:Goma›, Ana Bila said no.",
  "Flooding hit ‹n:Clay› and ‹n:Wilkin counties› in ‹n:Minnesota›.",
])
func `places are found with what they stand for`(_ marked: String) throws {
  let text = MarkedText(marked)
  let found = Extraction.annotate(text.bytes, gazetteer: try shippedGazetteer()).places
  #expect(
    found.map { "\(tags[$0.kind] ?? "?") \(text.words($0.range))" }
      == text.ranges.map { "\($0.tag) \(text.words($0.range))" })
}

@Test(arguments: [
  ("Clashes near Kursk went on.", "Kursk", "gn:538560"),
  ("Clashes in the border region of Kursk went on.", "Kursk", "gn:538555"),
  ("Clashes in the Kursk region went on.", "Kursk region", "gn:538555"),
  ("They hold ground in the border region. of Kursk, for now.", "Kursk", "gn:538555"),
  ("Talks in Paris, Texas, went on.", "Paris", "gn:4717560"),
  ("Talks in Paris, France, went on.", "Paris", "gn:2988507"),
  ("Fighters near Toretsk left Droujba and Pivdenne.", "Droujba", "gn:9114074"),
  ("Fighters near Toretsk left Droujba and Pivdenne.", "Pivdenne", "gn:703224"),
  ("Artillery struck Oleksandrivsk near Melitopol.", "Oleksandrivsk", "gn:713588"),
  ("She moved to Georgia, where Tbilisi and Batumi are.", "Georgia", "gn:614540"),
  ("Schools in Atlanta and Savannah closed, and all of Georgia was dark.", "Georgia", "gn:4197000"),
  ("Clay and Wilkin counties in Minnesota flooded.", "Clay", "gn:5021444"),
  ("The Kherson and Zaporizhzhia regions were hit.", "Kherson", "gn:706442"),
  ("MEXICO CITY (AP) — Mexico has passed a law.", "Mexico", "gn:3996063"),
  ("Security forces arrested nine men in Hama.", "Hama", "gn:170017"),
  ("A fire broke out in Njombé on Monday.", "Njombé", "gn:2224197"),
  ("A fire broke out in Njombe on Monday.", "Njombe", "gn:151479"),
  ("A fire broke out in Búzi on Monday.", "Búzi", "gn:12718693"),
  ("Fighters entered Hawija, in northern Iraq.", "Hawija", "gn:390188"),
  ("Shells hit the town of Alfashir, North Darfur.", "Alfashir", "gn:379555"),
  ("South Arlington flooded. Arlington, Texas, is large.", "Arlington", "gn:4671240"),
])
func `a name means the place that its report speaks for`(
  text: String, words: String, id: String
) throws {
  let gazetteer = try shippedGazetteer()
  let bytes = Array(text.utf8)
  let mention = try #require(
    Extraction.annotate(bytes, gazetteer: gazetteer).places.first {
      String(decoding: bytes[$0.range], as: UTF8.self) == words
    })
  #expect(mention.place.map { gazetteer.id(of: $0) } == id)
}

@Test(arguments: [
  "Shells fell in Zorvak's Al-Bab.", "Shells fell in Novak's Al-Bab on Monday.",
  "Shells fell in Zorvak's El-Fasher.", "They hid in Kafr Zorvak's Al-Bab and Al-Bab.",
  "In Zorvak Borvak Morvak Lorvak Dorvak Gorvak Worvak Rorvak Corvak Al-Bab on Monday.",
])
func `mentions follow each other and never overlap`(text: String) throws {
  let found = Extraction.annotate(Array(text.utf8), gazetteer: try shippedGazetteer()).places
  #expect(zip(found, found.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
}

@Test func `a village abroad that bears the name is not taken for it`() throws {
  let gazetteer = try shippedGazetteer()
  let text = Array("Shells hit Khartoum North, Omdurman and Halfaya in Sudan.".utf8)
  let found = Extraction.annotate(text, gazetteer: gazetteer)
  #expect(found.localities.allSatisfy { gazetteer.countryCode(of: $0.place).letters == "SD" })
  #expect(found.unresolved.map { String(decoding: text[$0.range], as: UTF8.self) } == ["Halfaya"])
}

@Test func `a spelling of a place counts only where the report names its country`() throws {
  let text = Array("Troops near Hawija said so.".utf8)
  let found = Extraction.annotate(text, gazetteer: try shippedGazetteer())
  #expect(found.places.map(\.place) == [nil])
}

@Test(
  arguments: [
    (nil, "Kentucky", 0.0...0.5), ("Lexington Herald, Kentucky", "Kentucky", 0.85...1),
    ("Wayne County Star, Indiana", "Indiana", 0.3...1),
  ] as [(String?, String, ClosedRange<Double>)])
func `the publisher's name tells which town is meant`(
  source: String?, unit: String, confidence: ClosedRange<Double>
) throws {
  let gazetteer = try shippedGazetteer()
  var context = Context()
  context.source = source
  let text = Array("A fire broke out in Richmond on Monday, and a man from Berea was hurt.".utf8)
  let found = Extraction.annotate(text, context, gazetteer: gazetteer).localities
  let place = try #require(found.first)
  #expect(gazetteer.admin1Name(of: place.place) == unit)
  #expect(confidence.contains(place.confidence))
}

@Test(arguments: [
  ("Shells hit Goma.", GeoPrecision.exact), ("Shells fell near Goma.", .near),
  ("Shells fell 10 km north of Goma.", .near), ("They hit the outskirts of Goma.", .near),
  ("Shells fell near Goma. Goma was hit as well.", .exact),
  ("Shells fell near the town of Goma.", .near),
  ("Shells fell near the eastern city of Goma.", .near),
  ("Shells fell in and around Goma.", .exact), ("Shells fell in the north of Goma.", .exact),
  ("Two were killed nearby.\n\nGoma was quiet.", .exact),
  ("Shells fell 10 kilometres away from Goma.", .near),
  ("Shells fell 10 km (6 miles) from Goma.", .near),
  ("Shells fell near the front and Goma.", .exact),
])
func `what is only near a place is told so`(text: String, precision: GeoPrecision) throws {
  let found = Extraction.annotate(Array(text.utf8), gazetteer: try shippedGazetteer())
  #expect(found.localities.map(\.precision) == [precision])
}

@Test(arguments: [
  ("Shells fell near Goma and Bukavu. Uvira was quiet.", [GeoPrecision.near, .near, .exact]),
  ("Shells fell near Goma and Bukavu was shelled.", [.near, .exact]),
  ("They live outside Goma and Bukavu fell to them.", [.near, .exact]),
])
func `what is near two places is near both`(text: String, precisions: [GeoPrecision]) throws {
  let found = Extraction.annotate(Array(text.utf8), gazetteer: try shippedGazetteer())
  #expect(found.localities.map(\.precision) == precisions)
}

@Test func `what else a name could mean is told, likeliest first`() throws {
  let gazetteer = try shippedGazetteer()
  let explained = Extraction.explain(
    Array("A fire broke out in Springfield.".utf8), gazetteer: gazetteer)
  let place = try #require(explained.found.localities.first?.place)
  let others = try #require(explained.runnersUp[place])
  #expect((1...3).contains(others.count))
  #expect(others.map(\.share) == others.map(\.share).sorted(by: >))
  #expect(others.allSatisfy { gazetteer.name(of: $0.place).contains("Springfield") })
}

@Test func `a place that the gazetteer lacks is kept and told`() throws {
  let text = Array("The village of Qaryatunta was empty.".utf8)
  let found = Extraction.annotate(text, gazetteer: try shippedGazetteer())
  #expect(found.places.map(\.place) == [nil])
  #expect(found.localities.isEmpty)
  #expect(found.unresolved.map(\.kind) == [.place])
}

@Test(
  arguments: [
    ("They left several villages in the region.", "several villages in the region"),
    ("They left three small settlements behind.", "three small settlements"),
    ("They left the villages of Zalizne and Pivdenne.", nil),
    ("They left three villages: Zalizne, Pivdenne and Pivnichne.", nil),
  ] as [(String, String?)])
func `places that are counted and not named are told`(text: String, words: String?) throws {
  let bytes = Array(text.utf8)
  let found = Extraction.annotate(bytes, gazetteer: try shippedGazetteer()).unresolved
  #expect(
    found.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [words].compactMap { $0 })
}
