// What JSON must escape is found wherever it stands.

import Testing

@testable import JSON

/// What is copied of some bytes.
private func plain(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  // An array of no capacity writes its count into the storage that all empty arrays share, which
  // the thread sanitizer takes for a race.
  unsafe [UInt8](unsafeUninitializedCapacity: bytes.count + 1) { buffer, count in
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let target = buffer.baseAddress else { return }
      unsafe count = JSONEscape.copyPlain(source, to: target)
    }
  }
}

struct JSONEscapeTests {
  @Test(arguments: Array(1...9) + [16, 23])
  func `every byte at every position is found, and only those that must be escaped`(length: Int) {
    for position in 0..<length {
      for byte in UInt8.min...UInt8.max {
        var bytes = [UInt8](repeating: 0x41, count: length)
        bytes[position] = byte
        let isEscape = byte < 0x20 || byte == 0x22 || byte == 0x5C
        for start in 0...position {
          #expect(plain(bytes[start...]) == Array(bytes[start..<(isEscape ? position : length)]))
        }
        #expect(plain(bytes[(position + 1)...]) == Array(bytes[(position + 1)...]))
      }
    }
  }
}
