// Lines that were not taken, named and counted.

/// A line of a table that was not taken.
package struct TableFault: Equatable, Sendable, CustomStringConvertible {
  package let file: String
  package let line: Int
  /// What would be allowed there.
  package let allowed: String

  package var description: String { "\(file):\(line): \(allowed)" }
}

/// The first faults, and how many there are.
package struct FaultList: Sendable {
  package static let kept = 1000

  package private(set) var first: [TableFault] = []
  package private(set) var count = 0

  mutating func add(_ fault: RowFault, _ file: String, _ line: Int) {
    count += 1
    if first.count < Self.kept {
      first.append(TableFault(file: file, line: line, allowed: fault.allowed))
    }
  }
}
