#ifndef CHANTABLES_H
#define CHANTABLES_H

#include <stddef.h>

#include "UnitClasses.h"

/// A text table that is part of the binary: UTF-8, header lines that start with `#`, then `KEY TAB VALUE[ VALUE…]` lines,
/// sorted by key.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} HanTable;

/// Compatibility ideographs, radicals and small or vertical forms, each with the character that it stands for.
HanTable han_table_compatibility(void);

/// OpenCC's Traditional to Simplified characters, and phrases.
HanTable han_table_ts_characters(void);
HanTable han_table_ts_phrases(void);

/// OpenCC's Simplified to Traditional characters, and phrases.
HanTable han_table_st_characters(void);
HanTable han_table_st_phrases(void);

/// The project's own phrases from Simplified to Traditional, where OpenCC has none or a worse one.
HanTable han_table_st_supplement(void);

/// The project's own list of everyday words, which convert as their characters do.
HanTable han_table_st_words(void);

/// OpenCC's tables between its Traditional standard and Taiwan's: characters, phrases with such characters, vocabulary;
/// `rev` leads back to the standard.
HanTable han_table_tw_variants(void);
HanTable han_table_tw_variants_phrases(void);
HanTable han_table_tw_phrases(void);
HanTable han_table_tw_variants_rev(void);
HanTable han_table_tw_variants_rev_phrases(void);
HanTable han_table_tw_phrases_rev(void);

/// The same for Hong Kong.
HanTable han_table_hk_variants(void);
HanTable han_table_hk_variants_phrases(void);
HanTable han_table_hk_phrases(void);
HanTable han_table_hk_variants_rev(void);
HanTable han_table_hk_variants_rev_phrases(void);
HanTable han_table_hk_phrases_rev(void);

#endif
