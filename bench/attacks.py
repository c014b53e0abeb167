"""Registers shaped to be slow or large, within 2,000 files and 20 MB, and what each command takes for them.

    python bench/attacks.py OUT              # every shape, every command
    python bench/attacks.py OUT two_seats "overlaps --format json"

Each shape is written to OUT/<shape>/register, once with other ids before it as a git commit where `diff` needs two. A
command that takes more than 10 s of user time or 1 GB is marked.
"""

import json
import os
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

Files = Iterator[tuple[str, str]]
"""The name of each file of a register, and its text."""

MOST_FILES = 2_000
MOST_BYTES = 20_000_000
LARGEST = 1_048_576
MEETINGS = MOST_FILES - 5
ROOM = 9_500
"""About how many characters each meeting may have where there are as many as may be."""

SECONDS = 10
MEGABYTES = 1_000
PATIENCE = 30
"""After how many seconds of processor time a command is stopped."""

MOST_ROOM = 6_000
"""At how many megabytes a command is stopped."""

COMMANDS = (
    "list --format json",
    "list --text a",
    "list --lead org-0 --theme theme-0",
    "show m-0000",
    "validate",
    "validate --format json",
    "duplicates",
    "duplicates --all --format json",
    "duplicates --by workstream",
    "duplicates m-0000 m-0001",
    "overlaps",
    "overlaps --format json",
    "overlaps --by role --format csv",
    "review",
    "review --format json",
    "whatif --recommended",
    "whatif --recommended --format json",
    "whatif --end m-0000",
    "load",
    "coverage",
    "organisation org-0",
    "load --recommended",
    "load --by role --format json",
    "coverage",
    "verdict m-0000 m-0001 distinct --reason x --dry-run",
    "diff",
    "diff --format json",
    "organisation org-0",
    "review --output pack.docx",
    "schema",
    "set m-0000 level strategic --dry-run",
    "set --where lead=org-0 level strategic --yes --dry-run",
    "rename m-0000 m-other --dry-run",
    "merge m-0000 m-0001 --reason x --dry-run",
    "fix --dry-run",
    "format --dry-run",
)

SHAPES: dict[str, Callable[[], Files]] = {}


def shape(make: Callable[[], Files]) -> Callable[[], Files]:
    """Take `make` up among the shapes."""
    SHAPES[make.__name__] = make
    return make


def id_of(number: int) -> str:
    """The id of a meeting."""
    return f"m-{number:04}"


def meeting(number: int, *lines: str, title: str = "", lead: str = "org-0") -> tuple[str, str]:
    """A meeting's file."""
    return f"meetings/{id_of(number)}.yaml", "\n".join((f"title: {title or f'Board {number}'}", f"lead: {lead}", *lines)) + "\n"


def organisations(count: int = 3, *more: str) -> tuple[str, str]:
    """The file of organisations."""
    return "organisations.yaml", "".join(f"org-{number}: {{name: Organisation {number}}}\n" for number in range(count)) + "".join(more)


def items(key: str, texts: Iterator[str] | list[str], room: int = ROOM) -> str:
    """A key with a list of as many of `texts` as there is room for."""
    lines = [f"{key}:"]
    for text in texts:
        lines.append(f"  - {text}")
        room -= len(text) + 5
        if room <= 0:
            break
    return "\n".join(lines)


def words(seed: int, count: int, vocabulary: int = 5_000) -> str:
    """`count` words, chosen by `seed`."""
    return " ".join(_word((seed * 7919 + place * 104729) % vocabulary) for place in range(count))


