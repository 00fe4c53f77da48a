// What a place has to do with what its sentence tells.

import Extraction
import TestSupport
import Testing

@Test(
  arguments: [
    ("Shells fell on Kherson on Monday.", "Kherson", .event),
    ("Rebels captured Goma on Monday.", "Goma", .event),
    ("Goma was shelled again.", "Goma", .event),
    ("Clashes broke out in the rebel-held town of Sake.", "Sake", .event),
    ("Clashes broke out in Sake, North Kivu.", "North Kivu", .event),
    ("A blast was heard near Tripoli.", "Tripoli", .event),
    ("A farmer from Kherson was killed in Odesa.", "Kherson", .origin),
    ("A farmer from Kherson was killed in Odesa.", "Odesa", .event),
    ("John Reed, 34, of Denver, was arrested in Boulder.", "Denver", .origin),
    ("The Kharkiv-based group was attacked.", "Kharkiv", .origin),
    ("U.S. marshals arrested a man in Gary, Indiana.", "U.S.", .origin),
    ("The army withdrew its soldiers from Kherson after the attack.", "Kherson", .event),
    ("A convoy was attacked 30 km from Goma.", "Goma", .background),
    ("The army will attack Goma.", "Goma", .background),
    ("In May rebels attacked Gao.", "Gao", .event),
    ("In Goma soldiers shot ten people.", "Goma", .event),
    ("The battle for Toretsk killed ten soldiers.", "Toretsk", .event),
    ("He has read much about Goma.", "Goma", .background),
    ("The mine is larger than that in Kolwezi.", "Kolwezi", .background),
  ] as [(String, String, PlaceMention.Role)])
func `a place has a role in its sentence`(
  text: String, words: String, role: PlaceMention.Role
) throws {
  let bytes = Array(text.utf8)
  let found = Extraction.annotate(bytes, gazetteer: try shippedGazetteer()).places
  let mention = try #require(
    found.first { String(decoding: bytes[$0.range], as: UTF8.self) == words })
  #expect(mention.role == role)
}

@Test
func `what is no name has no role, and no place has one where the rules do not know the language`()
  throws
{
  let gazetteer = try shippedGazetteer()
  let english = Extraction.annotate(
    Array("Russian shells fell on Kherson; Moscow denied it.".utf8), gazetteer: gazetteer)
  #expect(english.places.map(\.role) == [nil, .event, nil])
  let french = Extraction.annotate(
    Array("Les combats ont repris hier à Goma, selon des témoins dans la ville.".utf8),
    gazetteer: gazetteer)
  #expect(french.places.map(\.role) == [nil])
}
