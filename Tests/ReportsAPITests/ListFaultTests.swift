// What a list does not understand: which parameter, what is wrong, what would be right.

import Testing

@testable import ReportsAPI

private let names = [
  WrongQuery("speeker=x", "speeker", "“speeker” is not known", nearest: "speaker"),
  WrongQuery("speeker!=x", "speeker!", "“speeker!” is not known", nearest: "speaker!"),
  WrongQuery("speaker.rol=x", "speaker.rol", "is not known", nearest: "speaker.role"),
  WrongQuery("Speaker=x", "Speaker", "is not known", nearest: "speaker"),
  WrongQuery("country=UA&contry=RU", "contry", "is not known", nearest: "country"),
  WrongQuery("x=1", "x", "“x” is not known; allowed are q, locality,", nearest: "q"),
  WrongQuery("xyzzy", "xyzzy", "is not known"), WrongQuery("=x", "", "“” is not known"),
  WrongQuery("q!=x", "q!", "“q” takes no “!=”: put “-” before a word", nearest: "q"),
  WrongQuery(
    "limit!=3", "limit!", "“limit” takes no “!=”; those that do are locality,", nearest: "limit"),
  WrongQuery("radius!=3km", "radius!", "“radius” takes no “!=”", nearest: "radius"),
  WrongQuery("type=direct&type=mixed", "type", "stands twice"),
  WrongQuery("dateime=2024", "dateime", "is not known", nearest: "datetime"),
  WrongQuery("cue!=say&cue!=deny", "cue!", "stands twice"),
]

private let words = [
  WrongQuery("type=directt", "type", "takes direct, indirect, mixed", nearest: "direct"),
  WrongQuery("type=Direct", "type", "takes direct, indirect, mixed", nearest: "direct"),
  WrongQuery("type!=mxed", "type!", "“mxed” is no value for “type!”", nearest: "mixed"),
  WrongQuery("type=direct,", "type", "“” is no value"), WrongQuery("type=", "type", "“” is no"),
  WrongQuery("role=Event", "role", "it takes event, origin, background", nearest: "event"),
  WrongQuery("role=mayor", "role", "“mayor” is no value for “role”"),
  WrongQuery("role!=event,", "role!", "“” is no value for “role!”"),
  WrongQuery("role=event&role=origin", "role", "stands twice"),
  WrongQuery("control.status=hold", "control.status", "held, contested", nearest: "held"),
  WrongQuery("control.status=held,lots", "control.status", "“lots”", nearest: "lost"),
  WrongQuery("f=xml", "f", "takes json, geojson"), WrongQuery("f=", "f", "“” is no value"),
  WrongQuery("f=geo-json", "f", "takes json, geojson", nearest: "geojson"),
  WrongQuery("explain=2", "explain", "takes 0, 1", nearest: "0"),
  WrongQuery("explain=true", "explain", "takes 0, 1"),
  WrongQuery("explain=", "explain", "takes 0, 1"),
  WrongQuery("fields=idd", "fields", "“idd” is no value", nearest: "id"),
  WrongQuery("fields=id,,type", "fields", "“” is no value"),
  WrongQuery("fields=id, id", "fields", "“ id” is no value", nearest: "id"),
  WrongQuery("sortby=-id", "sortby", "“-id” is no value"),
]

private let values = [
  WrongQuery("limit=0", "limit", "from 1 to 1000"), WrongQuery("limit=1001", "limit", "to 1000"),
  WrongQuery("limit=x", "limit", "a whole number"), WrongQuery("limit=-1", "limit", "“-1”"),
  WrongQuery("limit=%2B5", "limit", "“+5”"), WrongQuery("limit=1.5", "limit", "“1.5”"),
  WrongQuery("limit", "limit", "“” is no value"), WrongQuery("speaker=", "speaker", "one value"),
  WrongQuery("locality=", "locality", "one value, or several with commas"),
  WrongQuery("country=UA,,RU", "country", "one value, or several with commas"),
  WrongQuery("country!=UA,", "country!", "one value, or several with commas"),
  WrongQuery("cue= ", "cue", "one value, or several with commas"),
  WrongQuery(
    "speaker=" + (1...101).map { "n\($0)" }.joined(separator: ","), "speaker",
    "100 values at most"),
  WrongQuery("published=yesterday", "published", "such as 2024, 2024-10, 2024-10-07"),
  WrongQuery("published=", "published", "a date or a stretch of time"),
  WrongQuery("published!=2024-13", "published!", "“2024-13” is no value"),
  WrongQuery("published=../..", "published", "“../..”"),
  WrongQuery("datetime=last week", "datetime", "such as 2024, 2024-10, 2024-10-07"),
  WrongQuery("datetime=", "datetime", "a date or a stretch of time"),
  WrongQuery("datetime!=2024-02-30", "datetime!", "“2024-02-30” is no value"),
  WrongQuery("datetime=2025/2024", "datetime", "a stretch of time"),
  WrongQuery("published=2024-10-08/2024-10-07", "published", "a stretch of time"),
]

@Test(arguments: names + words + values)
func `a list refuses what it does not understand, and says what it would`(
  wrong: WrongQuery
) throws {
  for list in Listing.lists { try wrong.isRefused(by: list.rawValue) }
}

@Test(
  arguments: [
    ("reports", "sortby=-publishd", "-published"),
    ("reports", "sortby=-report_count", nil), ("quotations", "sortby=name", nil),
    ("localities", "sortby=-published", "-last_published"), ("reports", "fields=report", nil),
    ("localities", "fields=headline", nil), ("quotations", "fields=repot", "report"),
  ] as [(String, String, String?)])
func `what belongs to another list is refused`(list: String, query: String, nearest: String?) throws
{
  let parameter = query.prefix { $0 != "=" }
  try WrongQuery(query, String(parameter), "is no value for", nearest: nearest)
    .isRefused(by: list)
}

@Test func `who writes a parameter twice is told of commas where it takes several values`() throws {
  let contract = try Contract()
  for name in ListRequest<ReportField>.parameters + ConditionName.negatedParameters {
    let schema =
      contract.parameters(of: "/reports")
      .first { $0.string("name") == name }?["schema"] as? Object
    let isList =
      schema?.string("type") == "array"
      && schema?["minItems"] as? Int != schema?["maxItems"] as? Int
    let rule = isList ? "several values go into one, with commas between" : "it takes one value"
    try WrongQuery("\(name)=a&\(name)=b", name, "“\(name)” stands twice; \(rule).")
      .isRefused(by: "reports")
  }
}
