// Conditional requests, RFC 9110 section 13.

/// What tells one state of a representation from another.
package struct Validators: Equatable, Sendable {
  package let etag: EntityTag?
  /// Seconds since 1970.
  package let lastModified: Int64?

  package init(etag: EntityTag?, lastModified: Int64?) {
    self.etag = etag
    self.lastModified = lastModified
  }
}

/// What conditions come to.
package enum Verdict: Equatable, Sendable {
  /// The answer is sent.
  case met
  /// 304 in its place.
  case notModified
  /// 412 in its place.
  case failed
}

extension RequestHead {
  /// Weighs the conditions in the order of RFC 9110 section 13.2.2. They matter only where the
  /// answer would be a success.
  ///
  /// - Parameter now: seconds since 1970.
  package func verdict(
    on validators: Validators, _ bytes: Span<UInt8>, now: Int64
  ) -> Verdict {
    if named.isDisjoint(with: .conditions) { return .met }
    switch method {
    case .get, .head: return verdictOnRead(validators, bytes, now)
    case .options: return .met
    // No representation is selected, so that none has the tag that is asked for, nor a date.
    default: return named.contains(FieldSet(.ifMatch)) ? .failed : .met
    }
  }

  private func verdictOnRead(
    _ validators: Validators, _ bytes: Span<UInt8>, _ now: Int64
  ) -> Verdict {
    if named.contains(FieldSet(.ifMatch)) {
      if !lists(validators.etag, .ifMatch, by: .strong, bytes) { return .failed }
    } else if let date = date(.ifUnmodifiedSince, bytes, now),
      let changed = validators.lastModified, changed > date
    {
      return .failed
    }
    if named.contains(FieldSet(.ifNoneMatch)) {
      return lists(validators.etag, .ifNoneMatch, by: .weak, bytes) ? .notModified : .met
    }
    if let date = date(.ifModifiedSince, bytes, now), date <= now,
      let changed = validators.lastModified, changed <= date
    {
      return .notModified
    }
    return .met
  }

  /// Whether a field lists the tag, or is `*`, which any representation meets.
  private func lists(
    _ etag: EntityTag?, _ field: KnownField, by comparison: EntityTag.Comparison,
    _ bytes: Span<UInt8>
  ) -> Bool {
    hasLine(field) { value in
      let value = bytes.extracting(value)
      return value.equals("*") || etag?.isListed(in: value, by: comparison) == true
    }
  }

  /// Nil where there is no such field, several lines of it, or no date in it.
  private func date(_ field: KnownField, _ bytes: Span<UInt8>, _ now: Int64) -> Int64? {
    onlyLine(field).flatMap { HTTPDate.read(bytes.extracting($0), now: now) }
  }

  /// `If-Range`: whether the part asked for is one of these bytes, RFC 9110 section 13.1.5.
  package func rangeHolds(
    for validators: Validators, _ bytes: Span<UInt8>, now: Int64
  ) -> Bool {
    guard named.contains(FieldSet(.ifRange)) else { return true }
    guard let line = onlyLine(.ifRange) else { return false }
    let value = bytes.extracting(line)
    if let etag = validators.etag, etag.isListed(in: value, by: .strong) { return true }
    guard let date = HTTPDate.read(value, now: now) else { return false }
    // In the second of the change itself the bytes may still have been others.
    return date == validators.lastModified && date < now
  }
}
