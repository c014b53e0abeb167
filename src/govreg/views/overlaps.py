"""The report of `govreg overlaps`: pairs of meetings with their shared members, and how many meetings each member sits on."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from govreg.analysis.overlaps import By, Common, Overlap, Overlaps, ParticipantLoad, SeatKey
from govreg.model.names import listed, many
from govreg.model.register import Register
from govreg.report import Block, Cell, Column, Heading, Paragraph, Percent, Report, Rows, Table
from govreg.views import terms
from govreg.views.data import total_data

ItemT = TypeVar("ItemT")

_MOST_SEATS = 8
OVERLAP = (
    "Overlap is the share of all members of either meeting who sit on both. In the order, members who sit on few boards count for more."
)
"""What the overlap means, and how the pairs are ordered."""

_COUNTED: Mapping[By, tuple[str, str]] = {
    "organisation": ("member", "members"),
    "role": ("role of one member", "roles of one member"),
    "person": ("person", "persons"),
}
"""The words for what is shared, by how it is counted: singular and plural."""


def overlaps(register: Register, found: Overlaps, by: By, as_at: str, *, limit: int, not_held: int = 0) -> Report:
    """The report of `govreg overlaps`; tables show `limit` rows, 0 all; `not_held` meetings were left out."""
    sitting = tuple(pair for pair in found.pairs if pair.shared or pair.shared_through)
    invited = tuple(pair for pair in found.pairs if not (pair.shared or pair.shared_through))
    blocks: list[Block] = []
    if sitting:
        blocks += [Heading("Meetings that share members"), in_common(register, _first(sitting, limit))]
    else:
        blocks.append(Paragraph("No shared members."))
    if invited:
        blocks += [Heading("Meetings that share members only by invitation"), _by_invitation(register, _first(invited, limit))]
    if found.participants:
        columns = (Column("Member", share=2), Column("Meetings", number=True, whole=True), Column("Meetings a year", whole=True))
        blocks += [
            Heading("Members by number of meetings"),
            Table(columns, tuple(_load(register, load, by) for load in _first(found.participants, limit))),
        ]
    return Report(
        tuple(blocks),
        data=lambda: {
            "as_at": as_at,
            "unread": list(register.unread),
            "pairs": Rows(("a", "b"), found.pairs, _common_data),
            "participants": [_load_data(load) for load in found.participants],
        },
        sheet=lambda: _sheet(register, found),
        sheet_note="every pair of meetings, and not who sits on most",
        name="Shared members",
        foot=(*_foot(sitting, invited, by, limit, not_held), *terms.under(register, as_at)),
    )


def _first(items: tuple[ItemT, ...], limit: int) -> tuple[ItemT, ...]:
    return items[:limit] if limit else items


def close_pairs(pairs: tuple[Overlap, ...]) -> tuple[Overlap, ...]:
    """The pairs that are worth a board's time: one shared seat may be chance."""
    return tuple(pair for pair in pairs if len(pair.shared) > 1)


def in_common(register: Register, pairs: tuple[Overlap, ...]) -> Table:
    """Pairs of meetings, with who sits on both."""
    columns = (
        Column("Meeting", share=2),
        Column("and", share=2),
        Column("Shared", number=True, whole=True),
        Column("Overlap", number=True, whole=True),
        Column("Shared members", share=2),
    )
    return Table(columns, tuple(_pair(register, pair) for pair in pairs))


def _by_invitation(register: Register, pairs: tuple[Overlap, ...]) -> Table:
    """Pairs of meetings whose shared members all lack a core seat on at least one of the two."""
    rows = tuple(
        (terms.meeting_link(register, pair.a), terms.meeting_link(register, pair.b), tuple(_seat(register, seat) for seat in pair.invited))
        for pair in pairs
    )
    return Table((Column("Meeting", share=2), Column("and", share=2), Column("Attend both", share=2)), rows)


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
        overlap_cell(pair),
        "; ".join(who),
    )


def overlap_cell(pair: Overlap) -> Percent | None:
    """The share of common members; None if it would be a share of one member."""
    return None if _is_single(pair) else Percent(pair.jaccard)


def _is_single(pair: Overlap) -> bool:
    """Whether both entries name the same single member: a share of one says nothing about the meetings."""
    return len(pair.shared) == 1 and pair.jaccard == 1


def _seat(register: Register, seat: SeatKey) -> str:
    if seat.person is not None:
        return seat.person
    name = terms.meeting(register, seat.meeting) if seat.meeting else terms.organisation(register, seat.organisation or "")
    return f"{name} ({seat.role})" if seat.role and seat.role != name else name


def _load(register: Register, load: ParticipantLoad, by: By) -> tuple[Cell, ...]:
    name = load.id if by == "person" else terms.sender(register, load.id)
    return name, len(load.meetings), terms.sum_text(load.a_year)


def _foot(sitting: tuple[Overlap, ...], invited: tuple[Overlap, ...], by: By, limit: int, not_held: int) -> Iterator[str]:
    """How many pairs the tables show, and of how many."""
    one, several = _COUNTED[by]
    through = sum(not pair.shared for pair in sitting)
    collective = f", {through} of them only through a collective" if through else ""
    sentence = f"{many(len(sitting), 'pair')} of meetings {'shares' if len(sitting) == 1 else 'share'} at least one {one}{collective}."
    if sitting:
        yield f"{sentence} The first {limit} are shown; --limit 0 shows all." if limit and limit < len(sitting) else sentence
    if invited:
        most = f", of which the first {limit} are shown" if limit and limit < len(invited) else ""
        yield f"{many(len(invited), 'more pair')} share{'s' if len(invited) == 1 else ''} {several} only by invitation{most}."
    if not_held:
        are, they_are, them = ("is", "it is", "it") if not_held == 1 else ("are", "they are", "them")
        yield f"{many(not_held, 'meeting')} {are} left out because {they_are} not held; --status all adds {them}."
    if by == "organisation":
        yield "Members and chairs are counted. An organisation that only leads or supports a meeting is not."
    if sitting:
        yield OVERLAP
    single = sum(map(_is_single, sitting))
    if single:
        yield f"No overlap is given for {many(single, 'pair')} where both entries name one member only."


def _common_data(common: Common) -> dict[str, Any]:
    return {
        "shared": [_seat_data(seat) for seat in common.shared],
        "jaccard": common.jaccard,
        "weight": common.weight,
        "shared_through": list(common.shared_through),
        "invited": [_seat_data(seat) for seat in common.invited],
    }


def _seat_data(seat: SeatKey) -> dict[str, Any]:
    data: dict[str, Any] = {"organisation": seat.organisation, "role": seat.role, "person": seat.person}
    return {**data, "meeting": seat.meeting} if seat.meeting is not None else data


def _load_data(load: ParticipantLoad) -> dict[str, Any]:
    return {"id": load.id, "meetings": list(load.meetings), **total_data(load.a_year)}


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
