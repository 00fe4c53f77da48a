// What of an answer is kept for those who ask the same.

import HTTP

extension EventLoop {
  /// Keeps the forms of an answer, or of long ones only that they have not changed.
  mutating func keep(_ response: Response, _ key: AnswerKey) {
    let kept = cache.peek(key)
    let isShort = response.bodyBytes <= limits.cachedAnswerBytes
    cache.insert(
      CachedAnswer(
        key: key, route: response.route,
        plain: form(response, .identity, full: isShort ? encode(response) : nil),
        gzip: response.isCompressible
          ? form(response, .gzip, full: compressedToKeep(response) ?? kept?.gzip?.full) : nil,
        takesRanges: response.takesRanges))
  }

  private func compressedToKeep(_ response: Response) -> DatedAnswer? {
    guard let compressed = response.compressed, compressed.count <= limits.cachedAnswerBytes
    else { return nil }
    return encode(response.gzipped)
  }

  private func form(
    _ response: Response, _ coding: ContentCoding, full: DatedAnswer?
  ) -> CachedForm {
    let unchanged = response.notModified(coding)
    return CachedForm(
      validators: unchanged.validators, full: full,
      notModified: response.etag.map { _ in encode(unchanged) })
  }
}
