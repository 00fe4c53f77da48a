// What a request asks for, each condition as it was understood.

import Dates
import HTTP
import Reports

/// The conditions of a request.
struct Asked {
  /// One parameter.
  struct Part {
    let name: ConditionName
    let isNot: Bool
    /// As it came.
    let value: String
    let conditions: Conditions
    /// What was made of it, for a person.
    let understood: @Sendable () -> String
  }

  let parts: [Part]
  /// All of them together.
  let conditions: Conditions
  /// Whether a condition counts from now, so that it means something else in a minute.
  let isRelative: Bool

  /// - Throws: 400 for a value that is malformed or no value of its enumeration.
  init(_ parameters: Parameters, _ call: Call) throws(Problem) {
    let reader = ConditionReader(parameters: parameters, call: call)
    var parts: [Part] = []
    for item in parameters.items {
      if let part = try reader.part(item) { parts.append(part) }
    }
    try reader.refuseLoneCompanions()
    self.parts = parts
    var all = Conditions()
    for part in parts { all.add(part.conditions) }
    conditions = all
    isRelative = (all.published + all.happened).contains { $0.test.isRelative }
  }
}
