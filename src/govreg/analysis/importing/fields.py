"""How the text of each label is read as the value of a field of a meeting."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from govreg.analysis.importing.chairs import read_chair
from govreg.analysis.importing.figures import is_figure
from govreg.analysis.importing.leads import read_lead
from govreg.analysis.importing.members import NO_ORGANISATION, read_members
from govreg.analysis.importing.organisations import Organisations, normal
from govreg.analysis.importing.paper_dates import paper_date
from govreg.analysis.importing.people import without_persons
from govreg.analysis.importing.read_meeting import ReadMeeting, Unread
from govreg.analysis.importing.seats import Seat
from govreg.analysis.importing.texts import BULLET, items_of, line_of
from govreg.analysis.importing.wording import is_not_stated
from govreg.analysis.recommending import only_repeats, recommended
from govreg.model.meeting import Kind, Level, Status, Visibility
from govreg.model.names import as_keyword, fold
from govreg.model.other_words import value_meant

_URL = re.compile(r"https?://[^\s/]+\.[^\s]+")
_ACT = re.compile(r"\b(?:Act|Regulations?|Order|Measure|Directive|Code|Charter|section|s\.?\s?\d+)\b")
_IN_DOUBT = re.compile(
    r"\?|\b(?:sure|certain|clear|yet|known|idea|information|records?|recorded|stated|given|confirmed|checked|to check|tbc|perhaps|possibly)\b"
)
"""Words of a text that asks, or says that it isn't known, rather than answers: `Not sure`, `Yes?`."""
_WHOLE_AREA = re.compile(
    r"all(?: areas| districts)?|(?:force|county|area|region|authority)[ -]?wide|whole (?:force|county|area|region|force area)|the whole area|all of the area",
    re.IGNORECASE,
)

_SAYS_ONLY_WHETHER = frozenset({"yes", "no", "y", "n"})
"""Texts that say whether a meeting is held, and not how often."""
MAYBE_A_PERSON = "It may be a person's name, which --people keeps."
_FEWEST_WORDS = 5
"""How many words make a text more than a remark such as `agreed in 2016`."""


@dataclass(frozen=True)
class FieldInput:
    """A text to be read as the value of a field, and what is needed to read it."""

    meeting: ReadMeeting
    key: str
    text: str
    """Without people's names, unless these are kept."""
    source: str
    """The same with people's names."""
    place: str
    organisations: Organisations
    people: bool


def _lead(given: FieldInput) -> bool:
    read = read_lead(given.organisations, given.text)
    given.meeting.put("lead", read.lead)
    if not is_not_stated(given.text):
        given.meeting.put("lead_as_written", given.text)
    if read.support and not given.meeting.has("support"):
        given.meeting.put("support", tuple(one for one in read.support))
    return True


def _members(given: FieldInput) -> bool:
    if is_figure(given.text):
        return False
    read = read_members(given.organisations, given.text)
    add_members(given.meeting, read.seats, given.text, people=given.people)
    given.meeting.unread += [Unread(one, given.place, NO_ORGANISATION) for one in read.doubtful]
    return True


def add_members(meeting: ReadMeeting, more: Sequence[Seat], text: str, *, people: bool) -> None:
    """Add `more` seats to a meeting, and the `text` that names them."""
    before = meeting.fields.get("participants") or ()
    seats = list(before if isinstance(before, tuple) else ())
    for seat in more:
        value = seat.value(people=people)
        if value not in seats:
            seats.append(value)
    if seats:
        meeting.put("participants", tuple(seats))
    written = meeting.fields.get("participants_as_written")
    meeting.put("participants_as_written", f"{written}\n{text}" if isinstance(written, str) else text)


def _chair(given: FieldInput) -> bool:
    chair, whole = read_chair(given.organisations, given.text)
    if not chair:
        return False
    if not given.people and "person" in chair:
        given.meeting.unread.append(Unread(str(chair.pop("person")), given.place, MAYBE_A_PERSON))
    if given.people and (names := without_persons(given.source)[1]):
        chair["person"] = ", ".join(names)
    if chair:
        given.meeting.put("chair", chair)
    return whole


def _chair_part(given: FieldInput) -> bool:
    given.meeting.put(given.key, line_of(given.text))
    return True


def _organisations(given: FieldInput) -> bool:
    found = read_members(given.organisations, given.text)
    ids = tuple(dict.fromkeys(seat.organisation for seat in found.seats if seat.organisation is not None))
    if not ids or found.doubtful or any(seat.role for seat in found.seats):
        if ids and not found.doubtful:
            given.meeting.put(given.key, ids if given.key == "support" else ids[0])
        return False
    if given.key == "secretariat":
        if len(ids) > 1:
            return False
        given.meeting.put(given.key, ids[0])
    else:
        given.meeting.put(given.key, ids)
    return True


def _choice(given: FieldInput) -> bool:
    allowed = _CHOICES[given.key]
    word = choice_of(given.text, allowed)
    if word is None:
        return False
    given.meeting.put(given.key, word)
    return as_keyword(given.text).strip(".") in (word, f"{word}-level") or bool(value_meant(given.text, allowed))


