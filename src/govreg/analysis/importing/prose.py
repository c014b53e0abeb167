"""Who leads, chairs and sits on a meeting, from what a paper says of it in prose."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govreg.analysis.importing.organisations import Organisations
from govreg.analysis.importing.people import RANK, persons_in, without_persons
from govreg.model.edits import Value

NO_ORGANISATION = "No organisation is named that the register has."

_POST = re.compile(
    r"\b(?:directors?|heads?|chiefs?|chairs?|chairman|chairperson|vice[- ]chairs?|managers?|officers?|leaders?|leads?|commanders?|superintendents?|"
    r"inspectors?|councillors?|cllrs?|members?|co-?ordinators?|advis[eo]rs?|secretary|clerk|treasurer|executives?|ceos?|ceo|cfo|"
    r"accs?|dcc|supts?|c/supts?|deput(?:y|ies)|assistants?|portfolio holders?|cabinet|analysts?|administrators?|practitioners?|social workers?|"
    r"consultants?|solicitors?|governors?|principals?|headteachers?|head ?teachers?|nurses?|gps?|doctors?|magistrates?|judges?|s151|"
    r"sergeants?|constables?|wardens?|residents?|chief execs?|cex|dcs|dass?|dph|monitoring officer|experts?|strategic lead|trustees?|"
    r"business partners?|team leaders?|supervisors?|sponsors?|champions?|professionals?|independents?|lay)\b",
    re.IGNORECASE,
)
_REP = re.compile(
    r"\b(?:reps?(?:\(s\))?|representatives?(?:\(s\))?|representation|nominee|nominated officers?|nominated representatives?|designate)(?!\w)",
    re.IGNORECASE,
)
_REP_OF = re.compile(
    r"^(?:(?:an? |one |two |senior |nominated )*(?:reps?(?:\(s\))?|representatives?(?:\(s\))?|representation|nominees?)) (?:of|from|for) (?:the |each )?",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:councils?|trust|service|services|constabulary|police|authority|ccg|icb|university|college|association|society|commission|agency|"
    r"foundation|ltd|limited|plc|cic|office|ministry|department|union|church|federation|charity|england|nhs|board|school|academy|prison|"
    r"hmp|partnership|commissioner|borough|company|group|network|alliance|consortium|forum|centre)s?$|^(?:hmp?|nhs|university|department|ministry|office)\b",
    re.IGNORECASE,
)
_LOCAL_BODY = re.compile(r"\b(?:councils?|trust|constabulary|police|authority|ccg|icb|university|college|association)$", re.IGNORECASE)
"""What a post of which is named, and not a post: a `Director of Adult Services` is no director of a body called that."""
_ATTENDANCE = (
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
_LIST_OF = re.compile(
    r"(?:(?:core|full|standing|regular|statutory|voting|key|permanent|current|board|other) )*(?:members(?:hip)?|attendees|partners|participants|representatives|invitees)",
    re.IGNORECASE,
)
"""What stands before a list of members and is no role of theirs."""
_PEOPLE = re.compile(r"\s*(?:\(\s*[x×]?\s*(\d{1,2})\s*\)|[x×] ?(\d{1,2})\b|^(\d{1,2}) ?[x×](?= ))", re.IGNORECASE)
_LIST_WORDS = re.compile(
    r"\s*,?\s*[–—-]?\s*\b(?:also includes?|also including|including but not limited to|including|includes?|incl\.?|such as|as well as|along with|together with|"
    r"(?-i:plus)(?= )|comprising|comprises|comprised of|consisting of|namely|eg|e\.g\.|i\.e\.|and others|etc\.?)(?:\s+of)?(?:\s*:|(?!\w))\s*",
    re.IGNORECASE,
)
_IS = re.compile(
    r"^(?:(?:the )?(?:core |statutory |key |regular |current )*(?:partners|members|membership|attendees|participants|membership is)?)\s*(?:are|is|:)\s+",
    re.IGNORECASE,
)
_LED = re.compile(
    r"^(?:(?:is |are )?(?:jointly )?(?:led|hosted|convened|owned|run|chaired|organised|co-?led)(?: jointly)? by|lead(?: agency| organisation)?s?(?: is| are)?:?)\s+(?:the )?|"
    r"[\s-]+(?:led|leads?|lead agency|lead organisation|hosts?|convenes|owns|\(lead\))$",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"^\s*(?:joint(?:ly)?(?: lead)?(?: led)?(?: by)?|shared(?: lead)?(?: by| between)?|co-?led(?: by)?|jointly led by)\b\s*[:–—-]?\s*(?:between |by |of )?",
    re.IGNORECASE,
)
_JOINTLY = re.compile(r"\s*[,(]?\s*\b(?:jointly|joint(?: lead)?|co-?led|\(joint\)|together)\)?\s*$", re.IGNORECASE)
_SUPPORTS = (
    re.compile(r"^(?P<lead>.+?),?\s*\(?(?:with )?(?:the )?support (?:from|of|by)\s+(?:the )?(?P<support>.+?)\)?$", re.IGNORECASE),
    re.compile(r"^(?P<lead>.+?),?\s*[;(]?\s*(?:is )?(?:supported|assisted|backed) by\s+(?:the )?(?P<support>.+?)\)?$", re.IGNORECASE),
    re.compile(
        r"^(?P<lead>.+?),?\s*[(]?\s*with\s+(?:the )?(?P<support>.+?)\s+(?:in )?(?:support|supporting|assistance|assisting|backing)\)?$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?P<lead>.+?)\s*[,(;/]\s*(?P<support>[^,(;/]+?)\s+(?:support|supporting|in support|\(support\))\)?$", re.IGNORECASE),
)
_NO_LEAD = re.compile(
    r"attend|rotat|varies|various|depends|alternat|shared|no single|unclear|\bor\b|each |\?|not agreed|disput|no longer|formerly|previously",
    re.IGNORECASE,
)
_NOT_STATED = re.compile(
    r"(?:n/?a|none|tb[acd]|tbn|not (?:known|stated|recorded|applicable|given|specified|yet (?:agreed|known|decided))|unknown|to be (?:confirmed|agreed|decided|determined|advised)|nil|[\W_]*|xxx+)\.?",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_LONGEST_NAME, _MOST_WORDS = 90, 8
_DESCRIBES = re.compile(
    r"\b(?:other|others|various|variety|relevant|appropriate|all|any|each|every|range|number|both|those|who|which|whose|will|may|can|is|are|be|has|have|"
    r"see|as above|same|etc|set out|members of|wider|different|attended|attends|attend|agreed|determined|discuss|ensure|meeting|below|above|from time)\b",
    re.IGNORECASE,
)

_COUNTED = re.compile(r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|both|\d+)\b", re.IGNORECASE)
"""What begins a count of people or bodies, which names none: `a survivor`, `two specialist providers`."""


class Seat(NamedTuple):
    """Who has a seat: an organisation or a meeting, with what attends for it."""

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


class Members(NamedTuple):
    """Who sits on a meeting, and the words that name none who is known."""

    seats: tuple[Seat, ...]
    doubtful: tuple[str, ...]


class Lead(NamedTuple):
    """Who leads a meeting: ids, or `unclear` or `not-stated`."""

    lead: Value
    support: tuple[str, ...] = ()


def read_members(organisations: Organisations, text: str) -> Members:
    """Who sits on a meeting, from `text`."""
    seats: list[Seat] = []
    doubtful: list[str] = []
    for segment, role, attendance in _segments(text):
        found = [*_seats(organisations, f"{segment} ({role})" if role else segment)]
        for seat in found:
            if seat.organisation is None and seat.meeting is None:
                doubtful.append(segment)
            else:
                one = seat._replace(attendance=seat.attendance or attendance)
                if one not in seats:
                    seats.append(one)
    return Members(tuple(seats), tuple(doubtful))


def _segments(text: str) -> Iterator[tuple[str, str, str]]:
    """The parts of a list in prose, each with the role of those in it and how they attend, where a heading within the list says so."""
    attendance = ""
    for line in text.split("\n"):
        bare = re.sub(r"^\s*(?:[-•·*▪◦–]|\d{1,2}[.)]|[a-z][.)])\s+", "", line).strip()
        if not bare:
            continue
        heading = re.fullmatch(r"([^:]{3,60}):", bare)
        before, colon, after = bare.partition(":")
        mark = heading[1] if heading else before if colon and len(before) <= _LONGEST_NAME else ""
        said = next((kind for pattern, kind in _ATTENDANCE if pattern.search(mark)), "")
        if heading:
            attendance = said
            continue
        role = ""
        if said or _LIST_OF.fullmatch(mark.strip()):
            bare = after.strip()
        elif mark and _is_role(mark) and _POST.search(mark) and "," in after:
            bare, role = after.strip(), before.strip()
        for part in _split(bare):
            yield part, role, said or attendance


def _split(line: str) -> Iterator[str]:
    """The parts of a line: at semicolons and at commas outside brackets, at `including` and its like."""
    for clause in _outside_brackets(line, ";"):
        commas = ";" not in line or clause.count(",") > 1
        for piece in _outside_brackets(clause, ",") if commas else [clause]:
            for part in _LIST_WORDS.split(piece):
                bare = re.sub(r"^(?:and|also|or|the)\s+", "", _IS.sub("", part.strip(" .,;:–—-")), flags=re.IGNORECASE).strip(" .,;:–—")
                if bare:
                    yield bare


def _outside_brackets(text: str, mark: str) -> list[str]:
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
    """The seats that a part of a list names; one without organisation or meeting where it isn't known whose it is."""
    whole = _known_seat(organisations, segment)
    if whole is not None:
        yield whole
        return
    for pattern in (r"\s*/\s*", r"\s+(?:and|&)\s+", r"\s*&\s*", r"\s+(?:and|&)\s+|\s*/\s*"):
        parts = [part for part in re.split(pattern, segment) if part]
        if len(parts) < 2:  # noqa: PLR2004 - two parts
            continue
        seats = [_known_seat(organisations, part) for part in parts]
        if all(seat is not None for seat in seats):
            yield from (seat for seat in seats if seat is not None)
            return
        certain = [_stands_alone(part, known=seat is not None) for seat, part in zip(seats, parts, strict=True)]
        if any(certain) and all(sure or _is_name(part) for sure, part in zip(certain, parts, strict=True)) and not _POST.search(segment):
            for seat, part in zip(seats, parts, strict=True):
                yield seat if seat is not None else _new_seat(organisations, part)
            return
    yield _new_seat(organisations, segment)


