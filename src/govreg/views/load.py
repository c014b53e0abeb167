"""The report of `govreg load`: meetings, hours and money a year, of each member and of all, now and as recommended."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from govreg.analysis.load import EVERYBODY, Load, LoadChange, LoadResult, load_changes
from govreg.analysis.meetings_per_year import YearlyTotal
from govreg.analysis.overlaps import By, SeatKey
from govreg.analysis.ranges import Range
from govreg.analysis.whatif.scenario import Scenario
from govreg.model.names import listed, many
from govreg.model.register import Register
from govreg.model.settings import LoadSettings
from govreg.report import Bar, BarChart, Block, Cell, Column, Fields, Heading, LazyBlocks, Paragraph, Report, Table
from govreg.views import terms
from govreg.views.held import held_sentences
from govreg.views.load_data import load_data, load_sheet, recommended_data
from govreg.views.months import busiest
from govreg.views.ranges import signed_range

_MEMBERS: Mapping[By, tuple[str, str]] = {"organisation": ("Member", "member"), "role": ("Post", "post"), "person": ("Person", "person")}
"""The words for a row, as a column's title and in a sentence."""

MEETINGS_A_YEAR, HOURS_A_YEAR = "Meetings a year", "Hours a year"


@dataclass(frozen=True)
class Recommended:
    """The load as it would be if every recommendation were carried out."""

    scenario: Scenario
    after: LoadResult


def load(register: Register, found: LoadResult, as_at: str, *, limit: int, recommended: Recommended | None = None) -> Report:
    """The report of `govreg load`; tables and charts show `limit` members, 0 all."""
    return Report(
        LazyBlocks(lambda: _blocks(register, found, limit, recommended)),
        data=lambda: {
            "as_at": as_at,
            "unread": list(register.unread),
            **load_data(register, found),
            "recommended": recommended_data(found, recommended.scenario, recommended.after) if recommended is not None else None,
        },
        sheet=lambda: load_sheet(register, found),
        sheet_note=f"a row for each {_MEMBERS[found.by][1]}",
        foot=(*_foot(register, found, limit), *terms.under(register, as_at)),
    )


def _blocks(register: Register, found: LoadResult, limit: int, recommended: Recommended | None) -> Iterator[Block]:
    yield Heading(f"Load by {found.by}", 1)
    if not found.everybody.meetings:
        yield Paragraph("No meeting here is held." if register.meetings else "There are no meetings to show.")
        return
    yield Fields(tuple(_together(found)))
    shown = found.members[:limit] if limit else found.members
    if shown:
        yield from (Heading(f"Each {_MEMBERS[found.by][1]}"), _table(register, found, shown))
        yield from load_charts(register, found, limit)
    else:
        yield Paragraph(f"No {_MEMBERS[found.by][1]} is recorded at a held meeting.")
    if recommended is not None:
        yield Heading("If every recommendation were carried out")
        yield from load_change_blocks(register, found, recommended, limit)


def _together(found: LoadResult) -> Iterator[tuple[str, Cell]]:
    """All members together: meetings and person-hours, each with how many aren't known."""
    whole = found.everybody
    yield "Held meetings", len(whole.meetings)
    yield MEETINGS_A_YEAR, terms.sum_text(whole.a_year)
    yield "Person-hours a year", hours_text(whole)
    if found.shows_money:
        yield "Cost a year", money_text(whole)


def _table(register: Register, found: LoadResult, members: Sequence[Load]) -> Table:
    """A row for each of `members`, without columns of which nothing is known."""
    columns = [Column(_MEMBERS[found.by][0], share=3), Column("Meetings", number=True, whole=True), Column(MEETINGS_A_YEAR, share=2)]
    has_hours = found.everybody.hours is not None
    has_months = bool(found.everybody.months.known)
    columns += [Column(HOURS_A_YEAR, share=2)] * has_hours + [Column("Cost a year", share=2)] * found.shows_money
    columns += [Column("Busiest months", share=2)] * has_months
    rows: list[tuple[Cell, ...]] = []
    for one in members:
        cells: list[Cell] = [name(register, one.key), len(one.meetings), terms.sum_text(one.a_year)]
        cells += [hours_text(one)] * has_hours + [money_text(one)] * found.shows_money + [busiest(one.months) or None] * has_months
        rows.append(tuple(cells))
    return Table(tuple(columns), tuple(rows))


def load_charts(register: Register, found: LoadResult, limit: int) -> Iterator[BarChart]:
    """A bar for each of the first `limit` members, 0 all: of meetings a year, and of hours where any are known."""
    shown = found.members[:limit] if limit else found.members
    title = _MEMBERS[found.by][0]
    meetings = tuple(_meetings_bar(name(register, one.key), one.a_year) for one in shown)
    hours = tuple(_hours_bar(name(register, one.key), one) for one in shown)
    first = _first_of(len(shown), len(found.members), _MEMBERS[found.by][1])
    for figure, bars in ((MEETINGS_A_YEAR, meetings), (HOURS_A_YEAR, hours)):
        if any(bar.end for bar in bars):
            yield BarChart(f"{figure}{first}", (title, figure), bars, in_table=True)


