// The calls of SQLite that the journal needs.

import CSQLite

/// Why the file of changes cannot be used.
package struct JournalFault: Error, Equatable, CustomStringConvertible {
  package let description: String
}

/// One open SQLite database; one thread at a time uses it.
@safe
final class Database {
  private let handle: OpaquePointer
  private let path: String

  /// Opens a file, or makes it, for this process alone; what is committed there survives the loss of power.
  init(_ path: String) throws(JournalFault) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let code = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let handle = unsafe opened else {
      unsafe sqlite3_close(opened)
      let reason = unsafe Self.reason(code) ?? String(cString: sqlite3_errstr(code))
      throw JournalFault(description: "\(path): \(reason)")
    }
    unsafe self.handle = handle
    self.path = path
    // Two servers would give the same numbers to different changes.
    try run("PRAGMA locking_mode = EXCLUSIVE")
    // All that is committed stands in the one file: with WAL a damaged second one would take back changes
    // that were told, without a word.
    try run("PRAGMA journal_mode = TRUNCATE")
    try run("PRAGMA synchronous = FULL")
  }

  deinit { unsafe sqlite3_close(handle) }

  /// Runs a statement with values for its question marks; `row` is called for each row of its answer.
  func run(
    _ sql: String, _ values: [Value] = [], row: (borrowing Row) -> Void = { _ in }
  ) throws(JournalFault) {
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(handle, sql, -1, &prepared, nil)
    guard code == SQLITE_OK, let statement = unsafe prepared else { throw fault }
    defer { unsafe sqlite3_finalize(statement) }
    for (index, value) in zip(Int32(1)..., values) { unsafe bind(value, statement, index) }
    while true {
      switch unsafe sqlite3_step(statement) {
      case SQLITE_ROW: unsafe row(Row(statement: statement))
      case SQLITE_DONE: return
      default: throw fault
      }
    }
  }

  /// All of `body`, or nothing.
  func transaction(_ body: () throws(JournalFault) -> Void) throws(JournalFault) {
    try run("BEGIN IMMEDIATE")
    do throws(JournalFault) {
      try body()
      try run("COMMIT")
    } catch {
      try? run("ROLLBACK")
      throw error
    }
  }

  private func bind(_ value: Value, _ statement: OpaquePointer, _ index: Int32) {
    switch value {
    case .integer(let number): unsafe sqlite3_bind_int64(statement, index, number)
    case .text(let text): unsafe sqlite_bind_bytes(statement, index, text, Int32(text.utf8.count))
    }
  }

  private var fault: JournalFault {
    let reason =
      unsafe Self.reason(sqlite3_errcode(handle)) ?? String(cString: sqlite3_errmsg(handle))
    return JournalFault(description: "\(path): \(reason)")
  }

  /// Where SQLite's own words do not say what to do.
  private static func reason(_ code: Int32) -> String? {
    switch code {
    case SQLITE_BUSY: "another process uses it"
    case SQLITE_CANTOPEN:
      "it cannot be opened; its folder must be there, and files be allowed in it"
    case SQLITE_READONLY: "it may not be written to"
    default: nil
    }
  }

  enum Value {
    case integer(Int64)
    case text(String)
  }

  /// A row of an answer, for as long as it is looked at.
  @safe
  struct Row: ~Copyable {
    fileprivate let statement: OpaquePointer

    func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(statement, column) }

    func text(_ column: Int32) -> String {
      guard let bytes = unsafe sqlite3_column_text(statement, column) else { return "" }
      let count = unsafe Int(sqlite3_column_bytes(statement, column))
      return unsafe String(
        decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
  }
}