def _stands_alone(part: str, *, known: bool) -> bool:
    """Whether a part of a text is surely a name of its own: `Fire` is known, but `Fire & Rescue Service` is one name."""
    return _is_abbreviation(part) or (known and (len(part.split()) > 1 or _POST.search(part) is not None))


def _known_seat(organisations: Organisations, words: str) -> Seat | None:
    """The seat of an organisation or meeting that is known, with the role beside its name."""
    rest, seat = _marks(words)
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
        if meeting is not None and _POST.search(role):
            return seat._replace(meeting=meeting, role=_role(role))
    leading = organisations.leading(rest)
    if leading is not None and _is_role(leading[1]):
        return seat._replace(organisation=leading[0], role=_role(leading[1]))
    trailing = organisations.trailing(rest)
    if trailing is not None and _is_role(trailing[1]):
        return seat._replace(organisation=trailing[0], role=_role(trailing[1]))
    if _is_police_post(rest):
        police = organisations.police()
        if police is not None:
            return seat._replace(organisation=police, role=_role(rest))
    return None


def _is_subject(organisations: Organisations, words: str, name: str, role: str, known: str) -> bool:
    """Whether `name` is the subject of a post rather than whose post it is: `Director of Public Health`."""
    of = any(f"{role} {word} {name}" in words for word in ("of", "of the", "for"))
    return of and known not in organisations.register.organisations and not (_LOCAL_BODY.search(name) or _is_abbreviation(name))


