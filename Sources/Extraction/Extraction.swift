// Text in, facts out.

package import Dates
package import Gazetteer

/// What a document says about itself that the reading of its text can use.
package struct Context: Sendable {
  /// The day of publication, which relative dates count from.
  package var published: CivilDate?
  /// The document's own, if it tells one.
  package var language: String?
  /// Who has published it; its name may tell where that is.
  package var source: String?

  package init() {}
}

/// What is found in a text, and what was weighed against it.
package struct Explained: Sendable {
  package let found: Annotations
  /// By locality: what its name could mean as well, likeliest first; three at most, none below 1 %.
  package let runnersUp: [Place: [RunnerUp]]
}

package enum Extraction {
  /// Reads a text: total, pure, linear in its length.
  ///
  /// - Parameter text: UTF-8; other bytes are passed over as if they were no words.
  package static func annotate(
    _ text: [UInt8], _ context: Context = Context(), gazetteer: Gazetteer
  ) -> Annotations {
    explain(text, context, gazetteer: gazetteer).found
  }

  /// The same, with what names could mean besides the places that are taken for them.
  package static func explain(
    _ text: [UInt8], _ context: Context = Context(), gazetteer: Gazetteer
  ) -> Explained {
    var text = Text(text)
    var found = Annotations()
    found.language = Languages.guess(text)
    if let lexicon = lexicon(found.language, context, text), !lexicon.isEnglish {
      text = Text(text.bytes, lexicon: lexicon)
    }
    found.structure = Structure(text)
    let names = Names(text)
    let people = People(text, names)
    let places = Places.find(in: text, names, people, context, gazetteer)
    found.places = places.mentions
    found.localities = places.localities
    let times = DateMentions.find(in: text, published: context.published)
    found.dates = times.dates
    let statements = Quotations.find(in: text, names, people, places, gazetteer)
    found.quotations = statements.quotations
    found.control = ControlClaims.find(
      in: text, names, places, quotations: found.quotations, dates: found.dates, gazetteer)
    found.figures = Figures.find(
      in: text, places: places.mentions, nominal: places.nominal, dates: found.dates,
      quotations: found.quotations, gazetteer: gazetteer)
    found.unresolved =
      places.unresolved + UnnamedPlaces.find(in: text) + times.unresolved + statements.unresolved
    found.unresolved.sort { $0.range.lowerBound < $1.range.lowerBound }
    return Explained(found: found, runnersUp: places.runnersUp)
  }

  /// The lists of the language that the text tells, else of the one that the document tells, else of
  /// the likeliest.
  private static func lexicon(_ found: String, _ context: Context, _ text: Text) -> Lexicon? {
    if found != "und" { return Lexicon.of(found) }
    return context.language.map(Lexicon.of) ?? Languages.likeliest(text)
  }
}
