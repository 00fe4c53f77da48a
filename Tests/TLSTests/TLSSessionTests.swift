// A session is a filter over bytes: however they are cut, they mean the same.

import TestSupport
import Testing

@testable import TLS

private func context() throws -> TLSContext {
  let made = try Certificate()
  return try TLSContext(certificate: made.certificate, key: made.key)
}

private func noise(_ count: Int, _ seed: UInt64) -> [UInt8] {
  var random = SeededGenerator(seed: seed)
  return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
}

@Test(arguments: [1, 2, 5, 100, 4096, Int.max])
func `a handshake and what is said after it do not depend on how the bytes are cut`(
  pieces: Int
) throws {
  let pair = try Pair(context())
  pair.pump(pieces: pieces)
  #expect(pair.server.isEstablished && pair.client.isEstablished)
  let (up, down) = (noise(3000, 1), noise(100_000, 2))
  pair.say(up, byClient: true)
  pair.say(down, byClient: false)
  #expect(pair.pump(pieces: pieces) == (.open, .open))
  #expect(pair.atServer == up)
  #expect(pair.atClient == down)
}

@Test func `who closes is heard behind all that was said, and the other may go on`() throws {
  let pair = try Pair(context())
  pair.pump()
  pair.say(noise(50_000, 3), byClient: true)
  pair.close(byClient: true)
  #expect(pair.pump().server == .ended)
  #expect(pair.atServer.count == 50_000)
  pair.say(noise(20_000, 4), byClient: false)
  pair.pump()
  #expect(pair.atClient.count == 20_000)
}

@Test func `a session that fails disturbs no other`() throws {
  let context = try context()
  let (broken, sound) = (try Pair(context), try Pair(context))
  sound.pump()
  broken.toServer = [22, 3, 1, 0, 5, 9, 9, 9, 9, 9]
  #expect(broken.pump().server == .failed)
  sound.say(noise(100, 5), byClient: true)
  #expect(sound.pump() == (.open, .open))
  #expect(sound.atServer == noise(100, 5))
}

@Test func `what was changed on the way is not taken for what was said`() throws {
  let pair = try Pair(context())
  pair.pump()
  pair.say(noise(100, 6), byClient: true)
  pair.toServer[20] ^= 1
  #expect(pair.pump().server == .failed)
  #expect(pair.atServer.isEmpty)
  pair.say(noise(100, 7), byClient: false)
  #expect(pair.toClient.isEmpty)
}

@Test func `nothing is said before the handshake is done`() throws {
  let pair = try Pair(context())
  pair.say(noise(100, 8), byClient: false)
  pair.close(byClient: false)
  #expect(pair.toClient.isEmpty)
}

@Test func `certificates may be read anew as often as one likes`() throws {
  let made = try Certificate()
  var context = try TLSContext(certificate: made.certificate, key: made.key)
  for _ in 0..<300 {
    context = try TLSContext(certificate: made.certificate, key: made.key, after: context)
  }
  let pair = try Pair(context)
  pair.pump()
  pair.say([1, 2, 3], byClient: true)
  pair.pump()
  #expect(pair.atServer == [1, 2, 3])
}
