#ifndef UNITCLASSES_H
#define UNITCLASSES_H

#include <stdint.h>

/// The kinds of character, one bit each; what they mean stands at `UnitClass` in HanText.
enum {
  HAN_UNIT_DIGIT = 1 << 0,
  HAN_UNIT_HAN_DIGIT = 1 << 1,
  HAN_UNIT_HAN_MULTIPLIER = 1 << 2,
  HAN_UNIT_HAN = 1 << 3,
  HAN_UNIT_LATIN = 1 << 4,
  HAN_UNIT_SPACE = 1 << 5,
  HAN_UNIT_LINE_END = 1 << 6,
  HAN_UNIT_SENTENCE_END = 1 << 7,
  HAN_UNIT_CLAUSE_END = 1 << 8,
  HAN_UNIT_OPEN = 1 << 9,
  HAN_UNIT_CLOSE = 1 << 10,
  HAN_UNIT_QUOTE = 1 << 11,
  HAN_UNIT_REDACTION = 1 << 12,
  HAN_UNIT_BULLET = 1 << 13,
};

/// The kinds of every fold unit. A constant of the binary: it needs no time at the start and no look at whether it is
/// there yet, on a path that every rule takes for every character.
extern const uint16_t han_unit_classes[0x10000];

/// The kinds of a fold unit, as bits.
static inline uint16_t han_unit_class(uint16_t unit) {
  return han_unit_classes[unit];
}

#endif
