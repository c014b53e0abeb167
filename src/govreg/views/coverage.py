"""The report of `govreg coverage`: which themes and statutory duties have no home, one, several or too many, and who is missing where."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from govreg.analysis.coverage import Coverage, CoveredSubject, Home, Need, SeatKind
from govreg.model.names import and_more, listed, many
from govreg.model.register import Register
from govreg.report import Block, Cell, Column, Fields, Heading, LazyBlocks, Link, Matrix, Paragraph, Report, Table
from govreg.views import terms
from govreg.views.long_entries import about_long_entries

_MOST_AREAS = 12
"""How many areas have columns; where there are more, only the figures for all of them together are shown, and JSON has each."""
_MOST_NAMED = 6
_MOST_LISTED = 20
_MOST_NEEDS = 100
"""How many needed organisations a report lists, those without a seat first."""

_STATES: Mapping[Home, tuple[str, str]] = {
    "none": ("Themes without a home", "no home"),
    "one": ("Themes with one home", "one home"),
    "several": ("Themes with several homes", "several homes"),
    "crowded": ("Crowded themes", "crowded"),
}
"""The heading of each state, and its name in a count or a cell."""

_SEATS: Mapping[SeatKind, str] = {
    "through": "through a collective on {}",
    "members": "only some of its members on {}",
    "invited": "only by invitation on {}",
    "not-recorded": "members not recorded for {}",
    "none": "not listed on {}",
}
"""How an organisation without a seat of its own takes part instead."""


def coverage(register: Register, found: Coverage, as_at: str) -> Report:
    """The report of `govreg coverage`."""
    return Report(
        LazyBlocks(lambda: _blocks(register, found)),
        data=lambda: _data(register, found, as_at),
        sheet=lambda: _sheet(register, found),
        sheet_note="a row for each theme and each duty",
        foot=(*_foot(register, found), *about_long_entries(register), *terms.under(register, as_at)),
    )


def _blocks(register: Register, found: Coverage) -> Iterator[Block]:
    yield Heading("Coverage", 1)
    if not register.meetings:
        yield Paragraph("There are no meetings to show.")
        return
    if not register.left_out.is_internal:
        yield from _for_others(register, found)
        return
    yield Fields((("Themes", _counted(found.themes, "theme")), ("Statutory duties", _counted(found.duties, "duty", "duties"))))
    if not found.themes:
        yield Paragraph("The register has no themes: “govreg new theme NAME” adds one.")
    if found.themes or found.duties:
        yield Heading("By area" if 1 < len(found.areas) <= _MOST_AREAS else "Number of homes")
    yield from coverage_matrices(register, found)
    for state in _STATES:
        themes = [one for one in found.themes if one.home == state]
        if themes:
            yield from (Heading(_STATES[state][0]), _themes(register, state, themes))
    needs = [(theme, need) for theme in found.themes for need in theme.needs]
    if needs:
        yield from (Heading("Organisations that themes need"), _needs(register, needs))
    if found.duties or found.without_duty:
        yield Heading("Statutory duties")
        if found.duties:
            yield _duties(register, found.duties)
        if found.without_duty:
            titles = _named(register, found.without_duty)
            yield Paragraph(f"Said to be statutory, with no duty named: {listed([str(title) for title in titles])}.")
    if found.themes and found.without_theme:
        yield from (Heading("Held meetings that work on no theme"), _without_theme(register, found.without_theme))


def _for_others(register: Register, found: Coverage) -> Iterator[Block]:
    """The blocks for outsiders: only themes and duties with a home, since others may have one that they aren't shown."""
    shown = [one for one in (*found.themes, *found.duties) if one.homes]
    if not shown:
        yield Paragraph("No meeting here works on a theme or names a statutory duty.")
        return
    yield from coverage_matrices(register, found)
    columns = (Column("Theme or duty", share=2), Column("Held meetings", number=True, whole=True), Column("Which", share=3))
    yield Table(columns, tuple((one.name, len(one.homes), _named(register, one.homes)) for one in shown))


def _counted(subjects: Sequence[CoveredSubject], noun: str, plural: str = "") -> str:
    """A total, and how many are in each state: `17 themes: 6 with one home, 11 crowded`."""
    if not subjects:
        return "none named"
    total = many(len(subjects), noun, plural)
    counts = [(state, sum(one.home == state for one in subjects)) for state in _STATES]
    each = [f"{count:,} {'with ' if state != 'crowded' else ''}{_STATES[state][1]}" for state, count in counts if count]
    return f"{total}: {listed(each)}" if each else total


def coverage_matrices(register: Register, found: Coverage) -> Iterator[Matrix]:
    """How many held meetings work on each theme, and serve each duty, in each area; for others, only what has any."""
    everything = register.left_out.is_internal
    for title, corner, subjects in (
        ("Held meetings that work on each theme", "Theme", found.themes),
        ("Held meetings that serve each statutory duty", "Duty", found.duties),
    ):
        shown = [one for one in subjects if everything or one.homes]
        if shown:
            yield _matrix(register, title, corner, shown, found.areas)


