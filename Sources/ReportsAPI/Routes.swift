// Every route of the API.

import HTTP

/// Answers a call; the strings are the values of the `{name}` segments of the route.
struct Handler: Sendable {
  let reply: @Sendable (Call, [String]) throws(Problem) -> Reply
  /// Whether the answer can be had in every `Format`.
  private(set) var hasFormats = false

  init(reply: @escaping @Sendable (Call, [String]) throws(Problem) -> Reply) {
    self.reply = reply
  }

  /// For what is answered at once.
  init(answer: @escaping @Sendable (Call, [String]) throws(Problem) -> Response) {
    reply = { call, values throws(Problem) in .response(try answer(call, values)) }
  }

  /// For a list.
  init<List: RecordList>(_: List.Type) {
    self.init(reply: List.reply)
    hasFormats = true
  }

  /// For what is answered in the format that `f`, the path's ending or `Accept` asks for.
  init(inFormats answer: @escaping @Sendable (Call, [String]) throws(Problem) -> Response) {
    self.init(answer: answer)
    hasFormats = true
  }
}

enum Routes {
  static let router = Router<Handler>([
    Route("/", to: Handler(answer: Landing.answer)),
    Route("/reports", to: Handler(ReportList.self)),
    Route("/reports/{id}", to: Handler(inFormats: ReportAnswers.record)),
    Route("/reports/{id}/text", to: Handler(answer: ReportAnswers.text)),
    Route("/localities", to: Handler(LocalityList.self)),
    Route("/localities/{id}", to: Handler(inFormats: LocalityAnswers.record)),
    Route("/quotations", to: Handler(QuotationList.self)),
    Route("/quotations/{id}", to: Handler(inFormats: QuotationAnswers.record)),
    Route("/extract", [.post], to: Handler(reply: ExtractAnswer.reply)),
    Route("/codebook", to: Handler(answer: Codebook.answer)),
    Route("/healthz", to: Handler(answer: Health.alive)),
    Route("/readyz", to: Handler(answer: Health.ready)),
    Route("/metrics", to: Handler(answer: Health.metrics)),
  ])

  /// The only path that answers while documents are being loaded.
  static let answersBeforeReady = "/healthz"
}