def _first_of(shown: int, total: int, one: str, whose: str = "") -> str:
    """What a chart's title says of members that have no bar, as a chart may be all that a reader sees; empty where all have one."""
    return f": the first {shown:,} of {many(total, one)}{whose}" if shown < total else ""


def _meetings_bar(label: str, total: YearlyTotal) -> Bar:
    least, most, about = (float(end) if end is not None else None for end in (total.low, total.high, total.per_year))
    return Bar(label, terms.sum_text(total), least, most, about if least is None else None, total.unknown)


def _hours_bar(label: str, one: Load) -> Bar:
    found = one.hours or Range(None, None)
    least, most = (float(end) if end is not None else None for end in (found.least, found.most))
    return Bar(label, hours_text(one), least, most, unknown=one.hours_unknown)


def load_change_blocks(register: Register, found: LoadResult, recommended: Recommended, limit: int) -> Iterator[Block]:
    """The effect of the recommendations on the load: of all members, and of each whose load changes."""
    supposed = recommended.scenario
    words = many(len(supposed.in_words), "recommended change") if supposed.in_words else ""
    if words:
        is_ = "is" if len(supposed.in_words) == 1 else "are"
        yield Paragraph(f"{words} {is_} described in text only and not counted.", quiet=True)
    changes = load_changes(found, recommended.after)
    whole = next((one for one in changes if one.key == EVERYBODY), None)
    if whole is None:
        yield Paragraph("The load would stay as it is.")
        return
    then = recommended.after.everybody
    has_hours = found.everybody.hours is not None or then.hours is not None
    yield Fields(
        tuple(
            (label, text)
            for label, text in (
                ("Would stop", _titles(register, sorted(supposed.stopping))),
                ("Would start", _titles(register, supposed.starting)),
                ("Held meetings", f"{len(found.everybody.meetings):,} now, {len(then.meetings):,} then"),
                (f"{MEETINGS_A_YEAR} now", terms.sum_text(found.everybody.a_year)),
                (f"{MEETINGS_A_YEAR} then", terms.sum_text(then.a_year)),
                ("Change", _meetings_change(whole)),
                ("Person-hours a year now", hours_text(found.everybody) if has_hours else ""),
                ("Person-hours a year then", hours_text(then) if has_hours else ""),
                ("Change in person-hours", _hours_change(whole) if has_hours else ""),
            )
            if text
        )
    )
    of_members = [one for one in changes if one.key != EVERYBODY]
    shown = of_members[:limit] if limit else of_members
    if shown:
        columns = (
            Column(_MEMBERS[found.by][0], share=3),
            Column("Now", share=2),
            Column("Then", share=2),
            Column("Change", share=2),
            *[Column("Change in hours", share=2)] * (whole.hours is not None),
        )
        rows = tuple(_change_row(register, one)[: len(columns)] for one in shown)
        yield Table(columns, rows, f"{MEETINGS_A_YEAR} of each {_MEMBERS[found.by][1]} whose load changes")
        if len(of_members) > len(shown):
            whose = f"{many(len(of_members), _MEMBERS[found.by][1])} whose load changes"
            yield Paragraph(f"The first {len(shown):,} of {whose}.", quiet=True)
        bars = tuple(bar for one in shown for bar in _change_bars(register, one))
        if any(bar.end for bar in bars):
            first = _first_of(len(shown), len(of_members), _MEMBERS[found.by][1], " whose load changes")
            yield BarChart(f"{MEETINGS_A_YEAR}, now and then{first}", (_MEMBERS[found.by][0], MEETINGS_A_YEAR), bars, in_table=True)
    if any(one.into for one in supposed.stopping.values()):
        yield Paragraph("Members of a meeting that stops are not added to the meetings that take on its work.", quiet=True)


def _titles(register: Register, ids: Iterable[str]) -> str:
    return listed([terms.meeting(register, id_) for id_ in ids])


def _change_row(register: Register, one: LoadChange) -> tuple[Cell, ...]:
    now, then = (terms.sum_text(each.a_year) if each is not None else "0" for each in (one.before, one.after))
    return name(register, one.key), now, then, _meetings_change(one), _hours_change(one)


def _change_bars(register: Register, one: LoadChange) -> Iterator[Bar]:
    for word, each in (("now", one.before), ("then", one.after)):
        label = f"{name(register, one.key)}, {word}"
        yield _meetings_bar(label, each.a_year) if each is not None else Bar(label, "0", 0, 0)


