// What is kept of an answer: its forms, and what is said to who has them.

import HTTP

/// An answer as bytes, made once for all who ask the same.
final class CachedAnswer {
  let key: AnswerKey
  let route: RouteNumber
  let plain: CachedForm
  /// Nil where there is no compressed form.
  let gzip: CachedForm?
  private let takesRanges: Bool

  init(
    key: AnswerKey, route: RouteNumber = .none, plain: CachedForm, gzip: CachedForm? = nil,
    takesRanges: Bool = false
  ) {
    self.key = key
    self.route = route
    self.plain = plain
    self.gzip = gzip
    self.takesRanges = takesRanges
  }

  /// In bytes.
  var size: Int { key.bytes.count + plain.size + (gzip?.size ?? 0) + 256 }

  /// What of it a request wants, if that was kept; most requests say nothing of it.
  @inline(__always)
  func choose(
    _ head: RequestHead, _ bytes: Span<UInt8>, now: Int64
  ) -> KeptAnswer? {
    if head.named.isDisjoint(with: .choosing) { return plain.whole }
    return chooseForm(head, bytes, now)
  }

  private func chooseForm(
    _ head: RequestHead, _ bytes: Span<UInt8>, _ now: Int64
  ) -> KeptAnswer? {
    if takesRanges, head.named.contains(FieldSet(.range)) { return nil }
    let form = if let gzip, head.coding(bytes) == .gzip { gzip } else { plain }
    switch head.verdict(on: form.validators, bytes, now: now) {
    case .met: return form.whole
    case .notModified: return form.notModified.map { KeptAnswer(answer: $0, status: 304) }
    case .failed: return nil
    }
  }
}

/// What a request gets of a cached answer.
struct KeptAnswer {
  let answer: DatedAnswer
  let status: Int
}

/// One representation of an answer.
final class CachedForm {
  let validators: Validators
  /// Nil for one that is too long to be kept, or was not asked for yet.
  let full: DatedAnswer?
  /// The 304 to a client that has it.
  let notModified: DatedAnswer?

  init(validators: Validators, full: DatedAnswer?, notModified: DatedAnswer?) {
    self.validators = validators
    self.full = full
    self.notModified = notModified
  }

  fileprivate var whole: KeptAnswer? { full.map { KeptAnswer(answer: $0, status: 200) } }

  fileprivate var size: Int { (full?.bytes.count ?? 0) + (notModified?.bytes.count ?? 0) }
}
