#!/usr/bin/env python3
"""Measure repair on native Traditional text of your own: what it disturbs, and what it restores after a round trip.

For the round trip the text is simplified character by character and converted back to each character's usual form, which is
how badly converted pages come about. A place is broken where that gave another character than the text has, but for forms
that are both right (VariantForms and VariantGroups in Sources).

Native text has misconversions of its own, and what puts those right disturbs nothing: such changes are told apart by a list of
words that no dictionary holds in that form (ERRORS below). Both counts are printed.

usage: Benchmarks/repair-roundtrip.py FILE [--misses]
"""
import argparse, collections, pathlib, re, subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
# Where OpenCC's first form is not the usual one.
USUAL = {"签": "簽", "钟": "鐘"}
# Words that are wrong in any Traditional text, and what is right.
ERRORS = {"標簽": "標籤", "抽簽": "抽籤", "合並": "合併", "重復": "重複", "複蓋": "覆蓋", "時鍾": "時鐘", "分鍾": "分鐘", "准備": "準備",
          "范圍": "範圍", "關系": "關係", "聯系": "聯繫", "咨詢": "諮詢", "盡管": "儘管"}
SIMPLIFIED = {"乾": "干", "著": "着", "瞭": "了", "藉": "借"}


def table(name):
    lines = (ROOT / f"Sources/CHanTables/Tables/{name}.txt").read_text(encoding="utf-8").splitlines()
    return {key: value.split(" ") for key, value in (line.split("\t") for line in lines if not line.startswith("#"))}


def variants():
    """Character -> what stands for all its forms, and the words that are right in both forms."""
    source = (ROOT / "Sources/HanTableCompiler/VariantGroups.swift").read_text(encoding="utf-8")
    groups = re.findall(r'"([^"\n]+)"', source[source.index("groups = ["):])
    words = set((ROOT / "Sources/HanText/Repair/VariantForms.swift").read_text(encoding="utf-8").split('"""')[1].split())
    heads = {value[0]: key for name in ("TWVariants", "HKVariants") for key, value in table(name).items()}
    for group in groups:
        for character in group:
            heads[character] = heads.get(group[0], group[0])
    return heads, words


def is_error(native, repaired, place):
    """Whether a change makes a wrong word right."""
    return any(ERRORS.get(native[start:start + 2]) == repaired[start:start + 2] for start in (place - 1, place) if start >= 0)


def repair(text):
    command = [ROOT / ".build/release/gangmu", "normalize", "--to", "hant", "--repair", "-"]
    return subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", type=pathlib.Path)
    arguments.add_argument("--misses", action="store_true")
    options = arguments.parse_args()
    native = options.file.read_text(encoding="utf-8")
    simplified, traditional, taiwan = table("TSCharacters"), table("STCharacters"), table("TWVariants")
    heads, words = variants()

    def head(character):
        return heads.get(character, character)

    def is_listed(text, place):
        spans = ((start, start + count) for count in (2, 3) for start in range(max(0, place - count + 1), place + 1))
        return any(text[start:end] in words for start, end in spans)

    def damaged(character):
        plain = SIMPLIFIED.get(character) or simplified.get(character, [character])[0]
        usual = USUAL.get(plain) or traditional.get(plain, [plain])[0]
        return taiwan.get(usual, [usual])[0]

    han = sum("\u4e00" <= character <= "\u9fff" for character in native)
    repaired = repair(native)
    places = [place for place, (a, b) in enumerate(zip(native, repaired)) if a != b]
    disturbed = [place for place in places if not is_error(native, repaired, place)]
    print(f"native text: {han} Han characters, {len(places)} changed, one in {han // max(len(places), 1)}; "
          f"{len(places) - len(disturbed)} of these are errors of the text put right, "
          f"{len(disturbed)} disturb it, one in {han // max(len(disturbed), 1)}")
    misses = collections.Counter(native[max(0, place - 4):place + 5].replace("\n", "/") for place in disturbed)
    broken = "".join(map(damaged, native))
    total = restored = worse = 0
    for place, (a, b, c) in enumerate(zip(native, broken, repair(broken))):
        if is_listed(native, place) and is_listed(broken, place):
            continue
        if head(a) != head(b):
            total += 1
            restored += head(a) == head(c)
            if head(a) != head(c):
                misses[f"{native[max(0, place - 4):place + 5]} {b}→{c}".replace("\n", "/")] += 1
        elif head(c) != head(a):
            worse += 1
    print(f"round trip: {total} places broken, {restored} restored ({restored / max(total, 1):.1%}), {worse} others changed")
    if options.misses:
        for context, count in misses.most_common():
            print(f"    {count}  {context}")


if __name__ == "__main__":
    main()
