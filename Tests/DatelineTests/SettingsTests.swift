// Where settings come from, and that all of them are told.

import Foundation
import HTTP
import Platform
import TestSupport
import Testing

@testable import dateline

private func values(
  _ name: String, _ values: [Setting: [String]]
) -> SettingValues {
  var source = SettingValues { "\(name) \($0.key)" }
  source.values = values
  return source
}

@Test func `flags go before the environment, that before the file, that before the defaults`()
  throws
{
  let settings = try ServeSettings([
    values("flag", [.port: ["1"], .documents: ["f"]]),
    values("environment", [.port: ["2"], .host: ["::1"]]),
    values("file", [.port: ["3"], .host: ["::2"], .loops: ["3"]]),
  ])
  #expect(settings.documents == ["f"])
  #expect(settings.port == 1)
  #expect(settings.host == "::1")
  #expect(settings.loops == 3)
  #expect(settings.clock == .system)
}

@Test func `each limit comes from the first source that has it`() throws {
  let settings = try ServeSettings([
    values("flag", [.limits: ["idle_seconds=1", "fields=21"], .documents: ["f"]]),
    values("environment", [.limits: ["idle_seconds=2", " head_bytes = 2048"]]),
    values("file", [.limits: ["idle_seconds=3", "head_bytes=4096", "write_bytes=9"]]),
  ])
  var limits = Limits()
  (limits.idleSeconds, limits.fieldCount, limits.headBytes) = (1, 21, 2048)
  limits.writeBytes = 9
  #expect(settings.limits == limits)
}

@Test func `limits are read from the environment by commas and from the file by name`() throws {
  let variables = ["DATELINE_LIMITS": "head_bytes=16384,idle_seconds=30"]
  #expect(
    SettingValues.environment(variables).values[.limits] == ["head_bytes=16384", "idle_seconds=30"])
  let folder = try Folder()
  let file = try folder.write("c.json", #"{"limits": {"head_bytes": 2048, "fields": 20}}"#)
  #expect(try SettingValues.file(file).values[.limits] == ["fields=20", "head_bytes=2048"])
}

@Test(arguments: Limit.all.map(\.name))
func `README tells every limit, what it is without a word and what comes of passing it`(
  name: String
) throws {
  let limit = try #require(Limit.named(name))
  let row =
    "| `\(name)` | \(limit.value(in: Limits())) | \(limit.meaning) | \(limit.outcome) |\n"
  let readme = try String(contentsOfFile: packageRoot + "/README.md", encoding: .utf8)
  #expect(readme.contains(row), "README.md lacks \(row)")
}

@Test func `without a word it listens on this machine only`() throws {
  let settings = try ServeSettings([values("flag", [.documents: ["a"]])])
  #expect(settings.host == "127.0.0.1")
  #expect(settings.port == 8080)
  #expect(settings.loops == Machine.processors)
}

@Test func `the environment is read by name, lists by colons, empty as nothing`() {
  let source = SettingValues.environment([
    "DATELINE_DOCUMENTS": "/a:/b", "DATELINE_PORT": "", "DATELINE_PUBLIC_URL": "http://x:1",
    "PORT": "9", "DATELINE_LISTEN": "[::1]:80, unix:/a:b", "DATELINE_TRUSTED_PROXIES": "::1",
  ])
  #expect(source.values[.documents] == ["/a", "/b"])
  #expect(source.values[.port] == nil)
  #expect(source.values[.listen] == ["[::1]:80", " unix:/a:b"])
  #expect(source.values[.trustedProxies] == ["::1"])
  #expect(source.values[.publicURL] == ["http://x:1"])
}

@Test func `a file takes numbers, texts and lists`() throws {
  let folder = try Folder()
  let file = try folder.write(
    "c.json", #"{"port": 9000, "documents": ["a", "b"], "host": "0.0.0.0"}"#)
  let source = try SettingValues.file(file)
  #expect(source.values[.port] == ["9000"])
  #expect(source.values[.documents] == ["a", "b"])
  #expect(source.values[.host] == ["0.0.0.0"])
}

/// Settings from sources, the nearest first.
private func settings(_ sources: [Setting: [String]]...) throws -> ServeSettings {
  let documents = values("least", [.documents: ["a"]])
  return try ServeSettings(sources.map { values("source", $0) } + [documents])
}

private let local = ListenAddress.internet(host: "::1", port: 1)

@Test func `the nearest source that says where to listen decides how it is said`() throws {
  #expect(try settings([.listen: ["[::1]:1"]], [.host: ["h"], .port: ["2"]]).listen == [local])
  #expect(try settings([.host: ["h"]], [.listen: ["[::1]:1"], .port: ["2"]]).listen == [])
  #expect(try settings([.loops: ["1"]], [.listen: ["[::1]:1"]]).listen == [local])
  #expect(try settings([.loops: ["1"]]).listen == [])
  let message = "source listen stands in place of source host: give only one of them"
  #expect(throws: Failure(message: message)) {
    try settings([.listen: ["[::1]:1"], .host: ["h"], .port: ["2"]])
  }
  #expect(throws: Failure(message: "source listen names no address")) {
    try settings([.listen: []])
  }
}