def _word(number: int) -> str:
    letters = "bcdfghjklmnprstvz"
    vowels = "aeiou"
    out = ""
    for _ in range(4):
        out += letters[number % 17] + vowels[(number // 17) % 5]
        number = number // 3 + 11
    return out


@shape
def purpose_lines() -> Files:
    """One text of 262,000 lines."""
    yield organisations()
    yield meeting(0, "purpose: a" + "\n  b" * 250_000)
    yield meeting(1)


@shape
def marks() -> Files:
    """Titles of combining marks, in an order that normalising must undo."""
    yield organisations()
    for number in range(18):
        yield meeting(number, title="a" + "\u0327\u0301" * 230_000)


@shape
def spread_marks() -> Files:
    """The same in texts of 9 KB each."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, "purpose: a" + "\u0327\u0301" * 1_100, title="e" + "\u0327\u0301" * 1_100)


@shape
def ligatures() -> Files:
    """A letter that normalising writes as eighteen."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, title="\ufdfa" * 3_000)


@shape
def two_seats() -> Files:
    """2,000 meetings that share two seats."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, "participants: [org-1, org-2]")


@shape
def many_seats() -> Files:
    """2,000 meetings that share 200 seats with roles."""
    yield organisations(250)
    for number in range(MEETINGS):
        yield meeting(number, items("participants", [f"{{organisation: org-{one}, role: Role {one}}}" for one in range(240)]))


@shape
def invited() -> Files:
    """2,000 meetings to which the same are invited, and which collectives sit on."""
    everybody = ", ".join(f"org-{one}" for one in range(100))
    yield organisations(100, *(f"all-{one}: {{name: All {one}, members: [{everybody}]}}\n" for one in range(20)))
    for number in range(MEETINGS):
        seats = [f"all-{number % 20}", *(f"{{organisation: org-{one}, attendance: observer}}" for one in range(100))]
        yield meeting(number, items("participants", seats))


@shape
def alike() -> Files:
    """200 meetings that say much of the same."""
    yield organisations(40)
    for number in range(200):
        seats = items("participants", [f"org-{(number + one) % 40}" for one in range(20)])
        yield meeting(number, f"purpose: {words(number % 7, 600)}", items("focus", [words(one, 4) for one in range(number % 5, 20)]), seats)


@shape
def all_alike() -> Files:
    """2,000 meetings that say the same."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, f"purpose: {words(1, 1_000)}", title="Domestic abuse board")


@shape
def long_purposes() -> Files:
    """A few meetings with equal purposes of 117 KB and more."""
    yield organisations()
    for number in range(20):
        yield meeting(number, f"purpose: {words(1, 110_000)}")


@shape
def two_long_purposes() -> Files:
    """Two meetings with equal purposes of 117 KB."""
    yield organisations()
    for number in range(2):
        yield meeting(number, f"purpose: {words(1, 13_000)}")


@shape
def one_word_purposes() -> Files:
    """Meetings whose purposes are one word, over and over."""
    yield organisations()
    for number in range(18):
        yield meeting(number, "purpose: " + "burglary " * 116_000)


@shape
def long_words() -> Files:
    """Meetings whose texts are one word of a megabyte."""
    yield organisations()
    for number in range(9):
        yield meeting(number, f"purpose: {'ab' * 500_000}")
    for number in range(9, 18):
        yield meeting(number, title="a-b'" * 250_000)


@shape
def merging() -> Files:
    """80 meetings that merge into all others."""
    yield organisations(60)
    for number in range(80):
        into = ", ".join(id_of(one) for one in range(80) if one != number)
        seats = items("participants", [f"{{organisation: org-{one}, role: Role {one}}}" for one in range(60)])
        review = f"review: {{recommendation: merge, into: [{into}], reason: x}}"
        yield meeting(number, seats, review, items("focus", [f"Work {number} {one}" for one in range(20)]), "frequency: monthly")


@shape
def merging_many() -> Files:
    """2,000 meetings that each merge into hundreds."""
    yield organisations(60)
    for number in range(MEETINGS):
        into = ", ".join(id_of((number + one) % MEETINGS) for one in range(1, 800))
        yield meeting(number, f"review: {{recommendation: merge, into: [{into}], reason: x}}", "participants: [org-1, org-2]")


@shape
def ending() -> Files:
    """2,000 meetings that are all to end, with much work and many seats."""
    yield organisations(60)
    for number in range(MEETINGS):
        seats = items("participants", [f"{{organisation: org-{one}, role: Role {one}}}" for one in range(60)], 3_500)
        work = items("focus", [words(number + one, 4) for one in range(60)], 4_500)
        yield meeting(number, seats, work, "review: {recommendation: end, reason: x}", "frequency: monthly")


@shape
def large_files() -> Files:
    """As many large files as there may be, of many short values."""
    yield organisations()
    for number in range(19):
        yield meeting(number, items("focus", [f"a{one}" for one in range(49_000)], LARGEST - 1_000))


@shape
def large_aliases() -> Files:
    """Aliases without end."""
    yield organisations()
    for number in range(19):
        yield meeting(number, items("aliases", [f"A board {number} {one}" for one in range(49_000)], LARGEST - 1_000))


@shape
def unknown_participants() -> Files:
    """Participants that no file knows."""
    yield organisations(300)
    for number in range(19):
        yield meeting(number, items("participants", [f"orr-{number}-{one}" for one in range(48_000)], LARGEST - 1_000))


@shape
def known_participants() -> Files:
    """Meetings with tens of thousands of seats."""
    yield organisations(300)
    for number in range(19):
        yield meeting(number, items("participants", [f"{{organisation: org-{one % 300}, role: R}}" for one in range(14_000)], LARGEST - 9))


@shape
def unknown_keys() -> Files:
    """Keys that no file knows."""
    yield organisations()
    for number in range(19):
        yield meeting(number, "\n".join(f"titel{one}: x" for one in range(48_000)))


@shape
def unknown_references() -> Files:
    """References to meetings, areas and themes that are not there, from 2,000 files."""
    yield organisations()
    for number in range(MEETINGS):
        lines = [f"{key}: [{', '.join(f'x{number}-{one}' for one in range(240))}]" for key in ("reports_to", "links_to", "areas", "themes")]
        yield meeting(number, *lines)


@shape
def wrong_dates() -> Files:
    """A mistake in each value."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, items("participants", ["{organisation: org-0, from: yesterday, voting: perhaps}" for _ in range(150)]))


@shape
def deep_organisations() -> Files:
    """Organisations each of which is a part of the one before."""
    chain = "".join(f"part-{one}: {{name: Part {one}, part_of: {f'part-{one - 1}' if one else 'org-0'}}}\n" for one in range(16_000))
    yield organisations(3, chain)
    for number in range(MEETINGS):
        yield meeting(number, f"participants: [part-{15_999 - number}]", lead=f"part-{15_999 - number}")


@shape
def deep_areas() -> Files:
    """Areas each of which is a part of the one before."""
    chain = "".join(f"  area-{one}: {{name: Area {one}, part_of: {f'area-{one - 1}' if one else 'whole'}}}\n" for one in range(15_000))
    yield "register.yaml", f"name: Deep\nareas:\n  whole: {{name: Whole}}\n{chain}"
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, f"areas: [area-{14_999 - number}]", "frequency: monthly", "instances: per-area", "purpose: Reduce burglary")


@shape
def many_areas() -> Files:
    """Meetings held in thousands of areas, each with its own frequency."""
    yield (
        "register.yaml",
        "name: Wide\nareas:\n  whole: {name: Whole}\n"
        + "".join(f"  area-{one}: {{name: Area {one}, part_of: whole}}\n" for one in range(15_000)),
    )
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, "frequency: Quarterly (except Area 7 - three times a year, Area 8 monthly)", "instances: per-area")


@shape
def named_areas() -> Files:
    """Meetings that name hundreds of areas."""
    yield "register.yaml", "name: Wide\nareas:\n" + "".join(f"  area-{one}: {{name: Area {one}}}\n" for one in range(15_000))
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, f"areas: [{', '.join(f'area-{(number + one) % 15_000}' for one in range(800))}]", "purpose: Reduce burglary")


@shape
def members() -> Files:
    """Collectives with thousands of members, each seated on every meeting."""
    everybody = ", ".join(f"org-{one}" for one in range(3_000))
    yield organisations(3_000, *(f"all-{one}: {{name: All {one}, members: [{everybody}]}}\n" for one in range(25)))
    for number in range(MEETINGS):
        yield meeting(number, f"participants: [{', '.join(f'all-{one}' for one in range(25))}]")


@shape
def focus() -> Files:
    """2,000 meetings with hundreds of items of work, every one of which others have too."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, items("focus", [words(number * 3 + one, 3, 900) for one in range(400)]))


@shape
def aliases() -> Files:
    """2,000 meetings with hundreds of names."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, items("aliases", [f"Board {number} {words(one, 2)}" for one in range(400)]))


@shape
def frequencies() -> Files:
    """Frequencies of 9 KB."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(
            number, "frequency: " + ["monthly and ", "(except ", "second Wednesday of every month, ", "7 "][number % 4] * (7_000 // 12)
        )


@shape
def long_frequencies() -> Files:
    """Frequencies of a megabyte."""
    yield organisations()
    for number, piece in enumerate(
        ("monthly and ", "(except ", "twice a year (", "7 ", "x, ", "six weekly; ", "or ", "March and ", "at least ")
    ):
        yield meeting(number, "frequency: a " + piece * (1_000_000 // len(piece)))


@shape
def themes() -> Files:
    """Thousands of themes, whose terms stand in every text."""
    yield (
        "themes.yaml",
        "".join(
            f"theme-{one}: {{name: Theme {_word(one)}, terms: [{words(one, 1)}, {words(one, 2)}, {words(one, 3)}]}}\n"
            for one in range(10_000)
        ),
    )
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, f"purpose: {words(number % 50, 1_000)}")


@shape
def nested_terms() -> Files:
    """Terms of every length that begin with the same word."""
    yield "themes.yaml", "theme-0:\n  name: Theme\n  terms:\n" + "".join(f"    - {'a ' * length}b\n" for length in range(1, 1_000))
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, f"purpose: {'a ' * 4_500}")


@shape
def glossary() -> Files:
    """A glossary of thousands."""
    yield "glossary.yaml", "".join(f"AB{one}: Meaning {one}\n" for one in range(40_000))
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, "purpose: " + " ".join(f"AB{one}" for one in range(1_200)))


@shape
def minutes() -> Files:
    """Nearly 2,000 minutes of one meeting."""
    yield organisations()
    yield meeting(0)
    yield meeting(1)
    for number in range(MOST_FILES - 10):
        decisions = items("decisions", [f'{{id: 2018/{one:03}, title: Decision {one}, item: "{one}"}}' for one in range(150)], ROOM)
        yield f"minutes/m-0000/{2000 + number // 336}-{number % 336 // 28 + 1:02}-{number % 28 + 1:02}.yaml", decisions + "\n"


@shape
def large_minutes() -> Files:
    """Minutes with thousands of papers and decisions."""
    yield organisations()
    yield meeting(0)
    yield meeting(1)
    for number in range(18):
        papers = ", ".join(f'{{id: "{one}", title: P {one} {number}}}' for one in range(12_000))
        decisions = items("decisions", [f'{{id: "{one}", title: D {one}}}' for one in range(14_000)], 500_000)
        yield f"minutes/m-0000/2018-01-{number + 1:02}.yaml", f'agenda:\n  - item: "1"\n    papers: [{papers}]\n{decisions}\n'


@shape
def verdicts() -> Files:
    """As many verdicts as a file may hold."""
    yield organisations()
    lines = (
        f"- {{meetings: [{id_of(one % MEETINGS)}, {id_of((one * 7 + 1) % MEETINGS)}], verdict: distinct, on: 2016-10-01}}\n"
        for one in range(13_000)
        if one % MEETINGS != (one * 7 + 1) % MEETINGS
    )
    yield "verdicts.yaml", "".join(lines)
    for number in range(MEETINGS):
        yield meeting(number, f"purpose: {words(number // 3, 500)}")


@shape
def same_verdict() -> Files:
    """The same verdict over and over, on two long texts."""
    yield organisations()
    yield "verdicts.yaml", f"- {{meetings: [m-0000, m-0001], verdict: distinct, on: 2016-10-01, of: '1:{'a' * 16}'}}\n" * 11_000
    for number in range(18):
        yield meeting(number, f"purpose: {words(1, 100_000)}")


@shape
def reports() -> Files:
    """Everybody reports to hundreds of others, in circles."""
    yield organisations()
    for number in range(MEETINGS):
        for_all = ", ".join(id_of((number + one) % MEETINGS) for one in range(1, 570))
        yield meeting(number, f"reports_to: [{for_all}]", f"links_to: [{for_all}]")


@shape
def chain_of_reports() -> Files:
    """Each reports to the next."""
    yield organisations()
    for number in range(MEETINGS):
        following = id_of((number + 1) % MEETINGS)
        yield meeting(number, f"reports_to: [{following}]", f"supersedes: [{following}]")


@shape
def supersedes() -> Files:
    """Everybody took the place of hundreds of others."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, f"supersedes: [{', '.join(id_of((number + one) % MEETINGS) for one in range(1, 1_100))}]")


@shape
def reviews() -> Files:
    """Meetings with a hundred reviews each."""
    yield organisations()
    for number in range(MEETINGS):
        one = f"{{recommendation: merge, into: [{id_of((number + 1) % MEETINGS)}], proposed_on: 2016-11-10, reason: Too many}}"
        yield meeting(number, items("review", [one] * 120))


@shape
def naming() -> Files:
    """Texts that name hundreds of other meetings."""
    yield organisations()
    for number in range(MEETINGS):
        named = ", ".join(f"replaced {_name(one % MEETINGS)}" for one in range(number, number + 280))
        yield meeting(number, f'purpose: "{named}"', title=_name(number))


def _name(number: int) -> str:
    return f"{_word(number)} {_word(number + 3_000)} panel"


@shape
def namesakes() -> Files:
    """Long titles that differ at their end."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, title=f"{words(1, 1_000)} {number}")


@shape
def twins() -> Files:
    """2,000 meetings with nothing but one title."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, title="Meeting")


@shape
def long_lists() -> Files:
    """Acts, sources and areas without end."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(
            number,
            items("statutory", [f"Act {number + one}" for one in range(300)], 4_000),
            items("sources", [f"{{document: Paper {one}}}" for one in range(150)], 4_500),
        )


