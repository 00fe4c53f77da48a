// The one place that reads query parameters.

import HTTP
import Testing

@testable import ReportsAPI

private enum Colour: String, CaseIterable { case red, green }

private func parameters(_ items: QueryItem...) throws -> Parameters {
  try Parameters(items, allowed: ["colour", "size"])
}

@Test func `values are read as what they are meant to be`() throws {
  let given = try parameters(QueryItem("colour", "green"), QueryItem("size", "7"))
  #expect(try given.word("colour", as: Colour.self) == .green)
  #expect(try given.integer("size", 1...9) == 7)
  #expect(try parameters().integer("size", 1...9) == nil)
  let colours = try parameters().words(QueryItem("colour", "red,green"), among: Colour.allCases)
  #expect(colours == [.red, .green])
}

@Test func `a word that is not offered here is refused with those that are`() throws {
  let problem = #expect(throws: Problem.self) {
    try parameters().words(QueryItem("colour", "red,green"), among: [Colour.red])
  }
  #expect(problem?.parameter == "colour")
  #expect(problem?.allowed == ["red"])
}

@Test(arguments: [("size", 1), ("size", 9)])
func `a range holds its ends`(name: String, number: Int) throws {
  #expect(try parameters(QueryItem(name, "\(number)")).integer(name, 1...9) == number)
}

@Test(arguments: ["0", "10", "-1", "1.0", "", " 1", "99999999999999999999"])
func `what lies outside a range, or is no number, is refused`(text: String) throws {
  let given = try parameters(QueryItem("size", text))
  let problem = #expect(throws: Problem.self) { try given.integer("size", 1...9) }
  #expect(problem?.parameter == "size")
  #expect(problem?.detail.contains("from 1 to 9") == true)
}

@Test func `a list of words has no holes`() throws {
  for text in ["red,", ",red", "red,,green"] {
    #expect(throws: Problem.self) {
      try parameters().words(QueryItem("colour", text), among: Colour.allCases)
    }
  }
}
