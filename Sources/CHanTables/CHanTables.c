#include "CHanTables.h"

static const unsigned char compatibility[] = {
#embed "Tables/Compatibility.txt"
};
static const unsigned char ts_characters[] = {
#embed "Tables/TSCharacters.txt"
};
static const unsigned char ts_phrases[] = {
#embed "Tables/TSPhrases.txt"
};
static const unsigned char st_characters[] = {
#embed "Tables/STCharacters.txt"
};
static const unsigned char st_phrases[] = {
#embed "Tables/STPhrases.txt"
};
static const unsigned char st_supplement[] = {
#embed "Tables/STSupplement.txt"
};
static const unsigned char st_words[] = {
#embed "Tables/STWords.txt"
};
static const unsigned char tw_variants[] = {
#embed "Tables/TWVariants.txt"
};
static const unsigned char tw_variants_phrases[] = {
#embed "Tables/TWVariantsPhrases.txt"
};
static const unsigned char tw_phrases[] = {
#embed "Tables/TWPhrases.txt"
};
static const unsigned char tw_variants_rev[] = {
#embed "Tables/TWVariantsRev.txt"
};
static const unsigned char tw_variants_rev_phrases[] = {
#embed "Tables/TWVariantsRevPhrases.txt"
};
static const unsigned char tw_phrases_rev[] = {
#embed "Tables/TWPhrasesRev.txt"
};
static const unsigned char hk_variants[] = {
#embed "Tables/HKVariants.txt"
};
static const unsigned char hk_variants_phrases[] = {
#embed "Tables/HKVariantsPhrases.txt"
};
static const unsigned char hk_phrases[] = {
#embed "Tables/HKPhrases.txt"
};
static const unsigned char hk_variants_rev[] = {
#embed "Tables/HKVariantsRev.txt"
};
static const unsigned char hk_variants_rev_phrases[] = {
#embed "Tables/HKVariantsRevPhrases.txt"
};
static const unsigned char hk_phrases_rev[] = {
#embed "Tables/HKPhrasesRev.txt"
};

// A function for each table, since Swift reads no C array of unknown size.
#define TABLE(name) \
  HanTable han_table_##name(void) { return (HanTable){name, sizeof name}; }

TABLE(compatibility)
TABLE(ts_characters)
TABLE(ts_phrases)
TABLE(st_characters)
TABLE(st_phrases)
TABLE(st_supplement)
TABLE(st_words)
TABLE(tw_variants)
TABLE(tw_variants_phrases)
TABLE(tw_phrases)
TABLE(tw_variants_rev)
TABLE(tw_variants_rev_phrases)
TABLE(tw_phrases_rev)
TABLE(hk_variants)
TABLE(hk_variants_phrases)
TABLE(hk_phrases)
TABLE(hk_variants_rev)
TABLE(hk_variants_rev_phrases)
TABLE(hk_phrases_rev)
