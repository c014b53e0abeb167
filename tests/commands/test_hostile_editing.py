"""Commands that write, on registers that nobody would write: they change what they say, or nothing and say why; never a traceback."""

import shlex
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import ROOT, Run
from editing import FILES, contents, write_register
from hostile_texts import HOSTILE, LIVE, MARKUP
from random_yaml import TEXTS, Documents

READ = [path.read_bytes() for path in sorted((ROOT / "tests/hostile").glob("*/*.yaml"))]
PIECES = [
    b"- ",
    b": ",
    b" #",
    b"{",
    b"}",
    b"[",
    b"]",
    b"&a ",
    b"*a",
    b"!x ",
    b"<<: ",
    b"---\n",
    b"\t",
    b"\r\n",
    b"\n",
    b"  ",
    b"'",
    b'"',
    b"|\n",
]
PIECES += [
    b"~",
    b"NO",
    b"12:30",
    b"\x00",
    b"\xff",
    b"\xe2\x80\xae",
    b"\xcc\x81",
    b"\xef\xbb\xbf",
    b"on: ",
    b"opcc",
    b"budget-committee",
    b"\xc2\x85",
]

COMMANDS = [
    *("set {entry} {key} {text}", "set {entry} --add {key} {text}", "set {entry} --remove {key}", "set {entry} --remove {key} {text}"),
    *("set --where level=strategic {key} {text} --yes", "set organisation {entry} {key} {text}", "set theme {entry} {key} {text}"),
    *("end {entry} --reason {text}", "end {entry} --reason {text} --into {entry} --on {text}", "merge {entry} {entry} --reason {text}"),
    *("rename {entry} {text}", "rename organisation {entry} {text}", "rename area {entry} {text}", "rename {entry} {text} --keep-id"),
    *("new {text} --lead {entry}", "new {text} --lead opcc --focus {text} --participant {entry} --set {key} {text}"),
    *("new organisation {text} --set {key} {text}", "verdict {entry} {entry} related --reason {text}", "fix", "format", "fix", "format"),
]
ENTRIES = [
    "budget-committee",
    "Budget committee",
    "finance-board",
    "audit-panel",
    "opcc",
    "nhs",
    "bristol",
    "mental-health",
    "a",
    "nowhere",
]
KEYS = [
    *("title", "aliases", "lead", "chair", "chair.role", "chair.colour", "level", "areas", "focus", "focus.1", "focus.2.text", "focus.9"),
    *("participants", "participants.nhs.until", "participants.2.role", "reports_to", "review.into", "review", "status", "status_since"),
    *(
        "frequency.exceptions.bristol",
        "frequency",
        "terms_of_reference.url",
        "sources",
        "sources.1.url",
        "notes",
        "name",
        "terms",
        "members",
    ),
    *("part_of", "statutory", "statutory.1", "", ".", "a.b.c.d", "participants.", "-", "review.1.into.1"),
]
WORDS = [
    *HOSTILE,
    *LIVE,
    *MARKUP,
    *TEXTS,
    *ENTRIES,
    "organisation=nhs",
    "role=Chair",
    "text=x",
    "2016",
    "a\x00b",
    "\udcff",
    "x" * 5000,
    "--",
    "-x",
]


def mutated(random: Random, content: bytes) -> bytes:
    """`content` with a few pieces put in, taken out or doubled."""
    for _ in range(random.randint(1, 3)):
        place, end = sorted(random.randint(0, len(content)) for _ in range(2))
        match random.randint(0, 3):
            case 0:
                content = content[:place] + random.choice(PIECES) + content[place:]
            case 1:
                content = content[:place] + content[min(end, place + 20) :]
            case 2:
                content = content[:end] + content[place:]
            case 3:
                content = content[:place] + random.choice(PIECES) + content[min(end, place + 5) :]
    return content


def hostile_register(random: Random, folder: Path) -> None:
    write_register(folder)
    names = [name for name in FILES if random.random() < 0.3]
    for name in names:
        kind = random.random()
        if kind < 0.6:
            (folder / name).write_bytes(mutated(random, FILES[name].encode()))
        elif kind < 0.8:
            (folder / name).write_bytes(random.choice(READ))
        else:
            (folder / name).write_bytes(Documents(random.randint(0, 10**6)).document().encode())
    if random.random() < 0.3:
        (folder / "verdicts.yaml").write_bytes(mutated(random, b"- {meetings: [audit-panel, finance-board], verdict: related, on: 2016}\n"))
    if random.random() < 0.3:
        (folder / "meetings" / random.choice(["a.yaml", "organisations.yaml", "B c.YML", "themes.yaml"])).write_bytes(random.choice(READ))


@pytest.mark.parametrize("seed", range(4))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(0, 10**9))
def test_nothing_that_is_typed_or_read_ends_in_a_traceback(seed: int, number: int, run: Run) -> None:
    random = Random(number * 4 + seed)  # noqa: S311 - a test's numbers, not a secret's
    with TemporaryDirectory() as name:
        folder = Path(name) / "register"
        hostile_register(random, folder)
        for _ in range(2):
            before = contents(folder)
            parts = [
                shlex.quote(random.choice({"{entry}": ENTRIES, "{key}": KEYS, "{text}": WORDS}[part])) if part.startswith("{") else part
                for part in random.choice(COMMANDS).split(" ")
            ]
            ran = run(" ".join(parts), cwd=folder)

            assert ran.status in (0, 1, 2), parts
            assert "Traceback" not in ran.err, parts
            assert ran.err, parts
            if ran.status:
                assert contents(folder) == before, parts
            assert {path.name for path in Path(name).iterdir()} == {"register"}, parts
