#include "CHanTables.h"

_Alignas(64) static const unsigned char compiled[] = {
#embed "Compiled/HanTables.bin"
};

HanTable han_compiled_tables(void) {
  return (HanTable){compiled, sizeof compiled};
}
