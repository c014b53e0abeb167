"""What `duplicates` costs and finds on synthetic registers: reading apart, and how the cost grows.

`python bench/duplicates.py 1000 10000 100000` takes other sizes than it would take by itself.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import ROOT
from synthetic import write

MEASURED = """
import gc, json, resource, sys, time
from pathlib import Path
gc.set_threshold(100_000, 50, 100)
from govreg.files.read import read
from govreg.analysis.duplicates.asked import Asked, ask
folder = Path(sys.argv[1])
def held():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
began = time.process_time()
register = read(folder / "register").register
read_seconds, read_held = time.process_time() - began, held()
began = time.process_time()
found = {(pair.a, pair.b) for pair in ask(register, Asked()).pairs}
seconds = time.process_time() - began
planted = json.loads((folder / "planted.json").read_text())
copies = {tuple(pair) for pair in planted["copies"]}
siblings = {tuple(pair) for pair in planted["siblings"]}
recall, precision = len(found & copies) / len(copies), len(found & copies) / max(1, len(found))
print(json.dumps([read_seconds, seconds, read_held, held(), recall, precision, len(found & siblings)]))
"""


def main(sizes: tuple[int, ...] = (1_000, 10_000)) -> list[str]:
    """The lines of its table."""
    lines = [
        "## duplicates",
        "",
        "Of 100 meetings 2 are reworded copies of another in the same area, to be found, and 4 say the same for another area, not to be.",
        "",
        "| meetings | reading, CPU s | comparing, CPU s | a meeting, ms | MiB read | MiB at most | recall | precision | other areas |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        for count in sizes:
            where = Path(folder, str(count))
            write(count, where)
            reading, comparing, held, most, recall, precision, siblings = _measured(where)
            each = 1000 * comparing / count
            costs = f"{reading:.1f} | {comparing:.1f} | {each:.2f} | {held:.0f} | {most:.0f}"
            lines.append(f"| {count:,} | {costs} | {recall:.3f} | {precision:.3f} | {siblings:.0f} |")
    return lines


def _measured(folder: Path) -> list[float]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", MEASURED, str(folder)], capture_output=True, env=environment, check=True)
    return [float(figure) for figure in json.loads(done.stdout)]


if __name__ == "__main__":
    print("\n".join(main(tuple(map(int, sys.argv[1:]))) if sys.argv[1:] else main()))
