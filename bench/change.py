"""Measures `diff` on large registers of which a tenth was changed, against reading and checking one with `validate`.

`python bench/change.py [BEFORE AFTER]` compares two other registers.
"""

import random
import re
import shutil
import sys
import tempfile
from pathlib import Path

from measure import costs, govreg, rounds_for, table
from synthetic import write


def change(register: Path) -> None:
    """Change a tenth of the meetings: a third of these ends, a third is renamed, the rest is held more often by another lead."""
    chance = random.Random(len(list((register / "meetings").iterdir())))  # noqa: S311 - it makes up changes, no secret
    paths = sorted((register / "meetings").iterdir())
    for number, path in enumerate(chance.sample(paths, len(paths) // 10)):
        text = path.read_text(encoding="utf-8")
        match number % 3:
            case 0:
                path.unlink()
            case 1:
                path.rename(path.with_name(f"renamed-{path.name}"))
                path.with_name(f"renamed-{path.name}").write_text(
                    text.replace("Board", "Meeting").replace("urgent", "early"), encoding="utf-8"
                )
            case _:
                other = re.sub(r"(?m)^lead: .*", "lead: ashby-police", re.sub(r"(?m)^frequency: .*", "frequency: Weekly", text))
                path.write_text(other, encoding="utf-8")


def compared(before: Path, after: Path) -> list[str]:
    """The lines of the table for two registers."""
    sides = (f"{before}/", f"{after}/")
    commands = {
        "govreg validate": govreg("validate", "--register", str(after)),
        "govreg diff": govreg("diff", *sides),
        "govreg diff --format json": govreg("diff", *sides, "--format", "json"),
        "govreg duplicates": govreg("duplicates", "--register", str(after), "--limit", "1"),
        "govreg diff --brief": govreg("diff", *sides, "--brief"),
    }
    count = len(list((after / "meetings").iterdir()))
    return [f"## diff, {count:,} meetings", "", *table(costs(commands, rounds_for(count)), "govreg validate"), ""]


def main() -> list[str]:
    """The lines of its tables."""
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for count in (1_000, 10_000):
            before, after = Path(folder, str(count), "register"), Path(folder, str(count), "after")
            write(count, before.parent)
            shutil.copytree(before, after)
            change(after)
            lines += compared(before, after)
    return lines


if __name__ == "__main__":
    print("\n".join(compared(Path(sys.argv[1]), Path(sys.argv[2]))) if sys.argv[2:] else "\n".join(main()))
