#include "UnitClasses.h"

// A character with several kinds is listed once with all of them, behind the range that it lies in, which it overrides.
#pragma clang diagnostic ignored "-Winitializer-overrides"

enum {
  digit = HAN_UNIT_DIGIT,
  hanDigit = HAN_UNIT_HAN | HAN_UNIT_HAN_DIGIT,
  hanMultiplier = HAN_UNIT_HAN | HAN_UNIT_HAN_MULTIPLIER,
  han = HAN_UNIT_HAN,
  latin = HAN_UNIT_LATIN,
  space = HAN_UNIT_SPACE,
  lineEnd = HAN_UNIT_LINE_END,
  sentenceEnd = HAN_UNIT_SENTENCE_END,
  clauseEnd = HAN_UNIT_CLAUSE_END,
  opens = HAN_UNIT_OPEN,
  closes = HAN_UNIT_CLOSE,
  quote = HAN_UNIT_QUOTE,
  redaction = HAN_UNIT_REDACTION,
  bullet = HAN_UNIT_BULLET,
};

const uint16_t han_unit_classes[0x10000] = {
    // Han characters: the unified ideographs of the plane, the compatibility ideographs, 々, and what stands for every
    // character beyond the plane.
    [0x3400 ... 0x9FFF] = han,
    [0xF900 ... 0xFAFF] = han,
    [u'々'] = han,
    [0xFFFF] = han,

    // Numerals.
    [u'0' ... u'9'] = digit,
    [u'〇'] = hanDigit, [u'零'] = hanDigit, [u'○'] = HAN_UNIT_HAN_DIGIT | redaction | bullet,
    [u'一'] = hanDigit, [u'二'] = hanDigit, [u'三'] = hanDigit, [u'四'] = hanDigit, [u'五'] = hanDigit,
    [u'六'] = hanDigit, [u'七'] = hanDigit, [u'八'] = hanDigit, [u'九'] = hanDigit, [u'两'] = hanDigit,
    [u'壹'] = hanDigit, [u'贰'] = hanDigit, [u'叁'] = hanDigit, [u'肆'] = hanDigit, [u'伍'] = hanDigit,
    [u'陆'] = hanDigit, [u'柒'] = hanDigit, [u'捌'] = hanDigit, [u'玖'] = hanDigit,
    [u'十'] = hanMultiplier, [u'百'] = hanMultiplier, [u'千'] = hanMultiplier, [u'万'] = hanMultiplier,
    [u'亿'] = hanMultiplier, [u'拾'] = hanMultiplier, [u'佰'] = hanMultiplier, [u'仟'] = hanMultiplier,
    [u'廿'] = hanMultiplier, [u'卅'] = hanMultiplier,

    // Letters. An x is also written over what is not to be known.
    [u'a' ... u'z'] = latin,
    [u'x'] = latin | redaction,

    // What parts words, clauses and sentences.
    [u' '] = space,
    [u'\n'] = lineEnd,
    [u'。'] = sentenceEnd, [u'!'] = sentenceEnd, [u'?'] = sentenceEnd, [u'…'] = sentenceEnd,
    [u','] = clauseEnd, [u'、'] = clauseEnd, [u';'] = clauseEnd, [u':'] = clauseEnd,

    // Brackets, title marks and quotation marks.
    [u'('] = opens, [u'['] = opens, [u'〔'] = opens, [u'【'] = opens, [u'《'] = opens, [u'〈'] = opens, [u'{'] = opens,
    [u')'] = closes, [u']'] = closes, [u'〕'] = closes, [u'】'] = closes, [u'》'] = closes, [u'〉'] = closes,
    [u'}'] = closes,
    [u'「'] = opens | quote, [u'『'] = opens | quote, [u'」'] = closes | quote, [u'』'] = closes | quote,
    [u'“'] = quote, [u'”'] = quote, [u'‘'] = quote, [u'’'] = quote, [u'"'] = quote, [u'\''] = quote,

    // Marks over what is not to be known, and marks before items.
    [u'_'] = redaction, [u'×'] = redaction, [u'*'] = redaction | bullet, [u'□'] = redaction | bullet,
    [u'★'] = bullet, [u'☆'] = bullet, [u'·'] = bullet, [u'●'] = bullet, [u'◆'] = bullet, [u'◇'] = bullet,
    [u'■'] = bullet, [u'▲'] = bullet, [u'△'] = bullet, [u'▶'] = bullet, [u'►'] = bullet, [u'◎'] = bullet,
    [u'※'] = bullet, [u'-'] = bullet, [u'+'] = bullet, [u'>'] = bullet, [u'»'] = bullet, [u'→'] = bullet,
    [u'✓'] = bullet, [u'✔'] = bullet,
};
