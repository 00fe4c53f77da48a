// Conditions on places, on each of the three lists.

import Foundation
import Testing

@testable import ReportsAPI

@Test(arguments: [
  ("locality=Kyiv", ["kyiv"]), ("locality=gn:703448", ["kyiv"]), ("locality=kyiv", ["kyiv"]),
  ("locality=Київ", ["kyiv"]), ("locality=Kiev", ["kyiv"]), ("locality=Kyi", []),
  ("locality=menaka", ["Ménaka"]), ("locality=MÉNAKA", ["Ménaka"]),
  ("locality=Kyiv,Apia", ["kyiv", "apia"]), ("locality=Kyiv, Apia", ["kyiv", "apia"]),
  ("locality=Kyiv,Kyiv,gn:703448", ["kyiv"]), ("locality=Nowhereville", []),
  ("locality=gn:1", []), ("locality=Paris", []),
  ("country=UA", ["toretsk", "toretsk-again", "kharkiv", "kyiv"]),
  ("country=ua", ["toretsk", "toretsk-again", "kharkiv", "kyiv"]),
  ("country=Ukraine", ["toretsk", "toretsk-again", "kharkiv", "kyiv"]),
  ("country=Україна", ["toretsk", "toretsk-again", "kharkiv", "kyiv"]),
  ("country=gn:690791", ["toretsk", "toretsk-again", "kharkiv", "kyiv"]),
  ("country=SD,ML", ["fasher", "Ménaka", "khartoum"]), ("country=gn:703448", []),
  ("country=ZZ", []), ("country=Ukrain", []), ("country=Myanmar", ["lashio"]),
  ("admin1=Donetsk", ["toretsk", "toretsk-again"]),
  ("admin1=Donetsk Oblast", ["toretsk", "toretsk-again"]),
  ("admin1=donetsk oblast", ["toretsk", "toretsk-again"]),
  ("admin1=gn:709716", ["toretsk", "toretsk-again"]), ("admin1=Kharkiv", ["kharkiv"]),
  ("admin1=Shan,Kharkiv Oblast", ["kharkiv", "lashio"]), ("admin1=gn:709354", []),
  ("admin1=Nowhere", []),
  ("control.status=held", ["fasher", "toretsk"]), ("control.status=lost", ["goma", "fasher"]),
  ("control.status=entered,contested", ["toretsk-again", "lashio", "khartoum"]),
  ("control.status=unknown", []),
  ("locality=Khartoum&control.status=held", ["fasher"]),
  ("locality=El Fasher&control.status=held", []),
  ("country=SD&control.status=lost", ["fasher"]),
  ("locality=Goma", ["bukavu", "goma"]), ("locality=Goma&role=event", ["goma"]),
  ("locality=Goma&role=origin", ["bukavu"]), ("locality=Goma&role!=event", ["bukavu"]),
  ("locality=Goma&role=origin,event", ["bukavu", "goma"]), ("locality=Goma&role=background", []),
  ("country=SD&role=event", ["fasher", "khartoum"]), ("locality=Khartoum&role=event", ["khartoum"]),
  ("country=SD&role=event&control.status=held", []),
  ("country=SD&role=background&control.status=held", ["fasher"]),
])
func `reports name a place that meets all conditions on places`(
  query: String, expected: [String]
) throws {
  let list = try Listing("/reports?fields=id&\(query)", in: .ofDispatches())
  #expect(list.ids == expected)
  #expect(list.matched == expected.count)
}

@Test(arguments: [
  ("Cauca", "Cauca Department"), ("sagaing", "Sagaing Region"), ("Belgorod", "Belgorod Oblast"),
  ("Ibb", "Ibb Governorate"), ("Krasnodar", "Krasnodar Krai"), ("Turkana", "Turkana County"),
  ("Cabo Delgado", "Cabo Delgado Province"), ("Kayah State", "Kayah State"),
])
func `a unit of the first level goes by its name without the word for it`(
  name: String, unit: String
) throws {
  let list = try Listing("/reports?admin1=\(name)&explain=1", in: .ofDispatches())
  let explanation = try #require(list.body["explain"] as? Object)
  let understood = explanation.objects("conditions").first?.string("understood") ?? ""
  #expect(understood.contains("\(unit) ("), "\(understood)")
}

