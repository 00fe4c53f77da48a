// What the lists have in common.

import HTTP
import JSON
import Reports

/// A list of records: its own are the query, the orders and how a record is written.
protocol RecordList: SendableMetatype {
  associatedtype Field: FieldName
  associatedtype Order: RawRepresentable<String> & CaseIterable & Sendable
  associatedtype Key: CursorKey & Sendable
  associatedtype Record: Sendable

  static var kind: ListKind { get }
  static var standardOrder: Order { get }

  static func page(
    of snapshot: Snapshot, _ conditions: Conditions, _ wanted: PageRequest<Order, Key>
  ) -> Page<Record, Key>
  /// How many records meet some conditions.
  static func count(in snapshot: Snapshot, _ conditions: Conditions) -> Int
  /// Writes all records of a page, one after another.
  static func write(
    _ records: [Record], for request: ListRequest<Field>, _ json: inout JSONWriter)
}

extension RecordList {
  static var parameters: [String] { ListRequest<Field>.parameters }

  static func reply(_ call: Call, _: [String]) throws(Problem) -> Reply {
    let request = try ListRequest<Field>(call)
    var wanted = PageRequest<Order, Key>(
      try request.parameters.word("sortby", as: Order.self) ?? standardOrder)
    wanted.limit = request.limit
    wanted.after = try request.parameters.after(kind.cursorList, wanted.order.rawValue)
    return try .inline(unless: request.isLong) { [wanted] in response(to: request, wanted) }
  }

  private static func response(
    to request: ListRequest<Field>, _ wanted: PageRequest<Order, Key>
  ) -> Response {
    let snapshot = request.call.snapshot
    let page = page(of: snapshot, request.asked.conditions, wanted)
    let next = page.next.map {
      Cursor(list: kind.cursorList, order: wanted.order.rawValue, key: $0).token
    }
    let explanation = request.explanation(page.matched) { count(in: snapshot, $0) }
    let answer = ListAnswer(
      kind: kind, request: request, matched: page.matched, next: next, explanation: explanation)
    return answer.response(returned: page.records.count) {
      write(page.records, for: request, &$0)
    }
  }
}
