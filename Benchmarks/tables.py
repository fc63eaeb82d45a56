#!/usr/bin/env python3
"""Measure how fast records become a database, CSV and JSON Lines again, and how fast a search answers.

The records of Fixtures/golden are multiplied: in each copy, one Han character in 20 is exchanged for another one of the
fixtures, in the text and in the values alike, so that the full-text index meets as many trigrams as in real pages.

usage: Benchmarks/tables.py GANGMU [DOCUMENTS]        (default: 100000)
"""
import filecmp
import json
import pathlib
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
QUERIES = ["網絡安全", "网络安全宣传周", "读书活动", "網絡 學校", "没有的词语", "青禾國民小學", "网", "饕餮"]


def records(count):
    lines = [line for path in sorted((ROOT / "Fixtures/golden").glob("*.jsonl"))
             for line in path.read_text(encoding="utf-8").split("\n") if line]
    generator = random.Random(8)
    characters = [c for line in lines for c in json.loads(line)["text"] if "一" <= c <= "鿿"]
    for number in range(count):
        line = lines[number % len(lines)]
        pieces, last = [], 0
        position = 0
        while True:
            position += int(generator.expovariate(1 / 20)) + 1
            if position >= len(line):
                break
            if "一" <= line[position] <= "鿿":
                pieces += [line[last:position], generator.choice(characters)]
                last = position + 1
        yield re.sub(r'"id":"[0-9a-f]{16}"', f'"id":"{number:016x}"', "".join(pieces) + line[last:], count=1)


def timed(*command):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = time.perf_counter() - start
    return seconds, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, after.ru_maxrss / 1024


def size(path):
    return sum(f.stat().st_size for f in path.iterdir()) if path.is_dir() else path.stat().st_size


def main():
    gangmu, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        source = folder / "records.jsonl"
        with source.open("w", encoding="utf-8") as file:
            for line in records(count):
                file.write(line + "\n")
        print(f"{count} documents, {size(source) / 1e6:.0f} MB of JSON Lines", "",
              "| work | documents/s | seconds | of processor | MB written |", "| --- | ---: | ---: | ---: | ---: |", sep="\n")
        database = folder / "records.sqlite"
        steps = [("JSON Lines to SQLite", source, database), ("SQLite to JSON Lines", database, folder / "back.jsonl"),
                 ("JSON Lines to CSV", source, folder / "tables.csv"),
                 ("JSON Lines to JSON Lines, zstd", source, folder / "packed.jsonl.zst")]
        peak = 0
        for name, origin, target in steps:
            seconds, processor, peak = timed(gangmu, "export", origin, "--to", target)
            print(f"| {name} | {count / seconds:.0f} | {seconds:.1f} | {processor:.1f} | {size(target) / 1e6:.0f} |")
        # Not by reading them: the system counts the memory of this process as that of the programs that it starts.
        same = filecmp.cmp(source, folder / "back.jsonl", shallow=False)
        seconds, processor, peak = timed(gangmu, "stats", source)
        print(f"| statistics | {count / seconds:.0f} | {seconds:.1f} | {processor:.1f} | |", "",
              f"Records came back byte for byte: {same}. Largest process: {peak:.0f} MB.", "",
              "| search, whole process, 20 documents | median ms |", "| --- | ---: |", sep="\n")
        for query in QUERIES:
            times = [timed(gangmu, "search", database, query)[0] for _ in range(9)]
            print(f"| {query} | {statistics.median(times) * 1000:.1f} |")
        sys.exit(not same)


if __name__ == "__main__":
    main()
