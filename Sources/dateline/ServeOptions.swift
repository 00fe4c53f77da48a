// The flags of the commands that serve, or check what would be served.

import ArgumentParser
import Foundation

/// The flags as they were typed; `ServeSettings` is what they mean.
struct ServeOptions: ParsableArguments {
  @Option(help: ArgumentHelp(Setting.documents.help, valueName: "path"))
  var documents: [String] = []
  @Option(help: ArgumentHelp(Setting.host.help, valueName: "address"))
  var host: String?
  @Option(help: ArgumentHelp(Setting.port.help, valueName: "number"))
  var port: String?
  @Option(help: ArgumentHelp(Setting.loops.help, valueName: "number"))
  var loops: String?
  @Option(help: ArgumentHelp(Setting.gazetteer.help, valueName: "file"))
  var gazetteer: String?
  @Option(help: ArgumentHelp(Setting.publicFolder.help, valueName: "path"))
  var publicFolder: String?
  @Option(help: ArgumentHelp(Setting.publicURL.help, valueName: "url"))
  var publicUrl: String?
  @Option(help: ArgumentHelp(Setting.readyFile.help, valueName: "path"))
  var readyFile: String?
  @Option(help: ArgumentHelp(Setting.clock.help, valueName: "time"))
  var clock: String?
  @Option(help: ArgumentHelp(Setting.corsOrigins.help, valueName: "origins"))
  var corsOrigins: String?
  @Option(help: ArgumentHelp(Setting.hosts.help, valueName: "names"))
  var hosts: String?
  @Option(help: ArgumentHelp(Setting.limits.help, valueName: "name=number"))
  var limit: [String] = []
  @Option(help: ArgumentHelp(Setting.listen.help, valueName: "address"))
  var listen: [String] = []
  @Option(help: ArgumentHelp(Setting.trustedProxies.help, valueName: "addresses"))
  var trustedProxies: [String] = []
  @Option(help: ArgumentHelp(Setting.accessLog.help, valueName: "which"))
  var accessLog: String?
  @Option(help: ArgumentHelp(Setting.tlsCertificate.help, valueName: "file"))
  var tlsCertificate: String?
  @Option(help: ArgumentHelp(Setting.tlsKey.help, valueName: "file"))
  var tlsKey: String?
  @Option(help: ArgumentHelp(Setting.tlsRedirect.help, valueName: "address"))
  var tlsRedirect: String?
  @Option(help: ArgumentHelp(Setting.changeLog.help, valueName: "file"))
  var changeLog: String?
  @Flag(help: ArgumentHelp(Setting.watch.help))
  var watch = false
  @Option(
    help: ArgumentHelp(
      "Configuration file. Default: \(Self.usualFile), if there is one. [DATELINE_CONFIG]",
      valueName: "file"))
  var config: String?

  static let usualFile = "config/dateline.json"

  static let discussion = """
    A setting comes from its flag, else from the environment variable, else from the key of the \
    configuration file that its help names in brackets, else it has its default.
    """

  func settings() throws(Failure) -> ServeSettings {
    let variables = ProcessInfo.processInfo.environment
    var sources = [flags, .environment(variables)]
    let named = variables["DATELINE_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
    if let file = config ?? named {
      sources.append(try .file(file))
    } else if FileManager.default.fileExists(atPath: Self.usualFile) {
      sources.append(try .file(Self.usualFile))
    }
    return try ServeSettings(sources)
  }

  private var flags: SettingValues {
    var source = SettingValues(nameOf: \.flag)
    let typed: [(Setting, String?)] = [
      (.host, host), (.port, port), (.loops, loops), (.gazetteer, gazetteer),
      (.publicFolder, publicFolder),
      (.publicURL, publicUrl), (.readyFile, readyFile), (.clock, clock),
      (.corsOrigins, corsOrigins), (.hosts, hosts), (.accessLog, accessLog),
      (.watch, watch ? "true" : nil), (.changeLog, changeLog),
      (.tlsCertificate, tlsCertificate), (.tlsKey, tlsKey), (.tlsRedirect, tlsRedirect),
    ]
    for (setting, value) in typed { source.values[setting] = value.map { [$0] } }
    let lists = [
      (Setting.documents, documents), (.listen, listen), (.trustedProxies, trustedProxies),
      (.limits, limit),
    ]
    for (setting, values) in lists where !values.isEmpty { source.values[setting] = values }
    return source
  }
}
