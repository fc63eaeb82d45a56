#!/usr/bin/env python3
"""Compare the speed of conversion with OpenCC, zhconv-rs and opencc-pyo3, all on one core and in turns in one run.

Every program converts the same text in memory; reading the file, starting the process and loading dictionaries are not
counted (the first round of each warms it up). Time of the processor is measured, and the best of the rounds counts, since
other work on the machine only ever slows a round. Both sides warm the allocator alike: the peers by their rounds in one
process, gangmu by a few conversions in each of its own, since memory for 20 MB that is fresh from the system costs a sixth
of a conversion. The peers come from PyPI: pip install opencc zhconv-rs opencc-pyo3

usage: Benchmarks/conversion-speed.py FILE [--rounds N] [--core N]
FILE should hold some 20 MB of UTF-8, Simplified and Traditional mixed.
"""
import argparse, os, pathlib, subprocess, time

HERE = pathlib.Path(__file__).resolve().parent
# Conversions in one process: glibc hands out memory a second time from the third on.
WARM = "4"
CONFIGURATIONS = {"t2s": "zh-hans", "s2t": "zh-hant", "s2twp": "zh-tw", "tw2sp": "zh-cn"}


def peers(text):
    """Name -> configuration -> a call that converts the text."""
    import opencc, opencc_pyo3, zhconv_rs
    return {
        "zhconv-rs": {c: (lambda z=z: zhconv_rs.zhconv(text, z)) for c, z in CONFIGURATIONS.items()},
        "opencc": {c: (lambda o=opencc.OpenCC(c): o.convert(text)) for c in CONFIGURATIONS},
        "opencc-pyo3": {c: (lambda o=opencc_pyo3.OpenCC(c): o.convert(text, False)) for c in CONFIGURATIONS},
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", type=pathlib.Path)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--core", type=int, default=0)
    options = arguments.parse_args()
    os.sched_setaffinity(0, {options.core})
    subprocess.run(["swift", "build", "-c", "release", "--package-path", HERE, "--product",
                    "ConversionBenchmark"], check=True, stdout=subprocess.DEVNULL)
    own = HERE / ".build/release/ConversionBenchmark"
    text = options.file.read_text(encoding="utf-8")
    size = len(text.encode())
    best = {}

    def note(name, configuration, speed):
        best[name, configuration] = max(best.get((name, configuration), 0), speed)

    others = peers(text)
    for _ in range(options.rounds):
        for configuration in CONFIGURATIONS:
            printed = subprocess.run([own, options.file, WARM, configuration], check=True, capture_output=True, text=True)
            note("gangmu", configuration, float(printed.stdout.split()[1]))
            for name, calls in others.items():
                start = time.process_time()
                calls[configuration]()
                note(name, configuration, size / (time.process_time() - start) / 1e6)
        printed = subprocess.run([own, options.file, WARM, "fold"], check=True, capture_output=True, text=True)
        note("gangmu", "fold", float(printed.stdout.split()[1]))

    names = ["gangmu", *others]
    print(f"MB/s of UTF-8, one core, best of {options.rounds} rounds, {size / 1e6:.1f} MB")
    print("| | " + " | ".join(names) + " | gangmu : zhconv-rs |")
    print("| --- " * (len(names) + 2) + "|")
    for configuration in CONFIGURATIONS:
        speeds = [best[name, configuration] for name in names]
        ratio = best["gangmu", configuration] / best["zhconv-rs", configuration]
        print(f"| {configuration} | " + " | ".join(f"{speed:.0f}" for speed in speeds) + f" | {ratio:.1f} |")
    print(f"| fold | {best['gangmu', 'fold']:.0f} | |")


if __name__ == "__main__":
    main()
