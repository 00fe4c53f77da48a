// dateline gazetteer: what can be typed.

import ArgumentParser

/// The gazetteer's commands.
struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer", abstract: "Works on the gazetteer.", subcommands: [Build.self])

  struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes the gazetteer's image, which the other commands map.",
      discussion: """
        An image that is already made from these files is left as it is. Lines that cannot be \
        read are named, the rest is built.
        """)

    @Option(help: ArgumentHelp("Table of places. Default: the one that comes with the program."))
    var table: String?
    @Option(help: ArgumentHelp("Your own places. Default: places.tsv beside that table's folder."))
    var places: String?
    @Option(
      help: ArgumentHelp(
        "Where the image goes. Default, without --table and --places: where the program looks."))
    var output: String?

    func run() throws {
      try GazetteerFile.build(place())
    }

    /// What was typed, over what is usual.
    private func place() throws(Failure) -> GazetteerPlace {
      let usual = table == nil ? try GazetteerPlace.usual() : try? GazetteerPlace.usual()
      let place = GazetteerPlace(
        table: table ?? usual?.table ?? "", places: places ?? usual?.places ?? "",
        image: output ?? usual?.image ?? "")
      if output == nil && (table != nil || places != nil) {
        throw Failure(message: "--table and --places need --output: the usual image stays as it is")
      }
      if let places, !place.hasPlaces { throw Failure(message: "\(places): there is no such file") }
      if let output, GazetteerFile.isForeign(output) {
        throw Failure(message: "\(output): there is a file that is no image; it is left as it is")
      }
      return place
    }
  }
}
