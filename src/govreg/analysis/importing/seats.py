"""Reads a seat on a meeting from a paper's words: whose it is, in which role, and how its holder attends."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from govreg.analysis.importing.organisations import Organisations
from govreg.analysis.importing.people import RANK, without_persons
from govreg.analysis.importing.wording import BODY, LOCAL_BODY, MOST_KEPT, POST, REP, REP_OF, is_abbreviation, is_role, may_be_name
from govreg.model.edits import Value

ATTENDANCE = (
    (re.compile(r"\bby invitation(?: only)?\b|\binvited(?: as (?:required|needed))?\b|\bas invited\b", re.IGNORECASE), "by-invitation"),
    (
        re.compile(
            r"\bagenda[- ]led\b|\bas (?:and when )?(?:required|needed|necessary|appropriate)\b|\bwhen (?:required|needed)\b|\bif required\b",
            re.IGNORECASE,
        ),
        "agenda-led",
    ),
    (re.compile(r"\bobservers?\b|\bobserving\b|\bin attendance\b", re.IGNORECASE), "observer"),
)
_CHAIR_MARK = re.compile(
    r"\(\s*(?:the )?chair(?:man|person)?\s*\)|[-–—,:]\s*chair(?:man|person)?\s*$|^chair(?:man|person)?\s*[-–—:]\s*|\(\s*chairs?\s*\)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\s*(?:\(\s*[x×]?\s*(\d{1,2})\s*\)|[x×] ?(\d{1,2})\b|^(\d{1,2}) ?[x×](?= ))", re.IGNORECASE)

_LAST_MARK = re.compile(r", | [–—-] |: |\((?!.*\))")
"""What stands between a post and whose it is."""
_SURELY_A_NAME = 3
"""How many words of a known name are surely that name, and not the end of a longer subject."""


class Seat(NamedTuple):
    """A seat: the organisation or meeting that has it, and who attends for it."""

    organisation: str | None
    meeting: str | None = None
    role: str = ""
    person: str = ""
    attendance: str = ""
    voting: bool | None = None
    people: str = ""
    """How many attend."""

    def value(self, *, people: bool) -> Value:
        """The seat as a file has it."""
        given: dict[str, Value] = {}
        if self.organisation is not None:
            given["organisation"] = self.organisation
        if self.meeting is not None:
            given["meeting"] = self.meeting
        if self.role:
            given["role"] = self.role
        if people and self.person:
            given["person"] = self.person
        if self.attendance:
            given["attendance"] = self.attendance
        if self.voting is not None:
            given["voting"] = "true" if self.voting else "false"
        if self.people:
            given["people"] = self.people
        return self.organisation if set(given) == {"organisation"} else given


def known_seat(organisations: Organisations, words: str) -> Seat | None:
    """The seat of a known organisation or meeting, with the role that `words` give; None if they name none that is known."""
    rest, seat = marks_in(words)
    if not rest:
        return None
    known = organisations.find(rest)
    if known is not None:
        return seat._replace(organisation=known)
    meeting = organisations.meeting(rest)
    if meeting is not None:
        return seat._replace(meeting=meeting)
    for name, role in _readings(rest):
        known = organisations.find(name)
        if known is not None and _is_subject(organisations, rest, name, role, known):
            continue
        if known is not None and organisations.find(role) is None:
            return seat._replace(organisation=known, role=_role(role))
        meeting = organisations.meeting(name)
        if meeting is not None and POST.search(role):
            return seat._replace(meeting=meeting, role=_role(role))
    leading = organisations.leading(rest)
    if leading is not None and is_role(leading[1]):
        return seat._replace(organisation=leading[0], role=_role(leading[1]))
    trailing = organisations.trailing(rest)
    if trailing is not None and is_role(trailing[1]) and not _cuts_subject(rest, trailing[1]) and not _cuts_name(rest, trailing[1]):
        return seat._replace(organisation=trailing[0], role=_role(trailing[1]))
    if _is_police_post(rest) and not _is_of_another(rest):
        police = organisations.police()
        if police is not None:
            return seat._replace(organisation=police, role=_role(rest))
    return None


def _is_subject(organisations: Organisations, words: str, name: str, role: str, known: str) -> bool:
    """Whether `name` is the subject of a post rather than whose post it is: `Director of Public Health`."""
    of = any(f"{role} {word} {name}" in words for word in ("of", "of the", "for"))
    return of and known not in organisations.register.organisations and not (LOCAL_BODY.search(name) or is_abbreviation(name))


def _cuts_subject(words: str, role: str) -> bool:
    """Whether the name behind `role` is only the end of the post's subject: `Health` in `Director of Public Health`."""
    name = words[len(role) :].strip(" ,:;–—-")
    subject = re.search(r"\b(?:of|for)\s+\S", role, re.IGNORECASE) is not None and words.startswith(f"{role} ")
    return subject and len(name.split()) < _SURELY_A_NAME and not (LOCAL_BODY.search(name) or is_abbreviation(name))