def _matrix(register: Register, title: str, corner: str, subjects: Iterable[CoveredSubject], areas: Sequence[str]) -> Matrix:
    columns = areas if 1 < len(areas) <= _MOST_AREAS else ()
    rows = tuple((one.name, (len(one.homes), *(one.by_area[area] for area in columns))) for one in subjects)
    where = ", by area" if columns else ""
    return Matrix(title + where, corner, ("All", *(Link("area", area, register.area_name(area)) for area in columns)), rows)


def _themes(register: Register, state: Home, themes: Iterable[CoveredSubject]) -> Table:
    """A row for each of `themes`, all in one `state`, without empty columns."""
    columns = (
        Column("Theme", share=2),
        Column("Meetings", number=True, whole=True),
        Column("Most in one area", number=True),
        Column("Held meetings", share=3),
        Column("Only mentioned by", share=2),
        Column("Not held", share=2),
    )
    counts = state in ("several", "crowded")
    rows = tuple(
        (
            one.name,
            len(one.homes) if counts else None,
            one.most_in_one_area if counts else None,
            _named(register, one.homes),
            _named(register, one.mentioned),
            _not_held(register, one),
        )
        for one in themes
    )
    return _without_empty(Table(columns, rows))


def _without_empty(table: Table) -> Table:
    """`table` without its empty columns."""
    kept = [index for index in range(len(table.columns)) if any(row[index] not in (None, ()) for row in table.rows)]
    return Table(tuple(table.columns[index] for index in kept), tuple(tuple(row[index] for index in kept) for row in table.rows))


def _named(
    register: Register, ids: Sequence[str], named: Callable[[Register, str], str | Link] = terms.meeting_link
) -> tuple[str | Link, ...]:
    """The first of several meetings, and how many more there are."""
    shown = ids if len(ids) <= _MOST_NAMED else ids[: _MOST_NAMED - 1]
    return tuple(and_more((named(register, id_) for id_ in shown), len(ids)))


def _not_held(register: Register, one: CoveredSubject) -> tuple[str | Link, ...]:
    """The first of the meetings that aren't held, and would work on it or did, each with its status, and how many more there are."""
    return _named(register, (*one.waiting, *one.ended), _with_status)


def _with_status(register: Register, id_: str) -> str:
    return f"{terms.marked(register, id_)} ({register.meetings[id_].status})"


def _needs(register: Register, needs: Iterable[tuple[CoveredSubject, Need]]) -> Table:
    """A row for each of `needs`, those without a seat first; where there are very many, the rest are counted."""
    columns = (
        Column("Theme", share=2),
        Column("Organisation", share=2),
        Column("Has a seat on", whole=True),
        Column("Otherwise", share=3),
    )
    found = [(theme, need, need.seated) for theme, need in needs]
    found.sort(key=lambda one: bool(one[2]) or not one[0].homes)
    rows = [_need(register, *one) for one in found[:_MOST_NEEDS]]
    if len(found) > len(rows):
        rest = found[_MOST_NEEDS:]
        without = sum(not seated and bool(theme.homes) for theme, _, seated in rest)
        rows.append((f"{len(rest):,} more", None, f"{without:,} without a seat" if without else None, None))
    return Table(columns, tuple(rows))


def _need(register: Register, theme: CoveredSubject, need: Need, seated: int) -> tuple[Cell, ...]:
    seats = f"{seated:,} of {many(len(theme.homes), 'meeting')}" if theme.homes else "no home"
    return theme.name, terms.organisation_link(register, need.organisation), seats, _otherwise(register, need)


def _otherwise(register: Register, need: Need) -> str | None:
    """How the organisation sits where it has no seat, and whether it has one only through a collective."""
    homes = _by_seat(need)
    ways = [
        words.format(listed([str(one) for one in _named(register, homes[kind], terms.meeting)]))
        for kind, words in _SEATS.items()
        if kind in homes
    ]
    return "; ".join(ways) or None


def _by_seat(need: Need) -> Mapping[SeatKind, Sequence[str]]:
    """The homes where it sits in a way that is put into words, by how it sits there."""
    homes: dict[SeatKind, list[str]] = {}
    for id_, kind in need.seats.items():
        if kind in _SEATS:
            homes.setdefault(kind, []).append(id_)
    return homes


def _duties(register: Register, duties: Iterable[CoveredSubject]) -> Table:
    columns = (
        Column("Duty", share=2),
        Column("State", whole=True),
        Column("Held meetings", share=2),
        Column("Not held", share=2),
    )
    rows = tuple((one.name, _STATES[one.home][1], _named(register, one.homes), _not_held(register, one)) for one in duties)
    return _without_empty(Table(columns, rows))


