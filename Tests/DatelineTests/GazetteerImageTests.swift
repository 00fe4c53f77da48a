// The image is made anew when it has to be, and the program says so.

import Foundation
import TestSupport
import Testing

private let anew = "dateline: making the gazetteer's image anew: "

/// What happens to an image that was good.
enum Harm: CaseIterable {
  case missing, flipped, cut, foreign, otherVersion, otherPlaces, otherTable, placesGone

  func happen(to data: DataFolder) throws {
    switch self {
    case .missing: try FileManager.default.removeItem(atPath: data.image)
    case .flipped: try data.damage(1000)
    case .cut: try data.folder.write("data/gazetteer.image", "dateline")
    case .foreign: try data.folder.write("data/gazetteer.image", "something else")
    case .otherVersion: try data.damage(12)
    case .otherPlaces: try data.folder.write("data/places.tsv", place("my:mill", "Old Mill"))
    case .otherTable: try data.folder.write("data/gazetteer/world.tsv.gz", place("s", "S"))
    case .placesGone:
      try FileManager.default.removeItem(atPath: data.folder.path + "/data/places.tsv")
    }
  }

  var reason: String {
    switch self {
    case .missing: "No such file or directory"
    case .flipped: "the image is damaged"
    case .cut: "the image has not the length that it should have"
    case .foreign: "this is no image of a gazetteer"
    case .otherVersion: "the image was made by another version of the program"
    case .otherPlaces, .otherTable, .placesGone: "the table or the places have changed"
    }
  }
}

@Test(arguments: Harm.allCases)
func `an image that is not as it should be is made anew once, with a line that says why`(
  harm: Harm
) throws {
  let data = try DataFolder()
  #expect(try data.run(["gazetteer", "build"]).status == 0)
  try harm.happen(to: data)
  let first = try data.run(["extract", "a.txt"])
  #expect(first.status == 0)
  #expect(first.output.contains(#""id":"a""#), "\(first.output)")
  #expect(first.errorLines.count == 1)
  #expect(first.errors.hasPrefix(anew) && first.errors.contains(harm.reason), "\(first.errors)")
  #expect(try data.run(["extract", "a.txt"]).errors == "")
}

@Test func `serve makes a missing image too`() throws {
  let data = try DataFolder()
  let server = try RunningServer(["a.txt"], in: data.folder, environment: data.environment)
  #expect(server.ready["reports"] as? Int == 1)
  server.program.send(SIGTERM)
  #expect(server.program.end().errors.hasPrefix(anew))
  #expect(FileManager.default.fileExists(atPath: data.image))
}

@Test func `where the image cannot be written it goes into a temporary file that leaves nothing`()
  throws
{
  let data = try DataFolder()
  try data.folder.makeFolder("data/gazetteer.image/full")
  try data.folder.makeFolder("tmp")
  let environment = data.environment.merging(["TMPDIR": data.folder.path + "/tmp"]) { $1 }
  let ended = try Program(["extract", "a.txt"], in: data.folder, environment: environment).end()
  #expect(ended.status == 0)
  #expect(ended.output.contains(#""id":"a""#))
  #expect(ended.errorLines.count == 2)
  let line = "dateline: it goes into a temporary file: rename \(data.image): Is a directory"
  #expect(ended.errorLines.last.map { "\($0)" } == line)
  #expect(try data.names() == ["gazetteer.image", "places.tsv"])
  #expect(try FileManager.default.contentsOfDirectory(atPath: data.folder.path + "/tmp") == [])
}

@Test func `without room for a temporary file it ends with a line`() throws {
  let data = try DataFolder()
  try data.folder.makeFolder("data/gazetteer.image/full")
  let environment = data.environment.merging(["TMPDIR": data.folder.path + "/none"]) { $1 }
  let ended = try Program(["extract", "a.txt"], in: data.folder, environment: environment).end()
  #expect(ended.status == 1)
  #expect(ended.errorLines.last?.contains("mkstemp in \(data.folder.path)/none") == true)
}

@Test func `an image that was named may be made from anything`() throws {
  let data = try DataFolder()
  try data.folder.write("t.tsv", place("o", "Other"))
  let built = try data.run(["gazetteer", "build", "--table", "t.tsv", "--output", "o.image"])
  #expect(built.status == 0)
  let ended = try data.run(["extract", "--gazetteer", "o.image", "a.txt"])
  #expect(ended.status == 0)
  #expect(ended.errors == "")
}

@Test func `a named image that is missing is made from the usual table`() throws {
  let data = try DataFolder()
  let ended = try data.run(["extract", "--gazetteer", "new.image", "a.txt"])
  #expect(ended.status == 0)
  #expect(ended.errors.hasPrefix(anew))
  #expect(FileManager.default.fileExists(atPath: data.folder.path + "/new.image"))
  #expect(try data.run(["extract", "--gazetteer", "new.image", "a.txt"]).errors == "")
}

@Test func `a named image of the usual table is mended, others are left as they are`() throws {
  let data = try DataFolder()
  _ = try data.run(["gazetteer", "build"])
  try data.damage(1000)
  let mended = try data.run(["extract", "--gazetteer", data.image, "a.txt"])
  #expect(mended.status == 0)
  #expect(mended.errors.contains("the image is damaged"))
  let text = try data.folder.write("notes.txt", "Notes of mine.")
  let refused = try data.run(["extract", "--gazetteer", text, "a.txt"])
  #expect(refused.status == 1)
  #expect(refused.errors == "dateline: \(text): this is no image of a gazetteer\n")
  #expect(try String(contentsOfFile: text, encoding: .utf8) == "Notes of mine.")
}

@Test func `an image alone is enough, and cannot be mended`() throws {
  let data = try DataFolder()
  _ = try data.run(["gazetteer", "build"])
  try FileManager.default.removeItem(atPath: data.folder.path + "/data/gazetteer")
  #expect(try data.run(["extract", "a.txt"]).errors == "")
  try data.damage(1000)
  let ended = try data.run(["extract", "a.txt"])
  #expect(ended.status == 1)
  #expect(ended.errors == "dateline: \(data.image): the image is damaged\n")
}

@Test func `wrong lines of the user's places are named when the image is made`() throws {
  let data = try DataFolder()
  let places = try data.folder.write("data/places.tsv", "#\nwrong\n")
  let ended = try data.run(["extract", "a.txt"])
  #expect(ended.status == 0)
  #expect(ended.errors.contains("dateline: \(places):2: a line has 12 columns"))
}
