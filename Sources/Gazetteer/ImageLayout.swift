// Where things stand in the gazetteer's image.

/// The parts of an image's body, in their order in the file. All numbers are in the byte order of
/// the machine that wrote it.
enum Section: Int, CaseIterable {
  /// Bytes that the next three cut into texts: n + 1 UInt32 each, text i from number i to i + 1.
  case strings
  case ids, names
  /// Texts that many rows share: names of administrative units, and spellings.
  case texts
  /// Int32, 1e-5 degrees.
  case latitudes, longitudes
  /// UInt16, as in `CountryCode`.
  case countries
  /// UInt8, the index in `Feature.byCode`.
  case features
  /// UInt8, see `PlaceFlags`.
  case flags
  /// UInt32; 0 is unknown.
  case populations
  /// UInt32, the row's unit.
  case units
  /// Four UInt32 a unit: row of admin-1, row of admin-2, text of admin-1, text of admin-2.
  case unitTable
  /// UInt32: the country's row for each of 26 * 26 codes.
  case countryRows
  /// Names, sorted by what they fold to: UInt16 bytes, UInt16 candidates, the folded name filled
  /// up to whole words, a UInt32 for each candidate.
  case records
  /// The hash index, a UInt64 a slot, see `Slot`.
  case slots
  /// Two UInt32 each, ascending: word of a candidate that is bound to a spelling, its text.
  case spellings
  /// UInt32, ascending: the rows that have a box.
  case boxRows
  /// Four Int32 a box, 1e-5 degrees: west, south, east, north.
  case boxes
}

/// Where a section stands: bytes from the file's start, and how many numbers; of strings and records,
/// how many bytes.
struct SectionRange {
  var start = 0
  var count = 0
}

enum PlaceFlags {
  static let centroid: UInt8 = 1
  static let approximate: UInt8 = 2
  /// Its box comes from a source, not from the places in it.
  static let givenBox: UInt8 = 4
}

/// A candidate in one word: its row, and what binds it.
enum CandidateWord {
  static let primary: UInt32 = 1 << 31
  static let bound: UInt32 = 1 << 30
  static let row: UInt32 = bound - 1
}

/// A slot of the hash index in one number, so that it is read at once.
struct Slot {
  /// The name's tag above, the word at which its record begins plus 1 below; 0 where it is free.
  let bits: UInt64

  var isFree: Bool { bits == 0 }
  var tag: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
  var record: Int { Int(bits & 0xFFFF_FFFF) - 1 }

  init(bits: UInt64) { self.bits = bits }

  init(tag: UInt32, record: UInt32) { bits = UInt64(tag) << 32 | UInt64(record + 1) }
}

/// No row, or no text.
let noRow = UInt32.max

/// The first bytes of an image.
enum ImageHeader {
  static let magic = Array("dateline".utf8)
  static let orderMark: UInt32 = 0x0102_0304
  /// Raised with every change of the layout or of the rules for candidates.
  static let version: UInt32 = 4

  static let orderAt = 8
  static let versionAt = 12
  static let lengthAt = 16
  static let bodyChecksumAt = 24
  /// 32 hexadecimal digits of the sources' digest.
  static let digestAt = 32
  static let rowCountAt = 64
  static let nameCountAt = 72
  static let sectionsAt = 80
  /// Of the table that the names were folded with: another one would not find them.
  static let foldingChecksumAt = 368
  /// Of the bytes in front of it.
  static let checksumAt = 376
  static let size = 384
}
