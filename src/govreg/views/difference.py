"""What became of a register between two sides, grouped by what it means: for minutes, for a reviewer, for machines."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from govreg.analysis.change import Changes, Entry, Net
from govreg.analysis.duplicates.fresh import Fresh
from govreg.analysis.effect import Effect, aspects
from govreg.analysis.frequency import Certainty
from govreg.analysis.renaming import renamed
from govreg.model.meeting import Meeting
from govreg.model.names import listed
from govreg.model.place import meeting_file
from govreg.report import Block, Cell, Column, Heading, Paragraph, Points, Report, Table
from govreg.views import wording
from govreg.views.change import Told, named, told
from govreg.views.change_data import Compared, changes_data, numbers

HEADINGS = {
    Effect.STARTED: "New commitments",
    Effect.ENDED: "Dropped commitments",
    Effect.RENAMED: "Renamed",
    Effect.LEAD: "Who leads and chairs",
    Effect.HEAVIER: "Heavier",
    Effect.LIGHTER: "Lighter",
    Effect.SCOPE: "What they work on, and where",
    Effect.LIFE: "Where they are in their life",
    Effect.REVIEW: "What is recommended and decided",
    Effect.OTHER: "Otherwise changed",
    Effect.RECORD: "In the record only",
}
_LONGEST = 200
_BRIEF = 80
_MOST_NAMED = 5


def difference(changes: Changes, compared: Compared, *, people: bool) -> Report:
    """The report of `govreg diff`."""
    lines = _lines(changes, _LONGEST, people=people)
    blocks: list[Block] = [Heading("What changed", 1), *_together(changes)]
    for effect, heading in HEADINGS.items():
        if lines[effect]:
            blocks += [Heading(heading), Points(tuple(line.said for line in lines[effect]))]
    if around := tuple(_around(changes)):
        blocks += [Heading("Around the meetings"), Points(around)]
    if (leads := _leads(changes)) is not None:
        blocks += [Heading("Who leads how many"), leads]
    return _report(changes, compared, blocks, lines, (), people=people)


def brief(changes: Changes, compared: Compared, found: tuple[Fresh, ...], *, people: bool) -> Report:
    """The report of `govreg diff --brief`: what a reviewer of the change needs."""
    lines = _lines(changes, _BRIEF, people=people)
    blocks: list[Block] = [Heading("What changes in the register"), *_together(changes)]
    for effect, heading in HEADINGS.items():
        if lines[effect] and effect is not Effect.RECORD:
            blocks += [Heading(heading, 3), Points(tuple(line.said for line in lines[effect]))]
    aside = len({line.id for line in lines[Effect.RECORD]}) + len(changes.entries) + len(changes.about)
    if aside:
        blocks.append(Paragraph(f"Besides, {wording.many(aside, 'entry', 'entries')} changed in what only the record tells.", quiet=True))
    blocks += [Heading("Work that may now be done twice", 3), *_twice(changes, found)]
    return _report(changes, compared, blocks, lines, found, people=people)


class Line(NamedTuple):
    """A sentence with the meeting that it is about."""

    id: str
    title: str
    effect: Effect
    says: str

    @property
    def said(self) -> str:
        """The whole line."""
        return f"{self.title}: {self.says}"


def _lines(changes: Changes, longest: int, *, people: bool) -> Mapping[Effect, list[Line]]:
    """The sentences, by what they mean; what means the same about one meeting is one sentence."""
    register = named(changes.before, changes.after)
    found: dict[Effect, list[Line]] = defaultdict(list)
    for change in changes.meetings:
        said: dict[Effect, list[Told]] = defaultdict(list)
        before = renamed(change.before, changes.ids) if change.before is not None else None
        for one in told(change, register, before, longest, people=people):
            said[one.effect].append(one)
        for effect, ones in said.items():
            title = change.meeting.title + wording.internal(change.meeting.visibility)
            found[effect].append(Line(change.meeting.id, title, effect, "; ".join(one.says for one in ones)))
    return found


def _together(changes: Changes) -> Iterator[Block]:
    if not changes.meetings:
        yield Paragraph("No meeting changed, but what stands around them did." if changes else "Nothing changed.")
        return
    count = Counter(aspect for change in changes.meetings for aspect in {one.effect for one in aspects(change)})
    words = {
        Effect.STARTED: ("new",),
        Effect.ENDED: ("dropped",),
        Effect.RENAMED: ("renamed",),
        Effect.LEAD: ("with another lead or chair",),
        Effect.HEAVIER: ("heavier",),
        Effect.LIGHTER: ("lighter",),
    }
    parts = [f"{count[effect]} {word}" for effect, (word,) in words.items() if count[effect]]
    told_of = wording.many(len(changes.meetings), "meeting")
    yield Paragraph(f"{told_of} changed{': ' + listed(parts) if parts else ''}. {_net(changes.net)}")


def _net(net: Net) -> str:
    """What the changes come to a year, in a sentence."""
    pieces = [
        f"{'+' if part > 0 else '−'}{wording.count(abs(part))} {word}"
        for part, word in (
            (net.started, "new"),
            (-net.ended, "dropped"),
            (net.often, "more often"),
            (-net.seldom, "less often"),
        )
        if part
    ]
    if not pieces:
        return (
            f"What that comes to a year is not known ({wording.many(net.unknown, 'meeting')})."
            if net.unknown
            else "As many meetings a year as before."
        )
    about = "" if net.certainty is Certainty.EXACT else "about "
    total = net.total
    more = (
        f"{about}{wording.count(abs(total))} {'more' if total > 0 else 'fewer'} meetings a year"
        if total
        else f"{about}as many meetings a year as before"
    )
    unknown = f", and {wording.many(net.unknown, 'meeting')} whose number is not known" if net.unknown else ""
    return f"Together {more}{' (' + ', '.join(pieces) + ')' if len(pieces) > 1 else ''}{unknown}."


def _around(changes: Changes) -> Iterator[str]:
    for entry in changes.entries:
        yield _entry(entry)
    names = {
        "as_at": "the day it describes",
        "settings": "its settings",
        "glossary": "the glossary",
        "verdicts": "reviewers' verdicts",
        "name": "its name",
    }
    if changes.about:
        yield f"The register: {listed([names[name] for name in changes.about])}"


def _entry(entry: Entry) -> str:
    old, new = entry.before, entry.after
    if old is None or new is None:
        named = new or old
        return f"{entry.sort.capitalize()} {'new' if old is None else 'gone'}: {named.name if named is not None else ''}"
    parts = [f"was called “{old.name}”"] if old.name != new.name else []
    if old.id != new.id:
        parts.append(f"its id was “{old.id}” and is “{new.id}”")
    keys = [key.replace("_", " ") for key in entry.keys if key != "name"]
    parts += [listed(keys)] if keys else []
    return f"{entry.sort.capitalize()} {new.name}: {'; '.join(parts)}"


def _leads(changes: Changes) -> Table | None:
    """Who leads more or fewer meetings than before."""
    before, after = (
        Counter(lead for lead in _leads_of(entry for id_, entry in register.meetings.items() if id_ not in changes.not_compared))
        for register in (changes.before, changes.after)
    )
    then = Counter({changes.ids.organisations.get(id_, id_): count for id_, count in before.items()})
    register = named(changes.before, changes.after)
    moved = sorted((id_ for id_ in {*then, *after} if then[id_] != after[id_]), key=lambda id_: (-(after[id_] - then[id_]), id_))
    if not moved:
        return None
    rows: list[tuple[Cell, ...]] = [
        (wording.organisation(register, id_).replace("not-stated", "not stated"), then[id_], after[id_]) for id_ in moved
    ]
    return Table((Column("Led by"), Column("Was", number=True, whole=True), Column("Is", number=True, whole=True)), tuple(rows))


def _leads_of(entries: Iterable[Meeting]) -> Iterator[str]:
    for entry in entries:
        if entry.live:
            yield from dict.fromkeys(entry.leads) or (entry.lead_kind,)


def _twice(changes: Changes, found: tuple[Fresh, ...]) -> Iterator[Block]:
    if not found:
        yield Paragraph("No pair of meetings is newly raised.")
        return
    yield Points(tuple(_pair(changes, one) for one in found))
    yield Paragraph("A suggestion, no verdict; “govreg duplicates A B” shows the whole sum for two.", quiet=True)


def _pair(changes: Changes, one: Fresh) -> str:
    pair = one.pair
    a, b = (wording.marked(changes.after, id_) for id_ in (pair.a, pair.b))
    grade = {"likely": "likely the same work", "possible": "possibly the same work"}.get(pair.grade, pair.grade)
    why = " ".join(piece.says for piece in pair.evidence[:2])
    return f"{a} – {b}: {grade} ({pair.score:.2f}{f', was {one.was}' if one.was else ''}). {why}"


def _report(
    changes: Changes, compared: Compared, blocks: list[Block], lines: Mapping[Effect, list[Line]], found: tuple[Fresh, ...], *, people: bool
) -> Report:
    return Report(
        tuple(blocks),
        data=lambda: changes_data(changes, compared, found, people=people),
        sheet=lambda: _sheet(changes, lines),
        foot=tuple(_foot(changes, compared)),
    )


def _foot(changes: Changes, compared: Compared) -> Iterator[str]:
    name = changes.after.name or changes.before.name
    yield f"{f'{name}: from' if name else 'From'} {compared.before} to {compared.after}."
    if not changes.before.meetings and changes.after.meetings and not changes.before.unread:
        yield f"There was no meeting in {compared.before}."
    told: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for side, register in ((compared.before, changes.before), (compared.after, changes.after)):
        partly = {meeting_file(id_) for id_ in register.meetings.unread & register.meetings.keys()}
        for says, files in (
            ("Not compared, because of errors in", [file for file in register.unread if file not in partly]),
            ("Compared as far as they can be read, with errors in", [file for file in register.unread if file in partly]),
        ):
            if files:
                told[says, tuple(files)].append(side)
    for (says, unread), sides in told.items():
        named = [*unread[:_MOST_NAMED], *([f"{len(unread) - _MOST_NAMED} more"] if len(unread) > _MOST_NAMED else [])]
        yield f"{says} {listed(sides)}: {listed(named)}."


def _sheet(changes: Changes, lines: Mapping[Effect, list[Line]]) -> Table:
    counted = {change.meeting.id: change for change in changes.meetings}
    columns = tuple(Column(title) for title in ("meaning", "id", "title", "says", "per_year_before", "per_year_after"))
    rows = tuple(
        (effect.value, line.id, line.title, line.says, *numbers(counted[line.id])) for effect in HEADINGS for line in lines[effect]
    )
    return Table(columns, rows)
