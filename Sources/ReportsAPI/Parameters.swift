// Query parameters: each is known, each stands once, each value is understood, or it is a 400.

import Dates
import HTTP

/// The parameters of a request to one route.
struct Parameters {
  let items: [QueryItem]

  /// - Parameter negated: further names, those that end in `!`.
  /// - Throws: 400 for a parameter that the route does not have, or that stands twice.
  init(
    _ items: [QueryItem], allowed: [String], negated: [String] = []
  ) throws(Problem) {
    for (index, item) in items.enumerated() {
      if !allowed.contains(item.name), !negated.contains(item.name) {
        throw Self.unknown(item.name, allowed, negated)
      }
      if items[..<index].contains(where: { $0.name == item.name }) {
        throw Self.repeated(item.name)
      }
    }
    self.items = items
  }

  private static func repeated(_ name: String) -> Problem {
    let rule =
      ConditionName.takesSeveral(name)
      ? "several values go into one, with commas between" : "it takes one value"
    return Problem(
      .badRequest, "The parameter “\(name)” stands twice; \(rule).", parameter: name)
  }

  private static func unknown(
    _ name: String, _ allowed: [String], _ negated: [String]
  ) -> Problem {
    let isNot = name.hasSuffix("!")
    if isNot, allowed.contains(String(name.dropLast())) {
      return unnegatable(String(name.dropLast()), negated)
    }
    let rule =
      allowed.isEmpty
      ? "there are none here" : "allowed are \(allowed.joined(separator: ", "))"
    return Problem(
      .badRequest, "The parameter “\(name)” is not known; \(rule).", parameter: name,
      nearest: Spelling.nearest(to: name, among: isNot ? negated : allowed), allowed: allowed)
  }

  private static func unnegatable(_ name: String, _ negated: [String]) -> Problem {
    let others = negated.map { String($0.dropLast()) }
    let rule = others.isEmpty ? "" : "; those that do are \(others.joined(separator: ", "))"
    return Problem(
      .badRequest, "“\(name)” takes no “!=”\(rule).", parameter: name + "!", nearest: name)
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
  func word<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, as type: Choice.Type
  ) throws(Problem) -> Choice? { try word(name, among: Array(Choice.allCases)) }

  func word<Choice: RawRepresentable<String>>(
    _ name: String, among offered: [Choice]
  ) throws(Problem) -> Choice? {
    guard let text = value(name) else { return nil }
    if let choice = offered.first(where: { $0.rawValue == text }) { return choice }
    throw notAmong(name, text, offered.map(\.rawValue))
  }

  /// Whether `explain` is 1.
  func isExplained() throws(Problem) -> Bool { try word("explain", as: Choice.self) == .yes }

  /// The members that `fields` names, in the order in which they are offered; all where it is not
  /// there.
  func fields<Field: FieldName>(among offered: [Field]) throws(Problem) -> [Field] {
    guard let item = items.first(where: { $0.name == "fields" }) else { return offered }
    let wanted = try words(item, among: offered)
    return offered.filter { wanted.contains($0) }
  }

  /// Several of some words, commas between them.
  func words<Choice: RawRepresentable<String>>(
    _ item: QueryItem, among offered: [Choice]
  ) throws(Problem) -> [Choice] {
    var choices: [Choice] = []
    for word in item.value.split(separator: ",", omittingEmptySubsequences: false) {
      guard let choice = offered.first(where: { $0.rawValue == word }) else {
        throw notAmong(item.name, String(word), offered.map(\.rawValue))
      }
      choices.append(choice)
    }
    return choices
  }

  /// Several values, commas between them, blanks around them left out.
  func values(_ item: QueryItem) throws(Problem) -> [String] {
    let values = item.value.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.trimmingPrefix { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard values.count <= Self.maximumValues else {
      throw malformed(item.name, item.value, "\(Self.maximumValues) values at most")
    }
    guard !values.contains("") else {
      throw malformed(item.name, item.value, "one value, or several with commas between them")
    }
    return values
  }

  /// A request line holds some thousand short values, and each is looked up.
  static let maximumValues = 100

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

/// Values of a parameter that is asked or not.
private enum Choice: String, CaseIterable {
  case no = "0"
  case yes = "1"
}
