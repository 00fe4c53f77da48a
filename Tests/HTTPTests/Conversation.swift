// A peer's bytes, taken as a connection takes them, and what came of them in words.

import HTTP

/// Heads are parsed again from their start with each piece that comes, bodies piece by piece.
struct Conversation {
  private let limits: Limits
  private var told: [String] = []
  private var unread: [UInt8] = []
  private var head = RequestHead()
  private var decoder: BodyDecoder?
  private var body: [UInt8] = []
  /// Refused, or complete and not to be kept: nothing more is read.
  private var isOver = false

  init(limits: Limits) { self.limits = limits }

  /// What comes of the bytes when they are all there at once.
  static func atOnce(_ bytes: [UInt8], limits: Limits = Limits()) -> [String] {
    var conversation = Conversation(limits: limits)
    conversation.feed(bytes)
    return conversation.events
  }

  /// What comes of them one at a time.
  static func byteByByte(_ bytes: [UInt8], limits: Limits = Limits()) -> [String] {
    var conversation = Conversation(limits: limits)
    for byte in bytes where !conversation.isOver { conversation.feed([byte]) }
    return conversation.events
  }

  /// What came of all that was fed; `incomplete` at the end where a request is not whole.
  var events: [String] {
    let isWaiting = told.isEmpty || decoder != nil || !unread.isEmpty
    return isWaiting && !isOver ? told + ["incomplete"] : told
  }

  mutating func feed(_ bytes: [UInt8]) {
    unread += bytes
    while !isOver, !unread.isEmpty, decoder == nil ? takeHead() : takeBody() {}
  }

  /// Whether a head was whole.
  private mutating func takeHead() -> Bool {
    let bytes = unread
    switch head.parse(bytes.span, limits: limits) {
    case .complete(let consumed):
      tellHead()
      unread.removeFirst(consumed)
      decoder = BodyDecoder(head.framing, limits: limits)
      if decoder == nil { tellEnd() }
      return true
    case .incomplete: return false
    case .invalid(let violation): return refuse(violation)
    }
  }

  /// Whether a body was whole.
  private mutating func takeBody() -> Bool {
    let bytes = unread
    switch decoder?.decode(bytes.span, into: &body) {
    case .complete(let consumed):
      unread.removeFirst(consumed)
      tell("body \(body.count)", Notation.text(body))
      body = []
      decoder = nil
      tellEnd()
      return true
    case .invalid(let violation): return refuse(violation)
    case .incomplete, nil:
      unread = []
      return false
    }
  }

  private mutating func refuse(_ violation: Violation) -> Bool {
    told.append("refused \(violation.status.rawValue) \(violation)")
    isOver = true
    return false
  }

  private mutating func tellEnd() {
    told.append("complete")
    isOver = !head.keepsAlive
  }

  private mutating func tellHead() {
    tell("method", head.method.rawValue)
    tell("path", text(head.path))
    if !head.query.isEmpty { tell("query", text(head.query)) }
    if head.minorVersion == 0 { tell("version", "1.0") }
    if !head.authority.isEmpty { tell("host", text(head.authority)) }
    for field in head.fields where field.known != .host {
      tell("field \(text(field.name)):", text(field.value))
    }
    if head.expectsContinue { told.append("expects continue") }
    told.append(head.keepsAlive ? "keeps alive" : "closes")
  }

  private mutating func tell(_ what: String, _ text: String) {
    told.append(text.isEmpty ? what : "\(what) \(text)")
  }

  private func text(_ range: Range<Int>) -> String { Notation.text(unread[range]) }
}
