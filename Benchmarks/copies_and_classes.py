#!/usr/bin/env python3
"""Run `gangmu dedupe` and `gangmu classify` beside their peers from PyPI, on one core, and print Markdown tables.

    python3 -m venv venv && venv/bin/pip install rensa datasketch gaoya text-dedup fasttext-wheel scikit-learn numpy
    venv/bin/python Benchmarks/copies_and_classes.py --gangmu .build/release/gangmu \
        [--copies FOLDER] [--classes FOLDER] [--million]

FOLDER of copies holds docs.jsonl or docs.jsonl.gz, gold.tsv and pairs.tsv; without one a corpus is generated
(generate_copies.py). FOLDER of classes holds train_33k.txt and dev.txt, lines of text TAB class. A peer that is not
installed is left out.
"""
import argparse, collections, gzip, importlib.util, json, logging, os, pathlib, resource, subprocess, sys, tempfile, time

HERE = pathlib.Path(__file__).resolve().parent
os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[-1]})
os.environ |= {name: "1" for name in ("OMP_NUM_THREADS", "RAYON_NUM_THREADS", "OPENBLAS_NUM_THREADS")}

def table(head, rows):
    print("|", " | ".join(head), "|")
    print("|", " | ".join(["---"] + ["---:"] * (len(head) - 1)), "|")
    for row in rows: print("|", " | ".join(str(cell) for cell in row), "|")
    print()

def timed(work):
    """The result, and the seconds of processor time of this process and its children: others may use the machine too."""
    def used(): return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    before = used()
    result = work()
    return result, used() - before

