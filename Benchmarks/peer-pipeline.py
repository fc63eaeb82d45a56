#!/usr/bin/env python3
"""Run a pipeline put together from peers beside gangmu, on the same pages in one run, and print Markdown tables.

The pipeline: main content by resiliparse (or --extractor trafilatura) → Simplified by OpenCC → dates by JioNLP → one JSON object a
page. That is a part of what gangmu does: it has no documents, outline, actors, citations or spans in the page. Both run on one core,
and processor time is compared. The peers come from PyPI into a virtual environment of this script's own.

With --gold FOLDER (NAME.gold.json beside each page: {"page", "documents": [{"dates": [{"text", "edtf"}]}]}) the dates that both find
are compared with the answer, by their words and by first and last day. Digits that the page leaves open (20__年, no year) agree
with any, since JioNLP fills them in.

usage: Benchmarks/peer-pipeline.py [PAGES…] [--pages 40] [--extractor resiliparse|trafilatura] [--gold FOLDER [--gold-pages FOLDER]]
"""
import argparse, collections, json, os, pathlib, re, resource, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
GANGMU = ROOT / ".build/release/gangmu"
VENV = ROOT / ".build/venv-pipeline"
PEERS = ["resiliparse", "trafilatura", "lxml_html_clean", "opencc", "jionlp"]


class Pipeline:
    def __init__(self, extractor):
        sys.stdout, standard = open(os.devnull, "w"), sys.stdout  # JioNLP greets
        import jionlp, opencc
        sys.stdout = standard
        self.convert = opencc.OpenCC("t2s").convert
        self.times = jionlp.ner.extract_time
        self.extract = self.resiliparse() if extractor == "resiliparse" else self.trafilatura()
        self.times("2020年1月1日", time_base=time.time())  # tables are read at the first call

    @staticmethod
    def resiliparse():
        from resiliparse.extract.html2text import extract_plain_text
        return lambda page: extract_plain_text(page, main_content=True)

    @staticmethod
    def trafilatura():
        import trafilatura
        return lambda page: trafilatura.extract(page, include_comments=False) or ""

    def dates(self, text):
        """The dates of a text, which is converted first; line by line, since some (February 30th) end the reading with an error."""
        found = []
        for line in self.convert(text).splitlines():
            try:
                found += self.times(line, time_base=time.time())
            except Exception:
                pass
        return found

    def record(self, name, page):
        text = page.decode("utf-8", "replace")
        if "<html" in text[:1000].lower():
            text = self.extract(text)
        return json.dumps({"source": name, "text": text, "dates": self.dates(text)}, ensure_ascii=False)


def processor_seconds(body):
    start = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    body()
    end = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime for before, after in zip(start, end))


def measure(pipeline, paths):
    pages = [(str(path), path.read_bytes()) for path in paths]
    megabytes = sum(len(page) for _, page in pages) / 1e6
    repeats = max(1, int(40 / megabytes))  # so that the start of the program counts as little as that of the peers
    seconds = [
        processor_seconds(lambda: subprocess.run([GANGMU, "parse", "--quiet", "--jobs", "1", *list(map(str, paths)) * repeats],
                                                 stdout=subprocess.DEVNULL)) / repeats
        for _ in range(3)]
    ours = min(seconds)
    theirs = processor_seconds(lambda: [pipeline.record(*page) for page in pages])
    print(f"{len(pages)} pages, {megabytes:.2f} MB\n")
    print("| pipeline | MB/s | pages/s | gangmu against it |", "| --- | ---: | ---: | ---: |", sep="\n")
    for name, taken in (("gangmu, records with all fields", ours), ("peers, text and dates", theirs)):
        print(f"| {name} | {megabytes / taken:.3f} | {len(pages) / taken:.1f} | {taken / ours:.0f} × |")


def days(edtf):
    """First and last day of a value of EDTF, as patterns of YYYY-MM-DD."""
    first, _, last = edtf.partition("/")
    last = last or first
    def bound(value, month, day):
        parts = value.split("-")
        return "" if value == ".." else "-".join([parts[0], parts[1] if len(parts) > 1 else month, parts[2] if len(parts) > 2 else day])
    return bound(first, "01", "01"), bound(last, "12", "..")


def agree(gold, found):
    return all(not g or not f or re.fullmatch(g.replace("X", "."), f) or re.fullmatch(f.replace("X", "."), g)
               for g, f in zip(gold, found))


def score(pipeline, folder, pages):
    fold = lambda text: re.sub(r"\s+", "", pipeline.convert(text))
    totals = {name: collections.Counter() for name in ("gangmu", "peers")}
    for file in sorted(folder.glob("*.gold.json")):
        gold = json.loads(file.read_text())
        page = pages / gold["page"]
        expected = [(fold(date["text"]), days(date["edtf"]) if date.get("edtf") else None)
                    for document in gold["documents"] for date in document.get("dates", [])]
        records = subprocess.run([GANGMU, "parse", page], capture_output=True, text=True).stdout.splitlines()
        ours = [(fold(date["text"]), days(date["edtf"]) if date["edtf"] else None)
                for record in map(json.loads, records) for date in record["dates"]]
        text = page.read_text(errors="replace")
        text = pipeline.extract(text) if page.suffix == ".html" else text
        theirs = []
        for date in pipeline.dates(text):
            stated = date["detail"].get("time")
            is_days = isinstance(stated, list) and len(stated) == 2 and all(isinstance(part, str) for part in stated)
            theirs.append((fold(date["text"]), tuple(part[:10] for part in stated) if is_days else None))
        for name, found in (("gangmu", ours), ("peers", theirs)):
            totals[name]["gold"] += len(expected)
            totals[name]["found"] += len(found)
            rest = list(found)
            for words, value in expected:
                match = next((one for one in rest if one[0] == words), None)
                if match:
                    rest.remove(match)
                    totals[name]["words"] += 1
                    totals[name]["value"] += match[1] == value or bool(match[1] and value and agree(value, match[1]))
    print("\n| dates | precision (words) | recall (words) | recall (words and days) | support |", "| --- | ---: | ---: | ---: | ---: |", sep="\n")
    for name, count in totals.items():
        percent = lambda part, whole: f"{100 * count[part] / max(1, count[whole]):.1f} %"
        print(f"| {name} | {percent('words', 'found')} | {percent('words', 'gold')} | {percent('value', 'gold')} | {count['gold']} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=pathlib.Path)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--extractor", choices=["resiliparse", "trafilatura"], default="resiliparse")
    parser.add_argument("--gold", type=pathlib.Path)
    parser.add_argument("--gold-pages", type=pathlib.Path, help="where the pages stand, if not beside their gold")
    given = parser.parse_args()
    pipeline = Pipeline(given.extractor)
    with tempfile.TemporaryDirectory() as folder:
        paths = given.paths
        if not paths:
            subprocess.run([sys.executable, ROOT / "Benchmarks/generate_corpus.py", "--pages", str(given.pages), folder], check=True)
            paths = sorted(path for path in pathlib.Path(folder).rglob("*") if path.is_file())
        measure(pipeline, paths)
    if given.gold:
        score(pipeline, given.gold, given.gold_pages or given.gold)


if __name__ == "__main__":
    if pathlib.Path(sys.prefix) != VENV:
        subprocess.run([ROOT / "script/build", "--product", "gangmu"], check=True)
        if not (VENV / "bin/python").exists():
            subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        subprocess.run([VENV / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PEERS], check=True)
        sys.exit(subprocess.run([VENV / "bin/python", __file__, *sys.argv[1:]]).returncode)
    main()
