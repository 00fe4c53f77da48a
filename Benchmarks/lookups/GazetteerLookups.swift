// How long a name takes to be looked up: nanoseconds each, over names drawn from the whole image.

import Gazetteer

@main
struct GazetteerLookups {
  static func main() throws {
    let gazetteer = try Gazetteer(path: CommandLine.arguments[1])
    let step = max(1, gazetteer.count / 100_000)
    let known = stride(from: 0, to: gazetteer.count, by: step).map {
      Array(gazetteer.name(of: Place(row: UInt32($0))).utf8)
    }.shuffled()
    let unknown = known.map { $0 + Array("qx".utf8) }
    print(
      "lookup: \(nanoseconds(known, gazetteer)) ns of a name that is there,",
      "\(nanoseconds(unknown, gazetteer)) ns of one that is not")
  }

  /// The best of five rounds.
  private static func nanoseconds(_ names: [[UInt8]], _ gazetteer: Gazetteer) -> Int64 {
    var folded: [UInt8] = []
    let rounds = (0..<5).map { _ in
      ContinuousClock().measure {
        for name in names { _ = gazetteer.candidates(name.span, folded: &folded) }
      }
    }
    return Int64((rounds.min() ?? .zero) / .nanoseconds(names.count))
  }
}
