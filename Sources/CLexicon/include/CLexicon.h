// Word lists, compiled in as bytes.
#pragma once
#include <stddef.h>

typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} lexicon_text;

lexicon_text lexicon_countries(void);
lexicon_text lexicon_english(void);
lexicon_text lexicon_french(void);
lexicon_text lexicon_ukrainian(void);
lexicon_text lexicon_given_names(void);
lexicon_text lexicon_ordinary_words(void);
lexicon_text lexicon_place_words(void);
lexicon_text lexicon_languages(void);
