"""Measure everything, and write bench/results.md: `make bench`, or `python bench/run.py start validate` for some of it."""

import platform
import sys
from pathlib import Path

import change
import duplicates
import pack
import scenario
import start
import validate

PARTS = {
    "start": start.main,
    "validate": validate.main,
    "duplicates": duplicates.main,
    "change": change.main,
    "scenario": scenario.main,
    "pack": pack.main,
}

ABOUT = """\
# How fast

CPU time and memory of whole processes: the median of five runs by turns (three where there are 10,000 meetings), after one
that is thrown away. A ratio is the median over the rounds of the two times of one round. Written by `make bench`.
"""


def main(parts: list[str]) -> str:
    """What the parts measured, as a page."""
    about = f"{platform.python_implementation()} {platform.python_version()} on {platform.machine()}, {platform.system()}."
    lines = [ABOUT, about, ""]
    for name in parts or PARTS:
        lines += [*PARTS[name](), ""]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    page = main(sys.argv[1:])
    if not sys.argv[1:]:
        Path(__file__).with_name("results.md").write_text(page, encoding="utf-8", newline="\n")
    print(page)
