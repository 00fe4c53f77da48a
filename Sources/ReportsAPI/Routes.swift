// Every route of the API.

import HTTP

/// Answers a call; the strings are the values of the `{name}` segments of the route.
struct Handler: Sendable {
  let reply: @Sendable (Call, [String]) throws(Problem) -> Reply
  /// Among which `f`, the path's ending or `Accept` chooses; none where there is no choice.
  let formats: [Format]

  init(
    in formats: [Format] = [], reply: @escaping @Sendable (Call, [String]) throws(Problem) -> Reply
  ) {
    self.reply = reply
    self.formats = formats
  }

  /// For what is answered at once.
  init(
    in formats: [Format] = [],
    answer: @escaping @Sendable (Call, [String]) throws(Problem) -> Response
  ) {
    self.init(in: formats) { call, values throws(Problem) in
      .response(try answer(call, values))
    }
  }

  init<List: RecordList>(_: List.Type) { self.init(in: List.formats, reply: List.reply) }
  init<List: ExportedList>(_: List.Type) {
    self.init(in: List.formats, reply: List.replyInAnyFormat)
  }
}

enum Routes {
  static let router = Router<Handler>([
    Route("/", to: Handler(answer: Landing.answer)),
    Route("/reports", to: Handler(ReportList.self)),
    Route("/reports/{id}", to: Handler(in: Format.ofPages, reply: ReportAnswers.record)),
    Route("/reports/{id}/text", to: Handler(answer: ReportAnswers.text)),
    Route("/localities", to: Handler(LocalityList.self)),
    Route("/localities/{id}", to: Handler(in: Format.ofPages, reply: LocalityAnswers.record)),
    Route("/quotations", to: Handler(QuotationList.self)),
    Route("/quotations/{id}", to: Handler(in: Format.ofPages, answer: QuotationAnswers.record)),
    Route("/changes", to: Handler(reply: ChangeList.reply)),
    Route(ChangeStream.pattern, to: Handler(answer: ChangeStream.answer)),
    Route("/extract", [.post], to: Handler(reply: ExtractAnswer.reply)),
    Route("/codebook", to: Handler(answer: Codebook.answer)),
    Route(Health.pattern, to: Handler(answer: Health.alive)),
    Route("/readyz", to: Handler(answer: Health.ready)),
    Route("/metrics", to: Handler(answer: Health.metrics)),
  ])

  /// Numbers of what is no route of the router: a file of the public folder, and everything that
  /// nothing was found for.
  static let file = RouteNumber(router.routes.count + 1)
  static let other = RouteNumber(router.routes.count + 2)

  /// The names of all route numbers, in their order.
  static let names = ["none"] + router.routes.map(\.pattern) + ["file", "other"]

  /// The only paths that answer while documents are being loaded.
  static let answerBeforeReady = [Health.pattern, ChangeStream.pattern]
}
