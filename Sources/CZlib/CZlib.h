// zlib's own header; the library is linked by the module map.
#pragma once

#include <zlib.h>
