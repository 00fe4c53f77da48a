// What was asked for, understood.

import Dates
import Foundation
import HTTP
import Platform

/// The settings of a server, each checked.
struct ServeSettings: Equatable {
  var documents: [String] = []
  var host = "127.0.0.1"
  var port: UInt16 = 8080
  var loops = Machine.processors
  var publicFolder: String?
  var gazetteer: String?
  var publicURL: String?
  var readyFile: String?
  var clock = WallClock.system
  var sharing = SharingPolicy()
  var limits = Limits()
  /// Where to listen, if not on `host` and `port`.
  var listen: [ListenAddress] = []
  var trustedProxies = TrustedNetworks()
  /// Of how many requests one is logged; nil for none.
  var accessLog: Int?
  /// Certificate and key: both, or none.
  var tls: TLSFiles?
  /// Where everything is answered with the same address by TLS.
  var tlsRedirect: ListenAddress?
  var watch = false
  var changeLog: String?

  /// - Parameter sources: the first that has a setting decides, of limits that has this limit.
  init(_ sources: [SettingValues]) throws(Failure) {
    for source in sources.reversed() {
      try takeLimits(source.values[.limits] ?? [], source.nameOf(.limits))
    }
    for setting in Setting.allCases where setting != .limits {
      guard let source = sources.first(where: { $0.values[setting] != nil }),
        let values = source.values[setting]
      else { continue }
      try take(setting, values, source.nameOf(setting))
    }
    try chooseAddresses(sources)
    try checkTLS()
    if documents.isEmpty {
      throw Failure(message: "no documents: name a folder with --documents PATH")
    }
  }

  private mutating func take(
    _ setting: Setting, _ values: [String], _ name: String
  ) throws(Failure) {
    if setting.separator != nil { return try takeList(setting, values, name) }
    guard values.count == 1, let value = values.first, !value.isEmpty else {
      throw Failure(message: "\(name) takes one value")
    }
    switch setting {
    case .host: host = try host(value, name)
    case .port: port = try number(value, name, 0...UInt16.max)
    case .loops: loops = try number(value, name, 1...256)
    case .publicFolder: publicFolder = value
    case .gazetteer: gazetteer = value
    case .publicURL: publicURL = try url(value, name)
    case .readyFile: readyFile = value
    case .clock: clock = try moment(value, name)
    case .corsOrigins: sharing.origins = try origins(value, name)
    case .hosts: sharing.hosts = try hosts(value, name)
    case .documents, .limits, .listen, .trustedProxies: break
    case .changeLog: changeLog = value
    case .tlsCertificate, .tlsKey: try takeTLS(setting, value)
    case .tlsRedirect: tlsRedirect = try redirect(value, name)
    case .watch: watch = try choice(value, name)
    case .accessLog: accessLog = try sampling(value, name)
    }
  }

  func number<Number: FixedWidthInteger>(
    _ text: String, _ name: String, _ range: ClosedRange<Number>
  ) throws(Failure) -> Number {
    guard text.utf8.allSatisfy({ 48...57 ~= $0 }), let number = Number(text), range.contains(number)
    else {
      throw Failure(
        message: "\(name) takes a number from \(range.lowerBound) to \(range.upperBound), "
          + "not “\(text)”")
    }
    return number
  }

  private func choice(_ text: String, _ name: String) throws(Failure) -> Bool {
    switch text {
    case "true", "1": return true
    case "false", "0": return false
    default: throw Failure(message: "\(name) takes true or false, not “\(text)”")
    }
  }

  private func url(_ text: String, _ name: String) throws(Failure) -> String {
    let parts = URL(string: text)
    guard let scheme = parts?.scheme, ["http", "https"].contains(scheme), parts?.host != nil,
      parts?.query == nil, parts?.fragment == nil,
      !text.contains(where: { $0.isWhitespace || "<>\"".contains($0) })
    else {
      throw Failure(message: "\(name) takes an address like https://example.org, not “\(text)”")
    }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  private func host(_ text: String, _ name: String) throws(Failure) -> String {
    let literal = text.contains(":") ? "[\(text)]" : text
    if ListenAddress("\(literal):0") != nil { return text }
    throw Failure(
      message: "\(name) takes an address like 127.0.0.1, ::1 or 0.0.0.0, or a name, not “\(text)”")
  }

  private func origins(_ text: String, _ name: String) throws(Failure) -> Origins {
    if let origins = Origins(text) { return origins }
    throw Failure(
      message: "\(name) takes *, none, or origins like https://example.org:8443 with commas "
        + "between, not “\(text)”")
  }

  private func hosts(_ text: String, _ name: String) throws(Failure) -> [Authority] {
    if !text.contains("*"), let hosts = Authority.list(text) { return hosts }
    throw Failure(
      message: "\(name) takes hosts like example.org or localhost:8080 with commas between, "
        + "not “\(text)”")
  }

  private func sampling(_ text: String, _ name: String) throws(Failure) -> Int? {
    switch text {
    case "off": return nil
    case "all": return 1
    default:
      guard text.hasPrefix("1/") else {
        throw Failure(message: "\(name) takes off, all or 1/100, not “\(text)”")
      }
      return try number(String(text.dropFirst(2)), "\(name): 1/", 1...1_000_000)
    }
  }

  private func moment(_ text: String, _ name: String) throws(Failure) -> WallClock {
    guard let moment = Moment(text) else {
      throw Failure(message: "\(name) takes a time like 2024-10-07T12:00:00Z, not “\(text)”")
    }
    return .fixed(moment.start)
  }
}
