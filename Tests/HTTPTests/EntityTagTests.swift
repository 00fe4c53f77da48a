// Whether a client names what is here, RFC 9110 sections 8.8.3, 13.1.1 and 13.1.2.

import HTTP
import Testing

struct EntityTagTests {
  private static let tag = EntityTag(opaque: "abc-1")

  private static func isListed(
    _ list: String, by comparison: EntityTag.Comparison = .weak
  ) -> Bool { tag.isListed(in: Array(list.utf8).span, by: comparison) }

  @Test(arguments: [
    "\"abc-1\"", "W/\"abc-1\"", "\t\"abc-1\" ", "\"x\", \"abc-1\"",
    "\"abc-1\",\"x\"", "\"x\",W/\"abc-1\" , \"y\"", ",,\"abc-1\",", "\"a,b\", \"abc-1\"",
    "\"abc-1\", \"abc-1\"", "\"\", \"abc-1\"", "\"abc-1\", *",
  ])
  func `a tag is found in a list, strong or weak`(_ list: String) {
    #expect(Self.isListed(list))
  }

  @Test(arguments: [
    "", ",", "\"\"", "abc-1", "\"abc-1", "abc-1\"", "\"abc-12\"", "\"abc\"", "\"xabc-1\"",
    "\"ABC-1\"", "W", "w/\"abc-1\"", "W/abc-1", "W/", "W/*", "W/W/\"abc-1\"", "\"abc-1\"x",
    "\"abc-1\" \"x\"", "'abc-1'", "**", "\"*\"", "*", "\"x\", *", "\"a,\"abc-1\",b\"",
    "x, \"abc-1\"", "/\"abc-1\"", "\"abc-1-gzip\"",
  ])
  func `a tag is not found where only something like it is`(_ list: String) {
    #expect(!Self.isListed(list))
  }

  @Test(arguments: [
    ("\"abc-1\"", true), ("W/\"abc-1\"", false), ("W/\"abc-1\", \"abc-1\"", true),
    ("W/\"x\",\"abc-1\"", true), ("W/ \"abc-1\"", false),
  ])
  func `by strong comparison a weak tag is none`(_ list: String, _ isListed: Bool) {
    #expect(Self.isListed(list, by: .strong) == isListed)
  }

  @Test func `compressed bytes have a tag of their own`() {
    #expect(Self.tag.gzipped.text == "\"abc-1-gzip\"")
  }

  @Test func `a tag is written with quotes`() {
    #expect(Self.tag.text == "\"abc-1\"")
    #expect("\(Self.tag)" == "\"abc-1\"")
  }
}
