"""What the text behind a label makes of each field of a meeting."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import get_args

from govreg.analysis.importing.chairs import read_chair
from govreg.analysis.importing.figures import is_figure, is_unsaid
from govreg.analysis.importing.leads import read_lead
from govreg.analysis.importing.members import NO_ORGANISATION, read_members
from govreg.analysis.importing.organisations import Organisations, normal
from govreg.analysis.importing.people import without_persons
from govreg.analysis.importing.read_meeting import ReadMeeting, Unread
from govreg.analysis.importing.said_dates import date_of
from govreg.analysis.importing.texts import BULLET, items_of, line_of
from govreg.analysis.recommending import only_repeats, recommended
from govreg.model.meeting import Kind, Level, Status, Visibility
from govreg.model.names import fold
from govreg.model.other_words import value_meant

_URL = re.compile(r"https?://[^\s/]+\.[^\s]+")
_ACT = re.compile(r"\b(?:Act|Regulations?|Order|Measure|Directive|Code|Charter|section|s\.?\s?\d+)\b")
_WHOLE_AREA = re.compile(
    r"all(?: areas| districts)?|(?:force|county|area|region|authority)[ -]?wide|whole (?:force|county|area|region|force area)|the whole area|all of the area",
    re.IGNORECASE,
)

MAYBE_A_PERSON = "It may be a person's name, which --people keeps."
_SENTENCE = 5
"""How many words make a text more than a remark such as `agreed in 2016`."""


@dataclass(frozen=True)
class Saying:
    """A text that is to become the value of a field, and all that is needed for it."""

    meeting: ReadMeeting
    key: str
    text: str
    """Without names of persons, unless they are asked for."""
    source: str
    """With them."""
    place: str
    organisations: Organisations
    people: bool


def _lead(saying: Saying) -> bool:
    read = read_lead(saying.organisations, saying.text)
    saying.meeting.put("lead", read.lead)
    if not is_unsaid(saying.text):
        saying.meeting.put("lead_as_written", saying.text)
    if read.support and not saying.meeting.has("support"):
        saying.meeting.put("support", tuple(one for one in read.support))
    return True


def _members(saying: Saying) -> bool:
    read = read_members(saying.organisations, saying.text)
    before = saying.meeting.fields.get("participants") or ()
    seats = list(before if isinstance(before, tuple) else ())
    for seat in read.seats:
        value = seat.value(people=saying.people)
        if value not in seats:
            seats.append(value)
    if seats:
        saying.meeting.put("participants", tuple(seats))
    written = saying.meeting.fields.get("participants_as_written")
    saying.meeting.put("participants_as_written", f"{written}\n{saying.text}" if isinstance(written, str) else saying.text)
    saying.meeting.unread += [Unread(one, saying.place, NO_ORGANISATION) for one in read.doubtful]
    return True


def _chair(saying: Saying) -> bool:
    chair, whole = read_chair(saying.organisations, saying.text)
    if not chair:
        return False
    if not saying.people and chair.keys() == {"person"}:
        saying.meeting.unread.append(Unread(str(chair["person"]), saying.place, MAYBE_A_PERSON))
        return True
    if saying.people and (names := without_persons(saying.source)[1]):
        chair["person"] = ", ".join(names)
    saying.meeting.put("chair", chair)
    return whole


def _chair_part(saying: Saying) -> bool:
    saying.meeting.put(saying.key, line_of(saying.text))
    return True


def _organisations(saying: Saying) -> bool:
    found = read_members(saying.organisations, saying.text)
    ids = tuple(dict.fromkeys(seat.organisation for seat in found.seats if seat.organisation is not None))
    if not ids or found.doubtful or any(seat.role for seat in found.seats):
        if ids and not found.doubtful:
            saying.meeting.put(saying.key, ids if saying.key == "support" else ids[0])
        return False
    if saying.key == "secretariat":
        if len(ids) > 1:
            return False
        saying.meeting.put(saying.key, ids[0])
    else:
        saying.meeting.put(saying.key, ids)
    return True


def _choice(saying: Saying) -> bool:
    allowed = _CHOICES[saying.key]
    word = choice_of(saying.text, allowed)
    if word is None:
        return False
    saying.meeting.put(saying.key, word)
    return fold(saying.text).replace(" ", "-").strip(".") in (word, f"{word}-level") or bool(value_meant(saying.text, allowed))


def _status(saying: Saying) -> bool:
    words = re.fullmatch(r"(?P<word>[^\W\d_]+(?:[ -][^\W\d_]+)?)(?:\s*[,(–—-]?\s*(?:since|from|in|on)\s+(?P<date>[^()]+)\)?)?", saying.text)
    yes = fold(saying.text).strip(".")
    if saying.key == "status" and yes in ("yes", "y", "no", "n"):
        if yes.startswith("y"):
            saying.meeting.put("status", "active")
        return yes.startswith("y")
    if words is None or (word := choice_of(words["word"], get_args(Status), whole=True)) is None:
        return False
    since = date_of(words["date"]) if words["date"] else None
    if words["date"] and since is None:
        return False
    saying.meeting.put("status", word)
    if since is not None and not saying.meeting.has("status_since"):
        saying.meeting.put("status_since", since)
    return True


def _type(saying: Saying) -> bool:
    plain = fold(saying.text).strip(" .")
    if plain in ("statutory", "non-statutory", "non statutory", "not statutory") and not saying.meeting.has("statutory"):
        saying.meeting.put("statutory", "true" if plain == "statutory" else "false")
        return True
    for one in ("level", "kind"):
        if not saying.meeting.has(one) and (word := choice_of(saying.text, _CHOICES[one], whole=True)) is not None:
            saying.meeting.put(one, word)
            return True
    return False


def _statutory(saying: Saying) -> bool:
    plain = fold(saying.text).strip(" .")
    if plain in ("yes", "y", "statutory", "true", "✓", "✔"):
        saying.meeting.put(saying.key, "true")
        return True
    if plain in ("no", "n", "non-statutory", "non statutory", "not statutory", "false", "no statutory basis", "✗", "x"):
        saying.meeting.put(saying.key, "false")
        return True
    rest = re.sub(
        r"^(?:yes|statutory|y)\s*[-–—:,;.(]+\s*(?:under |by |see )?(?:the )?(?P<rest>.+?)\)?$",
        r"\g<rest>",
        saying.text,
        flags=re.IGNORECASE | re.DOTALL,
    )
    if re.match(r"(?:no|non|not)\b", plain):
        saying.meeting.put(saying.key, "false")
        return False
    if not _ACT.search(rest):
        if rest != saying.text or plain.startswith(("yes", "statutory")):
            saying.meeting.put(saying.key, "true")
        return False
    saying.meeting.put(saying.key, tuple(line_of(act) for one in re.split(r"\s*;\s*|\n", rest) if (act := BULLET.sub("", one).strip(" ."))))
    return True


def _areas(saying: Saying) -> bool:
    if _WHOLE_AREA.fullmatch(saying.text.strip(" .")):
        return False
    parts = [part.strip(" .") for part in re.split(r"\s*[,;/\n]\s*|\s+(?:and|&)\s+", saying.text) if part.strip(" .")]
    whole = area_of(saying.organisations, saying.text)
    ids = [whole] if whole is not None else [area_of(saying.organisations, part) for part in parts]
    if not ids or not all(ids):
        return False
    saying.meeting.put(saying.key, tuple(dict.fromkeys(one for one in ids if one is not None)))
    return True


def _themes(saying: Saying) -> bool:
    themes = saying.organisations.register.themes
    whole = themes.find(saying.text.strip(" ."))
    ids = [whole] if whole else [themes.find(part.strip(" .")) for part in re.split(r"\s*[,;/\n]\s*", saying.text) if part.strip(" .")]
    if not ids or not all(ids):
        return False
    saying.meeting.put(saying.key, tuple(dict.fromkeys(one for one in ids if one is not None)))
    return True


def _text(saying: Saying) -> bool:
    there = saying.meeting.fields.get(saying.key)
    saying.meeting.put(saying.key, f"{there}\n{saying.text}" if isinstance(there, str) else saying.text)
    return True


def _line(saying: Saying) -> bool:
    saying.meeting.put(saying.key, line_of(saying.text))
    return True


def _frequency(saying: Saying) -> bool:
    if is_figure(saying.text):
        return False
    saying.meeting.put("frequency", line_of(saying.text))
    return True


def _per_year(saying: Saying) -> bool:
    if re.fullmatch(r"\d{1,3}(?:\.\d+)?", saying.text.strip()) is None:
        return not saying.meeting.has("frequency") and _frequency(replace(saying, key="frequency"))
    there = saying.meeting.fields.get("frequency")
    number = saying.text.strip().removesuffix(".0")
    saying.meeting.put("frequency", {"text": there, "per_year": number} if isinstance(there, str) else {"per_year": number})
    return True


def _focus(saying: Saying) -> bool:
    there = saying.meeting.fields.get(saying.key) or ()
    saying.meeting.put(saying.key, (*(there if isinstance(there, tuple) else ()), *items_of(saying.text)))
    return True


def _aliases(saying: Saying) -> bool:
    there = saying.meeting.fields.get(saying.key) or ()
    names = [part.strip(" .“”\"'") for part in re.split(r"\s*[,;\n]\s*|\s+/\s+|\s+or\s+", saying.text)]
    saying.meeting.put(saying.key, (*(there if isinstance(there, tuple) else ()), *(name for name in dict.fromkeys(names) if name)))
    return True


def _date(saying: Saying) -> bool:
    date = date_of(saying.text)
    if date is None:
        return False
    saying.meeting.put(saying.key, date)
    return True


def _terms(saying: Saying) -> bool:
    """A link to the terms of reference or their date; other text in this place is usually the purpose that they give."""
    if _URL.fullmatch(saying.text):
        saying.meeting.put("terms_of_reference.url", saying.text)
        return True
    if _date(replace(saying, key="terms_of_reference.agreed_on")):
        return True
    if (len(saying.text.split()) < _SENTENCE and not saying.text.startswith("To ")) or saying.meeting.has("purpose"):
        return False
    saying.meeting.put("purpose", saying.text)
    return True


def _recommendation(saying: Saying) -> bool:
    word = recommended(saying.text)
    if word is None:
        return False
    saying.meeting.put(saying.key, word)
    if not only_repeats(word, saying.text):
        saying.meeting.put("review.change" if word in ("change", "merge") else "review.reason", saying.text)
    into = re.search(r"\b(?:into|with)\s+(?:the )?(.+?)[.;]?$", saying.text.split("\n", maxsplit=1)[0], re.IGNORECASE)
    if word == "merge" and into is not None:
        saying.meeting.names["review.into"] = into[1]
    return True


def _named(saying: Saying) -> bool:
    saying.meeting.names[saying.key] = saying.text
    return True


def _link(saying: Saying) -> bool:
    if _URL.fullmatch(saying.text) is None:
        return False
    saying.meeting.put(saying.key, saying.text)
    return True


def _source(saying: Saying) -> bool:
    if saying.key == "sources.url" and _URL.fullmatch(saying.text) is None:
        return False
    part = saying.key.partition(".")[2]
    there = saying.meeting.fields.get("sources") or ()
    saying.meeting.put("sources", (*(there if isinstance(there, tuple) else ()), {part: line_of(saying.text)}))
    return True


def area_of(organisations: Organisations, words: str) -> str | None:
    """The id of the area that `words` name."""
    areas = organisations.register.areas
    known = areas.find(words.strip(" ."))
    if known is not None:
        return known
    plain = normal(words)
    return next((id_ for id_, entry in areas.items() for name in (entry.name, *entry.aliases) if normal(name) == plain), None)


READERS: Mapping[str, Callable[[Saying], bool]] = {
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
    """The one of the words `allowed` that `text` is, or, unless the `whole` must be it, that alone of them is in it."""
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
