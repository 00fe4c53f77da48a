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
    @Option(help: ArgumentHelp("Your own places. Default: places.tsv beside the table's folder."))
    var places: String?
    @Option(help: ArgumentHelp("Where the image goes. Default: where the program looks for it."))
    var output: String?

    func run() throws {
      var place = try GazetteerPlace.usual()
      place.table = table ?? place.table
      place.places = places ?? place.places
      place.image = output ?? place.image
      try GazetteerFile.build(place)
    }
  }
}