@Test func `proxies are trusted one by one, or in a list`() throws {
  let lists = [["10.0.0.0/8, unix"], ["10.0.0.0/8", " unix "], ["10.0.0.0/8,unix"]]
  for list in lists {
    let trusted = try settings([.trustedProxies: list]).trustedProxies
    #expect(trusted.contains(.local))
    #expect(try trusted.contains(#require(PeerAddress("10.1.2.3"))))
    #expect(try !trusted.contains(#require(PeerAddress("127.0.0.1"))))
  }
  #expect(try settings([.loops: ["1"]]).trustedProxies == TrustedNetworks())
}

@Test func `a public address has no slash at its end`() throws {
  let settings = try ServeSettings([
    values("flag", [.documents: ["a"], .publicURL: ["https://example.org/data/"]])
  ])
  #expect(settings.publicURL == "https://example.org/data")
}

@Test(
  arguments: [
    (.corsOrigins, "https://a/"), (.corsOrigins, "a"), (.corsOrigins, "https://a,,"),
    (.corsOrigins, "null"), (.hosts, "https://a"), (.hosts, "a,,b"), (.hosts, "a b"),
    (.hosts, "a:x"),
  ] as [(Setting, String)])
func `an origin or a name that is none is told`(setting: Setting, value: String) {
  let failure = #expect(throws: Failure.self) {
    try ServeSettings([values("flag", [.documents: ["a"], setting: [value]])])
  }
  #expect(failure?.message.contains("“\(value)”") == true)
}

@Test func `origins and names are lists`() throws {
  let settings = try ServeSettings([
    values(
      "flag",
      [.documents: ["a"], .corsOrigins: ["https://a, http://b:1"], .hosts: ["A, b:1,[::1]:2"]])
  ])
  #expect(settings.sharing.origins == Origins("https://a,http://b:1"))
  #expect(settings.sharing.hosts == ["a", "b:1", "[::1]:2"].map { Authority($0) })
  let standard = try ServeSettings([values("flag", [.documents: ["a"]])])
  #expect(standard.sharing.origins == .any && standard.sharing.hosts.isEmpty)
}

@Test func `the built program obeys flag, variable and file in this order`() throws {
  let folder = try Folder()
  try folder.write("a.txt", "Text.")
  try FileManager.default.createDirectory(
    atPath: folder.path + "/config", withIntermediateDirectories: true)
  try folder.write(
    "config/dateline.json", #"{"public_url": "http://file", "clock": "2024-01-01"}"#)
  let server = try RunningServer(
    ["a.txt"], ["--public-url", "http://flag"], in: folder,
    environment: ["DATELINE_PUBLIC_URL": "http://variable", "DATELINE_LOOPS": "1"])
  let answer = try server.get("/reports")
  #expect(answer["Link"]?.hasPrefix("<http://flag/reports>") == true)
  #expect(answer["Date"] == "Mon, 01 Jan 2024 00:00:00 GMT")
}

@Test(arguments: Setting.allCases)
func `help and README tell every setting`(setting: Setting) throws {
  let help = try Program(["serve", "--help"], in: try Folder()).end()
  #expect(help.status == 0)
  let readme = try String(contentsOfFile: packageRoot + "/README.md", encoding: .utf8)
  for name in [setting.flag, setting.environmentName, setting.key] {
    #expect(help.output.contains(name))
    #expect(readme.contains("`\(name)`"), "README.md does not tell \(name)")
  }
}

@Test(arguments: [
  "/reports", "/reports/{id}", "/reports/{id}/text", "POST /extract", "/healthz", "/readyz",
  "/metrics", "limit",
  "cursor", "sortby", "published", "fields",
])
func `README tells every route and parameter`(name: String) throws {
  let readme = try String(contentsOfFile: packageRoot + "/README.md", encoding: .utf8)
  #expect(readme.contains("`\(name)") || readme.contains("`GET \(name)"))
}
