// dateline extract --tree

import TestSupport
import Testing

@Test func `a tree is printed for each document, in order`() throws {
  let folder = try Folder()
  try folder.write("a.txt", "Headline: One\n\n“We left”, Ana Bila said.\n")
  try folder.write("b.txt", "Nobody came.\n")
  let ended = try Program(["extract", "--tree", "a.txt", "b.txt"], in: folder).end()
  #expect(ended.status == 0)
  let lines = ended.output.split(separator: "\n")
  #expect(lines.filter { $0.hasPrefix("report ") } == ["report a", "report b"])
  #expect(lines.contains("  headline “One”"))
  #expect(lines.contains { $0.hasPrefix("  quotation direct [1..<8] “We left”") })
  #expect(lines.contains { $0.hasPrefix("    cue [20..<24] “said” say") })
  #expect(lines.contains { $0.hasPrefix("    speaker Ana Bila") })
}