def _marks(words: str) -> tuple[str, Seat]:
    """`words` without names of persons and marks of how somebody attends, and the seat that these make."""
    bare, names = without_persons(words)
    attendance, voting = "", None
    if _CHAIR_MARK.search(bare):
        bare, attendance = _CHAIR_MARK.sub(" ", bare), "chair"
    for pattern, kind in _ATTENDANCE:
        if not attendance and pattern.search(bare):
            bare, attendance = re.sub(r"\(\s*\)", " ", pattern.sub(" ", bare)), kind
    if re.search(r"\bnon-?voting\b", bare, re.IGNORECASE):
        bare, voting = re.sub(r"\(?\s*non-?voting(?: member)?\s*\)?", " ", bare, flags=re.IGNORECASE), False
    elif re.search(r"\(\s*voting\s*\)", bare, re.IGNORECASE):
        bare, voting = re.sub(r"\(\s*voting\s*\)", " ", bare, flags=re.IGNORECASE), True
    people = _PEOPLE.search(bare)
    if people is not None:
        bare = _PEOPLE.sub(" ", bare)
    number = next((one for one in people.groups() if one and int(one)), "") if people is not None else ""
    tidy = " ".join(bare.split()).strip(" .,;:–—-")
    return tidy, Seat(None, person=", ".join(names), attendance=attendance, voting=voting, people=number)


