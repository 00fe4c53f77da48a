// What goes wrong at the start ends with 1 and one clear line.

import Foundation
import TestSupport
import Testing

/// The line that a run with these arguments ends with.
private func failure(
  _ arguments: [String], files: [String: String] = [:], environment: [String: String] = [:]
) throws -> String {
  let folder = try Folder()
  try folder.write("a.txt", "Text.")
  for (name, text) in files { try folder.write(name, text) }
  let ended = try Program(["serve"] + arguments, in: folder, environment: environment).end()
  #expect(ended.status == 1)
  #expect(ended.output == "")
  #expect(ended.errorLines.count == 1)
  return ended.errors
}

@Test(arguments: [
  (["--documents", "nowhere", "--port", "0"], "nowhere: there is no such folder"),
  ([], "name a folder with --documents"),
  (["--documents", "a.txt", "--port", "x"], "--port takes a number from 0 to 65535, not “x”"),
  (["--documents", "a.txt", "--port", "65536"], "--port takes a number from 0 to 65535"),
  (["--documents", "a.txt", "--loops", "0"], "--loops takes a number from 1 to 256"),
  (["--documents", "a.txt", "--clock", "noon"], "--clock takes a time like"),
  (["--documents", "a.txt", "--public-url", "example.org"], "--public-url takes an address"),
  (["--documents", "a.txt", "--public-folder", "none"], "none: there is no such folder"),
  (["--documents", "a.txt", "--host", "no.such.host.invalid"], "cannot listen on no.such.host"),
  (["--documents", "a.txt", "--config", "none.json"], "none.json: the configuration file cannot"),
  (["--documents", "a.txt", "--prot", "1"], "--port"),
  (["--documents", ""], "--documents names an empty path"),
  (["--documents", "a.txt", "--port", "+80"], "--port takes a number"),
  (["--documents", "a.txt", "--public-url", "https://e.org/#f"], "--public-url takes an address"),
  (
    ["--documents", "a.txt", "--limit", "hed_bytes=1"],
    "--limit: “hed_bytes” is no limit; did you mean “head_bytes”?"
  ),
  (
    ["--documents", "a.txt", "--limit", "x=1"],
    "“x” is no limit; known are request_line_bytes, head"
  ),
  (
    ["--documents", "a.txt", "--limit", "fields=7"],
    "--limit: fields takes a number from 8 to 10000, not “7”"
  ),
  (
    ["--documents", "a.txt", "--limit", "fields=50", "--limit", "fields=60"],
    "--limit gives fields twice"
  ),
  (["--documents", "a.txt", "--limit", "fields"], "--limit takes a limit like idle_seconds=30"),
  (["--documents", "a.txt", "--listen", "8080"], "--listen takes an address like 127.0.0.1:8080"),
  (
    ["--documents", "a.txt", "--listen", "127.0.0.1:0", "--port", "0"],
    "--listen stands in place of --port: give only one of them"
  ),
  (
    ["--documents", "a.txt", "--listen", "unix:/no/such/folder/s.sock"],
    "cannot listen on unix:/no/such/folder/s.sock: No such file or directory"
  ),
  (
    ["--documents", "a.txt", "--listen", "unix:/" + String(repeating: "x", count: 120)],
    ": File name too long"
  ),
  (["--documents", "a.txt", "--listen", "unix:/etc/hosts"], "unix:/etc/hosts: File exists"),
  (["--documents", "a.txt", "--trusted-proxies", "10.0.0.1/8"], "unix, not “10.0.0.1/8”"),
  (["--documents", "a.txt", "--trusted-proxies", "10.0.0.1,"], "unix, not “”"),
  (["--documents", "a.txt", "--port", "0", "--ready-file", "no/such/file"], "cannot be written"),
])
func `a wrong setting is named`(arguments: [String], message: String) throws {
  #expect(try failure(arguments).contains(message))
}

@Test(arguments: [
  (#"{"prot": 1}"#, "“prot” is no setting; did you mean “port”?"),
  (#"{"colour": 1}"#, "“colour” is no setting; known are documents, host, port"),
  (#"{"port": "x"}"#, "dateline.json: “port” takes a number from 0 to 65535, not “x”"),
  (#"{"limits": {"fields": 7}}"#, "“limits”: fields takes a number from 8 to 10000, not “7”"),
  (#"{"limits": 7}"#, "“limits” takes a limit like idle_seconds=30, not “7”"),
  (#"{"port": 1.5}"#, "“port”"), ("[]", "dateline.json"), ("{", "dateline.json: not valid JSON"),
])
func `a wrong configuration file is named, with what is wrong in it`(
  text: String, message: String
) throws {
  let line = try failure(
    ["--documents", "a.txt", "--config", "dateline.json"], files: ["dateline.json": text])
  #expect(line.contains(message), "\(line)")
}

@Test func `a wrong variable of the environment is named`() throws {
  let line = try failure(["--documents", "a.txt"], environment: ["DATELINE_PORT": "x"])
  #expect(line.contains("DATELINE_PORT takes a number"))
}

@Test func `a port in use is told`() throws {
  let server = try RunningServer(["a.txt"], in: try folderWithText())
  let line = try failure(["--documents", "a.txt", "--port", "\(server.port)"])
  #expect(line.contains("cannot listen on 127.0.0.1 port \(server.port): Address already in use"))
}

private func folderWithText() throws -> Folder {
  let folder = try Folder()
  try folder.write("a.txt", "Text.")
  return folder
}
