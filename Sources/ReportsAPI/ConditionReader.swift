// From parameters to conditions.

import Dates
import Extraction
import HTTP
import Reports

/// Reads the conditions of one request.
struct ConditionReader {
  let parameters: Parameters
  let call: Call

  /// The condition of a parameter; nil for one that is none.
  func part(_ item: QueryItem) throws(Problem) -> Asked.Part? {
    let isNot = item.name.hasSuffix("!")
    let plain = isNot ? String(item.name.dropLast()) : item.name
    guard let name = ConditionName(rawValue: plain) else { return nil }
    let meaning = try meaning(of: item, name)
    return Asked.Part(
      name: name, isNot: isNot, value: item.value,
      conditions: meaning.conditions(isNot: isNot), understood: meaning.understood)
  }

  /// A value as a test, and in words.
  struct Meaning {
    enum Test {
      case text(TextQuery)
      case published(Period)
      case happened(Period)
      case place(PlaceTest)
      case quotation(QuotationTest)
    }

    let test: Test
    /// Made only where it is asked for: there may be many names.
    let understood: @Sendable () -> String

    init(test: Test, understood: @autoclosure @escaping @Sendable () -> String) {
      self.test = test
      self.understood = understood
    }

    func conditions(isNot: Bool) -> Conditions {
      var conditions = Conditions()
      switch test {
      case .text(let query): conditions.text = query
      case .published(let period): conditions.published = [Condition(period, isNot: isNot)]
      case .happened(let period): conditions.happened = [Condition(period, isNot: isNot)]
      case .place(let test): conditions.places = [Condition(test, isNot: isNot)]
      case .quotation(let test): conditions.quotations = [Condition(test, isNot: isNot)]
      }
      return conditions
    }
  }

  private func meaning(of item: QueryItem, _ name: ConditionName) throws(Problem) -> Meaning {
    switch name {
    case .q: try text(item)
    case .published: try published(item)
    case .datetime: try happened(item)
    case .locality, .country, .admin1: try namedPlace(item, name)
    case .bbox: try box(item)
    case .near: try circle(item)
    case .role: try role(item)
    case .controlStatus: try status(item)
    case .speaker, .speakerRole, .affiliation, .cue: try quotationName(item, name)
    case .type: try type(item)
    }
  }

  // MARK: - Reports

  private func text(_ item: QueryItem) throws(Problem) -> Meaning {
    do throws(TextQueryFault) {
      let query = try TextQuery(item.value)
      return Meaning(test: .text(query), understood: query.description)
    } catch {
      throw Problem(
        .badRequest, "“\(item.value.prefix(80))” is no value for “q”: \(error).", parameter: "q")
    }
  }

  // MARK: - Quotations

  private func quotationName(_ item: QueryItem, _ name: ConditionName) throws(Problem) -> Meaning {
    var values = try parameters.values(item)
    if name == .cue { values = values.map { Extraction.cueLemma(of: $0) ?? $0 } }
    let test: QuotationTest =
      switch name {
      case .speakerRole: .role(values)
      case .affiliation: .affiliation(values)
      case .cue: .cue(values)
      default: .speaker(values)
      }
    return Meaning(
      test: .quotation(test),
      understood: Self.list(call.snapshot.names(meeting: test), of: name.noun))
  }

  private func type(_ item: QueryItem) throws(Problem) -> Meaning {
    let kinds = try parameters.words(item, among: Quotation.Kind.allCases)
    return Meaning(
      test: .quotation(.kind(kinds)),
      understood: kinds.map(\.rawValue).joined(separator: " or ") + " quotations")
  }

  /// How many there are, and the first of them.
  static func list(_ names: [String], of noun: String) -> String {
    if names.isEmpty { return "no \(noun) of this name is known" }
    let shown = names.prefix(5).joined(separator: "; ")
    return "\(names.count) by name: \(shown)\(names.count > 5 ? "; …" : "")"
  }
}

extension ConditionName {
  /// What it names, for a person.
  var noun: String {
    switch self {
    case .speakerRole: "role"
    case .affiliation: "affiliation"
    case .cue: "cue"
    case .country: "country"
    case .admin1: "unit of the first level"
    case .locality: "place"
    default: "speaker"
    }
  }
}
