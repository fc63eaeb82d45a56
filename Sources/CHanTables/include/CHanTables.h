#ifndef CHANTABLES_H
#define CHANTABLES_H

#include <stddef.h>

#include "UnitClasses.h"

/// Bytes that are part of the binary.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} HanTable;

/// The text tables of `Tables`, compiled by `HanTableCompiler` into the form in which they are used.
HanTable han_compiled_tables(void);

#endif
