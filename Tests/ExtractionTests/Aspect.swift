// What is compared, one thing at a time.

import Extraction

enum Aspect: String, CaseIterable {
  case structure, localities, names, otherMentions, noLocalities
  case contents, speakers, cues, noQuotations
  case control, noControl, figures, noFigures, dates, unresolved

  /// Each difference between what was found and the gold is one sentence; none is right.
  func problems(of found: Annotations, in article: GoldArticle) -> [String] {
    switch self {
    case .structure: article.structureProblems(found)
    case .localities: article.localityProblems(found)
    case .names: article.nameProblems(found)
    case .otherMentions: article.otherMentionProblems(found)
    case .noLocalities: article.forbiddenPlaceProblems(found)
    case .contents: article.contentProblems(found)
    case .speakers: article.speakerProblems(found)
    case .cues: article.cueProblems(found)
    case .noQuotations: article.forbiddenQuotationProblems(found)
    case .control: article.controlProblems(found)
    case .noControl: article.forbiddenControlProblems(found)
    case .figures: article.figureProblems(found)
    case .noFigures: article.forbiddenFigureProblems(found)
    case .dates: article.dateProblems(found)
    case .unresolved: article.unresolvedProblems(found)
    }
  }
}
