// Several sources of one image: tables, other images, the user's places.

import Gazetteer
import TestSupport
import Testing

/// Tables and images written by a test, and the gazetteer made from them in their order.
private struct Sources {
  let folder: Folder
  let gazetteer: Gazetteer

  init(_ tables: [[String]], images: [[String]] = [], places: [String]? = nil) throws {
    let folder = try Folder()
    var paths: [String] = []
    for (number, lines) in tables.enumerated() {
      paths.append(try folder.write("\(number).tsv", lines.joined(separator: "\n")))
    }
    var built: [String] = []
    for (number, lines) in images.enumerated() {
      let table = try folder.write("image\(number).tsv", lines.joined(separator: "\n"))
      let path = "\(folder.path)/\(number).image"
      _ = try GazetteerBuilder.build(GazetteerSources(tables: [table]), to: path)
      built.append(path)
    }
    let own = try places.map { try folder.write("places.tsv", $0.joined(separator: "\n")) }
    self.folder = folder
    let sources = GazetteerSources(tables: paths, images: built, places: own)
    gazetteer = try Gazetteer(bytes: GazetteerBuilder.build(sources).bytes)
  }

  func place(_ id: String) throws -> Place { try #require(gazetteer.place(id: id)) }
}

/// Two sources as two tables, as a table and an image, and as two images.
private func inEveryForm(_ first: [String], _ second: [String], places: [String]? = nil) throws
  -> [Sources]
{
  [
    try Sources([first, second], places: places),
    try Sources([first], images: [second], places: places),
    try Sources([], images: [first, second], places: places),
  ]
}

@Test func `of one id the first facts stand, and what is empty is filled`() throws {
  let first = [
    line("a", "Strelsau", also: "Capital", lat: "10", lon: "20", in: "RU", is: "city"),
    line("b", "Zenda", is: "spot", people: "5", ref: ";approx"),
  ]
  let second = [
    line("b", "Zendar", in: "RU", "March", "Vale", is: "town", people: "6", box: "1,2,3,4"),
    line("a", "Strelsow", ascii: "Strelsov", also: "The Rose|US", lat: "11", in: "ZZ", people: "7"),
  ]
  for sources in try inEveryForm(first, second) {
    let (gazetteer, a, b) = (sources.gazetteer, try sources.place("a"), try sources.place("b"))
    #expect(gazetteer.count == 2)
    #expect(gazetteer.name(of: a) == "Strelsau")
    #expect(gazetteer.coordinates(of: a) == Coordinates(longitude: 20, latitude: 10))
    #expect(gazetteer.countryCode(of: a).letters == "RU")
    #expect(gazetteer.feature(of: a) == .city)
    #expect(gazetteer.population(of: a) == 7)
    #expect(gazetteer.feature(of: b) == .spot)
    #expect(gazetteer.population(of: b) == 5)
    #expect(gazetteer.countryCode(of: b).letters == "RU")
    #expect(gazetteer.admin1Name(of: b) == "March")
    #expect(gazetteer.admin2Name(of: b) == "Vale")
    #expect(!gazetteer.isApproximate(b))
    #expect(gazetteer.box(of: b) == Box(west: 1, south: 2, east: 3, north: 4))
    let primary = ["Strelsau", "Capital", "Strelsow", "Strelsov", "The Rose", "US"].map { name in
      gazetteer.candidates(name).map(\.isPrimary)
    }
    #expect(primary == [[true], [false], [false], [false], [false], [false]])
    #expect(gazetteer.ids("us") == [])
  }
}

@Test func `the user's places stand over every source`() throws {
  let places = [change("a", name: "Mine", lat: "3"), change("b", also: "Other", people: "9")]
  for sources in try inEveryForm(
    [line("a", "A")], [line("b", "B"), line("a", "C")], places: places)
  {
    let gazetteer = sources.gazetteer
    #expect(gazetteer.name(of: try sources.place("a")) == "Mine")
    #expect(gazetteer.coordinates(of: try sources.place("a")).latitude == 3)
    #expect(gazetteer.population(of: try sources.place("b")) == 9)
    #expect(
      ["Mine", "A", "C"].map { gazetteer.candidates($0).map(\.isPrimary) } == [
        [true], [false], [false],
      ])
    #expect(gazetteer.ids("Other") == ["b"])
  }
}