def _meetings_change(one: LoadChange) -> str:
    if one.meetings_unknown and one.meetings == Range(Fraction(0), Fraction(0)):
        return f"not known for {many(one.meetings_unknown, 'meeting')}"
    return f"{signed_range(one.meetings, one.about)}{f'; {one.meetings_unknown:,} not known' if one.meetings_unknown else ''}"


def _hours_change(one: LoadChange) -> str:
    if one.hours is None:
        return f"not known for {many(one.hours_unknown, 'meeting')}"
    return f"{signed_range(one.hours)}{f'; {one.hours_unknown:,} not known' if one.hours_unknown else ''}"


def name(register: Register, key: SeatKey) -> str:
    """The name of a member: an organisation, a meeting, a post with its organisation, or a person."""
    if key.person is not None:
        return key.person
    whose = terms.meeting(register, key.meeting) if key.meeting else terms.organisation(register, key.organisation or "")
    return f"{key.role} ({whose})" if key.role and key.role != whose else whose


def hours_text(one: Load) -> str:
    """Person-hours a year: `12 to 20`, `at least 12; 2 not known`."""
    return _range_text(one.hours, one.hours_unknown, "")


def money_text(one: Load) -> str:
    """Pounds a year: `£1,200 to £3,400; 2 not known`."""
    return _range_text(one.money, one.money_unknown, "£")


def _range_text(found: Range | None, unknown: int, sign: str) -> str:
    if found is None or not found.is_known:
        return "not known"
    rest = f"; {unknown:,} not known" if unknown else ""
    least, most = (_figure(end, sign) if end is not None else None for end in (found.least, found.most))
    if least is None or most is None:
        return f"{f'at least {least}' if least is not None else f'up to {most}'}{rest}"
    at_least = "at least " if unknown and found.least else ""
    return f"{at_least}{least if least == most else f'{least} to {most}'}{rest}"


def _figure(figure: Fraction, sign: str) -> str:
    return f"{sign}{round(figure):,}" if sign else f"{float(figure):,.1f}".removesuffix(".0")


def _foot(register: Register, found: LoadResult, limit: int) -> Iterator[str]:
    """What is counted, what is assumed, and what is left out."""
    if register.meetings:
        recorded = f"{many(len(register.meetings), 'meeting')} recorded."
        yield " ".join((recorded, *held_sentences(register.meetings.values(), register)))
    if not found.everybody.meetings:
        return
    yield " ".join(counting(found, limit))
    yield " ".join(about_hours(register, found))


def counting(found: LoadResult, limit: int) -> Iterator[str]:
    """How meetings are counted, and which count in no member's load; `limit` is how many members are shown, 0 for all."""
    one, several = _MEMBERS[found.by][1], _MEMBERS[found.by][1] + "s"
    yield "As the entries schedule it, not as people attended."
    if limit and len(found.members) > limit:
        first = "The first" if limit == 1 else f"The first {limit:,}"
        yield f"{first} of {len(found.members):,} {several}; --limit 0 shows all."
    if found.by == "organisation":
        yield "A collective counts as one member, and an organisation without those below it."
    apart = []
    if found.without_members:
        apart.append(f"{many(len(found.without_members), 'held meeting')} with no recorded members")
    if found.unnamed:
        apart.append(f"{many(found.unnamed, 'seat')} that {'states' if found.unnamed == 1 else 'state'} no {one}")
    if found.invited:
        apart.append(f"{many(found.invited, 'seat')} by invitation, for some items or to observe")
    if found.not_current:
        apart.append(f"{many(found.not_current, 'seat')} whose term is over or begins later")
    if apart:
        yield f"Not counted for any {one}: {listed(apart)}."
    unknown = len(found.everybody.months.unknown)
    if unknown:
        yield f"Busiest months: not known for {many(unknown, 'held meeting')}."


def about_hours(register: Register, found: LoadResult) -> Iterator[str]:
    """How hours and costs are counted, and what is assumed; where hours aren't known, why, and what to set."""
    settings = register.settings.load or LoadSettings()
    if found.everybody.hours is None:
        needs = "its frequency and its members" if settings.duration is not None else "its frequency, its members and a duration in hours"
        yield f"Hours are not known: no held meeting states {needs}."
        if settings.duration is None:
            yield "What duration to assume can be set in register.yaml, under `settings.load`."
        return
    yield "Hours: duration, times meetings a year, times the people who attend; one person for a seat unless its entry says how many."
    assumed = [
        is_known
        for what, is_known in (
            (settings.duration, f"a meeting lasts {settings.duration} where its entry states no hours"),
            (settings.preparation, f"preparation takes {settings.preparation}"),
            (settings.travel, f"travel takes {settings.travel}"),
        )
        if what is not None
    ]
    if assumed:
        yield f"Assumed, from register.yaml: {listed(assumed)}; a single figure is taken as a range from nothing."
    else:
        yield "Preparation and travel are not included."
    if found.shows_money:
        yield "Cost: hours times the rates in register.yaml; members with no rate are left out."
