"""Plain functions that build meetings, registers and trees for tests, with good defaults."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Finding, Problem
from govreg.diagnostics.syntax import LARGEST
from govreg.model import register as registers
from govreg.model.entries import Area, Organisation, Theme
from govreg.model.location import Location, Position
from govreg.model.meeting import Meeting
from govreg.model.minutes import Minutes
from govreg.model.register import Register
from govreg.rules.context import RuleContext
from govreg.rules.rule import worded
from govreg.rules.run import run
from govreg.storage.reader import ReadResult, read_tree
from govreg.storage.tree import EntryType, TreeEntry, UnreadableFileError

TODAY = date(2026, 11, 21)

ORGANISATIONS = """\
opcc: {name: Office of the Police and Crime Commissioner, aliases: [OPCC]}
pcc: {name: Police and Crime Commissioner, aliases: [PCC], part_of: opcc}
constabulary: {name: Avon and Somerset Constabulary, aliases: [Constabulary]}
nhs: {name: National Health Service, aliases: [NHS]}
local-authorities: {name: Local authorities, members: [bristol-city-council, north-somerset-council]}
bristol-city-council: {name: Bristol City Council}
north-somerset-council: {name: North Somerset Council}
"""


def a_meeting(id_: str = "budget-committee", **keys: Any) -> Meeting:
    """A meeting with the keys of its file; lists may be lists."""
    written = {"title": id_.replace("-", " ").capitalize(), "lead": "opcc", **keys}
    return Meeting.model_validate({**_frozen(written), "id": id_})


def a_sitting(id_: str = "budget-committee/2018-04-04", **keys: Any) -> Minutes:
    """The minutes of one sitting, with the keys of their file."""
    return Minutes.model_validate({**_frozen(keys), "id": id_})


def a_register(*meetings: Meeting, **parts: Any) -> Register:
    """A register of `meetings`, with organisations, areas and themes given as mappings of id to keys."""
    organisations = parts.pop("organisations", {"opcc": {"name": "OPCC office"}, "constabulary": {"name": "Constabulary"}})
    areas = parts.pop("areas", {})
    themes = parts.pop("themes", {})
    return Register(
        meetings=registers.meetings({meeting.id: meeting for meeting in meetings}),
        organisations=registers.organisations({id_: _entry(Organisation, id_, keys) for id_, keys in organisations.items()}),
        areas=registers.areas({id_: _entry(Area, id_, keys) for id_, keys in areas.items()}),
        themes=registers.themes({id_: _entry(Theme, id_, keys) for id_, keys in themes.items()}),
        **parts,
    )


def _entry(part: Any, id_: str, keys: Mapping[str, Any]) -> Any:
    return part.model_validate({"name": id_.capitalize(), **_frozen(keys), "id": id_})


def _frozen(value: Any) -> Any:
    """`value` as the reader gives it: tuples for lists."""
    if isinstance(value, Mapping):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(_frozen(item) for item in value) if isinstance(value, list | tuple) else value


@dataclass(frozen=True)
class TreeOf:
    """A tree in memory; a name that ends in `/` is an empty folder, a text that begins with `-> ` a link."""

    files: Mapping[str, bytes]
    locked: str | None = None
    """The folder that can't be listed."""

    def entries(self, folder: str) -> Sequence[TreeEntry]:
        """What is in `folder`."""
        if folder == self.locked:
            raise UnreadableFileError(syntax.unreadable, "permission denied")
        prefix = f"{folder}/" if folder else ""
        found: dict[str, EntryType] = {}
        for name, content in self.files.items():
            if name.startswith(prefix) and name != prefix:
                first, slash, _ = name[len(prefix) :].partition("/")
                found[first] = EntryType.FOLDER if slash else EntryType.LINK if content.startswith(b"-> ") else EntryType.FILE
        return [TreeEntry(name, sort) for name, sort in sorted(found.items())]

    def read(self, name: str) -> bytes:
        """The bytes of `name`."""
        if name not in self.files:
            raise UnreadableFileError(syntax.unreadable, "no such file")
        if len(self.files[name]) > LARGEST:
            raise UnreadableFileError(syntax.too_large, f"it has {len(self.files[name]):,} bytes")
        return self.files[name]


def tree_of(files: Mapping[str, str | bytes], locked: str | None = None) -> TreeOf:
    """A tree with `files`, of which the folder `locked` can't be listed, and the usual organisations where it has none of its own."""
    whole = {"organisations.yaml": ORGANISATIONS, "meetings/": "", **files}
    return TreeOf({name: content.encode() if isinstance(content, str) else content for name, content in whole.items()}, locked)


def read_files(files: Mapping[str, str | bytes]) -> ReadResult:
    """The result of reading a register with `files`."""
    return read_tree(tree_of(files))


def read_meeting(text: str | bytes) -> ReadResult:
    """The result of reading a register whose only meeting has `text` as its file."""
    return read_files({"meetings/budget-committee.yaml": text})


def in_short(findings: Sequence[Finding]) -> list[str]:
    """Findings in short: `GR013 3:1`."""
    return [f"{found.code} {found.line}:{found.column}" for found in findings]


def found_by(check: Callable[[RuleContext], Any], register: Register, **parts: Any) -> list[str]:
    """The messages of what a rule finds in `register`."""
    return [problem.message for problem in worded(check(RuleContext(register, TODAY, **parts)))]


def found_at(check: Callable[[RuleContext], Any], register: Register, *sittings: Minutes) -> list[str]:
    """Where a rule finds something in `register` and the minutes of `sittings`: `finance-board last_met: the message`."""
    return [f"{where(problem.place)}: {problem.message}" for problem in problems(check, register, *sittings)]


def problems(check: Callable[[RuleContext], Any], register: Register, *sittings: Minutes) -> list[Problem]:
    """What a rule finds in `register` and the minutes of `sittings`."""
    return list(worded(check(RuleContext(register, TODAY, {minutes.id: minutes for minutes in sittings}))))


def related(problem: Problem) -> list[str]:
    """The other places that `problem` mentions: `finance-board title: what is there`."""
    return [f"{where(place)}: {says}" for place, says in problem.related]


def where(place: Location | Position | None) -> str:
    """The place of a value: `finance-board last_met`, `glossary key CC`."""
    assert isinstance(place, Location)
    name = place.file.removesuffix(".yaml").removeprefix("meetings/").removeprefix("minutes/")
    return " ".join([name, *(["key"] if place.at_key else []), *([".".join(map(str, place.path))] if place.path else [])])


def everything_wrong(register: Register) -> list[str]:
    """The codes of all findings in `register`, with their files."""
    return [f"{found.code} {found.file}" for found in run(RuleContext(register, TODAY), lambda _: None)]
