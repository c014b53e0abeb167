"""Measures the review pack of 1,000 meetings in each format, against the review tables on the screen.

`python bench/pack.py [FOLDER ...]` takes other registers than the one it makes.
"""

import sys
import tempfile
from pathlib import Path

from measure import costs, govreg, table
from synthetic import write

COUNT = 1_000
EVERY = (2, 20, 30)
"""One meeting in so many is recommended to continue, to end, to change."""


def recommend(register: Path) -> None:
    """Give meetings of a register recommendations, as a review would: half continue, some end or change."""
    entries = sorted((register / "meetings").glob("*.yaml"))
    goes_on, ends, changes = EVERY
    for number, path in enumerate(entries):
        receiver = entries[number - 1].stem
        words = {
            number % goes_on == 0: "recommendation: continue, reason: It works",
            number % changes == 1: "recommendation: change, change: Meets twice a year",
            number % ends == 1: f"recommendation: end, into: [{receiver}], reason: Its work is done elsewhere",
        }
        if True in words:
            with path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(f"review: {{{words[True]}, proposed_on: 2026-10-01, proposed_in: Governance paper}}\n")


def measured(register: Path) -> list[str]:
    """The lines of the table for one register."""
    entries = len(list((register / "meetings").glob("*.yaml")))
    where = ("--register", str(register))
    with tempfile.TemporaryDirectory() as folder:
        packs = {
            ending: govreg("review", "--output", str(Path(folder, f"pack.{ending}")), *where) for ending in ("docx", "xlsx", "html", "md")
        }
        commands = {"govreg review": govreg("review", *where), **{f"--output pack.{ending}": command for ending, command in packs.items()}}
        return [f"## review, {entries:,} meetings", "", *table(costs(commands, 3), "govreg review"), ""]


def main() -> list[str]:
    """The lines of its tables."""
    with tempfile.TemporaryDirectory() as folder:
        write(COUNT, Path(folder))
        recommend(Path(folder, "register"))
        return measured(Path(folder, "register"))


if __name__ == "__main__":
    print("\n".join(line for register in sys.argv[1:] for line in measured(Path(register))) if sys.argv[1:] else "\n".join(main()))
