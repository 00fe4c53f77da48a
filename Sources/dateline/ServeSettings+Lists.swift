// Settings that are lists, and which of those decides that say where to listen.

import Platform

extension ServeSettings {
  mutating func takeList(
    _ setting: Setting, _ values: [String], _ name: String
  ) throws(Failure) {
    switch setting {
    case .documents:
      if values.contains("") { throw Failure(message: "\(name) names an empty path") }
      documents = values
    case .listen:
      listen = []
      for value in values { listen.append(try listenAddress(value.trimmed, name)) }
      if listen.isEmpty { throw Failure(message: "\(name) names no address") }
    default:
      let values = values.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
      for value in values { try trust(value.trimmed, name) }
    }
  }

  private func listenAddress(_ text: String, _ name: String) throws(Failure) -> ListenAddress {
    guard let address = ListenAddress(text) else {
      throw Failure(
        message: "\(name) takes an address like 127.0.0.1:8080, [::1]:8080 or "
          + "unix:/run/dateline.sock, not “\(text)”")
    }
    return address
  }

  private mutating func trust(_ text: String, _ name: String) throws(Failure) {
    guard trustedProxies.insert(text) else {
      throw Failure(
        message:
          "\(name) takes addresses like 10.0.0.1, networks like 10.0.0.0/8 or 2001:db8::/32, "
          + "and unix, not “\(text)”")
    }
  }

  /// The first source that names `listen`, or one of `host` and `port`, decides between them.
  mutating func chooseAddresses(_ sources: [SettingValues]) throws(Failure) {
    let isNamed = { (source: SettingValues, setting: Setting) in source.values[setting] != nil }
    for source in sources {
      let other = [Setting.host, .port].first { isNamed(source, $0) }
      guard isNamed(source, .listen) else {
        if other == nil { continue }
        return listen = []
      }
      guard let other else { return }
      throw Failure(
        message: "\(source.nameOf(.listen)) stands in place of \(source.nameOf(other)): "
          + "give only one of them")
    }
  }
}

extension StringProtocol {
  /// Without spaces around it.
  fileprivate var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