def _without_theme(register: Register, ids: Sequence[str]) -> Table:
    shown = ids[:_MOST_LISTED]
    columns = (Column("Meeting", share=2), Column("Lead"))
    rows: list[tuple[Cell, ...]] = [(terms.meeting_link(register, id_), terms.lead(register, register.meetings[id_])) for id_ in shown]
    if len(ids) > len(shown):
        rows.append((f"{len(ids) - len(shown):,} more", None))
    return Table(columns, tuple(rows))


def _foot(register: Register, found: Coverage) -> Iterator[str]:
    if not register.meetings:
        return
    homes, *lines = what_is_a_home(register, found)
    yield homes
    if register.left_out.is_internal:
        lines.append("--crowded sets how many homes make a theme crowded.")
        needs = [need for theme in found.themes for need in theme.needs]
        if len(needs) > _MOST_NEEDS or any(len(homes) > _MOST_NAMED for need in needs for homes in _by_seat(need).values()):
            lines.append("--format json lists every organisation that a theme needs, and how it sits on each home.")
    if _leaves_meetings_out(register, found):
        lines.append("--format json lists every meeting.")
    if len(found.areas) > _MOST_AREAS:
        lines.append(f"There are {len(found.areas):,} areas; --format json has the figures of each.")
    yield " ".join(lines)


def _leaves_meetings_out(register: Register, found: Coverage) -> bool:
    """Whether a table names only the first of several meetings."""
    subjects, everything = (*found.themes, *found.duties), register.left_out.is_internal
    others = (ids for one in subjects for ids in (one.mentioned, (*one.waiting, *one.ended))) if everything else ()
    named = (*(one.homes for one in subjects), *others, found.without_duty if everything else ())
    return any(len(ids) > _MOST_NAMED for ids in named) or (everything and bool(found.themes) and len(found.without_theme) > _MOST_LISTED)


def what_is_a_home(register: Register, found: Coverage) -> Iterator[str]:
    """Sentences that say what counts as a home, when a theme is crowded, and what was compared."""
    held = sum(meeting.is_held for meeting in register.meetings.values())
    yield f"{held:,} of {many(len(register.meetings), 'meeting')} {'is' if held == 1 else 'are'} held; only held meetings are homes."
    yield "A home works on the theme: a tag, or its title, purpose or focus says so. Mentioning a theme is not working on it."
    if register.left_out.is_internal:
        yield f"Crowded: {found.crowded_from} or more homes in one area."
    if found.duties:
        yield "Duties are compared as they are written."


def _data(register: Register, found: Coverage, as_at: str) -> dict[str, Any]:
    return {
        "as_at": as_at,
        "unread": list(register.unread),
        "crowded_from": found.crowded_from,
        "areas": list(found.areas),
        **coverage_data(register, found),
    }


def coverage_data(register: Register, found: Coverage) -> dict[str, Any]:
    """Coverage for machines; for outsiders only themes and duties with homes, and without states."""
    everything = register.left_out.is_internal
    return {
        "themes": [_subject_data(one, everything=everything) for one in found.themes if everything or one.homes],
        "duties": [
            {"duty": one.name, "in_settings": one.named, **_subject_data(one, everything=everything)}
            for one in found.duties
            if everything or one.homes
        ],
        "without_theme": list(found.without_theme) if everything else None,
        "statutory_without_duty": list(found.without_duty) if everything else None,
    }


def _subject_data(one: CoveredSubject, *, everything: bool) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "home": one.home if everything else None,
        "homes": list(one.homes),
        "mentioned": list(one.mentioned),
        "waiting": list(one.waiting),
        "ended": list(one.ended),
        "by_area": dict(one.by_area),
        "most_in_one_area": one.most_in_one_area,
        "needs": [{"organisation": need.organisation, "seats": need.seats} for need in one.needs] if everything else None,
    }


_SHEET = (
    "kind",
    "id",
    "name",
    "state",
    "homes",
    "most_in_one_area",
    "held_meetings",
    "only_mentioned_by",
    "not_held",
    "needed_without_seat",
)


def _sheet(register: Register, found: Coverage) -> Table:
    everything = register.left_out.is_internal
    columns = (*(Column(title) for title in _SHEET), *(Column(register.area_name(area)) for area in found.areas))
    rows: list[tuple[Cell, ...]] = []
    for kind, subjects in (("theme", found.themes), ("duty", found.duties)):
        for one in subjects:
            if not (everything or one.homes):
                continue
            missing = tuple(terms.organisation_link(register, need.organisation) for need in one.needs if not need.seated)
            cells: tuple[Cell, ...] = (kind, one.id, one.name, _STATES[one.home][1] if everything else None, len(one.homes))
            cells += (one.most_in_one_area, _all(register, one.homes), _all(register, one.mentioned))
            cells += (tuple(_with_status(register, id_) for id_ in (*one.waiting, *one.ended)),)
            rows.append((*cells, missing if everything else None, *(one.by_area[area] for area in found.areas)))
    return Table(columns, tuple(rows))


def _all(register: Register, ids: Iterable[str]) -> tuple[Link, ...]:
    return tuple(terms.meeting_link(register, id_) for id_ in ids)