def _readings(words: str) -> Iterator[tuple[str, str]]:
    """The ways to read `words` as a name and a role."""
    found = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", words)
    if found is not None and found[2] != "s":
        yield found[1], found[2]
        yield found[2], found[1]
    without = _REP_OF.sub("", words)
    if without != words:
        yield without, "representative"
    shorn = _REP.sub("", words).strip(" ,-–—")
    if shorn and shorn != words:
        yield shorn, _REP.search(words).group()  # type: ignore[union-attr] # it was found just now
    for mark in (" – ", " — ", " - ", ": ", ", ", " from ", " of the ", " of ", " for ", " at ", "/"):
        if mark in words:
            left, _, right = words.partition(mark)
            if _is_role(right) or mark.strip() in ("–", "—", "-", ":", ","):
                yield left, right
            left, _, right = words.rpartition(mark)
            if _is_role(left) or mark.strip() in ("–", "—", "-", ":", ","):
                yield right, left

    for mark in ("’s ", "'s "):
        left, _, right = words.partition(mark)
        if right and _is_role(right):
            yield left, right


def _is_role(words: str) -> bool:
    """Whether `words` name a post or whoever attends, rather than a part of a name."""
    if not words or words.rsplit(maxsplit=1)[-1].casefold() in ("and", "or", "&", "of"):
        return False
    return bool(_POST.search(words)) or bool(_REP.search(words)) or re.match(rf"(?:{RANK})s?$", words) is not None


def _role(words: str) -> str:
    tidy = " ".join(words.split()).strip(" ,;:–—-")
    return tidy if tidy.count("(") == tidy.count(")") else tidy.strip("()")


def _is_police_post(words: str) -> bool:
    return (re.match(rf"(?:{RANK})s?(?:$|[ ,(])", words) is not None and "Fire" not in words) or re.search(
        r"\bpolic(?:e|ing)\b.*\b(?:commanders?|inspectors?|lead|chiefs?|teams?|officers?|superintendents?)\b", words, re.IGNORECASE
    ) is not None


def _new_seat(organisations: Organisations, words: str) -> Seat:
    """The seat of an organisation that is proposed; one without it where `words` are no name of one."""
    rest, seat = _marks(words)
    name, role = rest, ""
    for one, other in _readings(rest):
        body = _LOCAL_BODY if f"{other} of {one}" in rest else _BODY
        if _REP.search(other) or (_is_role(other) and body.search(one)):
            name, role = one, other
            break
    if not _may_be_name(name):
        return seat
    id_ = organisations.propose(name)
    return seat._replace(organisation=id_, role=_role(role)) if id_ is not None else seat


def _may_be_name(words: str) -> bool:
    """Whether `words` may be the name of an organisation or a sort of them."""
    return (
        0 < len(words) <= _LONGEST_NAME
        and len(words.split()) <= _MOST_WORDS
        and any(character.isalpha() for character in words)
        and not _POST.search(words)
        and not _DESCRIBES.search(words)
        and not _COUNTED.match(words)
        and not _NOT_STATED.fullmatch(words)
        and not persons_in(words)
        and re.match(RANK + r"s?\b", words) is None
    )


