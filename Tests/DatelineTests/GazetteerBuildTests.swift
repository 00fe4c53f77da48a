// dateline gazetteer build, as a user meets it.

import Foundation
import Gazetteer
import TestSupport
import Testing

private let all = ["--table", "t.tsv", "--places", "p.tsv", "--output", "o.image"]

private func build(_ arguments: [String], in folder: Folder) throws -> Ended {
  let environment = ["DATELINE_DATA": folder.path + "/data"]
  return try Program(["gazetteer", "build"] + arguments, in: folder, environment: environment).end()
}

private func ids(_ name: String, _ folder: Folder) throws -> [String] {
  let gazetteer = try Gazetteer(path: folder.path + "/o.image")
  var folded: [UInt8] = []
  let found = gazetteer.candidates(Array(name.utf8).span, folded: &folded)
  return found.map { gazetteer.id(of: $0.place) }
}

@Test func `an image is built, and left as it is until a source changes`() throws {
  let folder = try Folder()
  try folder.write("t.tsv", place("s", "Strelsau") + place("z", "Zenda"))
  try folder.write("p.tsv", place("my:depot", "Old Depot"))
  let first = try build(all, in: folder)
  #expect(first.status == 0)
  #expect(first.output == "o.image: 3 places, 3 names\n")
  #expect(first.errors == "")
  #expect(try ids("Old Depot", folder) == ["my:depot"])
  #expect(try build(all, in: folder).output == "o.image is up to date\n")
  try folder.write("p.tsv", place("my:mill", "Old Mill"))
  #expect(try build(all, in: folder).output == "o.image: 3 places, 3 names\n")
  #expect(try ids("Old Depot", folder) == [])
  #expect(try ids("Old Mill", folder) == ["my:mill"])
}

@Test func `wrong lines are named and the rest is built`() throws {
  let folder = try Folder()
  try folder.write("t.tsv", place("s", "Strelsau") + "wrong\n" + place("z", "Zenda"))
  try folder.write("p.tsv", place("s", "Rudolfsburg", latitude: "north"))
  let ended = try build(all, in: folder)
  #expect(ended.status == 0)
  #expect(
    ended.errorLines == [
      "dateline: p.tsv:1: lat is degrees from -90 to 90",
      "dateline: t.tsv:2: a line has 12 columns, or one more for a box, tabs between them",
    ])
  #expect(try ids("Strelsau", folder) == ["s"])
}

@Test func `of many wrong lines the first are named and all counted`() throws {
  let folder = try Folder()
  try folder.write("t.tsv", place("s", "S") + String(repeating: "wrong\n", count: 21))
  let ended = try build(["--table", "t.tsv", "--output", "o.image"], in: folder)
  #expect(ended.status == 0)
  #expect(ended.errorLines.count == 21)
  #expect(ended.errorLines.last == "dateline: 21 lines could not be read")
}

@Test(arguments: [
  (["--table", "none.tsv", "--output", "o"], "open none.tsv: No such file or directory"),
  (
    ["--table", "t.tsv", "--places", "none.tsv", "--output", "o"], "none.tsv: there is no such file"
  ),
  (["--table", "t.tsv"], "--table, --image, --geonames and --places need --output"),
  (["--places", "t.tsv"], "--table, --image, --geonames and --places need --output"),
  (["--table", "t.tsv", "--output", "no/o.image"], "open no/o.image: No such file or directory"),
  (["--table", "t.tsv", "--output", "t.tsv"], "t.tsv: there is a file that is no image"),
  (["--table", "t.tsv", "--output", "data"], "rename data: Is a directory"),
  (["--table", "empty.tsv", "--output", "o"], "empty.tsv: the table has no place"),
  (["--table", "cut.tsv.gz", "--output", "o"], "cut.tsv.gz: the compressed data ends too early"),
  (["--image", "t.tsv", "--output", "o"], "t.tsv: this is no image of a gazetteer"),
  (["--image", "none", "--output", "o"], "open none: No such file or directory"),
  (["--geonames", "none", "--output", "o"], "open none: No such file or directory"),
  (["--geonames", "data", "--output", "o"], "data: there is neither allCountries.txt nor"),
  (["--geonames", "data"], "--places need --output"),
  (["--tabel", "t.tsv"], "--tabel"),
])
func `what cannot be built ends with 1 and a line`(arguments: [String], message: String) throws {
  let folder = try Folder()
  try folder.write("t.tsv", place("s", "Strelsau"))
  try folder.write("empty.tsv", "# nothing\n")
  try folder.write("cut.tsv.gz", [0x1F, 0x8B, 8])
  try folder.write("data/gazetteer/world.tsv.gz", place("z", "Zenda"))
  let ended = try build(arguments, in: folder)
  #expect(ended.status == 1)
  #expect(ended.output == "")
  #expect(ended.errorLines.count == 1)
  #expect(ended.errors.contains(message), "\(ended.errors)")
  let table = try String(contentsOfFile: folder.path + "/t.tsv", encoding: .utf8)
  #expect(table == place("s", "Strelsau"))
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
  #expect(names.sorted() == ["cut.tsv.gz", "data", "empty.tsv", "t.tsv"])
}

@Test func `without a word the image goes where the program looks for it`() throws {
  let data = try DataFolder()
  let ended = try data.run(["gazetteer", "build"])
  #expect(ended.output == "\(data.image): 3 places, 3 names\n")
  #expect(try data.names() == ["gazetteer.image", "places.tsv"])
  #expect(try data.run(["extract", "a.txt"]).errors == "")
}

@Test func `the usual image is built anew whatever is in its place`() throws {
  let data = try DataFolder()
  try data.folder.write("data/gazetteer.image", "something else")
  #expect(try data.run(["gazetteer", "build"]).status == 0)
  #expect(try data.run(["gazetteer", "build"]).output == "\(data.image) is up to date\n")
}

@Test
func `an image is built of a table, a dump of GeoNames and another image, and found up to date`()
  throws
{
  let folder = try Folder()
  let dump =
    ["1", "Zenda", "", "", "1", "2", "P", "PPL", "RU", "", "05"] + Array(repeating: "", count: 8)
  try folder.write("dump/RU.txt", dump.joined(separator: "\t"))
  try folder.write("dump/alternateNamesV2.txt", "1\t1\tde\tSenda\t\t\t\t\t\t\n")
  try folder.write("dump/admin1CodesASCII.txt", "RU.05\tMarch\tMarch\t2\n")
  try folder.write("dump/admin2Codes.txt", "RU.05.1\tVale\tVale\t3\n")
  try folder.write("t.tsv", place("s", "Strelsau"))
  try folder.write("u.tsv", place("u", "Ulm"))
  #expect(try build(["--table", "u.tsv", "--output", "u.image"], in: folder).status == 0)
  let arguments = [
    "--table", "t.tsv", "--geonames", "dump", "--image", "u.image", "--output", "o.image",
  ]
  let first = try build(arguments, in: folder)
  #expect(first.errors == "")
  #expect(first.output == "o.image: 3 places, 4 names\n")
  #expect(
    try ["Strelsau", "Ulm", "Senda"].map { try ids($0, folder) } == [["s"], ["u"], ["gn:1"]])
  #expect(try build(arguments, in: folder).output == "o.image is up to date\n")
  try folder.write("dump/admin2Codes.txt", "RU.05.1\tDale\tDale\t3\n")
  #expect(try build(arguments, in: folder).output == "o.image: 3 places, 4 names\n")
}
