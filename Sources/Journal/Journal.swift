// Changes beyond the life of a process, in a file of SQLite.

package import Reports

/// The numbers and kinds of the last changes, and of every report a digest, so that a server that
/// starts again goes on with the next number and tells what changed while it did not run.
///
/// What it has is on disk before anybody sees it: a number that was given out never means something
/// else, whenever the process or the machine ends.
package final class Journal: @unchecked Sendable {
  // SAFETY of `@unchecked`: the one writer alone calls it.
  private let database: Database
  private let path: String
  private let keeping: Int
  private static let format = "dateline changes 1"

  /// Opens a journal, or begins one.
  ///
  /// - Parameters:
  ///   - reader: what else than their digests tells reports apart; where it is another than before, every
  ///     report may be another, and the journal begins anew.
  ///   - start: the number that the first change of a new journal follows.
  package init(
    _ path: String, reader: String, start: Int64, keeping: Int
  ) throws(JournalFault) {
    database = try Database(path)
    self.path = path
    self.keeping = keeping
    try database.transaction { () throws(JournalFault) in
      try database.run("CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT)")
      try check(path)
      try database.run(
        "CREATE TABLE IF NOT EXISTS changes (number INTEGER PRIMARY KEY, kind TEXT, id TEXT)")
      try database.run("CREATE TABLE IF NOT EXISTS reports (id TEXT PRIMARY KEY, digest TEXT)")
      if try fact("reader") != reader { try begin(reader, start) }
    }
  }

  private func check(_ path: String) throws(JournalFault) {
    var tables = 0
    try database.run("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name != 'facts'")
    {
      tables = Int($0.integer(0))
    }
    let format = try fact("format")
    if format == nil, tables == 0 { return try set("format", Self.format) }
    if format != Self.format {
      throw JournalFault(description: "\(path): this is no file of changes of this program")
    }
  }

  private func begin(_ reader: String, _ start: Int64) throws(JournalFault) {
    try database.run("DELETE FROM changes")
    try database.run("DELETE FROM reports")
    try set("reader", reader)
    // The clock may have been set back.
    try set("last", String(max(start, try last + 1)))
    try set("is_new", "1")
  }

  private func fact(_ name: String) throws(JournalFault) -> String? {
    var value: String?
    try database.run("SELECT value FROM facts WHERE name = ?", [.text(name)]) {
      value = $0.text(0)
    }
    return value
  }

  private func set(_ name: String, _ value: String) throws(JournalFault) {
    try database.run("INSERT OR REPLACE INTO facts VALUES (?, ?)", [.text(name), .text(value)])
  }
}

extension Journal {
  /// The changes that it has, in their order, and the number of the last.
  ///
  /// - Throws: also where numbers are missing, so that they would mean other changes.
  package func changes() throws(JournalFault) -> (changes: [Change], last: Int64) {
    var changes: [Change] = []
    var (next, isWhole) = (Int64?.none, true)
    try database.run("SELECT number, kind, id FROM changes ORDER BY number") { row in
      let number = row.integer(0)
      guard let kind = Change.Kind(rawValue: row.text(1)), number == next ?? number else {
        isWhole = false
        return
      }
      changes.append(Change(kind, row.text(2)))
      next = number + 1
    }
    let last = try last
    if isWhole, next == nil || next == last + 1 { return (changes, last) }
    throw JournalFault(description: "\(path): changes are missing in it")
  }

  private var last: Int64 {
    get throws(JournalFault) {
      guard let text = try fact("last") else { return 0 }
      // More than any clock gives: what is added to it stays a number.
      if let last = Int64(text), (0..<Int64.max / 2).contains(last) { return last }
      throw JournalFault(description: "\(path): \(text) is no number of a change")
    }
  }

  /// Notes the reports of a load; what changed since it last knew, which it then has: first what went,
  /// then what came or is another, by their ids. Of a new journal that is nothing.
  package func begin(with digests: [ExactName: String]) throws(JournalFault) -> [Change] {
    var known: [ExactName: String] = [:]
    try database.run("SELECT id, digest FROM reports") { known[ExactName($0.text(0))] = $0.text(1) }
    var changes = known.keys.filter { digests[$0] == nil }.sorted().map {
      Change(.deleted, $0.text)
    }
    for (id, digest) in digests.sorted(by: { $0.key < $1.key }) where known[id] != digest {
      changes.append(Change(known[id] == nil ? .added : .updated, id.text))
    }
    let isNew = try fact("is_new") == "1"
    try database.transaction { () throws(JournalFault) in
      try note(changes) { digests[ExactName($0)] }
      if !isNew { try append(changes) }
      try set("is_new", "0")
    }
    return isNew ? [] : changes
  }

  private func append(_ changes: [Change]) throws(JournalFault) {
    var number = try last
    for change in changes {
      number += 1
      try database.run(
        "INSERT INTO changes VALUES (?, ?, ?)",
        [.integer(number), .text(change.kind.rawValue), .text(change.id)])
    }
    try set("last", String(number))
    try database.run("DELETE FROM changes WHERE number <= ?", [.integer(number - Int64(keeping))])
  }

  private func note(
    _ changes: [Change], _ digest: (String) -> String?
  ) throws(JournalFault) {
    for change in changes {
      if change.kind == .deleted {
        try database.run("DELETE FROM reports WHERE id = ?", [.text(change.id)])
      } else {
        try database.run(
          "INSERT OR REPLACE INTO reports VALUES (?, ?)",
          [.text(change.id), .text(digest(change.id) ?? "")])
      }
    }
  }
}

extension Journal: ChangeKeeper {
  package func keep(
    _ changes: [Change], digest: (String) -> String?
  ) throws(KeepingFault) {
    do throws(JournalFault) {
      try database.transaction { () throws(JournalFault) in
        try append(changes)
        try note(changes, digest)
      }
    } catch {
      throw KeepingFault(reason: error.description)
    }
  }
}
