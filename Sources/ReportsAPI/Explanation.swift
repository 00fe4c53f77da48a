// How a query was understood, and what emptied its answer.

import JSON
import Reports

/// The value of `explain`.
struct Explanation {
  private let parts: [(part: Asked.Part, matched: Int)]
  private let emptiedBy: String?

  /// - Parameter count: how many records some conditions leave.
  init(_ asked: Asked, matched: Int, count: (Conditions) -> Int) {
    parts = asked.parts.map { ($0, count($0.conditions)) }
    emptiedBy = matched > 0 ? nil : Self.emptied(parts, count)
  }

  /// The first condition that leaves nothing on its own, else the first that leaves nothing together
  /// with those before it. All together leave nothing, so that the last need not be asked.
  private static func emptied(
    _ parts: [(part: Asked.Part, matched: Int)], _ count: (Conditions) -> Int
  ) -> String? {
    if let alone = parts.first(where: { $0.matched == 0 }) { return alone.part.parameter }
    var together = Conditions()
    for (part, _) in parts.dropLast() {
      together.add(part.conditions)
      if count(together) == 0 { return part.parameter }
    }
    return parts.last?.part.parameter
  }

  /// The key and its value.
  func write(_ json: inout JSONWriter) {
    json.key("explain")
    json.object { json in
      json.key("conditions")
      json.array { json in
        for (part, matched) in parts { write(part, matched, &json) }
      }
      json.key("emptied_by")
      json.string(orNull: emptiedBy)
    }
  }

  private func write(_ part: Asked.Part, _ matched: Int, _ json: inout JSONWriter) {
    json.object { json in
      json.key("parameter")
      json.string(part.name.rawValue)
      json.key("not")
      json.boolean(part.isNot)
      json.key("value")
      json.string(part.value)
      json.key("understood")
      json.string(part.understood())
      json.key("matched")
      json.integer(matched)
    }
  }
}

extension Asked.Part {
  /// The parameter as it is written in a query.
  fileprivate var parameter: String { isNot ? name.negated ?? name.rawValue : name.rawValue }
}