def _status(given: FieldInput) -> bool:
    clause, *more = re.split(r"\s*[;\n]\s*|\.\s+", given.text.strip(" ."), maxsplit=1)
    words = re.fullmatch(
        r"(?P<word>[^\W\d_]+(?:[ -][^\W\d_]+)?)(?:\s*[,(–—-]?\s*(?:since|from|in|on)\s+(?P<date>[^()]+)\)?)?", clause
    ) or re.fullmatch(r"(?P<word>[^\W\d_]+)\s*[,(–—-]?\s*(?P<date>(?:[^\W\d_]+ )?\d[^()]*|[^\W\d_]+ \d{4})\)?", clause)
    if fold(given.text).strip(".") in ("yes", "y"):
        given.meeting.put("status", "active")
        return True
    if words is None or (word := choice_of(words["word"], get_args(Status), whole=True)) is None:
        return False
    since = paper_date(words["date"]) if words["date"] else ""
    if words["date"] and not since:
        return False
    given.meeting.put("status", word)
    if since and not given.meeting.has("status_since"):
        given.meeting.put("status_since", since)
    return not more


def _type(given: FieldInput) -> bool:
    plain = fold(given.text).strip(" .")
    if plain in ("statutory", "non-statutory", "non statutory", "not statutory") and not given.meeting.has("statutory"):
        given.meeting.put("statutory", "true" if plain == "statutory" else "false")
        return True
    for one in ("level", "kind"):
        if not given.meeting.has(one) and (word := choice_of(given.text, _CHOICES[one], whole=True)) is not None:
            given.meeting.put(one, word)
            return True
    return False


def _statutory(given: FieldInput) -> bool:
    plain = fold(given.text).strip(" .")
    if plain in ("yes", "y", "statutory", "true", "✓", "✔"):
        given.meeting.put(given.key, "true")
        return True
    if plain in ("no", "n", "non-statutory", "non statutory", "not statutory", "false", "no statutory basis", "✗", "x"):
        given.meeting.put(given.key, "false")
        return True
    rest = re.sub(
        r"^(?:yes|statutory|y)\s*[-–—:,;.(]+\s*(?:under |by |see )?(?:the )?(?P<rest>.+?)\)?$",
        r"\g<rest>",
        given.text,
        flags=re.IGNORECASE | re.DOTALL,
    )
    in_doubt = _IN_DOUBT.search(plain) is not None
    if re.match(r"(?:no|non|not)\b", plain):
        if not in_doubt:
            given.meeting.put(given.key, "false")
        return False
    if not _ACT.search(rest):
        if not in_doubt and (rest != given.text or plain.startswith(("yes", "statutory"))):
            given.meeting.put(given.key, "true")
        return False
    given.meeting.put(given.key, tuple(line_of(act) for one in re.split(r"\s*;\s*|\n", rest) if (act := BULLET.sub("", one).strip(" ."))))
    return True


def _areas(given: FieldInput) -> bool:
    if is_whole_area(given.text):
        return False
    parts = [part.strip(" .") for part in re.split(r"\s*[,;/\n]\s*|\s+(?:and|&)\s+", given.text) if part.strip(" .")]
    whole = area_of(given.organisations, given.text)
    ids = [whole] if whole is not None else [area_of(given.organisations, part) for part in parts]
    if not ids or not all(ids):
        return False
    given.meeting.put(given.key, tuple(dict.fromkeys(one for one in ids if one is not None)))
    return True


def _themes(given: FieldInput) -> bool:
    themes = given.organisations.register.themes
    whole = themes.find(given.text.strip(" ."))
    ids = [whole] if whole else [themes.find(part.strip(" .")) for part in re.split(r"\s*[,;/\n]\s*", given.text) if part.strip(" .")]
    if not ids or not all(ids):
        return False
    given.meeting.put(given.key, tuple(dict.fromkeys(one for one in ids if one is not None)))
    return True


def _text(given: FieldInput) -> bool:
    there = given.meeting.fields.get(given.key)
    given.meeting.put(given.key, f"{there}\n{given.text}" if isinstance(there, str) else given.text)
    return True


def _line(given: FieldInput) -> bool:
    given.meeting.put(given.key, line_of(given.text))
    return True


def _frequency(given: FieldInput) -> bool:
    if is_figure(given.text) or fold(given.text).strip(" .") in _SAYS_ONLY_WHETHER:
        return False
    given.meeting.put("frequency", line_of(given.text))
    return True


def _per_year(given: FieldInput) -> bool:
    if re.fullmatch(r"\d{1,3}(?:\.\d+)?", given.text.strip()) is None:
        return not given.meeting.has("frequency") and _frequency(replace(given, key="frequency"))
    there = given.meeting.fields.get("frequency")
    number = given.text.strip().removesuffix(".0")
    given.meeting.put("frequency", {"text": there, "per_year": number} if isinstance(there, str) else {"per_year": number})
    return True


def _focus(given: FieldInput) -> bool:
    there = given.meeting.fields.get(given.key) or ()
    given.meeting.put(given.key, (*(there if isinstance(there, tuple) else ()), *items_of(given.text)))
    return True


