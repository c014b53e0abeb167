"""Measures `duplicates` on synthetic registers of several sizes, apart from reading them, and counts the planted pairs that it raises.

`python bench/duplicates.py 1000 10000` takes other sizes than the default, or a folder with `register/` and `truth.json` (or
`planted.json`) in place of a size.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import ROOT
from synthetic import write

MANY = 20_000
"""From how many meetings on one run is enough: the figures differ little."""

MEASURED = """
import gc, json, resource, sys, time
from pathlib import Path
gc.set_threshold(2_000_000, 50, 100)  # as govreg itself does
from govreg.storage.reader import read_register
from govreg.analysis.duplicates.search import Query, find_duplicates
folder = Path(sys.argv[1])
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
began = time.process_time()
register = read_register(folder / "register").register
read_seconds, read_peak = time.process_time() - began, peak()
began = time.process_time()
found = {(pair.a, pair.b) for pair in find_duplicates(register, Query()).pairs}
seconds = time.process_time() - began
truth = next(path for path in (folder / "truth.json", folder / "planted.json") if path.exists())
planted = json.loads(truth.read_text())
copies = {tuple(sorted(pair)) for pair in planted.get("copies", planted.get("duplicates"))}
siblings = {tuple(sorted(pair)) for pair in planted["siblings"]}
counts = [len(register.meetings), len(copies), len(found & copies), len(found), len(found & siblings)]
print(json.dumps([read_seconds, seconds, read_peak, peak(), *counts]))
"""


def main(sizes: tuple[str, ...] = ("1000", "10000", "100000")) -> list[str]:
    """The lines of its table."""
    lines = [
        "## duplicates",
        "",
        "Of 100 meetings 2 are planted: reworded copies of another in the same area, to be found. 4 are copies for another area, and not",
        "to be raised. The other pairs raised are meetings of one area on neighbouring subjects. Memory is that of the whole process,",
        "reading and Python included. The figures are the medians of three runs; with 100,000 meetings, of one run.",
        "",
        "| meetings | reading, CPU s | comparing, CPU s | a meeting, ms | MiB read | MiB at most | planted | found | raised | elsewhere |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            register = Path(folder, size) if size.isdigit() else Path(size)
            if size.isdigit():
                write(int(size), register)
            first = _measured(register)
            runs = [first] if first[4] > MANY else [first, _measured(register), _measured(register)]
            reading, comparing, read_peak, most, *counts = (statistics.median(figures) for figures in zip(*runs, strict=True))
            costs = f"{reading:.1f} | {comparing:.1f} | {1000 * comparing / counts[0]:.2f} | {read_peak:.0f} | {most:.0f}"
            lines.append(f"| {counts[0]:,.0f} | {costs} | {' | '.join(f'{count:,.0f}' for count in counts[1:])} |")
    return lines


def _measured(folder: Path) -> list[float]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", MEASURED, str(folder)], capture_output=True, env=environment, check=True)
    return [float(figure) for figure in json.loads(done.stdout)]


if __name__ == "__main__":
    print("\n".join(main(tuple(sys.argv[1:])) if sys.argv[1:] else main()))
