// How far rules look, so that the work on a text stays linear in its length.

import Extraction
import TestSupport
import Testing

struct ReachTests {
  @Test(arguments: [(0, "Ana Smith"), (400, "Ana Smith"), (600, "She")])
  func `a pronoun means somebody among the last 500 mentions`(
    _ others: Int, _ speaker: String
  ) throws {
    let text = "Ana Smith left. \(Self.men(others))She said no."
    #expect(try Self.speakers(of: text).last == speaker)
  }

  @Test(arguments: [(0, "Ana Ruiz"), (400, "Ana Ruiz"), (600, "minister")])
  func `a role means somebody among the last 500 mentions`(
    _ others: Int, _ speaker: String
  ) throws {
    let text = "Finance minister Ana Ruiz left. \(Self.men(others))The minister said no."
    #expect(try Self.speakers(of: text).last == speaker)
  }

  @Test func `a run over many sentences is one quotation at most`() throws {
    let run = String(repeating: "they left it and ", count: 600)
    let text = Array("Ana Ruiz spoke. “\(run)”".utf8)
    let found = Extraction.annotate(text, gazetteer: try shippedGazetteer())
    #expect(found.quotations.count <= 1)
    #expect(found.faults(in: text) == [])
  }

  @Test func `a sentence in marks is of who ended the sentence before`() throws {
    let text = "War\n\nIt was late. Ana Ruiz was there. \n“We have left it, and we stay away.”\n"
    #expect(try Self.speakers(of: text) == ["Ana Ruiz"])
  }

  private static func men(_ count: Int) -> String {
    (0..<count).map { "Mr. John Q\(letters($0)) left. " }.joined()
  }

  private static func letters(_ number: Int) -> String {
    String([number / 26, number % 26].map { Character(UnicodeScalar(UInt8(97 + $0))) })
  }

  private static func speakers(of text: String) throws -> [String?] {
    Extraction.annotate(Array(text.utf8), gazetteer: try shippedGazetteer())
      .quotations.map(\.speaker?.name)
  }
}
