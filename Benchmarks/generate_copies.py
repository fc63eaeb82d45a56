#!/usr/bin/env python3
"""Generate a corpus of Chinese texts with planted copies, and its gold, to measure `gangmu dedupe` on.

    generate_copies.py --documents 1000000 out/          # for speed and memory: docs.jsonl
    generate_copies.py --documents 4000 --seed 7 out/    # for accuracy: docs.jsonl, gold.tsv, pairs.tsv

The texts come from a Markov chain over the page in Fixtures, sentence by sentence, so they share as many 3-grams with each
other as plans do. Copies are made by character edits (replaced, dropped, doubled), by whole sentences dropped, added or
replaced, by shuffling, cutting, merging, and by filling a form anew (`tmpl`, no copy). Needs numpy.
"""
import argparse, json, pathlib, random
import numpy as np

MARKS = "。;!、,,;:"

def chain(text, order):
    """The successors of each state (the last `order` characters) as flat arrays."""
    states, following = {}, []
    for index in range(len(text) - order):
        key = text[index:index + order]
        if key not in states:
            states[key] = len(states)
            following.append([])
        following[states[key]].append(text[index + 1:index + 1 + order])
    flat, start, count = [], [], []
    for successors in following:
        start.append(len(flat))
        flat += [states.get(key, 0) for key in successors]
        count.append(len(successors))
    last = [key[-1] for key in states]
    return np.array(flat), np.array(start), np.array(count), np.array([ord(c) for c in last], dtype=np.uint32)

