// What tells reports apart.

package import Digests
import Dates
import Extraction

extension ReportEntry {
  /// A digest of all that its document says and of all that was found in it, as far as the store
  /// keeps it: the same before it is taken and when it is read again.
  package var digest: Digest {
    var digest = Digest()
    for text in [id, headline, source, author, url, language] { digest.combine(text) }
    digest.combine(published.map { "\($0.start) \($0.precision.rawValue)" })
    digest.combine(text.span)
    digest.combine(UInt64(remarks.count))
    for remark in remarks { digest.combine(remark) }
    digest.combine(annotations.language)
    var (strings, count) = (digest, UInt32(0))
    let record = AnnotationEncoder.encode(annotations) { text in
      strings.combine(text)
      count += 1
      return Symbol(number: count)
    }
    strings.combine(record.span)
    return strings
  }
}

extension Digest {
  /// None is not the empty text.
  fileprivate mutating func combine(_ text: String?) {
    combine(UInt64(text == nil ? 0 : 1))
    if let text { combine(text) }
  }
}
