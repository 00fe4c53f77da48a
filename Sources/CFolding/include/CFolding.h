// The folding table as bytes of the program: folding.txt, which scripts/folding-table writes.
#pragma once

#include <stddef.h>

extern const unsigned char *const folding_text;
extern const size_t folding_text_size;
