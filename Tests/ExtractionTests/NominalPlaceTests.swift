// What stands for a place without naming it.

import Gazetteer
import TestSupport
import Testing

@testable import Extraction

/// `n` marks what is to be found; the name behind the bar is what each means.
@Test(arguments: [
  ("‹n:This town›, once of miners, is empty.\nTroops entered ‹p:Toretsk›.", "Toretsk"),
  ("Troops entered ‹p:Toretsk› in ‹p:Ukraine›. Shells hit ‹n:the city›.", "Toretsk"),
  ("Troops left ‹p:Vuhledar› for ‹p:Toretsk›. Few stay in ‹n:town›.", "Toretsk"),
  ("Troops left ‹p:Toretsk›. ‹n:The besieged frontline city› burned.", "Toretsk"),
  ("‹n:A mining town› in the east, ‹p:Toretsk› is empty.", "Toretsk"),
  ("They left ‹p:Toretsk›, ‹n:a mining town›, by night.", "Toretsk"),
  ("They left ‹p:Kharkiv Oblast› for ‹p:Toretsk›. ‹n:The region› is calm.", "Kharkiv Oblast"),
  ("They left ‹p:Toretsk›. Nobody in ‹n:the country› knew.", "Ukraine"),
  ("They left ‹p:Ukraine› for ‹p:Warsaw›; ‹n:the country› is calm.", "Ukraine"),
  ("The city of ‹p:Toretsk› has a town hall. The city council met.", ""),
  ("A town is a town, and no village is the village.", ""),
  ("Nobody named it. The city burned; this town burned.", ""),
])
func `a nominal mention means the place named last`(marked: String, name: String) throws {
  let marked = MarkedText(marked)
  let gazetteer = try shippedGazetteer()
  let found = NominalPlaces.find(
    in: Text(marked.bytes), places: marked.places(gazetteer), gazetteer: gazetteer)
  #expect(found.map { marked.words($0.range) } == marked.words("n"))
  #expect(found.map { gazetteer.name(of: $0.place) } == (name.isEmpty ? [] : [name]))
}
