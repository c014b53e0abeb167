"""Who meets whom in several rooms: pairs of meetings with what they have in common, and who sits on most."""

from typing import Any

from govreg.analysis.meetings_per_year import number
from govreg.analysis.overlaps import By, Common, Overlap, Overlaps, ParticipantLoad, Seat
from govreg.model.names import listed
from govreg.model.register import Register
from govreg.report import CERTAINTY_SIGNS, Block, Cell, Column, Heading, Paragraph, Percent, Report, Rows, Table
from govreg.views import terms

_MOST_SEATS = 8
ALIKE = "How alike: seats in both, of all seats in either. A seat that few meetings have tells more than one that most have."
"""What the share of seats in both means, and why pairs stand in the order that they do."""


def overlaps(register: Register, found: Overlaps, by: By, as_at: str, *, limit: int) -> Report:
    """The report of `govreg overlaps`; tables show `limit` rows, 0 all."""
    pairs = found.pairs[:limit] if limit else found.pairs
    sittings = found.participants[:limit] if limit else found.participants
    blocks: list[Block] = []
    if pairs:
        blocks += [Heading("Meetings with the same people"), in_common(register, pairs)]
    else:
        blocks.append(Paragraph("No two meetings have anybody in common."))
    if sittings:
        columns = (Column("Who", share=2), Column("Meetings", number=True, whole=True), Column("A year", whole=True))
        blocks += [
            Heading("Who sits on most"),
            Table(columns, tuple(_sitting(register, sitting, by) for sitting in sittings)),
        ]
    return Report(
        tuple(blocks),
        data=lambda: {
            "as_at": as_at,
            "unread": list(register.unread),
            "pairs": Rows(("a", "b"), found.pairs, _common_data),
            "participants": [_sitting_data(sitting) for sitting in found.participants],
        },
        sheet=lambda: _sheet(register, found),
        sheet_note="every pair of meetings, and not who sits on most",
        name="Shared members",
        foot=(*_foot(found, by, len(pairs)), *terms.under(register, as_at)),
    )


def in_common(register: Register, pairs: tuple[Overlap, ...]) -> Table:
    """Pairs of meetings, with who sits on both."""
    columns = (
        Column("Meeting", share=2),
        Column("and", share=2),
        Column("In both", number=True, whole=True),
        Column("How alike", number=True, whole=True),
        Column("Who", share=2),
    )
    return Table(columns, tuple(_pair(register, pair) for pair in pairs))


def _pair(register: Register, pair: Overlap) -> tuple[Cell, ...]:
    who = [_seat(register, seat) for seat in pair.shared]
    if len(who) > _MOST_SEATS:
        who = [*who[: _MOST_SEATS - 1], f"{len(who) - _MOST_SEATS + 1} more"]
    if pair.shared_through:
        who.append(f"through a collective: {terms.organisations(register, pair.shared_through)}")
    if pair.invited:
        who.append(f"invited: {listed([_seat(register, seat) for seat in pair.invited])}")
    return (
        terms.meeting_link(register, pair.a),
        terms.meeting_link(register, pair.b),
        len(pair.shared),
        Percent(pair.jaccard),
        "; ".join(who),
    )


def _seat(register: Register, seat: Seat) -> str:
    if seat.person is not None:
        return seat.person
    name = terms.meeting(register, seat.meeting) if seat.meeting else terms.organisation(register, seat.organisation or "")
    return f"{name} ({seat.role})" if seat.role and seat.role != name else name


def _sitting(register: Register, sitting: ParticipantLoad, by: By) -> tuple[Cell, ...]:
    name = sitting.id if by == "person" else terms.sender(register, sitting.id)
    a_year = sitting.a_year
    signs = CERTAINTY_SIGNS.get(a_year.certainty, "")
    said = "–" if a_year.per_year is None else f"{terms.count(a_year.per_year)}{signs if not a_year.unknown else ''}"
    return (
        name,
        len(sitting.meetings),
        f"{said}, and {a_year.unknown} not known" if a_year.unknown and a_year.per_year is not None else said,
    )


def _foot(found: Overlaps, by: By, shown: int) -> list[str]:
    counted = {"organisation": "organisation", "role": "role of one organisation", "person": "person"}[by]
    said = f"{terms.many(len(found.pairs), 'pair')} of meetings with the same {counted} on both"
    return [
        f"The {shown} most telling of {said}; --limit 0 shows all." if shown < len(found.pairs) else f"{said}.",
        ALIKE,
    ]


def _common_data(common: Common) -> dict[str, Any]:
    return {
        "shared": [_seat_data(seat) for seat in common.shared],
        "jaccard": common.jaccard,
        "weight": common.weight,
        "shared_through": list(common.shared_through),
        "invited": [_seat_data(seat) for seat in common.invited],
    }


def _seat_data(seat: Seat) -> dict[str, Any]:
    data: dict[str, Any] = {"organisation": seat.organisation, "role": seat.role, "person": seat.person}
    return {**data, "meeting": seat.meeting} if seat.meeting is not None else data


def _sitting_data(sitting: ParticipantLoad) -> dict[str, Any]:
    return {
        "id": sitting.id,
        "meetings": list(sitting.meetings),
        "per_year": number(sitting.a_year.per_year),
        "per_year_certainty": sitting.a_year.certainty.value,
    }


def _sheet(register: Register, found: Overlaps) -> Table:
    columns = tuple(
        Column(title) for title in ("a", "b", "title_a", "title_b", "in_both", "jaccard", "weight", "shared", "shared_through", "invited")
    )
    rows = tuple(
        (
            pair.a,
            pair.b,
            terms.meeting(register, pair.a),
            terms.meeting(register, pair.b),
            len(pair.shared),
            round(pair.jaccard, 2),
            round(pair.weight, 2),
            tuple(_seat(register, seat) for seat in pair.shared),
            tuple(terms.organisation(register, id_) for id_ in pair.shared_through),
            tuple(_seat(register, seat) for seat in pair.invited),
        )
        for pair in found.pairs
    )
    return Table(columns, rows)
