// What libFuzzer calls with each input: the server's parts must keep their promises.

import Foundation

/// A part of the server that is fuzzed. A new one is a case here and a function in a file beside
/// this one, which tells what is wrong with an input, or nil.
private enum FuzzedPart: String, CaseIterable {
  case connection, chunks, target, fields, negotiation, dates, ranges, forwarded

  func fault(in input: [UInt8]) -> String? {
    switch self {
    case .connection: ConnectionPart.fault(in: input)
    case .chunks: ChunksPart.fault(in: input)
    case .target: TargetPart.fault(in: input)
    case .fields: FieldsPart.fault(in: input)
    case .negotiation: NegotiationPart.fault(in: input)
    case .dates: DatesPart.fault(in: input)
    case .ranges: RangesPart.fault(in: input)
    case .forwarded: ForwardedPart.fault(in: input)
    }
  }
}

/// The part that `DATELINE_FUZZ_PART` names.
private let part: FuzzedPart = {
  let name = ProcessInfo.processInfo.environment["DATELINE_FUZZ_PART"] ?? ""
  guard let part = FuzzedPart(rawValue: name) else {
    fatalError("DATELINE_FUZZ_PART: one of \(FuzzedPart.allCases.map(\.rawValue))")
  }
  return part
}()

/// Reads one input; a broken promise and a crash end the program.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHTTP(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // SAFETY: libFuzzer lends `count` bytes from `start` for the time of the call.
  let input = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  if let fault = part.fault(in: input) { fatalError(fault) }
  return 0
}
