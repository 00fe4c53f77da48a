// The marks of the other tests are read as they are meant.

import TestSupport
import Testing

@Test func `marks are taken out of a text and tell where they stood`() {
  let marked = MarkedText("‹s:Žana› said ‹q:“we left ‹d:Monday›”›")
  #expect(marked.text == "Žana said “we left Monday”")
  #expect(marked.ranges.map { $0.tag } == ["s", "q", "d"])
  #expect(marked.ranges.map { marked.words($0.range) } == ["Žana", "“we left Monday”", "Monday"])
  #expect(marked["s"] == [0..<5])
}