def texts(source, number, length, seed, order):
    flat, start, count, last = chain(source, order)
    generator = np.random.default_rng(seed)
    for begin in range(0, number, 100_000):
        size = min(100_000, number - begin)
        state = generator.integers(0, len(start), size)
        units = np.empty((size, length), dtype=np.uint32)
        for step in range(length):
            state = flat[start[state] + (generator.random(size) * count[state]).astype(np.int64)]
            units[:, step] = last[state]
        # Noise makes each text its own, or a chain over one page would copy whole phrases.
        noise = generator.random((size, length)) < 0.08
        units[noise] = generator.choice(last, int(noise.sum()))
        lengths = generator.integers(length * 2 // 3, length + 1, size)
        for row, cut in zip(units, lengths):
            yield row[:cut].tobytes().decode("utf-32-le")

def sentences(text):
    parts, start = [], 0
    for index, character in enumerate(text):
        if character in MARKS:
            parts.append(text[start:index + 1])
            start = index + 1
    return parts + ([text[start:]] if text[start:] else [])

class Copyist:
    def __init__(self, seed, alphabet, pool):
        self.random, self.alphabet, self.pool = random.Random(seed), alphabet, pool

    def scatter(self, text, rate):
        result = []
        for character in text:
            if self.random.random() >= rate:
                result.append(character)
            else:
                kind = self.random.random()
                if kind < 0.6: result.append(self.random.choice(self.alphabet))
                elif kind < 0.8: result += [character, self.random.choice(self.alphabet)]
        return "".join(result)

    def sentence(self, text, rate):
        """Whole sentences dropped, added or replaced, `rate` of the characters at most; a run where all are longer."""
        parts, left = sentences(text), rate * len(text)
        fitting = [index for index, part in enumerate(parts) if len(part) <= left]
        if not fitting: return self.block(text, rate)
        while fitting := [index for index, part in enumerate(parts) if 3 <= len(part) <= left]:
            index = self.random.choice(fitting)
            other = self.random.choice([s for s in self.random.choices(self.pool, k=40) if len(s) <= left] or [""])
            kind = self.random.random()
            left -= max(len(parts[index]), len(other))
            if kind < 0.4 and len(parts) > 1: parts[index] = ""
            elif kind < 0.7: parts[index] += other
            else: parts[index] = other
        return "".join(parts)

    def block(self, text, rate):
        """One run of the text replaced by another one."""
        size = max(1, int(rate * len(text)))
        start = self.random.randrange(max(1, len(text) - size))
        other = "".join(self.random.choice(self.pool) for _ in range(size // 5 + 1))[:size]
        return text[:start] + other + text[start + size:]

    def shuffle(self, text, _):
        parts = sentences(text)
        self.random.shuffle(parts)
        return "".join(parts)

    def layout(self, text, _):
        return "".join(c + ("\n" if self.random.random() < 0.05 else " " if self.random.random() < 0.02 else "") for c in text)

    def tmpl(self, text, _):
        parts = sentences(text)
        changed = 0
        for index in self.random.sample(range(len(parts)), len(parts)):
            if changed * 2 > len(text): break
            changed += len(parts[index])
            parts[index] = self.random.choice(self.pool)
        return "".join(parts)

    def trunc(self, text, _):
        part = self.random.uniform(0.4, 0.8)
        size = int(part * len(text))
        start = self.random.choice([0, len(text) - size, self.random.randrange(len(text) - size + 1)])
        return text[start:start + size]

EDITS = [("scatter", 0.02), ("scatter", 0.05), ("scatter", 0.1), ("sentence", 0.05), ("sentence", 0.1), ("block", 0.05),
         ("block", 0.1), ("shuffle", 0.0), ("layout", 0.0)]

def main():
    options = argparse.ArgumentParser()
    options.add_argument("--documents", type=int, default=4000)
    options.add_argument("--length", type=int, default=400)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--order", type=int, default=1)
    options.add_argument("folder", type=pathlib.Path)
    arguments = options.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    page = pathlib.Path(__file__).resolve().parent.parent / "Fixtures/pages/cybersecurity-week.txt"
    source = "".join(page.read_text().split())
    number = arguments.documents
    originals = number * 6 // 10
    bases = texts(source, originals, arguments.length, arguments.seed, arguments.order)
    copyist = Copyist(arguments.seed, source, [s for s in sentences(source) if 4 <= len(s) <= 60])
    rows, pairs = [], []
    if number > 100_000:
        # For speed: written as they come, each third text followed by copies of it.
        with open(arguments.folder / "docs.jsonl", "w") as file:
            written = 0
            def write(text):
                nonlocal written
                if written < number: file.write(json.dumps({"id": written, "text": text}, ensure_ascii=False) + "\n")
                written += 1
            for text in bases:
                write(text)
                if copyist.random.random() < 0.34:
                    for _ in range(2):
                        kind, rate = copyist.random.choice(EDITS)
                        write(getattr(copyist, kind)(text, rate))
            for text in texts(source, max(0, number - written), arguments.length, arguments.seed + 1, arguments.order): write(text)
        return
    bases = list(bases)
    rows = [[text, index, "base", 0.0] for index, text in enumerate(bases)]
    # New sentences come from texts of their own, not from the corpus.
    copyist.pool = [s for t in texts(source, 2000, arguments.length, arguments.seed + 2, arguments.order) for s in sentences(t) if 4 <= len(s) <= 80]
    while len(rows) < number:
        base = copyist.random.randrange(originals)
        kind = copyist.random.random()
        if kind < 0.7:
            name, rate = copyist.random.choice(EDITS)
            rows.append([getattr(copyist, name)(bases[base], rate), base, name, rate])
        elif kind < 0.8: rows.append([copyist.trunc(bases[base], 0), base, "trunc", 0.0])
        elif kind < 0.9:
            other = copyist.random.randrange(originals)
            rows.append([bases[base] + bases[other], base, f"merge:{other}", 0.0])
        else: rows.append([copyist.tmpl(bases[base], 0), base, "tmpl", 0.5])
    order = list(range(number))
    copyist.random.shuffle(order)
    place = {row: index for index, row in enumerate(order)}
    with open(arguments.folder / "docs.jsonl", "w") as docs, open(arguments.folder / "gold.tsv", "w") as gold:
        print("id\tcluster\tother_parent\tkind\tstyle\trate\tsource", file=gold)
        for index, row in enumerate(order):
            text, base, kind, rate = rows[row]
            docs.write(json.dumps({"id": index, "text": text}, ensure_ascii=False) + "\n")
            other = place[int(kind.split(":")[1])] if ":" in kind else -1
            style = "-" if kind in ("base", "trunc", "tmpl") or ":" in kind else kind
            name = "edit" if style != "-" else kind.split(":")[0]
            print(index, place[base], other, name, style, rate, "generated", sep="\t", file=gold)
    clusters = {}
    for row, (_, base, kind, rate) in enumerate(rows): clusters.setdefault(base, []).append(row)
    with open(arguments.folder / "pairs.tsv", "w") as file:
        print("a\tb\tkind\tstyle\trate\tclass", file=file)
        for members in clusters.values():
            for i, a in enumerate(members):
                for b in members[:i]:
                    kinds = {rows[a][2].split(":")[0], rows[b][2].split(":")[0]}
                    rate = rows[a][3] + rows[b][3]
                    label = "neg" if "tmpl" in kinds else "neutral" if kinds & {"trunc", "merge"} or rate > 0.1001 else "pos"
                    kind = (kinds - {"base"}).pop() if "base" in kinds and len(kinds) == 2 else "sib"
                    print(place[a], place[b], kind if kind in ("trunc", "merge", "tmpl") else "edit" if kind != "sib" else "sib", "+".join(sorted(kinds)), f"{rate:.2f}", label, sep="\t", file=file)
        for row, (_, base, kind, _) in enumerate(rows):
            if ":" in kind: print(place[row], place[int(kind.split(":")[1])], "merge2", "-", "0.00", "neutral", sep="\t", file=file)

main()
