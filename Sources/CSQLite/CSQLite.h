// SQLite's own header; the library is linked by the module map.
#pragma once

#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast that Swift cannot read: SQLite copies what it is given.
static inline int sqlite_bind_bytes(sqlite3_stmt *statement, int index, const char *bytes, int count) {
  return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}