def _is_name(words: str) -> bool:
    """Whether `words` are written as a name is."""
    return words[:1].isupper() and _may_be_name(words)


def _is_abbreviation(words: str) -> bool:
    return re.fullmatch(r"\(?[A-Z]\)?[A-Z&]{1,7}s?", words.strip()) is not None


def read_lead(organisations: Organisations, text: str) -> Lead:
    """Who leads a meeting, and who supports them, from `text`."""
    bare = " ".join(without_persons(text.replace("\n", "; "))[0].split()).strip(" .;")
    if _NOT_STATED.fullmatch(bare):
        return Lead("not-stated")
    whole = _one_lead(organisations, bare)
    if whole is not None:
        return Lead(whole)
    for pattern in _SUPPORTS:
        found = pattern.fullmatch(bare)
        if found is not None:
            lead = _leads(organisations, found["lead"])
            support = _leads(organisations, found["support"])
            if lead and support:
                return Lead(_as_value(lead), tuple(one for one in support if one not in lead))
            return Lead("unclear")
    outside = _BRACKET.sub(" ", bare).strip(" .;,-–—")
    joint = _JOINT.match(bare)
    if joint is not None:
        among = bare[joint.end() :].strip(" ()")
        leads = [] if _NO_LEAD.search(among) else _leads(organisations, among, split=True)
        return Lead(tuple(leads)) if len(leads) > 1 else Lead("unclear")
    if _NO_LEAD.search(outside) or not outside:
        return Lead("unclear")
    leads = _leads(organisations, bare) or _leads(organisations, outside)
    return Lead(_as_value(leads)) if leads else Lead("unclear")


_MARKS = re.compile(r"\s*[/;+]\s*|\s*,\s*(?:and\s+)?")
_ONE_NAME = frozenset(
    {("police", "crime"), ("health", "social"), ("health", "wellbeing"), ("prison", "probation"), ("education", "skills")}
)
"""The words around an `and` that is within a name: `Police and Crime Commissioner`."""


def _parts(pattern: re.Pattern[str], words: str) -> list[str]:
    return [part.strip(" .–—") for part in pattern.split(words) if part.strip(" .–—")]


def _whole_names(organisations: Organisations, words: str) -> list[str]:
    """The parts between which `and` stands, where each is a name by itself: `Fire and Rescue Service` stays one."""
    found: list[str] = []
    here = ""
    for clause in _parts(_MARKS, words):
        parts = re.split(r"(\s+(?:and|&)\s+)", clause)
        for part, joined in zip(parts[::2], (*parts[1::2], ""), strict=True):
            here += part
            after = clause[clause.find(part) + len(part) :].split()[1:2]
            apart = (part.split()[-1:] and (part.split()[-1].casefold(), *(word.casefold() for word in after))) not in _ONE_NAME
            if apart and (organisations.find(here) is not None or _is_body(here)):
                found.append(here.strip())
                here = ""
            else:
                here += joined
        if here:
            found.append(here.strip())
            here = ""
    return found


def _is_body(part: str) -> bool:
    """Whether a part of a text is the name of a body by itself: `Fire` of `Fire and Rescue Service` is none."""
    return _is_abbreviation(part) or _BODY.search(part) is not None


def _as_value(leads: list[str]) -> Value:
    return leads[0] if len(leads) == 1 else tuple(leads)


def _one_lead(organisations: Organisations, words: str) -> str | None:
    """The organisation that `words` name as the lead."""
    shorn = _LED.sub("", words).strip(" .,;:()–—-") if _LED.search(words) else words
    for one in (words, shorn):
        known = organisations.find(one)
        if known is not None:
            return known
    if re.search(r"attend|\bwith\b|support", words, re.IGNORECASE) or (
        re.search(r"[/;]|\band\b|&|,", shorn) and not _is_single_post(shorn)
    ):
        return None
    seat = _known_seat(organisations, shorn)
    return seat.organisation if seat is not None else None


def _is_single_post(words: str) -> bool:
    return re.search(r"[/;]|\band\b|&", words) is None and words.count(",") == 1


