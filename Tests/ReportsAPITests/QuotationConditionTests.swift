// Conditions on quotations and on time, on each of the three lists.

import HTTP
import Reports
import Testing

@testable import ReportsAPI

private let denied = "toretsk-again.q124"

@Test(arguments: [
  ("speaker=Bobovnikova", ["toretsk.q130", denied]),
  ("speaker=BOBOVNIKOVA anastasiia", ["toretsk.q130", denied]),
  ("speaker=Bobovnikov", []), ("speaker=maiga", ["Ménaka.q1"]),
  ("speaker=MAÏGA", ["Ménaka.q1"]), ("speaker=Osman,Maïga", ["Ménaka.q1", "khartoum.q34"]),
  ("speaker=official", []), ("speaker=officials", ["toretsk-again.q57"]), ("speaker=...", []),
  ("speaker=Bahati&speaker!=Jean", []), ("speaker=Nobody Known", []),
  ("speaker.role=mayor", ["goma.q38", "kyiv.q1"]), ("speaker.role=chief", ["suva.q53"]),
  ("speaker.role=police chief,doctor", ["suva.q53", "khartoum.q34"]),
  ("speaker.affiliation=luhansk", ["toretsk.q130"]),
  ("speaker.affiliation=Kyiv, Goma", ["goma.q38", "kyiv.q1"]),
  ("speaker.role=mayor&speaker.affiliation!=Goma", ["kyiv.q1"]),
  ("cue=deny", [denied]), ("cue=denied", [denied]), ("cue=DENIES", [denied]),
  ("cue=warn,promised", ["fasher.q95", "suva.q53"]), ("cue=den", []),
  ("type=mixed", ["toretsk.q130"]),
  ("type=direct", ["goma.q38", "nowhere.q1", "kyiv.q1", "Ménaka.q1", "khartoum.q34"]),
  ("type=direct,mixed&cue=confirm", ["goma.q38"]),
  ("type!=indirect&speaker.role!=mayor&published=2024-10", ["toretsk.q130", "nowhere.q1"]),
  (
    "published=2024-10-07",
    ["toretsk.q130", "nowhere.q1", "nowhere.q40", "toretsk-again.q57", denied]
  ),
  ("published=2024-10-07T09:30:00Z/..&published!=2025", ["fasher.q95", "toretsk.q130"]),
  ("published!=../2025-12-31", ["khartoum.q34"]),
])
func `quotations meet all conditions on quotations`(query: String, expected: [String]) throws {
  let list = try Listing("/quotations?fields=id&\(query)", in: .ofDispatches())
  #expect(list.ids == expected)
  #expect(list.matched == expected.count)
}

@Test(arguments: [
  ("speaker=Bobovnikova", ["toretsk", "toretsk-again"]),
  ("speaker=Bobovnikova&cue=claim", []), ("cue=deny&type=indirect", ["toretsk-again"]),
  ("speaker=Bobovnikova&cue!=deny", ["toretsk"]), ("type=mixed", ["toretsk"]),
  ("speaker.role=mayor&country=CD", ["goma"]), ("speaker.affiliation=group", ["toretsk"]),
  ("speaker.role=president", []),
  ("type!=direct,indirect", ["toretsk", "apia", "a/b c"]),
  ("published=2023-12-31", ["suva", "apia"]),
  ("published=2023-12-31T12:00:00Z/..&published!=2024/..", ["suva"]),
  ("published=2024-10&type=direct", ["nowhere", "kyiv"]),
])
func `reports hold one quotation that meets all conditions on quotations`(
  query: String, expected: [String]
) throws {
  let list = try Listing("/reports?fields=id&\(query)", in: .ofDispatches())
  #expect(list.ids == expected)
  #expect(list.matched == expected.count)
}

@Test(arguments: [
  ("speaker=Bahati", ["Goma", "Bukavu"]), ("speaker.role=mayor", ["Goma", "Kyiv"]),
  ("speaker.affiliation=tactical", ["Toretsk", "Zalizne"]), ("cue=promise", ["Suva", "Fiji"]),
  ("type=mixed&control.status=held", ["Zalizne"]),
  ("published=2023", ["Suva", "Fiji", "Samoa", "Apia"]),
  ("published!=../2025-12-31", ["Khartoum"]), ("speaker=Nobody Known", []),
])
func `localities are named by reports that meet the other conditions`(
  query: String, expected: [String]
) throws {
  let list = try Listing("/localities?fields=id,name&\(query)", in: .ofDispatches())
  #expect(list.ids == expected)
  #expect(list.matched == expected.count)
}

@Test(
  arguments: [
    (
      "published=P7D/..&published!=2024-10-08/..", 1_728_345_600,
      ["toretsk", "nowhere", "toretsk-again", "kharkiv", "kyiv"]
    ),
    ("published=P7D/..", 1_740_000_000, ["bukavu"]),
    ("published!=P6D/..&type=direct", 1_728_345_600, ["kyiv", "Ménaka", "khartoum"]),
  ] as [(String, Int64, [String])])
func `a stretch that counts from now moves with the clock`(
  query: String, now: Int64, expected: [String]
) throws {
  let list = try Listing("/reports?fields=id&\(query)", in: .ofDispatches(now: now))
  #expect(list.ids == expected)
  #expect(!list.response.isCacheable)
}
