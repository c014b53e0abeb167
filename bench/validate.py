"""Measures `validate` on large registers, against three validators with an equivalent schema and libyaml's bare events.

`python bench/validate.py [FOLDER ...]` takes other registers than those it makes.
"""

import sys
import tempfile
from pathlib import Path

from measure import costs, govreg, rounds_for, table
from synthetic import write

HERE = Path(__file__).parent
EVENTS = """
import sys, pathlib, yaml
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml")):
    for event in yaml.parse(path.read_bytes(), Loader=yaml.CSafeLoader): pass
"""


def compared(register: Path, *, peers: bool = True) -> list[str]:
    """The lines of the table for one register."""
    meetings = register / "meetings"
    beside = Path(sys.executable).parent
    commands = {
        "govreg validate": govreg("validate", "--register", str(register)),
        "libyaml's events": [sys.executable, "-c", EVENTS, str(meetings)],
    }
    if peers:
        listed = [str(path) for path in sorted(meetings.glob("*.yaml"))]
        commands |= {
            "check-jsonschema": [str(beside / "check-jsonschema"), "--schemafile", str(HERE / "meeting.schema.json"), *listed],
            "yamale": [str(beside / "yamale"), "--schema", str(HERE / "meeting.yamale.yaml"), str(meetings)],
            "yamllint": [str(beside / "yamllint"), "-d", "relaxed", str(meetings)],
        }
    count = len(list(meetings.glob("*.yaml")))
    return [f"## validate, {count:,} meetings", "", *table(costs(commands, rounds_for(count)), "govreg validate"), ""]


def main() -> list[str]:
    """The lines of its tables."""
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for count in (1_000, 10_000):
            write(count, Path(folder, str(count)))
            lines += compared(Path(folder, str(count), "register"))
    return lines


if __name__ == "__main__":
    print("\n".join(line for register in sys.argv[1:] for line in compared(Path(register))) if sys.argv[1:] else "\n".join(main()))