@Test(
  arguments: [
    ("same", line("x", "Avon", also: "New", lat: "1.01"), true),
    ("2 km north", line("x", "Avon", also: "New", lat: "1.0179"), true),
    ("too far north", line("x", "Avon", also: "New", lat: "1.0181"), false),
    ("too far south", line("x", "Avon", also: "New", lat: "0.98"), false),
    ("too far east", line("x", "Avon", also: "New", lon: "2.02"), false),
    ("another name", line("x", "Avondale", also: "New"), false),
    ("another country", line("x", "Avon", also: "New", in: "ZZ"), false),
    ("no place to live", line("x", "Avon", also: "New", is: "river"), false),
    ("another class", line("x", "Avon", also: "New", is: "city"), true),
  ])
func `the same village under another id only adds its names`(
  name: String, later: String, isSame: Bool
) throws {
  for sources in try inEveryForm([line("a", "Ávon"), line("b", "Avon", is: "spot")], [later]) {
    #expect((sources.gazetteer.place(id: "x") == nil) == isSame)
    #expect(sources.gazetteer.ids("New") == [isSame ? "a" : "x"])
  }
}

@Test(arguments: [
  line("x", "Other", ascii: "avon", also: "New"), line("x", "Other", also: "New|Avon"),
])
func `another name of a table's line tells the same village, as an image's cannot`(later: String)
  throws
{
  let first = [line("a", "Ávon")]
  #expect(try Sources([first, [later]]).gazetteer.ids("New") == ["a"])
  #expect(try Sources([first], images: [[later]]).gazetteer.ids("New") == ["x"])
}

@Test(arguments: [(60.0, 0.035, true), (60, 0.037, false), (0, 0.037, false), (0, 0.0179, true)])
func `how near a place is depends on its latitude`(
  latitude: Double, degrees: Double, isSame: Bool
) throws {
  for west in [179.99, 10.0] {
    let east = west + degrees > 180 ? west + degrees - 360 : west + degrees
    let sources = try Sources([
      [line("a", "Avon", lat: "\(latitude)", lon: "\(west)")],
      [line("x", "Avon", lat: "\(latitude)", lon: "\(east)")],
    ])
    #expect((sources.gazetteer.place(id: "x") == nil) == isSame, "\(west)")
  }
}

@Test func `an approximate point gives way to an exact one of the same village, up to 20 km away`()
  throws
{
  let first = [
    line("a", "Avon", lat: "1", in: "UA", people: "7", ref: "UA01;approx"),
    line("b", "Bray", lat: "1", in: "UA", ref: ";approx"),
    line("c", "Clun", lat: "1", in: "UA", ref: ";approx"),
    line("d", "Dove", lat: "1", in: "UA"),
    line("e", "Esk", lat: "1", in: "UA", ref: ";approx"),
    line("f", "Esk", lat: "1.01", in: "UA", ref: ";approx"),
  ]
  let second = [
    line("x", "Avon", lat: "1.17", in: "UA", ref: ";centroid"),
    line("y", "Bray", lat: "1.19", in: "UA"),
    line("c", "Clun", lat: "3", in: "UA"), line("z", "Dove", lat: "1.1", in: "UA"),
    line("v", "Esk", lat: "1.1", in: "UA"), line("w", "Esk", lat: "1.1", in: "UA"),
  ]
  for sources in try inEveryForm(first, second) {
    let gazetteer = sources.gazetteer
    #expect(gazetteer.count == 8, "y and z are others")
    let rows = try ["a", "b", "c", "d", "e", "f"].map { try sources.place($0) }
    #expect(rows.map { gazetteer.coordinates(of: $0).latitude } == [1.17, 1, 3, 1, 1.1, 1.1])
    #expect(rows.map(gazetteer.isApproximate) == [false, true, false, false, false, false])
    #expect(gazetteer.isCentroid(rows[0]))
    #expect(gazetteer.population(of: rows[0]) == 7)
  }
}

@Test func `within one source two villages stay two, and a place that the user names is its own`()
  throws
{
  let villages = [line("a", "Avon"), line("x", "Avon")]
  #expect(try Sources([villages]).gazetteer.count == 2)
  let named = try Sources([[villages[0]], [villages[1]]], places: [change("x", people: "3")])
  #expect(named.gazetteer.count == 2)
}

