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
