#include "CFolding.h"

static const unsigned char text[] = {
#embed "folding.txt"
};

const unsigned char *const folding_text = text;
const size_t folding_text_size = sizeof text;
