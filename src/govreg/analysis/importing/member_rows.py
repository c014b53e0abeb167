"""Tables of who attends with a row for each seat: the organisation in one column, the post or the person in others."""

from collections.abc import Mapping
from typing import NamedTuple

from govreg.analysis.importing.found import Member
from govreg.analysis.importing.labels import plain
from govreg.analysis.importing.members import read_members
from govreg.analysis.importing.organisations import Organisations
from govreg.analysis.importing.seats import Seat, marks_in

_ORGANISATION = frozenset("organisation organisations agency agencies body representing employer".split())
_POST = frozenset("role roles post posts position positions designation job rank".split())
_PERSON = frozenset("name names person member members representative representatives attendee attendees".split())
_MARK = frozenset("status voting capacity membership attendance".split())


class MemberColumns(NamedTuple):
    """What the columns of such a table hold."""

    organisation: int | None
    post: int | None
    mark: int | None
    """How the member attends: `Voting`, `In attendance`."""
    person: int | None


def member_columns(headings: Mapping[int, str]) -> MemberColumns | None:
    """What the columns with `headings` hold; None if none of them is about organisations or posts."""
    found: dict[str, int] = {}
    for column, heading in headings.items():
        words = set(plain(heading, brackets=True).split())
        kinds = (("organisation", _ORGANISATION), ("post", _POST), ("person", _PERSON), ("mark", _MARK))
        kind = next((kind for kind, of_kind in kinds if kind not in found and words & of_kind), None)
        if kind is not None:
            found[kind] = column
    if "organisation" not in found and "post" not in found:
        return None
    return MemberColumns(found.get("organisation"), found.get("post"), found.get("mark"), found.get("person"))


def member_in(columns: MemberColumns, texts: Mapping[int, str]) -> Member:
    """The member in a row with `texts` by column."""
    return Member(*(" ".join(texts.get(column, "").split()) if column is not None else "" for column in columns))


def read_member(organisations: Organisations, member: Member) -> Seat | None:
    """The seat of `member`, without the person; None if it isn't known whose it is."""
    post, seat = marks_in(member.post)
    how = marks_in(f"({member.mark})")[1]
    found = read_members(organisations, member.organisation or post)
    if found.doubtful or len(found.seats) != 1:
        return None
    (whose,) = found.seats
    roles = (whose.role, post if member.organisation else "")
    return whose._replace(
        role=", ".join(filter(None, roles)),
        attendance=seat.attendance or how.attendance or whose.attendance,
        voting=how.voting if seat.voting is None else seat.voting,
        people=seat.people or whose.people,
    )