@Test(arguments: [
  ("bbox=37,48,38,49", ["Toretsk", "Zalizne"]),
  ("bbox=37.8478,48.39477,37.8478,48.39477", ["Toretsk"]),
  ("bbox=178,-19,-171,-13", ["Suva", "Apia"]), ("bbox=0,0,1,1", []),
  ("bbox=-180,-90,180,90&country=FJ", ["Suva"]),
  ("bbox=-180,-90,180,90&bbox!=-180,0,180,90", ["Goma", "Bukavu", "Suva", "Apia"]),
  ("near=37.8478,48.39477&radius=1m", ["Toretsk"]),
  ("near=37.8478,48.39477&radius=3km", ["Toretsk"]),
  ("near=37.8478,48.39477&radius=4.5km", ["Toretsk", "Zalizne"]),
  ("near=37.8478,48.39477&radius=4500m", ["Toretsk", "Zalizne"]),
  ("near=-179.9,-18&radius=300km", ["Suva"]),
  ("near!=0,0&radius=15000km&country=FJ,WS", ["Suva", "Fiji", "Samoa", "Apia"]),
  ("near=0,90&radius=20037.5km&country=WS", ["Apia"]),
  ("near=0,90&radius=20015km&country=WS", ["Apia"]),
  ("locality=Goma", ["Goma"]), ("locality!=Goma&country=CD", ["Bukavu"]),
  ("country=UA&admin1!=Donetsk", ["Kyiv", "Kharkiv Oblast"]),
  ("country!=UA,CD,SD,ML,MM", ["Suva", "Fiji", "Samoa", "Apia"]),
  ("control.status=lost", ["Goma", "El Fasher"]),
  ("control.status=held&control.status!=contested", ["Zalizne"]),
  ("control.status=held", ["Khartoum", "Zalizne"]), ("locality=Atlantis City", []),
  ("locality=Goma,Kyiv&role=origin", ["Kyiv"]), ("locality=Goma&role=event", ["Goma"]),
  ("locality=Goma&role=origin&published=2025-02", ["Goma"]), ("locality=Goma&role!=event", []),
  ("country=UA&role=event", ["Toretsk"]),
  ("country=UA&role!=event", ["Kyiv", "Kharkiv Oblast", "Zalizne"]),
])
func `localities lie where they should`(query: String, expected: [String]) throws {
  let list = try Listing("/localities?fields=id,name&\(query)", in: .ofDispatches())
  #expect(list.ids == expected)
  #expect(list.matched == expected.count)
}

@Test(arguments: [
  ("bbox=36,49,36.1,49.1", []), ("bbox=36,49,36.1,49.1&spatial=within", []),
  ("bbox=36,49,36.1,49.1&spatial=possible", ["Kharkiv Oblast"]),
  ("bbox=37,48,38,49.5&spatial=possible", ["Toretsk", "Kharkiv Oblast", "Zalizne"]),
  ("bbox=96,21,98,23&spatial=possible", ["Lashio", "Myanmar"]),
  ("bbox=178,-19,-171,-13&spatial=possible", ["Suva", "Fiji", "Samoa", "Apia"]),
  ("bbox=-180,-18,-179.9,-17&spatial=possible", ["Fiji"]),
  ("bbox!=178,-19,-171,-13&spatial=possible&country=FJ,WS,MM", ["Lashio", "Myanmar"]),
  ("near=36.1,49.1&radius=1km&spatial=possible", ["Kharkiv Oblast"]),
  ("near=31,50.4&radius=100km&spatial=possible", ["Kyiv"]),
  ("near=-179,-17&radius=100km&spatial=possible", ["Fiji"]),
  (
    "near=0,0&radius=20037.5km&spatial=possible&country=FJ,WS", ["Suva", "Fiji", "Samoa", "Apia"]
  ),
])
func `areas that may reach into a part of the globe are found where that is asked`(
  query: String, expected: [String]
) throws {
  let list = try Listing("/localities?fields=id,name&\(query)", in: .ofDispatches())
  #expect(list.ids == expected)
}

@Test func `reports and quotations are found by the areas that they name`() throws {
  let library = try Library.ofDispatches()
  for list in ["reports", "quotations"] {
    let query = "/\(list)?fields=id&bbox=36,49,36.1,49.1"
    #expect(try Listing(query, in: library).ids == [])
    let possible = try Listing(query + "&spatial=possible&f=geojson", in: library)
    #expect(possible.ids.allSatisfy { $0.hasPrefix("kharkiv") } && possible.matched == 1)
    #expect(possible.records.allSatisfy { $0["geometry"] is NSNull })
  }
}

@Test(arguments: [
  ("country=CD", ["bukavu.q17", "goma.q38"]), ("locality=Bukavu", ["bukavu.q17"]),
  ("locality=Zalizne", ["toretsk.q130"]), ("control.status=contested", ["khartoum.q34"]),
  ("locality=Goma&role=event", ["goma.q38"]), ("locality=Goma&role!=event", ["bukavu.q17"]),
  ("admin1=Donetsk&locality!=Zalizne", ["toretsk-again.q57", "toretsk-again.q124"]),
  ("near=30.5,50.4&radius=10km", ["kyiv.q1"]), ("bbox=90,15,100,25", ["lashio.q77"]),
  ("country!=UA,CD,SD,MM,ML,FJ", ["nowhere.q1", "nowhere.q40"]),
  ("locality=Atlantis City", []),
])
func `quotations stand in reports that name the place`(
  query: String, expected: [String]
) throws {
  let list = try Listing("/quotations?fields=id&\(query)", in: .ofDispatches())
  #expect(list.ids == expected)
  #expect(list.matched == expected.count)
}

@Test(arguments: [
  "locality=Toretsk", "country=UA,SD", "admin1=Donetsk", "bbox=0,0,90,60", "control.status=held",
  "role=event", "role=background,origin",
  "bbox=0,0,90,60&spatial=possible", "near=30,50&radius=900km&spatial=possible",
  "near=30,50&radius=900km", "speaker=bobovnikova", "speaker.role=mayor", "cue=say,deny",
  "speaker.affiliation=Goma", "type=direct", "published=2024", "locality=Atlantis City",
])
func `not leaves all reports that the condition does not`(condition: String) throws {
  let library = try Library.ofDispatches()
  let with = try Listing("/reports?fields=id&\(condition)", in: library)
  let negated = condition.replacing("=", with: "!=", maxReplacements: 1)
  let without = try Listing("/reports?fields=id&\(negated)", in: library)
  #expect(Set(with.ids).isDisjoint(with: without.ids))
  #expect(Set(with.ids + without.ids) == Set(Dispatch.all.map(\.id)))
}
