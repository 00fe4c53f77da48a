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
  /// Writes records, which come in the order of the list.
  static func writer(for request: ListRequest<Field>) -> (Record, inout JSONWriter) -> Void
  static var formats: [Format] { get }
}

extension RecordList {
  static var parameters: [String] { ListRequest<Field>.parameters }

  static var formats: [Format] { Format.ofPages }

  static func reply(_ call: Call, _: [String]) throws(Problem) -> Reply {
    try reply(ListRequest<Field>(call, formats))
  }

  static func reply(_ request: ListRequest<Field>) throws(Problem) -> Reply {
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
    let write = writer(for: request)
    return answer.response(returned: page.records.count) { json in
      for record in page.records { write(record, &json) }
    }
  }
}
