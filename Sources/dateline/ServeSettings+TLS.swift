// What is asked of TLS, understood.

import Platform

/// Where certificate and key are.
struct TLSFiles: Equatable {
  var certificate = ""
  var key = ""
}

extension ServeSettings {
  mutating func takeTLS(_ setting: Setting, _ path: String) throws(Failure) {
    var files = tls ?? TLSFiles()
    if setting == .tlsKey { files.key = path } else { files.certificate = path }
    tls = files
  }

  func redirect(_ text: String, _ name: String) throws(Failure) -> ListenAddress {
    if case .internet(let host, let port)? = ListenAddress(text) {
      return .internet(host: host, port: port)
    }
    throw Failure(message: "\(name) takes an address like 0.0.0.0:80, not “\(text)”")
  }

  func checkTLS() throws(Failure) {
    if let tls, tls.key.isEmpty || tls.certificate.isEmpty {
      let (given, missing) =
        tls.key.isEmpty ? (Setting.tlsCertificate, Setting.tlsKey) : (.tlsKey, .tlsCertificate)
      throw Failure(message: "\(given.flag) needs \(missing.flag) beside it")
    }
    if tls == nil, tlsRedirect != nil {
      throw Failure(
        message: "\(Setting.tlsRedirect.flag) needs \(Setting.tlsCertificate.flag) and "
          + "\(Setting.tlsKey.flag) beside it")
    }
  }
}
