"""The reports of `govreg diff`: changes between two sides, grouped by kind, for minutes and for a reviewer."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from govreg.analysis.diff.classify import ChangeKind, weightiest
from govreg.analysis.diff.compare import NO_CHANGE, EntryChange, Net, RegisterDiff
from govreg.analysis.diff.ids import renamed
from govreg.analysis.duplicates.new_pairs import NewPair
from govreg.model.location import meeting_file
from govreg.model.meeting import Meeting
from govreg.model.names import and_more, listed, many
from govreg.report import Block, BulletList, Cell, Column, Heading, Paragraph, Report, Table
from govreg.views import terms
from govreg.views.diff.data import ComparedSides, changes_data, numbers
from govreg.views.diff.meeting import ChangeSentence, change_sentences, named
from govreg.views.duplicates.evidence import EvidenceText
from govreg.views.ranges import signed_range

HEADINGS = {
    ChangeKind.STARTED: "Newly recorded as held",
    ChangeKind.ENDED: "No longer recorded as held",
    ChangeKind.LIFE: "Status",
    ChangeKind.LEAD: "Leads and chairs",
    ChangeKind.HEAVIER: "More commitment",
    ChangeKind.LIGHTER: "Less commitment",
    ChangeKind.SCOPE: "Remit and level",
    ChangeKind.SEATS: "Members",
    ChangeKind.RENAMED: "Renamed",
    ChangeKind.REVIEW: "Recommendations and decisions",
    ChangeKind.OTHER: "Other changes",
    ChangeKind.RECORD: "Administrative changes",
}
_COUNTED = {
    ChangeKind.STARTED: "newly recorded as held",
    ChangeKind.ENDED: "no longer recorded as held",
    ChangeKind.LIFE: "with another status",
    ChangeKind.LEAD: "with another lead or chair",
    ChangeKind.HEAVIER: "held more often",
    ChangeKind.LIGHTER: "held less often",
    ChangeKind.SCOPE: "with another remit or level",
    ChangeKind.SEATS: "with other members",
    ChangeKind.RENAMED: "renamed",
    ChangeKind.REVIEW: "with another recommendation or decision",
    ChangeKind.OTHER: "with other changes",
    ChangeKind.RECORD: "with administrative changes only",
}
"""The words for the meetings counted under each kind: a meeting counts under the weightiest of its changes."""
_LONGEST = 200
_BRIEF = 80
_MOST_NAMED = 5

_MOST_PAIRS = 100
"""How many new possible duplicates a summary names: more than anyone reads beside a change, and each takes two lines."""


def diff(changes: RegisterDiff, compared: ComparedSides) -> Report:
    """The report of `govreg diff`."""
    lines = _lines(changes, _LONGEST, compared.today)
    blocks: list[Block] = [Heading("What changed", 1), Paragraph(together(changes))]
    for effect, heading in HEADINGS.items():
        if lines[effect]:
            blocks += [Heading(heading), BulletList(tuple(line.text for line in lines[effect]))]
    if around := tuple(_around(changes)):
        blocks += [Heading("Other files"), BulletList(around)]
    if (leads := _leads(changes)) is not None:
        blocks += [Heading("Meetings held, by lead"), leads]
    return _report(changes, compared, blocks, lines, ())


def brief(changes: RegisterDiff, compared: ComparedSides, found: tuple[NewPair, ...]) -> Report:
    """The report of `govreg diff --brief`: what a reviewer of the change needs."""
    lines = _lines(changes, _BRIEF, compared.today)
    blocks: list[Block] = [Heading("What changes in the register"), *_meaning(changes, lines)]
    blocks += [Heading("Possible duplicates", 3), *_twice(changes, found)]
    return _report(changes, compared, blocks, lines, found)


def change_blocks(changes: RegisterDiff, today: date) -> Iterator[Block]:
    """The changes by kind, under headings of level 3; administrative changes are only counted."""
    yield from _meaning(changes, _lines(changes, _LONGEST, today))


def _meaning(changes: RegisterDiff, lines: Mapping[ChangeKind, list["Line"]]) -> Iterator[Block]:
    yield Paragraph(together(changes))
    for effect, heading in HEADINGS.items():
        if lines[effect] and effect is not ChangeKind.RECORD:
            yield from (Heading(heading, 3), BulletList(tuple(line.text for line in lines[effect])))
    aside = len({line.id for line in lines[ChangeKind.RECORD]}) + len(changes.entries) + len(changes.about)
    if aside:
        yield Paragraph(f"Also {many(aside, 'administrative change')}.", quiet=True)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the meeting that it is about."""

    id: str
    title: str
    effect: ChangeKind
    says: str

    @property
    def text(self) -> str:
        """The whole line."""
        return f"{self.title}: {self.says}"


