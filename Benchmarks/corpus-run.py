#!/usr/bin/env python3
"""Measure whole runs of `gangmu parse` and print a Markdown table: speed a core, scaling to two jobs, memory.

The corpora are made from Fixtures/ by generate_corpus.py and kept in --folder. Speeds are of processor time, since others may be
at work on the machine; the scaling is of time on the clock, the best of --repeats runs in turns. `--realtime` (as root) gives
the runs whose time is taken precedence over everything else on the machine.

usage: Benchmarks/corpus-run.py [--folder .build/corpora] [--large 200000] [--repeats 5] [--realtime]
"""
import argparse, os, pathlib, subprocess, sys, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
GANGMU = ROOT / ".build/release/gangmu"


def corpus(folder, name, *arguments):
    target = folder / name
    if not target.exists():
        print(f"making {target}", file=sys.stderr)
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, ROOT / "Benchmarks/generate_corpus.py", *arguments, target], check=True)
    return target


def run(source, jobs, prefix=(), output=None):
    """Seconds on the clock and of the processor, and the largest memory in MB, of one run."""
    arguments = [*prefix, GANGMU, "parse", "--quiet", "--jobs", str(jobs), "--errors", os.devnull, source]
    start = time.perf_counter()
    process = subprocess.Popen(arguments + (["-o", output] if output else []), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"gangmu ended with code {process.returncode}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def size(source):
    return source.stat().st_size if source.is_file() else sum(path.stat().st_size for path in source.rglob("*") if path.is_file())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT / ".build/corpora")
    parser.add_argument("--large", type=int, default=200000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--realtime", action="store_true")
    given = parser.parse_args()
    precedence = ("chrt", "-f", "10") if given.realtime else ()
    rows = []

    texts = corpus(given.folder, "text-4000", "--pages", "4000", "--kind", "txt")
    htmls = corpus(given.folder, "html-4000", "--pages", "4000", "--kind", "html")
    seconds = min(run(texts, 1, precedence)[1] for _ in range(given.repeats))
    rows.append(("text pages to records, one core", f"{size(texts) / 1e6 / seconds:.1f} MB/s"))
    seconds = min(run(htmls, 1, precedence)[1] for _ in range(given.repeats))
    count = sum(path.is_file() for path in htmls.rglob("*"))
    rows.append((f"HTML pages to records, one core ({size(htmls) / count / 1000:.0f} KB each)", f"{count / seconds:.0f} pages/s"))

    small = corpus(given.folder, "pages-10000.jsonl", "--pages", "10000", "--jsonl")
    one, two = [], []
    for _ in range(given.repeats):
        one.append(run(small, 1, precedence)[0])
        two.append(run(small, 2, precedence)[0])
    rows.append(("two jobs against one, 10,000 pages, time on the clock", f"{min(one) / min(two):.2f} ×"))

    large = corpus(given.folder, f"pages-{given.large}.jsonl", "--pages", str(given.large), "--jsonl")
    for source, pages in ((small, 10000), (large, given.large)):
        _, seconds, memory = run(source, 2)
        rows.append((f"memory with two jobs, {pages:,} pages ({size(source) / 1e6:,.0f} MB)", f"{memory:.0f} MB"))
        rows.append((f"the same, speed of a core", f"{size(source) / 1e6 / seconds:.1f} MB/s"))
    print("| run | measured |", "| --- | ---: |", *(f"| {name} | {value} |" for name, value in rows), sep="\n")


if __name__ == "__main__":
    main()