@shape
def blanks() -> Files:
    """Blanks, marks of comments and quotes in long rows."""
    yield organisations()
    for number, text in enumerate(
        (
            f"purpose: a{' ' * 1_000_000}b",
            f"purpose: a{' #' * 500_000}b",
            "purpose: a\n" + "  b #c\n" * 130_000,
            f"purpose: {'a, ' * 300_000}",
            f"aliases: [{'a #b, ' * 150_000}]",
            f'purpose: "{chr(10) * 1_000_000}"',
            "purpose: |\n" + "  a\n" * 250_000,
            "purpose: |\n" + "  a\n" * 200_000 + " #b\n" * 40_000,
            f"purpose: {'[' * 900_000}",
            f"{'a: ' * 300_000}",
            "purpose: a" + "\n\n  b" * 200_000,
            "purpose: a" + "\n  - b" * 160_000,
            "purpose: a" + "\n  lead: b" * 90_000,
            f"purpose: '{'a   ' * 250_000}'",
            "\t" * 1_000_000,
            "# c\n" * 250_000,
            'purpose: "' + "\\u0041" * 160_000 + '"',
        )
    ):
        yield meeting(number, text)


@shape
def glued() -> Files:
    """Invisible joiners and emoji in long rows."""
    yield organisations()
    for number in range(6):
        yield meeting(number, "purpose: " + "\U0001f469\u200d\U0001f469" * 95_000)
    for number in range(6, 12):
        yield meeting(number, "purpose: " + ("\U0001f3f4" + "\U000e0067" * 4) * 50_000)


