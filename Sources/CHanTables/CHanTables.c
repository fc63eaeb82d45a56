#include "CHanTables.h"

static const unsigned char ts_characters[] = {
#embed "Tables/TSCharacters.txt"
};
static const unsigned char st_characters[] = {
#embed "Tables/STCharacters.txt"
};
static const unsigned char compatibility[] = {
#embed "Tables/Compatibility.txt"
};

HanTable han_table_ts_characters(void) {
  return (HanTable){ts_characters, sizeof ts_characters};
}

HanTable han_table_st_characters(void) {
  return (HanTable){st_characters, sizeof st_characters};
}

HanTable han_table_compatibility(void) {
  return (HanTable){compatibility, sizeof compatibility};
}
