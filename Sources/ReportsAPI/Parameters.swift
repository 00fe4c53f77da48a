// Query parameters: each is known, each stands once, each value is understood, or it is a 400.

import Dates
import HTTP

/// The parameters of a request to one route.
struct Parameters {
  let items: [QueryItem]

  /// - Throws: 400 for a parameter that the route does not have, or that stands twice.
  init(_ items: [QueryItem], allowed: [String]) throws(Problem) {
    for (index, item) in items.enumerated() {
      if !allowed.contains(item.name) { throw Self.unknown(item.name, allowed) }
      if items[..<index].contains(where: { $0.name == item.name }) {
        throw Problem(
          .badRequest, "The parameter “\(item.name)” stands twice.", parameter: item.name)
      }
    }
    self.items = items
  }

  private static func unknown(_ name: String, _ allowed: [String]) -> Problem {
    let rule =
      allowed.isEmpty
      ? "there are none here" : "allowed are \(allowed.joined(separator: ", "))"
    return Problem(
      .badRequest, "The parameter “\(name)” is not known; \(rule).", parameter: name,
      nearest: Spelling.nearest(to: name, among: allowed), allowed: allowed)
  }

  func value(_ name: String) -> String? { items.first { $0.name == name }?.value }

  /// A whole number in a range.
  func integer(_ name: String, _ range: ClosedRange<Int>) throws(Problem) -> Int? {
    guard let text = value(name) else { return nil }
    guard text.utf8.allSatisfy({ 48...57 ~= $0 }), let number = Int(text), range.contains(number)
    else {
      throw malformed(
        name, text, "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// One of some words.
  func word<Choice: RawRepresentable & CaseIterable>(
    _ name: String, as type: Choice.Type
  ) throws(Problem) -> Choice? where Choice.RawValue == String {
    guard let text = value(name) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    throw notAmong(name, text, Choice.allCases.map(\.rawValue))
  }

  /// Several of some words, commas between them.
  func words<Choice: RawRepresentable & CaseIterable>(
    _ name: String, as type: Choice.Type
  ) throws(Problem) -> [Choice]? where Choice.RawValue == String {
    guard let text = value(name) else { return nil }
    var choices: [Choice] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let choice = Choice(rawValue: String(word)) else {
        throw notAmong(name, String(word), Choice.allCases.map(\.rawValue))
      }
      choices.append(choice)
    }
    return choices
  }

  /// A moment or a stretch of time.
  func period(_ name: String, now: Int64) throws(Problem) -> Period? {
    guard let text = value(name) else { return nil }
    if let period = Period(text, now: now) { return period }
    throw malformed(name, text, "a date or a stretch of time, as \(Period.forms)")
  }

  func malformed(_ name: String, _ text: String, _ rule: String) -> Problem {
    Problem(
      .badRequest, "“\(text.prefix(80))” is no value for “\(name)”: it takes \(rule).",
      parameter: name)
  }

  private func notAmong(_ name: String, _ text: String, _ allowed: [String]) -> Problem {
    Problem(
      .badRequest,
      "“\(text.prefix(80))” is no value for “\(name)”: it takes \(allowed.joined(separator: ", ")).",
      parameter: name, nearest: Spelling.nearest(to: text, among: allowed), allowed: allowed)
  }
}
