// The program: what was typed is parsed, run, and turned into an exit code.

import ArgumentParser
import Foundation
import HTTP
import Platform

/// Serves conflict reports read from a folder of news articles.
@main
struct Dateline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline",
    abstract: "Serves what news articles report: what, where, and who said it.",
    version: Program.version,
    subcommands: [Serve.self, Extract.self, Check.self, GazetteerCommand.self])

  /// The only place where an error becomes an exit code: 0 for help, 1 for everything else. A
  /// command that has told its faults already ends with a bare code.
  static func main() {
    Machine.openStandardDescriptors()
    Signals.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      fail(failure.message)
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch {
      if exitCode(for: error).isSuccess {
        print(fullMessage(for: error))
        Foundation.exit(0)
      }
      fail(message(for: error) + " (dateline help COMMAND tells every setting)")
    }
  }

  private static func fail(_ message: String) -> Never {
    StandardError.write("dateline: \(message)\n")
    Foundation.exit(1)
  }
}

/// Facts about the program itself.
enum Program {
  static let version = "0.1.0"
}

/// What ends the program with one line for the person who started it.
struct Failure: Error, Equatable {
  let message: String

  /// “nme” is no setting; did you mean “name”?
  static func unknown(
    _ name: String, _ place: String, _ what: String, among known: [String]
  ) -> Failure {
    let nearest = Spelling.nearest(to: name, among: known).map { "; did you mean “\($0)”?" }
    let rule = nearest ?? "; known are \(known.joined(separator: ", "))"
    return Failure(message: "\(place)“\(name)” is \(what)\(rule)")
  }
}