def _aliases(given: FieldInput) -> bool:
    there = given.meeting.fields.get(given.key) or ()
    names = [part.strip(" .“”\"'") for part in re.split(r"\s*[,;\n]\s*|\s+/\s+|\s+or\s+", given.text)]
    given.meeting.put(given.key, (*(there if isinstance(there, tuple) else ()), *(name for name in dict.fromkeys(names) if name)))
    return True


def _date(given: FieldInput) -> bool:
    date = paper_date(given.text)
    if not date:
        return False
    given.meeting.put(given.key, date)
    return True


def _terms(given: FieldInput) -> bool:
    """Take a link to the terms of reference, or their date; any other text is usually the purpose that they give."""
    if _URL.fullmatch(given.text):
        given.meeting.put("terms_of_reference.url", given.text)
        return True
    if _date(replace(given, key="terms_of_reference.agreed_on")):
        return True
    if (len(given.text.split()) < _FEWEST_WORDS and not given.text.startswith("To ")) or given.meeting.has("purpose"):
        return False
    given.meeting.put("purpose", given.text)
    return True


def _recommendation(given: FieldInput) -> bool:
    word = recommended(given.text)
    if word is None:
        return False
    given.meeting.put(given.key, word)
    if not only_repeats(word, given.text):
        given.meeting.put("review.change" if word in ("change", "merge") else "review.reason", given.text)
    into = re.search(r"\b(?:into|with)\s+(?:the )?(.+?)[.;]?$", given.text.split("\n", maxsplit=1)[0], re.IGNORECASE)
    if word == "merge" and into is not None:
        given.meeting.names["review.into"] = into[1]
    return True


def _named(given: FieldInput) -> bool:
    given.meeting.names[given.key] = given.text
    return True


def _link(given: FieldInput) -> bool:
    if _URL.fullmatch(given.text) is None:
        return False
    given.meeting.put(given.key, given.text)
    return True


def _source(given: FieldInput) -> bool:
    if given.key == "sources.url" and _URL.fullmatch(given.text) is None:
        return False
    part = given.key.partition(".")[2]
    there = given.meeting.fields.get("sources") or ()
    given.meeting.put("sources", (*(there if isinstance(there, tuple) else ()), {part: line_of(given.text)}))
    return True


def is_whole_area(words: str) -> bool:
    """Whether `words` only say that a meeting is for the whole of the register's area, as one without areas is."""
    return _WHOLE_AREA.fullmatch(words.strip(" .")) is not None


def area_of(organisations: Organisations, words: str) -> str | None:
    """The id of the area that `words` name."""
    areas = organisations.register.areas
    known = areas.find(words.strip(" ."))
    if known is not None:
        return known
    plain = normal(words)
    return next((id_ for id_, entry in areas.items() for name in (entry.name, *entry.aliases) if normal(name) == plain), None)


READERS: Mapping[str, Callable[[FieldInput], bool]] = {
    "lead": _lead,
    "participants": _members,
    "chair": _chair,
    "chair.person": _chair_part,
    "chair.role": _chair_part,
    "chair.from": _date,
    "chair.until": _date,
    "support": _organisations,
    "secretariat": _organisations,
    "level": _choice,
    "kind": _choice,
    "visibility": _choice,
    "type": _type,
    "status": _status,
    "statutory": _statutory,
    "areas": _areas,
    "themes": _themes,
    "purpose": _text,
    "purpose_as_written": _text,
    "status_reason": _text,
    "quorum": _text,
    "review.reason": _text,
    "review.change": _text,
    "review.decided_by": _line,
    "duration": _line,
    "frequency": _frequency,
    "frequency.per_year": _per_year,
    "focus": _focus,
    "aliases": _aliases,
    "status_since": _date,
    "last_met": _date,
    "next_meets": _date,
    "terms_of_reference": _terms,
    "terms_of_reference.url": _link,
    "terms_of_reference.agreed_on": _date,
    "terms_of_reference.review_due": _date,
    "review.recommendation": _recommendation,
    "review.next_due": _date,
    "review.decided_on": _date,
    "review.proposed_on": _date,
    "reports_to": _named,
    "links_to": _named,
    "supersedes": _named,
    "sources.document": _source,
    "sources.url": _source,
}

_CHOICES: Mapping[str, tuple[str, ...]] = {"level": get_args(Level), "kind": get_args(Kind), "visibility": get_args(Visibility)}


def choice_of(text: str, allowed: tuple[str, ...], *, whole: bool = False) -> str | None:
    """The one of the words `allowed` that `text` is; unless the `whole` text must be one, also the only one that it has in it."""
    plain = fold(text).strip(" .").replace(" ", "-")
    if plain in allowed:
        return plain
    meant = value_meant(text.strip(" ."), allowed)
    if meant is not None or whole:
        return meant
    found = [
        word for word in allowed if re.search(rf"(?<![\w-]){re.escape(word).replace('-', '[ -]')}(?:ly)?(?![\w-])", text, re.IGNORECASE)
    ]
    return found[0] if len(found) == 1 else None
