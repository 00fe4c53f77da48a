// Conditions and their order, RFC 9110 section 13.

import HTTP
import TestSupport
import Testing

private let now: Int64 = 1_728_345_599
private let changed: Int64 = 1_728_300_000
private let current = Validators(etag: EntityTag(opaque: "v"), lastModified: changed)
private let (before, after) = (HTTPDate.format(changed - 1), HTTPDate.format(changed + 1))
private let same = HTTPDate.format(changed)

private func verdict(
  _ fields: [String], method: String = "GET", on validators: Validators = current
) -> Verdict {
  let sent = SentHead(fields.map { $0 + "\r\n" }.joined(), method: method)
  return sent.head.verdict(on: validators, sent.bytes.span, now: now)
}

struct PreconditionsTests {
  @Test(
    arguments: [
      ([], .met), (["If-Match: \"v\""], .met), (["If-Match: *"], .met),
      (["If-Match: \"w\", \"v\""], .met), (["If-Match: \"w\""], .failed),
      (["If-Match: W/\"v\""], .failed), (["If-Match: \"v-gzip\""], .failed),
      (["If-Match: "], .failed), (["If-Match: \"w\"", "If-Match: \"v\""], .met),
      (["If-Unmodified-Since: \(same)"], .met), (["If-Unmodified-Since: \(after)"], .met),
      (["If-Unmodified-Since: \(before)"], .failed), (["If-Unmodified-Since: never"], .met),
      (["If-None-Match: \"v\""], .notModified), (["If-None-Match: W/\"v\""], .notModified),
      (["If-None-Match: *"], .notModified), (["If-None-Match: \"w\""], .met),
      (["If-None-Match: "], .met), (["If-None-Match: v"], .met),
      (["If-None-Match: \"w\"", "If-None-Match: \"v\""], .notModified),
      (["If-Modified-Since: \(same)"], .notModified),
      (["If-Modified-Since: \(after)"], .notModified), (["If-Modified-Since: \(before)"], .met),
      (["If-Modified-Since: \(HTTPDate.format(now))"], .notModified),
      // Invalid, of several members, or in the future: ignored.
      (["If-Modified-Since: now"], .met), (["If-Modified-Since: \(same), \(same)"], .met),
      (["If-Modified-Since: \(same)", "If-Modified-Since: \(same)"], .met),
      (["If-Modified-Since: \(HTTPDate.format(now + 1))"], .met),
      // The order of section 13.2.2.
      (["If-Match: \"v\"", "If-Unmodified-Since: \(before)"], .met),
      (["If-Match: \"w\"", "If-Unmodified-Since: \(after)"], .failed),
      (["If-Match: \"w\"", "If-None-Match: \"v\""], .failed),
      (["If-Match: \"v\"", "If-None-Match: \"v\""], .notModified),
      (["If-Unmodified-Since: \(before)", "If-None-Match: \"v\""], .failed),
      (["If-None-Match: \"w\"", "If-Modified-Since: \(after)"], .met),
      (["If-None-Match: \"v\"", "If-Modified-Since: \(before)"], .notModified),
    ] as [([String], Verdict)])
  func `conditions on what is there`(_ fields: [String], _ expected: Verdict) {
    #expect(verdict(fields) == expected)
    #expect(verdict(fields, method: "HEAD") == expected)
  }

  @Test(
    arguments: [
      (["If-Match: \"v\""], .failed), (["If-Match: *"], .met), (["If-None-Match: \"v\""], .met),
      (["If-None-Match: *"], .notModified), (["If-Modified-Since: \(after)"], .met),
      (["If-Unmodified-Since: \(before)"], .met),
    ] as [([String], Verdict)])
  func `an answer without tag and date`(_ fields: [String], _ expected: Verdict) {
    #expect(verdict(fields, on: Validators(etag: nil, lastModified: nil)) == expected)
  }

  @Test func `a method that selects nothing has nothing that would match`() {
    #expect(verdict(["If-Match: *"], method: "POST") == .failed)
    for field in [
      "If-None-Match: *", "If-Modified-Since: \(after)", "If-Unmodified-Since: \(before)",
    ] {
      #expect(verdict([field], method: "POST") == .met)
    }
    #expect(verdict(["If-Match: \"w\""], method: "OPTIONS") == .met)
  }

  @Test(
    arguments: [
      ("", true), ("\"v\"", true), ("W/\"v\"", false), ("\"w\"", false), ("*", false),
      (same, true), (before, false), (after, false), ("v", false), (",", false),
    ])
  func `a range holds for a strong tag or the very date`(_ value: String, _ holds: Bool) {
    let sent = SentHead(value.isEmpty ? "" : "If-Range: \(value)\r\n")
    let holdsHere = sent.head.rangeHolds(for: current, sent.bytes.span, now: now)
    #expect(holdsHere == holds)
  }

  @Test func `in the second of the change a date proves nothing`() {
    let sent = SentHead("If-Range: \(same)\r\n")
    let holds = sent.head.rangeHolds(for: current, sent.bytes.span, now: changed)
    #expect(!holds)
  }

  /// The five steps of section 13.2.2, as the RFC numbers them.
  private static func expected(_ sent: [String: String]) -> Verdict {
    let offset = { (name: String) in sent[name].flatMap { Int64($0) } }
    if let tag = sent["If-Match"] {
      if tag != "*" && tag != "\"v\"" { return .failed }
    } else if let date = offset("If-Unmodified-Since"), date < 0 {
      return .failed
    }
    if let tag = sent["If-None-Match"] {
      return ["*", "\"v\"", "W/\"v\""].contains(tag) ? .notModified : .met
    }
    if let date = offset("If-Modified-Since"), date >= 0, changed + date <= now {
      return .notModified
    }
    return .met
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `any conditions together are weighed in order`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 1...300 {
      var sent: [String: String] = [:]
      for name in ["If-Match", "If-None-Match"] where Bool.random(using: &random) {
        sent[name] = ["*", "\"v\"", "W/\"v\"", "\"w\""].randomElement(using: &random)
      }
      for name in ["If-Modified-Since", "If-Unmodified-Since"] where Bool.random(using: &random) {
        sent[name] = ["-10", "0", "10", "100000", "x"].randomElement(using: &random)
      }
      let fields = sent.map { name, value in
        "\(name): \(Int64(value).map { HTTPDate.format(changed + $0) } ?? value)"
      }
      #expect(verdict(fields) == Self.expected(sent), "seed \(seed): \(sent)")
    }
  }
}