def _lines(changes: RegisterDiff, longest: int, today: date) -> Mapping[ChangeKind, list[Line]]:
    """The sentences by kind; changes of one kind to one meeting are one sentence."""
    register = named(changes.before, changes.after)
    found: dict[ChangeKind, list[Line]] = defaultdict(list)
    for change in changes.meetings:
        by_kind: dict[ChangeKind, list[ChangeSentence]] = defaultdict(list)
        before = renamed(change.before, changes.ids) if change.before is not None else None
        for one in change_sentences(change, register, before, longest, today):
            by_kind[one.effect].append(one)
        for effect, ones in by_kind.items():
            title = change.meeting.title + terms.internal(change.meeting.visibility)
            found[effect].append(Line(change.meeting.id, title, effect, "; ".join(one.says for one in ones)))
    return found


def together(changes: RegisterDiff) -> str:
    """How many meetings changed, by kind, and the difference in meetings a year."""
    if not changes.meetings:
        return "No meeting changed, but other files did." if changes else "Nothing changed."
    count = Counter(map(weightiest, changes.meetings))
    parts = [f"{count[kind]:,} {words}" for kind, words in _COUNTED.items() if count[kind]]
    return f"{many(len(changes.meetings), 'meeting')} changed: {listed(parts)}. {_net(changes.net)}"


def _net(net: Net) -> str:
    """The difference in meetings a year, in a sentence."""
    words = {
        "started": "newly recorded",
        "ended": "no longer recorded",
        "more_often": "held more often",
        "less_often": "held less often",
        "unsure": "held more or less often",
    }
    parts = [f"{signed_range(part.limits, part.change)} {words[name]}" for name, part in net.parts.items() if part != NO_CHANGE]
    unknown = f"; the number a year is not known for {many(net.unknown, 'more meeting')} that changed" if net.unknown else ""
    if not parts and net.unknown:
        have = "has" if net.unknown == 1 else "have"
        return f"The change in meetings a year is not known: {many(net.unknown, 'meeting')} {have} no known number."
    total = signed_range(net.limits, net.total)
    return f"Meetings a year: {'no change' if total == '0' else total}{f' ({listed(parts)})' if len(parts) > 1 else ''}{unknown}."


def _around(changes: RegisterDiff) -> Iterator[str]:
    for entry in changes.entries:
        yield _entry(entry)
    names = {
        "as_at": "the date it describes",
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
        return f"{entry.kind.capitalize()} {'added' if old is None else 'removed'}: {named.name if named is not None else ''}"
    parts = [f"was called “{old.name}”"] if old.name != new.name else []
    if old.id != new.id:
        parts.append(f"its id was “{old.id}” and is “{new.id}”")
    keys = [key.replace("_", " ") for key in entry.keys if key != "name"]
    parts += [listed(keys)] if keys else []
    return f"{entry.kind.capitalize()} {new.name}: {'; '.join(parts)}"


def _leads(changes: RegisterDiff) -> Table | None:
    """The organisations that lead more or fewer held meetings than before."""
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
        if entry.is_held:
            yield from dict.fromkeys(entry.leads) or (entry.lead_kind,)


def _twice(changes: RegisterDiff, found: tuple[NewPair, ...]) -> Iterator[Block]:
    if not found:
        yield Paragraph("The change raises no new possible duplicates.")
        return
    yield BulletList(tuple(_pair(changes, one) for one in found[:_MOST_PAIRS]))
    if len(found) > _MOST_PAIRS:
        yield Paragraph(f"The {_MOST_PAIRS} most certain are shown; --format json has {len(found):,}.", quiet=True)
    yield Paragraph("For discussion, not a finding. “govreg duplicates A B” shows the evidence for two meetings.", quiet=True)


def _pair(changes: RegisterDiff, one: NewPair) -> str:
    pair = one.pair
    a, b = (terms.marked(changes.after, id_) for id_ in (pair.a, pair.b))
    grade = {"likely": "likely the same work", "possible": "possibly the same work"}.get(pair.grade, pair.grade)
    why = " ".join(EvidenceText(one.comparison).first(pair, 2))
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
        yield f"No meetings are recorded in {compared.before}."
    yield from dict.fromkeys(says for register in (changes.before, changes.after) for says in terms.left_out(register.left_out))
    sides_by_sentence: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for side, register in ((compared.before, changes.before), (compared.after, changes.after)):
        partly = {meeting_file(id_) for id_ in register.meetings.unread & register.meetings.keys()}
        for says, files in (
            ("Left out because of errors in", [file for file in register.unread if file not in partly]),
            ("Compared as far as they could be read, with errors in", [file for file in register.unread if file in partly]),
        ):
            if files:
                sides_by_sentence[says, tuple(files)].append(side)
    for (says, unread), sides in sides_by_sentence.items():
        yield f"{says} {listed(sides)}: {listed(and_more(unread[:_MOST_NAMED], len(unread)))}."


def _sheet(changes: RegisterDiff, lines: Mapping[ChangeKind, list[Line]]) -> Table:
    counted = {change.meeting.id: change for change in changes.meetings}
    columns = tuple(Column(title) for title in ("meaning", "id", "title", "says", "per_year_before", "per_year_after"))
    rows = tuple(
        (effect.value, line.id, line.title, line.says, *numbers(counted[line.id])) for effect in HEADINGS for line in lines[effect]
    )
    return Table(columns, rows)
