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

CPU time and memory of whole processes: the median of five rounds (three with 10,000 meetings), in each of which every command runs once,
after a round that isn't counted. A ratio is the median, over the rounds, of the ratio of two times of one round. Written by `make bench`;
`python bench/run.py PART` measures a part of it.
"""


def main(parts: list[str]) -> str:
    """The measurements of `parts`, or of every part, as a page."""
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
