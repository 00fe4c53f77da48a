// The forms that an answer takes: whole, compressed, a part of it, or only that it is unchanged.

import Compression

/// Which form of an answer a request gets.
package enum AnswerForm: Equatable, Sendable {
  case whole(ContentCoding)
  case part(Range<Int>)
  case notModified(ContentCoding)
  case preconditionFailed
  case rangeNotSatisfiable
}

extension Response {
  package var validators: Validators { Validators(etag: etag, lastModified: lastModified) }

  /// The form that a request gets: first the representation is chosen, then its conditions are
  /// weighed, then the range is cut (RFC 9110 section 13.2.2). What is no success is sent as it is.
  ///
  /// Ranges are those of the plain form: a part of compressed bytes is of use to nobody who has not
  /// all before it.
  package func form(
    for head: RequestHead, _ bytes: Span<UInt8>, now: Int64
  ) -> AnswerForm {
    let range = takesRanges ? head.range(bytes) : nil
    let coding = range == nil && isCompressible ? head.coding(bytes) : .identity
    guard status.isSuccess, etag != nil || lastModified != nil || head.method == .post else {
      return .whole(coding)
    }
    let etag = coding == .gzip ? etag?.gzipped : etag
    switch head.verdict(on: Validators(etag: etag, lastModified: lastModified), bytes, now: now) {
    case .failed: return .preconditionFailed
    case .notModified: return .notModified(coding)
    case .met: break
    }
    guard let range, case .bytes(let body) = self.body,
      head.rangeHolds(for: validators, bytes, now: now)
    else { return .whole(coding) }
    guard let part = range.bytes(of: body.count) else { return .rangeNotSatisfiable }
    // A part with no byte cannot be told in Content-Range.
    return part.isEmpty ? .whole(.identity) : .part(part)
  }

  /// The answer in a form that was chosen.
  package func inForm(_ form: AnswerForm) -> Response {
    switch form {
    case .whole(.identity): self
    case .whole(.gzip): gzipped
    case .part(let range): part(range)
    case .notModified(let coding): notModified(coding)
    case .preconditionFailed: preconditionFailed
    case .rangeNotSatisfiable: rangeNotSatisfiable
    }
  }

  // MARK: - gzip

  /// Shorter bodies fit into a packet or two as they are.
  package static let compressibleBytes = 1024

  /// Whether there is a compressed form: of texts that are not tiny. Events have none: zlib would take
  /// 256 KiB for each of thousands of streams.
  package var isCompressible: Bool {
    if case .bytes(let body) = body, body.count < Self.compressibleBytes { return false }
    let type = fields.first { $0.name == "Content-Type" }?.value ?? ""
    let name = type.prefix { $0 != ";" }
    if name == "text/event-stream" { return false }
    return name.hasPrefix("text/") || name.hasSuffix("json") || name.hasSuffix("xml")
  }

  /// Whether the body is bytes, not yet to be made.
  package var isAllThere: Bool {
    if case .bytes = body { true } else { false }
  }

  /// Bytes of the body; 0 for one that is not all there.
  package var bodyBytes: Int {
    if case .bytes(let body) = body { body.count } else { 0 }
  }

  /// As small as can be, for what is sent often.
  package static func compressedOnce(_ bytes: [UInt8]) -> [UInt8] {
    Gzip.compress(bytes.span, level: Gzip.smallestLevel)
  }

  /// Does what takes long beforehand.
  package mutating func compress() {
    if case .bytes(let body) = body { compressed = Gzip.compress(body.span) }
  }

  /// The compressed form; itself where there is none.
  package var gzipped: Response {
    guard isCompressible else { return self }
    var response = self
    response.fields.append(Field("Content-Encoding", "gzip"))
    switch body {
    case .bytes(let body): response.body = .bytes(compressed ?? Gzip.compress(body.span))
    case .producer(let producer): response.body = .producer(Self.gzipping(producer))
    }
    response.compressed = nil
    response.etag = etag?.gzipped
    return response
  }

  /// Compresses each part as it is made, so that whoever reads has all of it.
  private static func gzipping(_ producer: @escaping BodyProducer) -> BodyProducer {
    let gzip = GzipStream()
    return { output in
      var part: [UInt8] = []
      let produced = producer(&part)
      gzip.compress(part.span, isLast: produced == .last, into: &output)
      return produced
    }
  }

  // MARK: - 304, 206, 412, 416

  /// The 304 in place of this answer: the fields that RFC 9110 section 15.4.5 asks for.
  package func notModified(_ coding: ContentCoding) -> Response {
    var response = self
    response.status = .notModified
    response.fields = fields.filter { Self.keptFields.contains($0.name) }
    response.body = .bytes([])
    response.takesRanges = false
    if coding == .gzip { response.etag = etag?.gzipped }
    return response
  }

  private static let keptFields: Set<String> = ["Cache-Control", "Content-Location", "Expires"]

  /// The 206 with some bytes of the plain form, RFC 9110 section 15.3.7.
  package func part(_ range: Range<Int>) -> Response {
    guard case .bytes(let body) = body else { return self }
    var response = self
    response.status = .partialContent
    response.fields.append(
      Field(
        "Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(body.count)"))
    response.body = .bytes(Array(body[range]))
    return response
  }

  package var preconditionFailed: Response {
    replaced(
      by: Problem(
        .preconditionFailed,
        "What is here is not in the state that If-Match or If-Unmodified-Since names."))
  }

  package var rangeNotSatisfiable: Response {
    guard case .bytes(let body) = body else { return self }
    var problem = Problem(
      .rangeNotSatisfiable, "The range lies outside of the \(body.count) bytes that there are.")
    problem.fields = [Field("Content-Range", "bytes */\(body.count)")]
    return replaced(by: problem)
  }

  /// A problem in place of this answer; it depends on what this answer depends on, and counts for
  /// its route.
  private func replaced(by problem: Problem) -> Response {
    var response = problem.response.on(route)
    response.vary = vary
    return response
  }
}
