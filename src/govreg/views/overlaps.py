"""The report of `govreg overlaps`: pairs of meetings with their shared members, and how many meetings each member sits on."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from govreg.analysis.overlaps import By, Common, Overlap, Overlaps, ParticipantLoad, SeatKey
from govreg.model.names import and_more, listed, many
from govreg.model.register import Register
from govreg.report import Block, Cell, Column, Heading, LazyBlocks, Paragraph, Percent, Report, Rows, SharedRows, Table
from govreg.views import terms
from govreg.views.data import total_data

_MOST_SEATS = 8
OVERLAP = (
    "Overlap is the share of all members of either meeting who sit on both. In the order, members who sit on few boards count for more."
)
"""What the overlap means, and how the pairs are ordered."""

_COUNTED: Mapping[By, tuple[str, str]] = {
    "organisation": ("member", "members"),
    "role": ("role", "roles"),
    "person": ("person", "people"),
}
"""The words for what is shared, by how it is counted: singular and plural."""

_WHO_COUNTS: Mapping[By, str] = {
    "organisation": "Members and chairs are counted. An organisation that only leads or supports a meeting is not.",
    "role": "Only members and chairs whose role is stated are counted, each role within its organisation.",
    "person": "Only members and chairs who are named as persons are counted.",
}
"""Which seats are counted, by the way of counting."""

_OVERLAPS: Mapping[By, str] = {
    "organisation": OVERLAP,
    "role": "Overlap is the share of the roles counted at either meeting that are at both. In the order, rare roles count for more.",
    "person": (
        "Overlap is the share of the people counted at either meeting who sit on both. "
        "In the order, people who sit on few boards count for more."
    ),
}
"""What the overlap means, and how the pairs are ordered, by the way of counting."""

_SINGLE: Mapping[By, str] = {"organisation": "name one member only", "role": "state one role only", "person": "name one person only"}
"""What both entries of a pair have that has no overlap."""


def overlaps(register: Register, found: Overlaps, by: By, as_at: str, *, limit: int, not_held: int = 0, chosen: str = "") -> Report:
    """The report of `govreg overlaps`; tables show `limit` rows, 0 all; `not_held` meetings were left out.

    `chosen` says which meetings are compared, where not all that are held.
    """
    return Report(
        LazyBlocks(lambda: _blocks(register, found, by, limit)),
        data=lambda: {
            "as_at": as_at,
            "unread": list(register.unread),
            "pairs": Rows(("a", "b"), found.pairs, _common_data),
            "pairs_left_out": found.left_out,
            "participants": [_load_data(load) for load in found.participants],
        },
        sheet=lambda: _sheet(register, found),
        sheet_note=f"{_which(found)} of meetings, and not who sits on most",
        name="Shared members",
        foot=(*([chosen] if chosen else []), *_foot(found, by, limit, not_held), *terms.under(register, as_at)),
    )


def _which(found: Overlaps) -> str:
    return f"the first {len(found.pairs):,} of {many(found.counts.total, 'pair')}" if found.left_out else "every pair"


def _is_sitting(common: Common) -> bool:
    """Whether a member has a seat on both, its own or through a collective, rather than being invited to one."""
    return bool(common.shared or common.shared_through)


def _blocks(register: Register, found: Overlaps, by: By, limit: int) -> Iterator[Block]:
    if found.counts.sitting:
        sitting = (pair for pair in found.pairs if _is_sitting(pair.common))
        yield from (Heading("Meetings that share members"), in_common(register, tuple(islice(sitting, limit or None))))
    else:
        yield Paragraph(f"No shared {_COUNTED[by][1]}.")
    invited = tuple(islice((pair for pair in found.pairs if not _is_sitting(pair.common)), limit or None)) if found.counts.invited else ()
    if invited:
        yield from (Heading("Meetings that share members only by invitation"), _by_invitation(register, invited))
    if found.participants:
        columns = (Column("Member", share=2), Column("Meetings", number=True, whole=True), Column("Meetings a year", whole=True))
        yield Heading("Members by number of meetings")
        yield Table(columns, tuple(_load(register, load, by) for load in found.participants[: limit or None]))


def closely_shared(pairs: int, shown: int) -> str:
    """How many pairs of held meetings share two or more organisations, of which a table lists the first `shown`."""
    if pairs > shown:
        return f"The first {shown} of {pairs:,} pairs of held meetings that share two or more member organisations"
    return f"{many(pairs, 'pair')} of held meetings {'shares' if pairs == 1 else 'share'} two or more member organisations"


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
    shown = pair.shared if len(pair.shared) <= _MOST_SEATS else pair.shared[: _MOST_SEATS - 1]
    who = and_more((_seat(register, seat) for seat in shown), len(pair.shared))
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
    return None if _is_single(pair.common) else Percent(pair.jaccard)


def _is_single(common: Common) -> bool:
    """Whether both entries name the same single member: a share of one says nothing about the meetings."""
    return len(common.shared) == 1 and common.jaccard == 1


def _seat(register: Register, seat: SeatKey) -> str:
    if seat.person is not None:
        return seat.person
    name = terms.meeting(register, seat.meeting) if seat.meeting else terms.organisation(register, seat.organisation or "")
    return f"{name} ({seat.role})" if seat.role and seat.role != name else name


def _load(register: Register, load: ParticipantLoad, by: By) -> tuple[Cell, ...]:
    name = load.id if by == "person" else terms.sender(register, load.id)
    return name, len(load.meetings), terms.sum_text(load.a_year)


def _foot(found: Overlaps, by: By, limit: int, not_held: int) -> Iterator[str]:
    """How many pairs and members the tables show, and of how many."""
    one, several = _COUNTED[by]
    counts = found.counts
    sitting, invited = counts.sitting, counts.invited
    listed = sum(_is_sitting(pair.common) for pair in found.pairs) if found.left_out else sitting
    collective = f", {counts.through:,} of them only through a collective" if counts.through else ""
    if sitting:
        sentence = f"{many(sitting, 'pair')} of meetings {'shares' if sitting == 1 else 'share'} at least one {one}{collective}."
        yield f"{sentence}{_shown(listed, sitting, limit)}"
    if invited:
        also = len(found.pairs) - listed
        first = min(also, limit or also)
        most = "" if first == invited else f", of which the first {first:,} are shown" if first else ", of which none is shown"
        yield f"{many(invited, 'more pair' if sitting else 'pair')} share{'s' if invited == 1 else ''} {several} only by invitation{most}."
    if limit and limit < len(found.participants):
        yield f"The first {limit:,} of {many(len(found.participants), 'member')} are shown; --limit 0 shows all."
    if not_held:
        are, they_are, them = ("is", "it is", "it") if not_held == 1 else ("are", "they are", "them")
        yield f"{many(not_held, 'meeting')} {are} left out because {they_are} not held; --status all adds {them}."
    yield _WHO_COUNTS[by]
    if sitting:
        yield _OVERLAPS[by]
    if counts.single:
        yield f"No overlap is given for {many(counts.single, 'pair')} where both entries {_SINGLE[by]}."


def _shown(listed: int, sitting: int, limit: int) -> str:
    """How many of the pairs that share members are shown, if not all; no more than `listed` can be."""
    if limit and limit < listed:
        return f" The first {limit:,} are shown; --limit 0 shows {'all' if listed == sitting else f'the first {listed:,}'}."
    return "" if listed == sitting else f" The first {listed:,} are shown; --lead, --theme and other filters show others."


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
    titles = {id_: terms.meeting(register, id_) for id_ in register.meetings}

    def own(pair: Overlap) -> tuple[str, ...]:
        return pair[0], pair[1], titles[pair[0]], titles[pair[1]]

    def shared(common: Common) -> tuple[Cell, ...]:
        return (
            len(common.shared),
            round(common.jaccard, 2),
            round(common.weight, 2),
            tuple(_seat(register, seat) for seat in common.shared),
            tuple(terms.organisation(register, id_) for id_ in common.shared_through),
            tuple(_seat(register, seat) for seat in common.invited),
        )

    return Table(columns, SharedRows(found.pairs, own, shared))
