// Names that can stand in a URL's path, and names that cannot.

import Testing

@testable import Documents

@Test(arguments: [
  "a", "000_6291d9", "a/b?c#d", " ", "...", "Київ", "a b", "😀", "\u{A0}",
  String(repeating: "x", count: 255), String(repeating: "é", count: 127),
])
func `a name of 1 to 255 bytes is an id`(text: String) {
  #expect(DocumentID(text)?.text == text)
  #expect(DocumentID(text)?.description == text)
}

@Test(arguments: [
  "", ".", "..", "a\n", "\0", "a\u{7F}b", "a\u{85}b", "\r\n", "\t", "\u{1B}[0m",
  String(repeating: "x", count: 256), String(repeating: "é", count: 128),
])
func `a name that is empty, too long, dots or holds controls is refused`(text: String) {
  #expect(DocumentID(text) == nil)
}
