// Words that begin a sentence, and are no places although towns bear them.

import Extraction
import TestSupport
import Testing

@Test(arguments: [
  "The river rose overnight.", "The villages burned.", "The bridge is gone.",
  "East of the town they dug trenches.", "South of the river nobody is left.",
  "The North was quiet.",
])
func `an ordinary word is no place`(text: String) throws {
  let found = Extraction.annotate(Array(text.utf8), gazetteer: try shippedGazetteer())
  #expect(found.localities.isEmpty)
}

@Test(arguments: [
  ("The Hague waits.", "The Hague"), ("An air strike on Olyka killed two people.", "Olyka"),
  ("Attacks against Hertsa went on.", "Hertsa"), ("South Sudan waits.", "South Sudan"),
  ("In Goma 12 people were wounded.", "Goma"),
])
func `a place is one although ordinary words stand around it`(text: String, name: String) throws {
  let bytes = Array(text.utf8)
  let found = Extraction.annotate(bytes, gazetteer: try shippedGazetteer())
  #expect(found.places.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [name])
}
