#!/usr/bin/env python3
"""Compare the accuracy of conversion with OpenCC, zhconv-rs, opencc-pyo3 and opencc-jieba-pyo3 (all from PyPI).

Two tables are printed:
- sentences with characters that have several Traditional forms (data/ambiguous-sentences.tsv: CHARACTER TAB SIMPLIFIED TAB
  TRADITIONAL). A sentence is right when all of it is, but for forms that dictionaries hold for equal (VARIANTS below);
- with --opencc FILE, OpenCC's own test cases (testcases.json of its repository), to the letter.

usage: Benchmarks/conversion-accuracy.py [--opencc FILE] [--misses]
The program must be built: swift build -c release
"""
import argparse, collections, json, pathlib, subprocess

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE.parent / ".build/release/gangmu"
CONFIGURATIONS = "t2s s2t s2tw tw2s s2twp tw2sp s2hk hk2s t2tw tw2t t2hk hk2t".split()

# Forms between which standards and dictionaries differ; the first stands for all. Nobody gains or loses by them.
VARIANTS = """裡裏 為爲 著着 麵麪 台臺 眾衆 吃喫 啟啓 群羣 峰峯 床牀 布佈 才纔 秘祕 煉鍊 偽僞 墻牆 跡蹟 欲慾 占佔 梁樑 克剋 污汙
    歎嘆 周週 托託 煙菸 團糰 霉黴 拐柺 哄鬨 席蓆""".split()
WORDS = """匯報:彙報 回覆:回復 反覆:反復 批覆:批復 答覆:答復 了解:瞭解 一目了然:一目瞭然 計劃:計畫 憑藉:憑借 藉助:借助 覆蓋:復蓋
    家具:傢俱 家具:傢具 儘快:盡快 儘量:盡量 地方志:地方誌 蒙在鼓:矇在鼓 小伙子:小夥子 胡同:衚衕 纍纍:累累""".split()
FOLD = str.maketrans({form: forms[0] for forms in VARIANTS for form in forms[1:]})


def folded(text):
    text = text.translate(FOLD)
    for word in WORDS:
        kept, other = (form.translate(FOLD) for form in word.split(":"))
        text = text.replace(other, kept)
    return text


def gangmu(configuration, lines, *options):
    """Lines converted in one run. A line end within one would shift those behind it, so a mark stands between them."""
    mark = "\n\x1e\n"
    command = [PROGRAM, "normalize", "--config", configuration, *options]
    run = subprocess.run(command, input=mark.join(lines).encode(), stdout=subprocess.PIPE, check=True)
    return run.stdout.decode().split(mark)


def programs():
    """Name -> a function of a configuration and lines. A peer that is not installed is left out."""
    known = {
        "gangmu": gangmu,
        "gangmu --opencc-compatible": lambda c, lines: gangmu(c, lines, "--opencc-compatible"),
    }
    try:
        import opencc
        known["opencc"] = lambda c, lines: list(map(opencc.OpenCC(c).convert, lines))
    except ImportError:
        pass
    try:
        import zhconv_rs
        target = {"s2t": "zh-hant", "t2s": "zh-hans", "t2tw": "zh-tw", "s2tw": "zh-tw", "s2twp": "zh-tw", "t2hk": "zh-hk",
                  "s2hk": "zh-hk", "tw2t": "zh-hant", "hk2t": "zh-hant"}
        known["zhconv-rs"] = lambda c, lines: [zhconv_rs.zhconv(line, target.get(c, "zh-cn")) for line in lines]
    except ImportError:
        pass
    try:
        import opencc_pyo3
        known["opencc-pyo3"] = lambda c, lines: [opencc_pyo3.OpenCC(c).convert(line, False) for line in lines]
    except ImportError:
        pass
    try:
        import opencc_jieba_pyo3
        converters = {}

        def jieba(configuration, lines):
            converter = converters.setdefault(configuration, opencc_jieba_pyo3.OpenCC(configuration))
            return [converter.convert(line, False) for line in lines]
        known["opencc-jieba-pyo3"] = jieba
    except ImportError:
        pass
    return known


def sentences(show_misses):
    text = (HERE / "data/ambiguous-sentences.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    print(f"Ambiguous characters: {len(rows)} sentences, {len({row[0] for row in rows})} characters\n")
    print("| | right | of | accuracy |\n| --- | --- | --- | --- |")
    for name, convert in programs().items():
        outputs = convert("s2t", [row[1] for row in rows])
        misses = [(row, output) for row, output in zip(rows, outputs) if folded(output) != folded(row[2])]
        right = len(rows) - len(misses)
        print(f"| {name} | {right} | {len(rows)} | {right / len(rows):.1%} |")
        if show_misses and name == "gangmu":
            for row, output in misses:
                print(f"    {row[0]}  {row[1]} → {output}, not {row[2]}")


def opencc_cases(path, show_misses):
    cases = collections.defaultdict(list)
    for case in json.loads(path.read_text(encoding="utf-8")):
        for configuration, expected in case["expected"].items():
            if configuration in CONFIGURATIONS:
                cases[configuration].append((case["input"], expected))
    print(f"\nOpenCC's test cases: {sum(map(len, cases.values()))} in {len(cases)} configurations\n")
    print("| | " + " | ".join(cases) + " | all |")
    print("| --- " * (len(cases) + 2) + "|")
    for name, convert in programs().items():
        cells, right, total, misses = [], 0, 0, []
        for configuration, pairs in cases.items():
            try:
                outputs = convert(configuration, [pair[0] for pair in pairs])
            except Exception:
                cells.append("–")
                continue
            wrong = [(configuration, *pair, output) for pair, output in zip(pairs, outputs) if output != pair[1]]
            cells.append(f"{1 - len(wrong) / len(pairs):.0%}")
            right, total, misses = right + len(pairs) - len(wrong), total + len(pairs), misses + wrong
        print(f"| {name} | " + " | ".join(cells) + f" | {right / total:.1%} |")
        if show_misses and name.startswith("gangmu"):
            for configuration, text, expected, output in misses:
                print(f"    {configuration}  {text} → {output}, not {expected}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--opencc", type=pathlib.Path)
    arguments.add_argument("--misses", action="store_true")
    options = arguments.parse_args()
    sentences(options.misses)
    if options.opencc:
        opencc_cases(options.opencc, options.misses)


if __name__ == "__main__":
    main()
