// The settings: one list from which flags, environment, file, help and documents are made.

/// A setting by its key in the configuration file.
enum Setting: String, CaseIterable, Sendable {
  case documents
  case host
  case port
  case loops
  case gazetteer
  case publicFolder = "public_folder"
  case publicURL = "public_url"
  case readyFile = "ready_file"
  case clock
  case corsOrigins = "cors_origins"
  case hosts
  case limits
  case listen
  case trustedProxies = "trusted_proxies"
  case accessLog = "access_log"
  case tlsCertificate = "tls_certificate"
  case tlsKey = "tls_key"
  case tlsRedirect = "tls_redirect"
  case watch
  case changeLog = "change_log"

  var key: String { rawValue }
  var environmentName: String { "DATELINE_" + rawValue.uppercased() }
  /// What stands between the values of a list in the environment; nil for what is no list.
  var separator: Character? {
    switch self {
    case .documents: ":"
    case .listen, .trustedProxies, .limits: ","
    default: nil
    }
  }

  /// A flag names one limit, the others all of them.
  var flag: String { self == .limits ? "--limit" : "--" + rawValue.replacing("_", with: "-") }

  /// What it means and what it is where nobody sets it.
  var meaning: String {
    switch self {
    case .documents:
      "Folder or file of documents; may be given several times (in the environment: colons between)."
    case .host:
      "Address to listen on: 127.0.0.1, or 0.0.0.0 for all the world to reach. Default 127.0.0.1."
    case .port: "Port to listen on; 0 takes a free one. Default 8080."
    case .loops: "Event loops, one thread each. Default: as many as there are processors."
    case .publicFolder: "Folder of the page at /. Default: the one that comes with the program."
    case .gazetteer:
      "Gazetteer that places are looked up in. Default: the one that comes with the program."
    case .publicURL:
      "Address under which clients see the server, for links. Default: what they send as Host."
    case .readyFile: "File that is written, with the ready line in it, once documents are loaded."
    case .clock: "Fixes the present, such as 2024-10-07T12:00:00Z, so that runs answer alike."
    case .corsOrigins:
      "Whose pages may read answers: *, none, or origins such as https://example.org, commas between. Default *."
    case .hosts:
      "The only names under which it is served, such as example.org or localhost:8080, commas between. Default: all."
    case .limits:
      "A limit or deadline, such as idle_seconds=30, given once for each (environment: commas between; "
        + "file: an object); README.md tells all, and a name that is none names them."
    case .listen:
      "Where to listen, in place of host and port: 127.0.0.1:8080, [::]:8080 or "
        + "unix:/run/dateline.sock; may be given several times (in the environment: commas between)."
    case .trustedProxies:
      "Proxies that are believed when they say for whom they ask: addresses, networks like "
        + "10.0.0.0/8, and unix for Unix-domain sockets, commas between. Default: none."
    case .tlsCertificate:
      "Certificate, its chain behind it (PEM); with it TLS is spoken on all ports. SIGHUP reads it anew."
    case .tlsKey: "Key of the certificate (PEM)."
    case .tlsRedirect:
      "Address, such as 0.0.0.0:80, where everything is answered with the same address by TLS."
    case .watch:
      "Whether documents that come, change or go are taken up at once; else SIGHUP does it."
    case .changeLog:
      "File in which changes are kept, so that they are told, and their numbers hold, over restarts."
    case .accessLog:
      "Requests told on standard error as lines of JSON: off, all, or 1/100 for some and all errors."
    }
  }

  var help: String { "\(meaning) [\(environmentName), \(key)]" }
}
