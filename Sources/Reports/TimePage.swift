// One page of a list of rows, in either order of time.

/// Which part of a list is wanted.
package struct PageRequest<Order: Sendable, Key: Sendable>: Sendable {
  package var order: Order
  /// The last record of the page before.
  package var after: Key?
  package var limit = 50

  package init(_ order: Order) { self.order = order }
}

package typealias TimePageRequest = PageRequest<ReportOrder, ReportKey>

/// Cuts pages out of rows that stand newest first, undated ones last.
///
/// A page begins behind its cursor's key, not at a number of rows, so that no record is lost or
/// repeated when others come or go between two pages.
struct TimePage {
  let rows: RowList
  let request: TimePageRequest
  /// Where a row stands.
  let key: (UInt32) -> ReportKey

  /// The rows of the page, in its order, and whether others follow.
  ///
  /// - Complexity: O(log rows + limit).
  func cut() -> (rows: [UInt32], isLast: Bool) {
    let found = request.order == .newestFirst ? Array(newestFirst) : oldestFirst()
    return (Array(found.prefix(request.limit)), found.count <= request.limit)
  }

  /// One more than wanted, to know whether there is one.
  private var wanted: Int { request.limit + 1 }

  private var newestFirst: RowList {
    rows[rows.startIndex(behind: request, key)...].prefix(wanted)
  }

  /// Rows of one second are in the same order in both directions, the seconds are not: so they are
  /// taken second by second from the end.
  private func oldestFirst() -> [UInt32] {
    let firstUndated = rows.partitioningIndex { !key($0).isDated }
    var found: [UInt32] = []
    var rest = rows[..<firstUndated]
    if let after = request.after {
      let end = rest.partitioningIndex { key($0).published < after.published }
      rest = after.isDated ? rest[..<end] : []
    }
    while found.count < wanted, let last = rest.last {
      let second = key(last).published
      let group = rest[rest.partitioningIndex { key($0).published <= second }...]
      found += group[group.startIndex(behind: request, key)...].prefix(wanted - found.count)
      rest = rest[..<group.startIndex]
    }
    let undated = rows[firstUndated...]
    let start = undated.startIndex(behind: request, key)
    return found + undated[start...].prefix(wanted - found.count)
  }
}

extension RowList {
  /// The first row behind the cursor, of rows that stand in the order of a request.
  fileprivate func startIndex(
    behind request: TimePageRequest, _ key: (UInt32) -> ReportKey
  ) -> Int {
    guard let after = request.after else { return startIndex }
    return partitioningIndex { request.order.precedes(after, key($0)) }
  }
}
