// Fourteen short articles from eight countries, as they are read with the whole gazetteer.

import Dates
import Extraction
import Gazetteer
import Reports
import TestSupport

/// One article, before it is read.
struct Dispatch {
  let id: String
  /// As a document gives it; nil for none.
  let published: String?
  let text: String

  static let all = [
    Dispatch(
      id: "kyiv", published: "2024-10-01",
      text: "“We have no light,” Olena Marchenko, the mayor of Kyiv, said on Tuesday."),
    Dispatch(
      id: "toretsk", published: "2024-10-07T09:30:00Z",
      text: """
        Zalizne is almost entirely in Russian hands. Anastasiia Bobovnikova, spokeswoman for the \
        Luhansk operational tactical group, said that the situation in Toretsk was “very unstable”.
        """),
    Dispatch(
      id: "toretsk-again", published: "2024-10-07",
      text: """
        Toretsk was shelled on Sunday. Russian officials claimed that Russian forces entered \
        Toretsk. Anastasiia Bobovnikova denied that the town was surrounded.
        """),
    Dispatch(
      id: "kharkiv", published: "2024-10",
      text: "Trains stopped in Kharkiv Oblast on Monday, the governor said. Nobody was hurt."),
    Dispatch(
      id: "goma", published: "2025-01-27",
      text: """
        M23 rebels captured Goma in January. “Rebels captured Goma,” Jean Bahati, the mayor of \
        Goma, confirmed.
        """),
    Dispatch(
      id: "bukavu", published: "2025-02-16",
      text: "Jean Bahati said that people from Goma had reached Bukavu on foot."),
    Dispatch(
      id: "fasher", published: "2024-10-09",
      text: """
        The Rapid Support Forces control most of Khartoum. El Fasher fell to the Rapid Support \
        Forces. Shelling goes on around El Fasher, aid workers warned.
        """),
    Dispatch(
      id: "khartoum", published: nil,
      text: "The battle for Khartoum goes on. “We cross by boat,” said Amal Osman, a doctor."),
    Dispatch(
      id: "Ménaka", published: "2024-03-26",
      text: "“The market is closed,” Fadimata Maïga, a trader in Ménaka, said. Gao is quiet."),
    Dispatch(
      id: "lashio", published: "2024-08-05",
      text: """
        Government forces entered the eastern part of Lashio, Myanmar. The army said that it had \
        taken the market.
        """),
    Dispatch(
      id: "suva", published: "2023-12-31T23:59:59Z",
      text: "In Suva, Fiji, police chief Sitiveni Qiliho promised that patrols would go on."),
    Dispatch(
      id: "apia", published: "2023-12-31",
      text: "Ships left Apia, the capital of Samoa, on Friday."),
    Dispatch(
      id: "nowhere", published: "2024-10-07",
      text: "“Nobody came,” she said. Witnesses said that the road was open."),
    Dispatch(id: "a/b c", published: nil, text: "Nothing is known."),
  ]

  func entry(_ gazetteer: Gazetteer) -> ReportEntry {
    var entry = ReportEntry(id: id, text: Array(text.utf8))
    entry.published = published.flatMap { Moment($0) }
    entry.annotations = Extraction.annotate(entry.text, gazetteer: gazetteer)
    return entry
  }

  /// All of them, read again.
  static func snapshot() throws -> Snapshot {
    let gazetteer = try shippedGazetteer()
    let builder = SegmentBuilder()
    for dispatch in all { _ = builder.add(dispatch.entry(gazetteer)) }
    return Snapshot(
      reports: builder.finish(), gazetteer: gazetteer, intake: .init(), made: 1_700_000_000,
      settings: [])
  }

  static let read = Result { try snapshot() }
}