def turns(works, times=3):
    """For each work its result and the median of the seconds, all taking turns: what else runs then slows down all of them."""
    taken = [[] for _ in works]
    for _ in range(times):
        for number, work in enumerate(works):
            result, seconds = timed(work)
            taken[number].append((seconds, result))
    return [(runs[0][1], sorted(seconds for seconds, _ in runs)[len(runs) // 2]) for runs in taken]

def installed(name): return importlib.util.find_spec(name) is not None

# Copies

def pairs_of(clusters):
    members = collections.defaultdict(list)
    for number, cluster in enumerate(clusters): members[cluster].append(number)
    return {(a, b) for group in members.values() for i, b in enumerate(group) for a in group[:i]}

def components(number, pairs):
    parent = list(range(number))
    def find(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x
    for a, b in pairs: parent[find(b)] = find(a)
    return [find(x) for x in range(number)]

def quality(found, gold):
    by_class = collections.defaultdict(set)
    for a, b, label in gold: by_class[label].add((min(a, b), max(a, b)))
    right = len(found & (by_class["pos"] | by_class["neutral"]))
    return (f'{len(found & by_class["pos"]) / max(1, len(by_class["pos"])):.4f}', f"{right / max(1, len(found)):.4f}",
            len(found & by_class["neg"]))

def shingles(text, length): return [text[i:i + length] for i in range(max(1, len(text) - length + 1))]

def gangmu_clusters(gangmu, path):
    """The rows as written, and the statistics."""
    run = subprocess.run([gangmu, "dedupe", "--statistics", path], capture_output=True, check=True)
    return run.stdout, run.stderr.decode()

def rensa_clusters(texts, length=5, threshold=0.7, bands=16):
    from rensa import RMinHash, RMinHashLSH
    lsh, hashes, pairs = RMinHashLSH(threshold=threshold, num_perm=128, num_bands=bands), [], []
    for number, text in enumerate(texts):
        minhash = RMinHash(num_perm=128, seed=1)
        minhash.update(shingles(text, length))
        pairs += [(other, number) for other in lsh.query(minhash) if minhash.jaccard(hashes[other]) >= threshold]
        hashes.append(minhash)
        lsh.insert(number, minhash)
    return components(len(texts), pairs)

def datasketch_clusters(texts):
    from datasketch import MinHash, MinHashLSH
    lsh, pairs = MinHashLSH(threshold=0.7, num_perm=128), []
    for number, text in enumerate(texts):
        minhash = MinHash(num_perm=128)
        minhash.update_batch([s.encode() for s in set(shingles(text, 5))])
        pairs += [(other, number) for other in lsh.query(minhash)]
        lsh.insert(number, minhash)
    return components(len(texts), pairs)

def text_dedup_clusters(texts):
    """text-dedup cuts at what is no letter, so it gets the characters with spaces between them."""
    from text_dedup import minhash
    folder = pathlib.Path(tempfile.mkdtemp())
    with open(folder / "spaced.jsonl", "w") as file:
        for text in texts: file.write(json.dumps({"text": " ".join("".join(text.split()))}, ensure_ascii=False) + "\n")
    logging.disable()
    minhash.main.main(["--path", "json", "--data_files", str(folder / "spaced.jsonl"), "--split", "train", "--column", "text",
                       "--ngram", "5", "--min_length", "0", "--threshold", "0.7", "--num_perm", "128", "--hash_func", "xxh3",
                       "--num_proc", "1", "--cache_dir", str(folder / "cache"), "--output", str(folder / "output")],
                      standalone_mode=False)
    return [minhash.uf.find(number) for number in range(len(texts))]

def gaoya_clusters(texts):
    from gaoya.minhash import MinHashStringIndex
    index = MinHashStringIndex(hash_size=32, jaccard_threshold=0.7, num_bands=42, band_size=3, analyzer="char", ngram_range=(5, 5))
    pairs = []
    for number, text in enumerate(texts):
        pairs += [(other, number) for other in index.query(text)]
        index.insert_document(number, text)
    return components(len(texts), pairs)

def copies(gangmu, folder):
    docs = folder / "docs.jsonl"
    if not docs.exists():
        docs = pathlib.Path(tempfile.mkdtemp()) / "docs.jsonl"
        docs.write_bytes(gzip.open(folder / "docs.jsonl.gz").read())
    texts = [json.loads(line)["text"] for line in open(docs)]
    lines = [line.rstrip("\n").split("\t") for line in open(folder / "pairs.tsv")][1:]
    gold = [(int(line[0]), int(line[1]), line[5]) for line in lines]
    kinds = [line.rstrip("\n").split("\t")[3] for line in open(folder / "gold.tsv")][1:]
    # As gangmu, from the file: reading is part of the run.
    def read(): return [json.loads(line)["text"] for line in open(docs)]
    peers = [("rensa, 5-grams, .7", rensa_clusters),
             # Nearer to the same recall: the settings of gangmu, without its fold and its exact comparison.
             ("rensa, 3-grams, .5", lambda texts: rensa_clusters(texts, 3, 0.5, 32)),
             ("gaoya, 5-grams, .7", gaoya_clusters)]
    peers = [peer for peer in peers if installed(peer[0].split(",")[0])]
    own, *others = turns([lambda: gangmu_clusters(gangmu, docs)] + [lambda run=run: run(read()) for _, run in peers])
    (rows, statistics), seconds = own
    rows = [json.loads(line) for line in rows.splitlines()]
    near = [row["cluster"] if row["relation"] in (None, "exact", "script_variant", "near") else -1 - number
            for number, row in enumerate(rows)]
    results = [("gangmu, clusters", *quality(pairs_of([row["cluster"] for row in rows]), gold), f"{len(texts) / seconds:.0f}"),
               ("gangmu, near and closer", *quality(pairs_of(near), gold), "")]
    # These take a hundred times as long: once is enough.
    slow = [("datasketch, 5-grams, .7", "datasketch", datasketch_clusters), ("text-dedup, 5-grams, .7", "text_dedup", text_dedup_clusters)]
    slow = [(name, run) for name, module, run in slow if installed(module)]
    others += [timed(lambda run=run: run(read())) for _, run in slow]
    for (name, _), (clusters, seconds) in zip(peers + slow, others):
        results.append((name, *quality(pairs_of(clusters), gold), f"{len(texts) / seconds:.0f}"))
    print(f"### Copies among {len(texts)} texts: {folder.name}\n")
    table(("", "positives recalled", "precision (neutral right)", "negative pairs", "texts/s, whole run"), results)
    parts = []
    for kind in ("trunc", "merge"):
        numbers = [number for number, name in enumerate(kinds) if name == kind]
        partners = {number: {b if a == number else a for a, b, *_ in gold if number in (a, b)} for number in numbers}
        def holds(number):
            mine = {(row["relation"], row["representative_row"]) for row in [rows[number]]}
            mine |= {(other["relation"], other["id"]) for other in rows[number].get("related", [])}
            theirs = any(rows[p]["relation"] in ("part_of", "contains") and rows[p]["representative_row"] == number
                         for p in partners[number])
            return theirs or any(relation in ("part_of", "contains") and (text in partners[number]) for relation, text in mine)
        if numbers: parts.append((kind, len(numbers), f"{sum(map(holds, numbers)) / len(numbers):.3f}"))
    table(("planted", "texts", "found as part_of or contains"), parts)
    print("```\n" + statistics + "```\n")

def signing(gangmu):
    """Texts of 1 KB, from hashed shingles to sketches."""
    folder = pathlib.Path(tempfile.mkdtemp())
    subprocess.run([sys.executable, HERE / "generate_copies.py", "--documents", "20000", "--length", "400", folder], check=True)
    texts = [json.loads(line)["text"] for line in open(folder / "docs.jsonl")]
    _, seconds = timed(lambda: subprocess.run([gangmu, "signatures", "--binary", folder / "docs.jsonl"], check=True, stdout=subprocess.DEVNULL))
    rows = [("gangmu signatures: reading, folding, shingles, sketch, writing", f"{len(texts) / seconds:.0f}")]
    rate = subprocess.run([gangmu, "signatures", "--measure", folder / "docs.jsonl"], check=True, capture_output=True).stdout
    rows.append(("gangmu, from hashed shingles", f"{float(rate):.0f}"))
    if installed("rensa"):
        from rensa import RMinHash
        # rensa's fastest way: all texts at once, their shingles hashed before.
        sets = RMinHash.hash_token_sets([sorted(set(shingles("".join(text.split()), 3))) for text in texts])
        _, seconds = timed(lambda: RMinHash.digest_matrix_from_token_hash_sets(sets, num_perm=128, seed=1))
        rows.append(("rensa RMinHash, 128, from hashed shingles", f"{len(texts) / seconds:.0f}"))
    print("### Signing\n")
    table(("", "texts of 1 KB a second"), rows)

def million(gangmu):
    folder = pathlib.Path(tempfile.mkdtemp(dir=os.environ.get("TMPDIR")))
    subprocess.run([sys.executable, HERE / "generate_copies.py", "--documents", "1000000", folder], check=True)
    start = time.perf_counter()
    run = subprocess.Popen([gangmu, "dedupe", "--statistics", folder / "docs.jsonl"], stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(run.pid, 0)
    print(f"### A million texts\n\n{time.perf_counter() - start:.0f} s, {usage.ru_utime + usage.ru_stime:.0f} s of one core, "
          f"{usage.ru_maxrss / 1024:.0f} MB\n")

# Classes

def classes(gangmu, folder):
    def load(name): return [line.rstrip("\n").rsplit("\t", 1) for line in open(folder / name) if "\t" in line]
    train, dev = load("train_33k.txt"), load("dev.txt")
    work = pathlib.Path(tempfile.mkdtemp())
    for name, rows in (("train", train), ("dev", dev)):
        with open(work / f"{name}.jsonl", "w") as file:
            for text, label in rows: file.write(json.dumps({"text": text, "class": label}, ensure_ascii=False) + "\n")
    with open(work / "many.jsonl", "w") as file:
        for _ in range(10): file.write((work / "dev.jsonl").read_text())
    _, training = timed(lambda: subprocess.run([gangmu, "classify", "train", "--label", "class", "-o", work / "model", work / "train.jsonl"], check=True, stderr=subprocess.DEVNULL))
    out = subprocess.run([gangmu, "classify", "evaluate", work / "model", "--label", "class", work / "dev.jsonl"], check=True, capture_output=True).stdout.decode()
    accuracy = next(line.split("\t")[1] for line in out.splitlines() if line.startswith("accuracy"))
    names, works = ["gangmu"], [lambda: subprocess.run([gangmu, "classify", "apply", "--reasons", "0", work / "model", work / "many.jsonl"], check=True, stdout=subprocess.DEVNULL)]
    rates, training_times, accuracies = [10 * len(dev)], [training], [accuracy]
    if installed("fasttext"):
        import fasttext
        import numpy
        def spaced(text): return " ".join(text.replace(" ", "_"))
        with open(work / "train.txt", "w") as file:
            for text, label in train: file.write(f"__label__{label} {spaced(text)}\n")
        fast, training = timed(lambda: fasttext.train_supervised(str(work / "train.txt"), wordNgrams=3, epoch=25, lr=0.5, thread=1, verbose=0))
        texts = [spaced(text) + "\n" for text, _ in dev]
        # fastText's own wrapper does not run with NumPy 2; this is what it calls. All at once is its fastest way.
        answers = [labels[0] for labels in fast.f.multilinePredict(texts, 1, 0.0, "strict")[0]]
        right = sum(answer == f"__label__{label}" for answer, (_, label) in zip(answers, dev))
        for name, predict in (("one by one", lambda: [fast.f.predict(text, 1, 0.0, "strict") for text in texts * 10]),
                              ("all at once", lambda: fast.f.multilinePredict(texts * 10, 1, 0.0, "strict"))):
            names.append(f"fastText, characters, 3-grams, {name}")
            works.append(predict)
            rates.append(10 * len(dev))
            training_times.append(training)
            accuracies.append(f"{right / len(dev):.4f}")
    if installed("sklearn"):
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.pipeline import make_pipeline
        from sklearn.svm import LinearSVC
        svm = make_pipeline(TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True), LinearSVC())
        _, training = timed(lambda: svm.fit([text for text, _ in train], [label for _, label in train]))
        right = sum(answer == label for answer, (_, label) in zip(svm.predict([text for text, _ in dev]), dev))
        names.append("scikit-learn LinearSVC, tf-idf of 1–3-grams")
        works.append(lambda: svm.predict([text for text, _ in dev]))
        rates.append(len(dev))
        training_times.append(training)
        accuracies.append(f"{right / len(dev):.4f}")
    results = [(name, accuracy, f"{training:.1f} s", f"{count / seconds:.0f}") for name, accuracy, training, count, (_, seconds)
               in zip(names, accuracies, training_times, rates, turns(works))]
    print(f"### Classes: {len(train)} headlines to train, {len(dev)} to measure\n")
    table(("", "accuracy", "training", "headlines/s"), results)

def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gangmu", default=str(HERE.parent / ".build/release/gangmu"))
    options.add_argument("--copies", type=pathlib.Path)
    options.add_argument("--classes", type=pathlib.Path)
    options.add_argument("--million", action="store_true")
    arguments = options.parse_args()
    generated = pathlib.Path(tempfile.mkdtemp()) / "generated"
    subprocess.run([sys.executable, HERE / "generate_copies.py", "--documents", "4000", "--seed", "11", generated], check=True)
    for folder in filter(None, (arguments.copies, generated)): copies(arguments.gangmu, folder)
    signing(arguments.gangmu)
    if arguments.classes: classes(arguments.gangmu, arguments.classes)
    if arguments.million: million(arguments.gangmu)

main()
