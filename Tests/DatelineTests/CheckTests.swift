// dateline check: what is wrong is told before anything is served.

import Foundation
import TestSupport
import Testing

/// A folder with data of its own: a table of one place, and what a test adds.
private func makeFolder(_ files: [String: String] = [:]) throws -> Folder {
  let folder = try Folder()
  let row = "gn:1\tOderiv\t\t\t48.1\t37.5\tUA\t\t\ttown\t30000\tPPL\n"
  try folder.write("data/gazetteer/world.tsv.gz", row)
  try folder.write("documents/a.txt", "Published: 2024-10-07\n\nText.\n")
  for (name, text) in files { try folder.write(name, text) }
  return folder
}

private func check(_ folder: Folder, _ arguments: [String] = []) throws -> Ended {
  try Program(
    ["check", "--documents", "documents"] + arguments, in: folder,
    environment: ["DATELINE_DATA": folder.path + "/data"]
  ).end()
}

@Test func `where nothing is wrong, one line says so`() throws {
  let folder = try makeFolder()
  let ended = try check(folder)
  #expect(ended.status == 0)
  #expect(ended.output == "1 reports, no fault\n")
  #expect(ended.errors == "")
  #expect(!FileManager.default.fileExists(atPath: folder.path + "/data/gazetteer.image"))
}

@Test func `every fault of places and documents is a line`() throws {
  let folder = try makeFolder([
    "data/places.tsv": "# mine\nmy:1\tDepot\n\(myPlace(latitude: "91"))",
    "documents/b.txt": " \n", "documents/c.json": "{",
  ])
  let ended = try check(folder)
  #expect(ended.status == 1)
  #expect(ended.output == "")
  let lines = ended.errorLines
  #expect(lines.count == 4)
  #expect(lines[0].contains("places.tsv:2: a line has 12 columns"))
  #expect(lines[1].contains("places.tsv:3: lat is degrees from -90 to 90"))
  #expect(lines[2] == "dateline: b.txt: the document has no text")
  #expect(lines[3].hasPrefix("dateline: c.json: not valid JSON"))
}

@Test func `a remark is told and is no fault`() throws {
  let folder = try makeFolder(["documents/b.txt": "Published: someday\n\nText.\n"])
  let ended = try check(folder)
  #expect(ended.status == 0)
  #expect(ended.output == "2 reports, no fault\n")
  #expect(ended.errorLines.count == 1)
  #expect(ended.errors.hasPrefix("dateline: remark: b.txt: “someday” is not a date"))
}

@Test(arguments: [
  (["--port", "x"], "--port takes a number"), (["--prot", "1"], "--port"),
  (["--gazetteer", "none.image"], "none.image: "), (["--public-folder", "none"], "none: there is"),
  (["--documents", "nowhere"], "nowhere: there is no such folder"),
  (["--gazetteer", "documents/a.txt"], "documents/a.txt: "),
])
func `a wrong setting is told`(arguments: [String], message: String) throws {
  let ended = try check(try makeFolder(), arguments)
  #expect(ended.status == 1)
  #expect(ended.output == "")
  #expect(ended.errorLines.count == 1)
  #expect(ended.errors.contains(message), "\(ended.errors)")
}

private func myPlace(latitude: String) -> String {
  "my:2\tDepot\t\t\t\(latitude)\t37\tUA\t\t\tspot\t\t\n"
}
