// Encoded answers by request, a cache of each loop's own.

import HTTP

/// Answers to GET and HEAD by target, authority, `Accept` and TLS: all that they may depend on.
///
/// Two generations bound it: when the young one is full it becomes the old one, and what is asked
/// for again moves back.
struct AnswerCache {
  private var young: [Int: CachedAnswer] = [:]
  private var old: [Int: CachedAnswer] = [:]
  private var youngBytes = 0
  private var oldBytes = 0
  private let generationBytes: Int
  /// How often answers that were given before ceased to hold.
  private(set) var emptyings = 0

  init(maximumBytes: Int) { generationBytes = maximumBytes / 2 }

  mutating func removeAll() {
    emptyings += 1
    young = [:]
    old = [:]
    (youngBytes, oldBytes) = (0, 0)
  }

  /// Of both generations; what moved back is in both.
  var bytes: Int { youngBytes + oldBytes }
  var count: Int { young.count + old.count }

  mutating func find(_ head: RequestHead, _ bytes: Span<UInt8>) -> CachedAnswer? {
    let hash = AnswerKey.hash(head, bytes)
    if let answer = young[hash] { return answer.key.matches(head, bytes) ? answer : nil }
    guard let answer = old[hash], answer.key.matches(head, bytes) else { return nil }
    insert(answer)
    return answer
  }

  /// What is kept of the same request, if anything.
  func peek(_ key: AnswerKey) -> CachedAnswer? {
    [young, old].lazy.compactMap { $0[key.hash] }.first { $0.key.bytes == key.bytes }
  }

  mutating func insert(_ answer: CachedAnswer) {
    youngBytes -= young.removeValue(forKey: answer.key.hash)?.size ?? 0
    if youngBytes + answer.size > generationBytes {
      old = young
      young = [:]
      (youngBytes, oldBytes) = (0, youngBytes)
    }
    young[answer.key.hash] = answer
    youngBytes += answer.size
  }
}

/// Whether it came by TLS, and path, query, authority and the lines of `Accept`, each with a line feed
/// behind it, which none of them can hold.
struct AnswerKey {
  fileprivate(set) var bytes: [UInt8] = []
  fileprivate let hash: Int

  private static let separator = UInt8(ascii: "\n")

  init(_ head: RequestHead, _ source: Span<UInt8>) {
    hash = Self.hash(head, source)
    var bytes: [UInt8] = [head.isSecure ? 1 : 0]
    Self.forEachPart(head) { part in
      for index in part { bytes.append(source[index]) }
      bytes.append(Self.separator)
    }
    self.bytes = bytes
  }

  /// Seeded anew in each process, so that nobody can choose targets that collide.
  static func hash(_ head: RequestHead, _ source: Span<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(head.isSecure)
    forEachPart(head) { part in
      unsafe source.extracting(part).withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
      hasher.combine(separator)
    }
    return hasher.finalize()
  }

  func matches(_ head: RequestHead, _ source: Span<UInt8>) -> Bool {
    var at = 1
    var isEqual = bytes[0] == (head.isSecure ? 1 : 0)
    Self.forEachPart(head) { part in
      isEqual = isEqual && at + part.count < bytes.count && bytes[at + part.count] == Self.separator
      guard isEqual else { return }
      for index in part {
        if bytes[at] != source[index] { return isEqual = false }
        at += 1
      }
      at += 1
    }
    return isEqual && at == bytes.count
  }

  @inline(__always)
  private static func forEachPart(_ head: RequestHead, _ body: (Range<Int>) -> Void) {
    body(head.path)
    body(head.query)
    body(head.authority)
    for line in head.fields where line.known == .accept { body(line.value) }
  }
}
