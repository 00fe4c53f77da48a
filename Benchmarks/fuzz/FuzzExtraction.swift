// What libFuzzer calls with each input: the extraction must end, and keep its promises.

import Dates
import Extraction
import Foundation
import Gazetteer

/// The gazetteer that `DATELINE_GAZETTEER` names; `.build/gazetteer.image` without it.
private let gazetteer: Gazetteer = {
  let named = ProcessInfo.processInfo.environment["DATELINE_GAZETTEER"] ?? ""
  let path = named.isEmpty ? ".build/gazetteer.image" : named
  do throws(ImageFault) {
    return try Gazetteer(path: path)
  } catch {
    fatalError("\(path): \(error)")
  }
}()

/// Reads one input twice; a broken promise, a crash and two readings that differ end the program.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExtraction(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // SAFETY: libFuzzer lends `count` bytes from `start` for the time of the call.
  let text = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  var context = Context()
  // Inputs of odd length are texts with a day of their own.
  context.published = count % 2 == 1 ? CivilDate(year: 2024, month: 10, day: 30) : nil
  context.language = [nil, "fr", "uk"][count % 3]
  let found = Extraction.annotate(text, context, gazetteer: gazetteer)
  let faults = found.faults(in: text)
  if !faults.isEmpty { fatalError(faults.joined(separator: "\n")) }
  if found != Extraction.annotate(text, context, gazetteer: gazetteer) {
    fatalError("two readings")
  }
  return 0
}
