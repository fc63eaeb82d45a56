#!/usr/bin/env python3
"""Generate a corpus of pages from those in Fixtures/: to measure whole runs on, and to interrupt them.

    generate_corpus.py --pages 20000 pages/               a folder of files, 1,000 in each folder
    generate_corpus.py --pages 200000 --jsonl pages.jsonl  one file of JSON Lines (url, content)

Each page holds one to five documents of the fixtures under other places, dates and numbers, as text or as HTML with the
navigation, links and footer of a news site. Page N is the same whatever the number of pages. `--bad 50` makes every 50th one
empty or binary.
"""
import argparse, html, json, pathlib, random, re

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = ROOT / "Fixtures/pages"
TITLE = re.compile(r"^(?:篇[一二三四五]:|.{4,24}(?:方案|報告|計畫|办法|通知)\d?$)")
PLACES = "青禾 云溪 竹鄉 南岭 東港 白沙 北坪 石橋 江口 柳林 龙泉 溪口 平湖 新塘 金沙 梅里".split()


def documents():
    """The documents of the fixtures, each a list of lines."""
    found = []
    for path in sorted(PAGES.iterdir()):
        text = path.read_text()
        if path.suffix == ".html":
            text = html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"(?s)<(script|title).*?</\1>", "", text)))
        lines = [line.rstrip() for line in text.splitlines() if line.strip()]
        starts = [0] + [index for index, line in enumerate(lines) if index and TITLE.match(line)]
        for start, end in zip(starts, starts[1:] + [len(lines)]):
            if end - start >= 4:
                found.append(lines[start:end])
    return found


def varied(line, place, chance):
    line = re.sub(r"\d{1,2}月\d{1,2}日", lambda _: f"{chance.randint(1, 12)}月{chance.randint(1, 28)}日", line)
    line = re.sub(r"20\d\d年", lambda _: f"{chance.randint(2009, 2025)}年", line)
    return re.sub(r"(?<!\d)\d{3,}(?!\d)", lambda match: str(chance.randint(10 ** (len(match[0]) - 1), 10 ** len(match[0]) - 1)), line) \
        .replace("學校", place + "學校").replace("学校", place + "学校")


def as_html(documents, place, chance):
    links = "".join(f'<li><a href="/{chance.randint(1, 9999)}.html">{place}新聞{chance.randint(1, 99)}</a></li>' for _ in range(16))
    body = "\n".join(f"<h2>{html.escape(lines[0])}</h2>\n" + "\n".join(f"<p>&emsp;&emsp;{html.escape(line)}</p>" for line in lines[1:])
                     for lines in documents)
    title = html.escape(documents[0][0])
    return f"""<!doctype html>
<html><head><meta charset="utf-8"><title>{title}_{place}教育網</title><style>.nav li {{ float: left }}</style>
<script>var visits = {chance.randint(1, 10 ** 6)};</script></head>
<body><div class="header"><ul class="nav">{links}</ul></div>
<div class="main"><h1>{title}</h1><div class="info">來源:{place}教育網 發布時間:{chance.randint(2010, 2025)}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}</div>
<div class="content">
{body}
</div></div>
<div class="sidebar"><h3>相關文章</h3><ul>{links}</ul></div>
<div class="footer">版權所有 {place}教育網 備案號{chance.randint(10 ** 7, 10 ** 8)}</div></body></html>
"""


def page(number, sources, bad):
    """The name and the text of a page."""
    chance = random.Random(f"page {number}")
    if bad and number % bad == bad - 1:
        return f"{number:07}.txt", chance.choice(["", "\0\x01\x02\x03" * 40])
    place = chance.choice(PLACES)
    chosen = [[varied(line, place, chance) for line in lines] for lines in chance.choices(sources, k=chance.randint(1, 5))]
    if len(chosen) > 1:
        chosen = [[f"篇{ordinal}:{lines[0].removeprefix('篇一:').removeprefix('篇二:')}"] + lines[1:]
                  for ordinal, lines in zip("一二三四五", chosen)]
    if number % 2:
        return f"{number:07}.html", as_html(chosen, place, chance)
    return f"{number:07}.txt", "\n".join("\n".join(lines) for lines in chosen) + "\n"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("target", type=pathlib.Path)
    options.add_argument("--pages", type=int, default=10000)
    options.add_argument("--jsonl", action="store_true")
    options.add_argument("--kind", choices=["all", "html", "txt"], default="all", help="only pages of one kind (half as many)")
    options.add_argument("--bad", type=int, default=0)
    options = options.parse_args()
    sources = documents()
    pages = (page(number, sources, options.bad) for number in range(options.pages))
    pages = (one for one in pages if options.kind == "all" or one[0].endswith(options.kind))
    if options.jsonl:
        with options.target.open("w") as file:
            for name, text in pages:
                file.write(json.dumps({"url": name, "content": text}, ensure_ascii=False) + "\n")
        return
    for name, text in pages:
        folder = options.target / name[:4]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


if __name__ == "__main__":
    main()
