// Bytes that one owner appends to.

/// A growing block with one owner: to append asks nobody whether the block is shared, as an array must
/// each time.
@safe
struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var end: UnsafeMutablePointer<UInt8>
  private var limit: UnsafeMutablePointer<UInt8>

  init(reserving capacity: Int) {
    unsafe start = .allocate(capacity: max(64, capacity))
    unsafe end = start
    unsafe limit = start + max(64, capacity)
  }

  deinit { unsafe start.deallocate() }

  var count: Int { unsafe end - start }

  /// A copy.
  var bytes: [UInt8] { unsafe Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Puts a copy behind other bytes.
  func append(to bytes: inout [UInt8]) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
  }

  /// Makes room behind the last byte and has some of it written.
  @inline(__always)
  mutating func append(addingCapacity room: Int, _ write: (inout Pen) -> Void) {
    if unsafe limit - end < room { grow(by: room) }
    var pen = unsafe Pen(at: end, limit: limit)
    write(&pen)
    unsafe precondition(pen.at <= limit, "more was written than room was made for")
    unsafe end = pen.at
  }

  @inline(never)
  private mutating func grow(by room: Int) {
    let (count, larger) = unsafe (count, max(count + room, 2 * (limit - start)))
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe block.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = block
    unsafe end = block + count
    unsafe limit = block + larger
  }
}
