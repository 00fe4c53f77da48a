// Word lists, compiled in as bytes (C23 #embed).
#include "CLexicon.h"

static const unsigned char english[] = {
#embed "english.txt"
};

static const unsigned char french[] = {
#embed "french.txt"
};

static const unsigned char ukrainian[] = {
#embed "ukrainian.txt"
};

static const unsigned char given_names[] = {
#embed "given-names.txt"
};

static const unsigned char ordinary_words[] = {
#embed "ordinary-words.txt"
};

static const unsigned char countries[] = {
#embed "countries.txt"
};

static const unsigned char place_words[] = {
#embed "place-words.txt"
};

static const unsigned char languages[] = {
#embed "languages.txt"
};

lexicon_text lexicon_countries(void) { return (lexicon_text){countries, sizeof countries}; }
lexicon_text lexicon_english(void) { return (lexicon_text){english, sizeof english}; }
lexicon_text lexicon_french(void) { return (lexicon_text){french, sizeof french}; }
lexicon_text lexicon_ukrainian(void) { return (lexicon_text){ukrainian, sizeof ukrainian}; }
lexicon_text lexicon_given_names(void) { return (lexicon_text){given_names, sizeof given_names}; }
lexicon_text lexicon_ordinary_words(void) {
  return (lexicon_text){ordinary_words, sizeof ordinary_words};
}
lexicon_text lexicon_place_words(void) { return (lexicon_text){place_words, sizeof place_words}; }
lexicon_text lexicon_languages(void) { return (lexicon_text){languages, sizeof languages}; }
