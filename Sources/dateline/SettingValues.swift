// Where settings come from: flags, environment, file, in this order.

import Foundation
import HTTP
import JSON

/// Values of settings from one source.
struct SettingValues {
  /// How the source calls a setting, for messages.
  let nameOf: @Sendable (Setting) -> String
  var values: [Setting: [String]] = [:]

  /// From `DATELINE_*`. Empty values count as none.
  static func environment(_ variables: [String: String]) -> SettingValues {
    var source = SettingValues(nameOf: \.environmentName)
    for setting in Setting.allCases {
      guard let value = variables[setting.environmentName], !value.isEmpty else { continue }
      let values = setting.separator.map { value.split(separator: $0).map(String.init) } ?? [value]
      if !values.isEmpty { source.values[setting] = values }
    }
    return source
  }

  /// From a JSON file: one object, a key a setting.
  static func file(_ path: String) throws(Failure) -> SettingValues {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(message: "\(path): the configuration file cannot be read")
    }
    var source = SettingValues { "\(path): “\($0.key)”" }
    for (key, value) in try members(data, path) {
      guard let setting = Setting(rawValue: key) else {
        throw .unknown(key, "\(path): ", "no setting", among: Setting.allCases.map(\.key))
      }
      source.values[setting] = value.texts
    }
    return source
  }

  private static func members(
    _ data: Data, _ path: String
  ) throws(Failure) -> [String: FileValue] {
    do throws(JSONFault) {
      return try JSONReader.decode([String: FileValue].self, from: data)
    } catch {
      throw Failure(message: "\(path): \(error.reason)")
    }
  }
}

/// A value of the file: a text, a whole number, true or false, a list of texts, or numbers by name.
private struct FileValue: Decodable {
  let texts: [String]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let choice = try? container.decode(Bool.self) {
      texts = [String(choice)]
    } else if let number = try? container.decode(Int.self) {
      texts = [String(number)]
    } else if let list = try? container.decode([String].self) {
      texts = list
    } else if let numbers = try? container.decode([String: Int].self) {
      texts = numbers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    } else {
      texts = [try container.decode(String.self)]
    }
  }
}
