"""Measures `whatif` on large registers, with one meeting that ends and with a hundred, against reading the register with `list`.

`python bench/scenario.py [FOLDER ...]` takes other registers than those it makes.
"""

import sys
import tempfile
from pathlib import Path

from measure import costs, govreg, rounds_for, table
from synthetic import write

MANY = 100
"""How many meetings end at once in the larger scenario."""


def measured(register: Path) -> list[str]:
    """The lines of the table for one register."""
    entries = sorted((register / "meetings").glob("*.yaml"))
    one, receiver, *rest = (path.stem for path in entries if "\nstatus: ended" not in path.read_text(encoding="utf-8"))
    where = ("--register", str(register))
    many = [word for id_ in rest[:MANY] for word in ("--end", id_)]
    commands = {
        "govreg list": govreg("list", *where),
        "govreg whatif --into A B": govreg("whatif", "--into", one, receiver, *where),
        f"govreg whatif, {min(MANY, len(rest))} end": govreg("whatif", *many, *where),
    }
    return [f"## whatif, {len(entries):,} meetings", "", *table(costs(commands, rounds_for(len(entries))), "govreg list"), ""]


def main() -> list[str]:
    """The lines of its tables."""
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for count in (1_000, 10_000):
            write(count, Path(folder, str(count)))
            lines += measured(Path(folder, str(count), "register"))
    return lines


if __name__ == "__main__":
    print("\n".join(line for register in sys.argv[1:] for line in measured(Path(register))) if sys.argv[1:] else "\n".join(main()))
