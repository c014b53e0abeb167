"""Reads from a list in a paper's words who sits on a meeting."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from govreg.analysis.importing.organisations import Organisations
from govreg.analysis.importing.seats import ATTENDANCE, Seat, known_seat, new_seat
from govreg.analysis.importing.wording import LONGEST_NAME, MOST_KEPT, POST, is_abbreviation, is_name, is_role

_BRACKETS = frozenset("()[]")
NO_ORGANISATION = "It names no organisation that is known."
_LIST_OF = re.compile(
    r"(?:(?:core|full|standing|regular|statutory|voting|key|permanent|current|board|other) )*(?:members(?:hip)?|attendees|partners|participants|representatives|invitees)",
    re.IGNORECASE,
)
"""Words before a list of members that are not a role of theirs."""
_LIST_WORDS = re.compile(
    r"\s*,?\s*[–—-]?\s*\b(?:also includes?|also including|including but not limited to|including|includes?|incl\.?|such as|as well as|along with|together with|"
    r"(?-i:plus)(?= )|comprising|comprises|comprised of|consisting of|namely|eg|e\.g\.|i\.e\.|and others|etc\.?)(?:\s+of)?(?:\s*:|(?!\w))\s*",
    re.IGNORECASE,
)
_IS = re.compile(
    r"^(?:(?:the )?(?:core |statutory |key |regular |current )*(?:partners|members|membership|attendees|participants|membership is)?)\s*(?:are|is|:)\s+",
    re.IGNORECASE,
)


class Members(NamedTuple):
    """Who sits on a meeting, and the words in which no organisation was found."""

    seats: tuple[Seat, ...]
    doubtful: tuple[str, ...]


def read_members(organisations: Organisations, text: str) -> Members:
    """Who sits on a meeting, from `text`."""
    seats: dict[Seat, None] = {}
    doubtful: list[str] = []
    for segment, role, attendance in _segments(organisations, text):
        found = [*_seats(organisations, f"{segment} ({role})" if role else segment)]
        for seat in found:
            if seat.organisation is None and seat.meeting is None:
                doubtful.append(segment)
            else:
                seats[seat._replace(attendance=seat.attendance or attendance)] = None
    return Members(tuple(seats), tuple(doubtful))


def _segments(organisations: Organisations, text: str) -> Iterator[tuple[str, str, str]]:
    """The parts of a list, each with the role and the attendance that a heading within the list gives to those in it."""
    attendance = ""
    for line in text.split("\n"):
        bare = re.sub(r"^\s*(?:[-•·*▪◦–]|\d{1,2}[.)]|[a-z][.)])\s+", "", line).strip()
        if not bare:
            continue
        heading = re.fullmatch(r"([^:]{3,60}):", bare)
        before, colon, after = bare.partition(":")
        mark = heading[1] if heading else before if colon and len(before) <= LONGEST_NAME else ""
        by_heading = next((kind for pattern, kind in ATTENDANCE if pattern.search(mark)), "")
        if heading:
            attendance = by_heading
            continue
        role = ""
        if bare != line.strip() and (one := _one_member(bare)) is not None:
            yield one, "", attendance
            continue
        if by_heading or _LIST_OF.fullmatch(mark.strip()):
            bare = after.strip()
        elif mark and is_role(mark) and POST.search(mark) and "," in after:
            bare, role = after.strip(), before.strip()
        elif mark and _heads_list(organisations, mark.strip(), after):
            bare = after.strip()
        for part in _split(bare):
            yield part, role, by_heading or attendance


def _one_member(item: str) -> str | None:
    """An item of a list that is a body with one post, in whose name there may be a comma: `Port Police – Chief Inspector, Prevention`."""
    body, *posts = re.split(r"\s+[–—-]\s+", item)
    if len(posts) != 1 or not is_role(posts[0]) or POST.search(body) or re.search(r"[,;(]", body) or ";" in posts[0]:
        return None
    return f"{body} ({posts[0]})"


def _heads_list(organisations: Organisations, mark: str, after: str) -> bool:
    """Whether what is before a colon is a heading over a list of bodies, and not one body with its posts after it."""
    parts = [*_split(after)]
    return len(parts) > 1 and known_seat(organisations, mark) is None and not is_abbreviation(mark) and not any(map(is_role, parts))


def _split(line: str) -> Iterator[str]:
    """`line` divided at semicolons and commas outside brackets, and at words such as `including`."""
    for clause in _outside_brackets(line, ";"):
        commas = ";" not in line or clause.count(",") > 1
        for piece in _outside_brackets(clause, ",") if commas else [clause]:
            yield from _listed(piece)


@lru_cache(maxsize=MOST_KEPT)
def _listed(piece: str) -> tuple[str, ...]:
    """`piece` divided at words such as `including`, without words that lead up to a name."""
    parts = [_IS.sub("", part.strip(" .,;:–—-")) for part in _LIST_WORDS.split(piece)]
    bare = [re.sub(r"^(?:and|also|or|the)\s+", "", part, flags=re.IGNORECASE).strip(" .,;:–—") for part in parts]
    return tuple(filter(None, bare))


def _outside_brackets(text: str, mark: str) -> list[str]:
    """`text` divided at each `mark` outside brackets, without blank parts."""
    if _BRACKETS.isdisjoint(text):
        return [part.strip() for part in text.split(mark) if part.strip()]
    parts, depth, here = [], 0, ""
    for character in text:
        depth = max(0, depth + (character in "([") - (character in ")]"))
        if character == mark and not depth:
            parts.append(here)
            here = ""
        else:
            here += character
    return [part.strip() for part in (*parts, here) if part.strip()]


def _seats(organisations: Organisations, segment: str) -> Iterator[Seat]:
    """The seats that a part of a list names; a seat without organisation or meeting where it isn't known whose it is."""
    whole = known_seat(organisations, segment)
    if whole is not None:
        yield whole
        return
    for pattern in (r"\s*/\s*", r"\s+(?:and|&)\s+", r"\s*&\s*", r"\s+(?:and|&)\s+|\s*/\s*"):
        parts = [part for part in re.split(pattern, segment) if part]
        if len(parts) < 2:  # noqa: PLR2004 - two parts
            continue
        seats = [known_seat(organisations, part) for part in parts]
        if all(seat is not None for seat in seats):
            yield from (seat for seat in seats if seat is not None)
            return
        certain = [_is_complete_name(part, known=seat is not None) for seat, part in zip(seats, parts, strict=True)]
        if any(certain) and all(sure or is_name(part) for sure, part in zip(certain, parts, strict=True)) and not POST.search(segment):
            for seat, part in zip(seats, parts, strict=True):
                yield seat if seat is not None else new_seat(organisations, part)
            return
    yield new_seat(organisations, segment)


def _is_complete_name(part: str, *, known: bool) -> bool:
    """Whether `part` is certainly a name by itself: `Fire` is known, but in `Fire & Rescue Service` it is half a name."""
    return is_abbreviation(part) or (known and (len(part.split()) > 1 or POST.search(part) is not None))
