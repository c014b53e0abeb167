"""What became of a register between two sides, grouped by what it means: for minutes, for a reviewer, for machines."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from govreg.analysis.diff.classify import ChangeKind, field_changes
from govreg.analysis.diff.compare import EntryChange, Net, RegisterDiff
from govreg.analysis.diff.ids import renamed
from govreg.analysis.duplicates.new_pairs import NewPair
from govreg.analysis.frequency import Certainty
from govreg.model.location import meeting_file
from govreg.model.meeting import Meeting
from govreg.model.names import listed
from govreg.report import Block, BulletList, Cell, Column, Heading, Paragraph, Report, Table
from govreg.views import terms
from govreg.views.diff.data import ComparedSides, changes_data, numbers
from govreg.views.diff.meeting import ChangeSentence, change_sentences, named

HEADINGS = {
    ChangeKind.STARTED: "New commitments",
    ChangeKind.ENDED: "Dropped commitments",
    ChangeKind.RENAMED: "Renamed",
    ChangeKind.LEAD: "Who leads and chairs",
    ChangeKind.HEAVIER: "Heavier",
    ChangeKind.LIGHTER: "Lighter",
    ChangeKind.SCOPE: "What they work on, and where",
    ChangeKind.LIFE: "Where they are in their life",
    ChangeKind.REVIEW: "What is recommended and decided",
    ChangeKind.OTHER: "Otherwise changed",
    ChangeKind.RECORD: "In the record only",
}
_LONGEST = 200
_BRIEF = 80
_MOST_NAMED = 5


def diff(changes: RegisterDiff, compared: ComparedSides) -> Report:
    """The report of `govreg diff`."""
    lines = _lines(changes, _LONGEST)
    blocks: list[Block] = [Heading("What changed", 1), *_together(changes)]
    for effect, heading in HEADINGS.items():
        if lines[effect]:
            blocks += [Heading(heading), BulletList(tuple(line.said for line in lines[effect]))]
    if around := tuple(_around(changes)):
        blocks += [Heading("Around the meetings"), BulletList(around)]
    if (leads := _leads(changes)) is not None:
        blocks += [Heading("Who leads how many"), leads]
    return _report(changes, compared, blocks, lines, ())


def brief(changes: RegisterDiff, compared: ComparedSides, found: tuple[NewPair, ...]) -> Report:
    """The report of `govreg diff --brief`: what a reviewer of the change needs."""
    lines = _lines(changes, _BRIEF)
    blocks: list[Block] = [Heading("What changes in the register"), *_together(changes)]
    for effect, heading in HEADINGS.items():
        if lines[effect] and effect is not ChangeKind.RECORD:
            blocks += [Heading(heading, 3), BulletList(tuple(line.said for line in lines[effect]))]
    aside = len({line.id for line in lines[ChangeKind.RECORD]}) + len(changes.entries) + len(changes.about)
    if aside:
        blocks.append(Paragraph(f"Besides, {terms.many(aside, 'entry', 'entries')} changed in what only the record tells.", quiet=True))
    blocks += [Heading("Work that may now be done twice", 3), *_twice(changes, found)]
    return _report(changes, compared, blocks, lines, found)


class Line(NamedTuple):
    """A sentence with the meeting that it is about."""

    id: str
    title: str
    effect: ChangeKind
    says: str

    @property
    def said(self) -> str:
        """The whole line."""
        return f"{self.title}: {self.says}"


def _lines(changes: RegisterDiff, longest: int) -> Mapping[ChangeKind, list[Line]]:
    """The sentences, by what they mean; what means the same about one meeting is one sentence."""
    register = named(changes.before, changes.after)
    found: dict[ChangeKind, list[Line]] = defaultdict(list)
    for change in changes.meetings:
        said: dict[ChangeKind, list[ChangeSentence]] = defaultdict(list)
        before = renamed(change.before, changes.ids) if change.before is not None else None
        for one in change_sentences(change, register, before, longest):
            said[one.effect].append(one)
        for effect, ones in said.items():
            title = change.meeting.title + terms.internal(change.meeting.visibility)
            found[effect].append(Line(change.meeting.id, title, effect, "; ".join(one.says for one in ones)))
    return found


def _together(changes: RegisterDiff) -> Iterator[Block]:
    if not changes.meetings:
        yield Paragraph("No meeting changed, but what stands around them did." if changes else "Nothing changed.")
        return
    count = Counter(aspect for change in changes.meetings for aspect in {one.kind for one in field_changes(change)})
    words = {
        ChangeKind.STARTED: ("new",),
        ChangeKind.ENDED: ("dropped",),
        ChangeKind.RENAMED: ("renamed",),
        ChangeKind.LEAD: ("with another lead or chair",),
        ChangeKind.HEAVIER: ("heavier",),
        ChangeKind.LIGHTER: ("lighter",),
    }
    parts = [f"{count[effect]} {word}" for effect, (word,) in words.items() if count[effect]]
    told_of = terms.many(len(changes.meetings), "meeting")
    yield Paragraph(f"{told_of} changed{': ' + listed(parts) if parts else ''}. {_net(changes.net)}")


def _net(net: Net) -> str:
    """What the changes come to a year, in a sentence."""
    pieces = [
        f"{'+' if part > 0 else '−'}{terms.count(abs(part))} {word}"
        for part, word in (
            (net.started, "new"),
            (-net.ended, "dropped"),
            (net.more_often, "more often"),
            (-net.less_often, "less often"),
        )
        if part
    ]
    if not pieces:
        return (
            f"What that comes to a year is not known ({terms.many(net.unknown, 'meeting')})."
            if net.unknown
            else "As many meetings a year as before."
        )
    about = "" if net.certainty is Certainty.EXACT else "about "
    total = net.total
    more = (
        f"{about}{terms.count(abs(total))} {'more' if total > 0 else 'fewer'} meetings a year"
        if total
        else f"{about}as many meetings a year as before"
    )
    unknown = f", and {terms.many(net.unknown, 'meeting')} whose number is not known" if net.unknown else ""
    return f"Together {more}{' (' + ', '.join(pieces) + ')' if len(pieces) > 1 else ''}{unknown}."


def _around(changes: RegisterDiff) -> Iterator[str]:
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


def _entry(entry: EntryChange) -> str:
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


def _leads(changes: RegisterDiff) -> Table | None:
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
        (terms.organisation(register, id_).replace("not-stated", "not stated"), then[id_], after[id_]) for id_ in moved
    ]
    return Table((Column("Led by"), Column("Was", number=True, whole=True), Column("Is", number=True, whole=True)), tuple(rows))


def _leads_of(entries: Iterable[Meeting]) -> Iterator[str]:
    for entry in entries:
        if entry.live:
            yield from dict.fromkeys(entry.leads) or (entry.lead_kind,)


def _twice(changes: RegisterDiff, found: tuple[NewPair, ...]) -> Iterator[Block]:
    if not found:
        yield Paragraph("No pair of meetings is newly raised.")
        return
    yield BulletList(tuple(_pair(changes, one) for one in found))
    yield Paragraph("A suggestion, no verdict; “govreg duplicates A B” shows the whole sum for two.", quiet=True)


def _pair(changes: RegisterDiff, one: NewPair) -> str:
    pair = one.pair
    a, b = (terms.marked(changes.after, id_) for id_ in (pair.a, pair.b))
    grade = {"likely": "likely the same work", "possible": "possibly the same work"}.get(pair.grade, pair.grade)
    why = " ".join(piece.says for piece in pair.evidence[:2])
    return f"{a} – {b}: {grade} ({pair.score:.2f}{f', was {one.before}' if one.before else ''}). {why}"


def _report(
    changes: RegisterDiff,
    compared: ComparedSides,
    blocks: list[Block],
    lines: Mapping[ChangeKind, list[Line]],
    found: tuple[NewPair, ...],
) -> Report:
    return Report(
        tuple(blocks),
        data=lambda: changes_data(changes, compared, found),
        sheet=lambda: _sheet(changes, lines),
        foot=tuple(_foot(changes, compared)),
    )


def _foot(changes: RegisterDiff, compared: ComparedSides) -> Iterator[str]:
    name = changes.after.name or changes.before.name
    yield f"{f'{name}: from' if name else 'From'} {compared.before} to {compared.after}."
    if not changes.before.meetings and changes.after.meetings and not changes.before.unread:
        yield f"There was no meeting in {compared.before}."
    yield from dict.fromkeys(says for register in (changes.before, changes.after) for says in terms.left_out(register.left_out))
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


def _sheet(changes: RegisterDiff, lines: Mapping[ChangeKind, list[Line]]) -> Table:
    counted = {change.meeting.id: change for change in changes.meetings}
    columns = tuple(Column(title) for title in ("meaning", "id", "title", "says", "per_year_before", "per_year_after"))
    rows = tuple(
        (effect.value, line.id, line.title, line.says, *numbers(counted[line.id])) for effect in HEADINGS for line in lines[effect]
    )
    return Table(columns, rows)
