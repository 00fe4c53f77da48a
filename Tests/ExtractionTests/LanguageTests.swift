// The language of a text is told by its small words, or not at all.

import Testing

@testable import Extraction

private func guess(_ text: String) -> String { Languages.guess(Text(Array(text.utf8))) }

@Test(arguments: [
  ("en", "The mayor of the town said that shells had hit the bridge, but it was still in use."),
  ("fr", "Le maire de la ville a dit que des obus ont touché le pont, mais il est encore debout."),
  ("de", "Der Bürgermeister sagte, dass die Brücke getroffen wurde, aber noch nicht zerstört ist."),
  (
    "es",
    "El alcalde de la ciudad dijo que los proyectiles cayeron sobre el puente, pero no es grave."
  ),
  ("it", "Il sindaco della città ha detto che i colpi sono caduti sul ponte, ma non è crollato."),
  (
    "pt",
    "O prefeito da cidade disse que os projéteis não caíram na ponte, mas foi uma noite longa."
  ),
  ("nl", "De burgemeester zei dat de brug is geraakt, maar het verkeer wordt nog niet omgeleid."),
  (
    "pl",
    "Burmistrz powiedział, że most został trafiony, ale nie jest to groźne i nadal się go używa."
  ),
  ("uk", "Міський голова сказав, що снаряди влучили в міст, але він не зруйнований і це не все."),
  ("ru", "Мэр города сказал, что снаряды попали в мост, но он не разрушен, и это ещё не все."),
  (
    "ar",
    "قال رئيس البلدية إن القذائف سقطت على الجسر في المدينة، وقد تم إغلاقه بعد ذلك من قبل الشرطة."
  ),
])
func `a language is told by its function words`(language: String, text: String) {
  #expect(guess(text) == language)
  #expect(guess(text.uppercased()) == language)
}

@Test(arguments: [
  "", "Toretsk", "Kyiv, Kharkiv, Odesa, Lviv, Dnipro, Poltava, Sumy.", "12 34 56, 78.", "The end.",
  "Kaupungin pormestari sanoi, että kranaatit osuivat siltaan mutta se on yhä pystyssä.",
  "The mayor said that it was hit. Le maire a dit qu’il est touché, mais il ne l’est pas pour nous.",
])
func `a text that is short, mixed or in another language has none`(text: String) {
  #expect(guess(text) == "und")
}

@Test func `names and quotations of another language do not change it`() {
  let text =
    "The mayor of the town of La Paz said that it had been hit: “no es el fin”, he added to us."
  #expect(guess(text) == "en")
}
