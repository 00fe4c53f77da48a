// Who holds, has entered or has taken a place: what makes a claim, and what does not.

import Extraction
import Gazetteer
import TestSupport
import Testing

/// Claims as `party status place, extent`.
@Test(arguments: [
  ("Rebel-held Goma was quiet.", ["rebels held Goma"]),
  ("Rebels captured Goma in January.", ["rebels lost Goma"]),
  ("M23 rebels captured Goma in January.", ["M23 rebels lost Goma"]),
  ("Goma was captured by M23 rebels in January.", ["M23 rebels lost Goma"]),
  ("El Fasher fell to the Rapid Support Forces.", ["Rapid Support Forces lost El Fasher"]),
  (
    "The Rapid Support Forces control most of Khartoum.",
    ["Rapid Support Forces held Khartoum, most"]
  ),
  ("Syrian troops retook Idlib on Monday.", ["Syria held Idlib"]),
  ("The battle for Khartoum goes on.", ["? contested Khartoum"]),
  (
    "Government forces entered the eastern part of Lashio, Myanmar.",
    ["Government forces entered Lashio, the eastern part"]
  ),
  (
    "Zalizne and Pivdenne are almost entirely in Russian hands.",
    ["Russia held Zalizne, almost entirely", "Russia held Pivdenne, almost entirely"]
  ),
  (
    "The village of Zalizne, a few kilometres from Toretsk, is under rebel control.",
    ["rebels held Zalizne"]
  ),
  ("If rebels capture Goma, the road is cut.", []),
  ("Could Russian forces take Toretsk?", []),
  ("Rebels failed to capture Goma.", []),
  ("Rebels would capture Goma within days.", []),
  ("Russian forces did not enter Toretsk.", []),
  ("Russian forces are trying to capture Toretsk.", []),
  ("Rebels took a bus to Goma.", []),
  ("The army controls the border.", []),
])
func `a sentence claims control`(text: String, claims: [String]) throws {
  let gazetteer = try shippedGazetteer()
  let bytes = Array(text.utf8)
  let found = Extraction.annotate(bytes, gazetteer: gazetteer).control
  #expect(
    found.map { claim in
      let extent = claim.extent.map { ", " + String(decoding: bytes[$0], as: UTF8.self) } ?? ""
      let name = gazetteer.name(of: claim.place)
      return "\(claim.party ?? "?") \(claim.status) \(name)\(extent)"
    } == claims)
}

@Test(arguments: [
  ("Rebels captured Goma.", "reported nil"),
  ("“Rebels captured Goma,” the mayor of Goma confirmed.", "confirmed mayor of Goma"),
  ("Russian officials said that Russian forces entered Toretsk.", "claimed Russian officials"),
  ("The army denied that rebels captured Goma.", "denied army"),
])
func `a claim tells who makes it, and how it is known`(text: String, source: String) throws {
  let found = Extraction.annotate(Array(text.utf8), gazetteer: try shippedGazetteer()).control
  #expect(found.map { "\($0.basis) \($0.claimedBy ?? "nil")" } == [source])
}

@Test func `a heading claims nothing`() throws {
  let text = "First words of it all.\nThe fall of Goma\nThe rest of it stands here."
  let found = Extraction.annotate(Array(text.utf8), gazetteer: try shippedGazetteer())
  #expect(found.control.isEmpty)
}
