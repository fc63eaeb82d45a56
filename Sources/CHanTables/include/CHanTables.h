#ifndef CHANTABLES_H
#define CHANTABLES_H

#include <stddef.h>

/// A text table that is part of the binary: UTF-8, a header line that starts with `#`, then `KEY TAB VALUE[ VALUE…]` lines.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} HanTable;

/// OpenCC's Traditional to Simplified characters.
HanTable han_table_ts_characters(void);

/// OpenCC's Simplified to Traditional characters.
HanTable han_table_st_characters(void);

/// Compatibility ideographs, radicals and small or vertical forms, each with the character that it stands for.
HanTable han_table_compatibility(void);

#endif
