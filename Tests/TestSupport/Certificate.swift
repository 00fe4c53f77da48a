// A certificate for one test.

import Foundation

/// Made by openssl; good for this machine and a day.
package struct Certificate {
  package let folder: Folder
  package var certificate: String { folder.path + "/certificate.pem" }
  package var key: String { folder.path + "/key.pem" }

  package init(name: String = "localhost", days: Int = 1) throws {
    folder = try Folder()
    let arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
      "\(days)", "-subj", "/CN=\(name)", "-addext", "subjectAltName=DNS:localhost", "-keyout",
      key, "-out", certificate,
    ]
    let made = try OpenSSL.run(arguments)
    if made.status != 0 { throw CertificateError.notMade(made.output) }
  }
}

package enum CertificateError: Error { case notMade(String) }

/// The command `openssl`.
package enum OpenSSL {
  /// - Parameter input: what it reads; it then has to end by itself, as a client does whose server ends
  ///   the connection. Without any it reads that nothing comes.
  package static func run(
    _ arguments: [String], input: String? = nil
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["openssl"] + arguments
    let (output, feed) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = output
    process.standardInput = feed
    try process.run()
    if let input {
      try feed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    } else {
      try feed.fileHandleForWriting.close()
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    withExtendedLifetime(feed) {}
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