def _cuts_name(words: str, role: str) -> bool:
    """Whether the name behind `role` is only the end of a longer one: `Council` in `Clerk, Port Council`."""
    after = _LAST_MARK.split(role)[-1]
    return after != role and bool(after.strip()) and words.startswith(role) and not is_role(after)


@lru_cache(maxsize=MOST_KEPT)
def marks_in(words: str) -> tuple[str, Seat]:
    """`words` without people's names and marks of how they attend, and a seat with what was taken out."""
    bare, names = without_persons(words)
    attendance, voting = "", None
    if _CHAIR_MARK.search(bare):
        bare, attendance = _CHAIR_MARK.sub(" ", bare), "chair"
    for pattern, kind in ATTENDANCE:
        if not attendance and pattern.search(bare):
            bare, attendance = re.sub(r"\(\s*\)", " ", pattern.sub(" ", bare)), kind
    if re.search(r"\bnon[- ]?voting\b", bare, re.IGNORECASE):
        bare, voting = re.sub(r"\(?\s*non[- ]?voting(?: member)?\s*\)?", " ", bare, flags=re.IGNORECASE), False
    elif re.search(r"\(\s*voting\s*\)", bare, re.IGNORECASE):
        bare, voting = re.sub(r"\(\s*voting\s*\)", " ", bare, flags=re.IGNORECASE), True
    people = _PEOPLE.search(bare)
    if people is not None:
        bare = _PEOPLE.sub(" ", bare)
    number = next((one for one in people.groups() if one and int(one)), "") if people is not None else ""
    tidy = " ".join(bare.split()).strip(" .,;:–—-")
    return tidy, Seat(None, person=", ".join(names), attendance=attendance, voting=voting, people=number)


@lru_cache(maxsize=MOST_KEPT)
def _readings(words: str) -> tuple[tuple[str, str], ...]:
    """Every way to read `words` as a name and a role."""
    return tuple(_each_reading(words))


def _each_reading(words: str) -> Iterator[tuple[str, str]]:
    found = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", words)
    if found is not None and found[2] != "s":
        yield found[1], found[2]
        yield found[2], found[1]
    without = REP_OF.sub("", words)
    if without != words:
        yield without, "representative"
    shorn = REP.sub("", words).strip(" ,-–—")
    if shorn and shorn != words:
        yield shorn, REP.search(words).group()  # type: ignore[union-attr] # it was found just now
    for mark in (" – ", " — ", " - ", ": ", ", ", " from ", " of the ", " of ", " to the ", " to ", " for ", " at ", "/"):
        if mark in words:
            left, _, right = words.partition(mark)
            if is_role(right) or mark.strip() in ("–", "—", "-", ":", ","):
                yield left, right
            left, _, right = words.rpartition(mark)
            if is_role(left) or mark.strip() in ("–", "—", "-", ":", ","):
                yield right, left

    for mark in ("’s ", "'s "):
        left, _, right = words.partition(mark)
        if is_role(right):
            yield left, right


def _role(words: str) -> str:
    tidy = " ".join(words.split()).strip(" ,;:–—-")
    return tidy if tidy.count("(") == tidy.count(")") else tidy.strip("()")


def _is_police_post(words: str) -> bool:
    return (re.match(rf"(?:{RANK})s?(?:$|[ ,(])", words) is not None and "Fire" not in words) or re.search(
        r"\bpolic(?:e|ing)\b.*\b(?:commanders?|inspectors?|lead|chiefs?|teams?|officers?|superintendents?)\b", words, re.IGNORECASE
    ) is not None


def new_holder(organisations: Organisations, words: str) -> tuple[str, str] | None:
    """The newly proposed organisation whose post is in `words`, and the post: of `Clerk, Port Council`; None if it isn't so clear."""
    for mark in (", ", " – ", " — ", " - "):
        role, _, name = words.rpartition(mark)
        if is_role(role) and LOCAL_BODY.search(name) and len(name.split()) > 1 and may_be_name(name):
            id_ = organisations.propose(name)
            return (id_, _role(role)) if id_ is not None else None
    return None


def _is_of_another(words: str) -> bool:
    """Whether a post is said to be of a body, which isn't known: `Superintendent, Port Police`."""
    parts = [part.strip(" )") for part in re.split(r", | [–—-] |: |\(", words)]
    return len(parts) > 1 and any(len(part.split()) > 1 and LOCAL_BODY.search(part) for part in parts)


def new_seat(organisations: Organisations, words: str) -> Seat:
    """The seat of a newly proposed organisation; a seat without one if `words` can't be the name of an organisation."""
    rest, seat = marks_in(words)
    name, role = rest, ""
    for one, other in _readings(rest):
        body = LOCAL_BODY if f"{other} of {one}" in rest else BODY
        if REP.search(other) or (is_role(other) and body.search(one)):
            name, role = one, other
            break
    if not may_be_name(name):
        return seat
    id_ = organisations.propose(name)
    return seat._replace(organisation=id_, role=_role(role)) if id_ is not None else seat