def _leads(organisations: Organisations, words: str, *, split: bool = False) -> list[str]:
    """The organisations that lead, where each part of `words` is one; none where any isn't."""
    jointly = _JOINTLY.search(words) is not None
    bare = _JOINTLY.sub("", words).strip(" .,;:–—-")
    whole = _one_lead(organisations, bare)
    if whole is not None:
        return [whole]
    plain = _LED.sub("", bare).strip(" .,;:–—")
    for parts in (_parts(_MARKS, plain), _whole_names(organisations, plain)):
        if len(parts) < 2:  # noqa: PLR2004 - two parts
            continue
        found = [_one_lead(organisations, part) for part in parts]
        if all(found):
            return list(dict.fromkeys(one for one in found if one is not None))
        divided = split or jointly or "/" in plain or ";" in plain or any(found) or all(map(_is_body, parts))
        divided = divided or any(map(_is_abbreviation, parts))
        whole_names = all(one is not None or _is_body(part) for one, part in zip(found, parts, strict=True)) or "and" not in plain.split()
        if divided and whole_names and all(one is not None or _is_name(part) for one, part in zip(found, parts, strict=True)):
            new = [one or organisations.propose(part) for one, part in zip(found, parts, strict=True)]
            return list(dict.fromkeys(one for one in new if one is not None)) if all(new) else []
    if _is_name(plain) and not split:
        id_ = organisations.propose(plain)
        return [id_] if id_ is not None else []
    if not split and _is_name(bracketless := _BRACKET.sub("", plain).strip()) and bracketless != plain:
        id_ = organisations.propose(bracketless)
        return [id_] if id_ is not None else []
    return []


_MAYBE_PERSON = re.compile(r"[A-Z][a-zà-ÿ]+(?: [A-Z]\.?)?(?: (?:[A-Z]['’])?[A-Z][a-zà-ÿ]+(?:[-‑][A-Z][a-zà-ÿ]+)?){1,2}")
"""Two or three words with capitals: who chairs is more often a person than an organisation without a word such as `Council`."""
_BASES = re.compile(
    r"\(?\b(?:by (?:vote|election|rotation|agreement|appointment|invitation)|elected annually|appointed annually|annually elected|rotating(?: chair)?|"
    r"on (?:a )?rotation(?:al basis)?|rotates[^,;]*|agreed by vote[^,;)–—]*|for (?:the )?first year|for (?:one|two|three|1|2|3) years?|on an interim basis|interim|"
    r"elected by (?:the )?members|elected|alternat\w+[^,;]*)\)?",
    re.IGNORECASE,
)


def read_chair(organisations: Organisations, text: str) -> tuple[dict[str, Value], bool]:
    """Who chairs a meeting, as a file has it without dates and persons' names, and whether that is all that `text` says."""
    bare = " ".join(without_persons(text.replace("\n", "; "))[0].split()).strip(" .,;")
    if not bare or _NOT_STATED.fullmatch(bare):
        return {}, not bare
    chair: dict[str, Value] = {}
    basis = _BASES.search(bare)
    if basis is not None:
        chair["basis"] = basis.group().strip(" ()")
        rest = (bare[: basis.start()] + " " + bare[basis.end() :]).strip()
        bare = " ".join(rest.split()).strip(" ,;:.–—-()") or ""
    bare = re.sub(r"^(?:currently|current(?:ly)?:?|presently)\s+", "", bare, flags=re.IGNORECASE)
    if not bare:
        return chair, True
    seat = _known_seat(organisations, bare)
    if seat is not None and seat.organisation is not None:
        chair["organisation"] = seat.organisation
        if seat.role:
            chair["role"] = seat.role
        return chair, True
    if _MAYBE_PERSON.fullmatch(bare) and not (_BODY.search(bare) or _POST.search(bare)):
        chair["person"] = bare
        return chair, True
    if not _POST.search(bare) and _is_name(bare) and re.search(r"[/;,]| and ", bare) is None:
        id_ = organisations.propose(bare)
        if id_ is not None:
            chair["organisation"] = id_
            return chair, True
    chair["role"] = bare
    return chair, True
