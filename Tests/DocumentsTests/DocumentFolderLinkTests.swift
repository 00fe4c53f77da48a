// Links in a folder: what is inside is read once, what is outside is not.

import TestSupport
import Testing

@testable import Documents

@Test func `links out of the folder are not followed`() throws {
  let outside = try Folder()
  try outside.write("secret.txt", "x")
  try outside.write("sub/secret.txt", "x")
  let folder = try Folder()
  try folder.write("a.txt", "x")
  try folder.link("b.txt", to: "\(outside.path)/secret.txt")
  try folder.link("folder", to: "\(outside.path)/sub")
  try folder.link("up", to: "..")
  try folder.link("root", to: "/")
  #expect(try folder.list().files.map(\.name) == ["a.txt"])
  #expect(try outside.list().files.count == 2)
}

@Test func `a folder beside it whose name begins alike is outside`() throws {
  let parent = try Folder()
  try parent.write("news/a.txt", "x")
  try parent.write("newsroom/b.txt", "x")
  try parent.link("news/room", to: "../newsroom")
  #expect(try parent.list("news").files.map(\.name) == ["a.txt"])
}

@Test func `a folder that several links reach is read once, under its first name`() throws {
  let folder = try Folder()
  try folder.write("m/a.txt", "x")
  try folder.link("b", to: "m")
  try folder.link("z", to: "\(folder.path)/m")
  #expect(try folder.list().files.map(\.name) == ["b/a.txt"])
}

@Test func `a file that several links reach is read once, under its first name`() throws {
  let folder = try Folder()
  try folder.write("m.txt", "x")
  try folder.link("b.md", to: "m.txt")
  try folder.link("z.txt", to: "m.txt")
  #expect(try folder.list().files.map(\.name) == ["b.md"])
}

@Test(arguments: [".", "sub/..", "../"])
func `a link to the folder itself or above ends`(destination: String) throws {
  let folder = try Folder()
  try folder.write("sub/a.txt", "x")
  try folder.link("again", to: destination)
  #expect(try folder.list().files.map(\.name) == ["sub/a.txt"])
}

@Test func `folders that link to each other end`() throws {
  let folder = try Folder()
  try folder.write("a/1.txt", "x")
  try folder.write("b/2.txt", "x")
  try folder.link("a/to-b", to: "../b")
  try folder.link("b/to-a", to: "../a")
  #expect(try folder.list().files.map(\.name) == ["a/1.txt", "a/to-b/2.txt"])
}

@Test(arguments: [("gone.txt", "nowhere.txt"), ("gone", "nowhere"), ("self.txt", "self.txt")])
func `a link that leads nowhere is told`(name: String, destination: String) throws {
  let folder = try Folder()
  try folder.link(name, to: destination)
  let listing = try folder.list()
  #expect(listing.faults == [Fault(place: name, reason: "the link leads nowhere")])
  #expect(listing.files.isEmpty)
  #expect(listing.otherFiles == 0)
}

@Test func `the folder itself may be named by a link`() throws {
  let folder = try Folder()
  try folder.write("real/a.txt", "x")
  try folder.link("named", to: "real")
  #expect(try folder.list("named").files.map(\.name) == ["a.txt"])
}