@shape
def wide() -> Files:
    """Cells of 9 KB in every column of `list`."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, f"frequency: {words(number, 400)}", title=words(number, 500))


@shape
def lookalikes() -> Files:
    """Texts that other readers take for something else."""
    yield organisations()
    for number in range(19):
        yield meeting(number, items("focus", ["yes"] * 49_000, LARGEST))


@shape
def empty_values() -> Files:
    """Keys and items with nothing in them."""
    yield organisations()
    for number in range(19):
        yield meeting(number, "focus:\n" + "  -\n" * 49_000)


def write(make: Callable[[], Files], out: Path) -> Path:
    """Write a shape's register, and before it one with other ids, as git's last commit. Returns its folder."""
    folder = out / make.__name__ / "register"
    shutil.rmtree(folder.parent, ignore_errors=True)
    files = dict(make())
    size = sum(len(text.encode()) for text in files.values())
    if len(files) > MOST_FILES or size > MOST_BYTES or any(len(text.encode()) > LARGEST for text in files.values()):
        raise ValueError(f"{make.__name__} is larger than a shape may be: {len(files)} files, {size} bytes")

    def put(name: str, text: str) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def git(*words: str) -> None:
        subprocess.run(
            ["/usr/bin/env", "git", "-C", folder.parent, "-c", "user.name=a", "-c", "user.email=a@b", *words],
            check=True,
            capture_output=True,
        )

    for name, text in files.items():
        put(name.replace("/m-", "/n-"), text.replace("m-", "n-"))
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "before")
    shutil.rmtree(folder)
    for name, text in files.items():
        put(name, text)
    return folder


def run(folder: Path, command: str) -> tuple[float, float, str]:
    """User seconds, megabytes at most, and how a command ended."""
    words_ = [sys.executable, "-m", "govreg", *shlex.split(command), "--register", str(folder)]
    if command.startswith("explain"):
        words_ = words_[:-2]
    with Path(os.devnull).open("wb") as nowhere, (folder.parent / "stderr").open("wb") as errors:
        child = subprocess.Popen(words_, stdout=nowhere, stderr=errors, cwd=folder)
        resource.prlimit(child.pid, resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
        while True:
            done, status, used = os.wait4(child.pid, os.WNOHANG)
            if done:
                break
            if _room(child.pid) > MOST_ROOM:
                child.send_signal(signal.SIGKILL)
            time.sleep(0.02)
    child.returncode = os.waitstatus_to_exitcode(status)
    said = (folder.parent / "stderr").read_text(errors="replace")
    end = "traceback" if "Traceback" in said else "stopped" if child.returncode < 0 else str(child.returncode)
    return used.ru_utime, used.ru_maxrss / 1_000, end


def _room(pid: int) -> float:
    """The megabytes that a process has in memory."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6
    except (OSError, IndexError):
        return 0


def main() -> None:
    """Write and run what is asked for."""
    out = Path(sys.argv[1])
    named, *commands = sys.argv[2:] or ["all"]
    wanted = list(SHAPES) if named == "all" else named.split(",")
    commands = commands or [*COMMANDS]
    for name in wanted:
        folder = write(SHAPES[name], out)
        for command in commands:
            seconds, megabytes, end = run(folder, command)
            over = seconds > SECONDS or megabytes > MEGABYTES or end in ("stopped", "traceback")
            print(
                json.dumps(
                    {"shape": name, "command": command, "user_s": round(seconds, 1), "mb": round(megabytes), "end": end, "over": over}
                ),
                flush=True,
            )
        shutil.rmtree(folder.parent)


if __name__ == "__main__":
    main()
