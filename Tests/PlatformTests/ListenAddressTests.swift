// How people write where to listen.

import Platform
import Testing

@Test(
  arguments: [
    ("127.0.0.1:8080", .internet(host: "127.0.0.1", port: 8080)),
    ("0.0.0.0:0", .internet(host: "0.0.0.0", port: 0)),
    ("localhost:65535", .internet(host: "localhost", port: 65535)),
    ("[::1]:8080", .internet(host: "::1", port: 8080)),
    ("[::]:80", .internet(host: "::", port: 80)),
    ("[fe80::1%lo]:80", .internet(host: "fe80::1%lo", port: 80)),
    ("unix:/run/dateline.sock", .unix(path: "/run/dateline.sock")),
    ("unix:/a b:c", .unix(path: "/a b:c")),
  ] as [(String, ListenAddress)])
func `an address says where to listen`(text: String, address: ListenAddress) {
  #expect(ListenAddress(text) == address)
}

@Test(arguments: [
  "", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:+80", "127.0.0.1:65536", "::1:8080",
  "[::1]", "[::1]8080", "[]:80", "[127.0.0.1]:80", "a b:80", "http://a:80", "unix:", "unix:a.sock",
  "unix:/run/", "*:8080", "0:8080", "127.1:8080", "1.2.3.256:80", "unix:@name", "unix:/a\0b",
  "Unix:/a",
])
func `what leaves host, port or path open is no address`(text: String) {
  #expect(ListenAddress(text) == nil)
}