@Test func `a unit is found by what any source calls it`() throws {
  let sources = try Sources([
    [
      line("u", "North March", in: "RU", is: "admin1"),
      line("s", "Strelsau", lat: "5", in: "RU", "North March"),
    ],
    [
      line("u", "Northland", in: "RU", is: "admin1"),
      line("z", "Zenda", lat: "7", in: "RU", "Northland"),
    ],
  ])
  let gazetteer = sources.gazetteer
  #expect(gazetteer.admin1(of: try sources.place("z")) == (try sources.place("u")))
  #expect(gazetteer.box(of: try sources.place("u"))?.north == 7.1)
}

@Test func `an image's own boxes are made anew from all places, given ones stay`() throws {
  let first = [line("land", "Land", in: "RU", is: "country"), line("a", "A", in: "RU")]
  let second = [
    line("b", "B", lat: "9", in: "RU"), line("sea", "Sea", is: "sea", box: "170,-2,-170,3.5"),
    line("own", "Own", in: "ZZ", is: "country", box: "1,2,3,4"),
  ]
  for sources in try inEveryForm(first, second) {
    let boxes = try ["land", "sea", "own"].map { sources.gazetteer.box(of: try sources.place($0)) }
    #expect(
      boxes == [
        Box(west: 1.9, south: 0.9, east: 2.1, north: 9.1),
        Box(west: 170, south: -2, east: -170, north: 3.5),
        Box(west: 1, south: 2, east: 3, north: 4),
      ])
  }
}

@Test func `an image of an image says the same`() throws {
  let lines = [
    line(
      "a", "Ávon", ascii: "Avon", also: "US|U.S.|Ore.|Straße", in: "RU", "March", ref: ";approx"),
    line("m", "March", in: "RU", is: "admin1", people: "5", ref: "RU-M;centroid"),
    line("r", "Rose", lat: "-0.00001", is: "region", box: "1,2,3,4"),
  ]
  let folder = try Folder()
  let table = try folder.write("t.tsv", lines.joined(separator: "\n"))
  var images = [try GazetteerBuilder.build(GazetteerSources(tables: [table])).bytes]
  for number in 1...2 {
    let path = try folder.write("\(number).image", images[number - 1])
    images.append(
      try GazetteerBuilder.build(GazetteerSources(tables: [], images: [path])).bytes)
  }
  let gazetteers = try images.map { try Gazetteer(bytes: $0) }
  #expect(gazetteers[1].fingerprint == gazetteers[2].fingerprint, "texts stand in another order")
  for gazetteer in gazetteers {
    #expect(gazetteer.nameCount == gazetteers[0].nameCount)
    for name in ["avon", "US", "us", "U.S.", "Ore.", "ore", "strasse", "March", "Rose"] {
      #expect(gazetteer.candidates(name) == gazetteers[0].candidates(name))
    }
    for row in 0..<3 as Range<UInt32> {
      #expect(facts(Place(row: row), gazetteer) == facts(Place(row: row), gazetteers[0]))
    }
  }
}

private func facts(_ place: Place, _ gazetteer: Gazetteer) -> [String] {
  [
    gazetteer.id(of: place), gazetteer.name(of: place), "\(gazetteer.coordinates(of: place))",
    gazetteer.countryCode(of: place).letters, gazetteer.admin1Name(of: place) ?? "",
    "\(gazetteer.feature(of: place)) \(gazetteer.population(of: place))",
    "\(gazetteer.isCentroid(place)) \(gazetteer.isApproximate(place))",
    gazetteer.box(of: place).map { "\($0)" } ?? "",
  ]
}

@Test func `a source that is no image or has no place is an error that names it`() throws {
  let folder = try Folder()
  let good = try folder.write("t.tsv", line("a", "A"))
  let text = try folder.write("text", "no image")
  let empty = try folder.write("empty.tsv", "#")
  let wrong: [(GazetteerSources, String)] = [
    (GazetteerSources(tables: [good], images: [text]), "\(text): this is no image of a gazetteer"),
    (GazetteerSources(tables: [good, empty]), "\(empty): the table has no place"),
    (GazetteerSources(tables: [], images: ["/none"]), "open /none: No such file or directory"),
  ]
  for (sources, message) in wrong {
    let error = #expect(throws: TableError.self) { try GazetteerBuilder.build(sources) }
    #expect(error?.description == message)
  }
}
