"""Reads from a paper's words who leads a meeting, and who supports them."""

import re
from typing import NamedTuple

from govreg.analysis.importing.organisations import Organisations
from govreg.analysis.importing.people import is_given_name, without_persons
from govreg.analysis.importing.seats import known_seat
from govreg.analysis.importing.wording import BRACKET, is_abbreviation, is_body, is_name, is_role, says_nothing
from govreg.model.edits import Value

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
_MARKS = re.compile(r"\s*[/;+]\s*|\s*,\s*(?:and\s+)?")
_ONE_NAME = frozenset(
    {
        ("police", "crime"),
        ("fire", "rescue"),
        ("health", "social"),
        ("health", "wellbeing"),
        ("prison", "probation"),
        ("education", "skills"),
    }
)
"""The words on either side of an `and` within a name: `Police and Crime Commissioner`."""


class Lead(NamedTuple):
    """Who leads a meeting: ids, or `unclear` or `not-stated`."""

    lead: Value
    support: tuple[str, ...] = ()


def read_lead(organisations: Organisations, text: str) -> Lead:
    """Who leads a meeting, and who supports them, from `text`."""
    bare = " ".join(without_persons(text.replace("\n", "; "))[0].split()).strip(" .;")
    if says_nothing(bare):
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
    outside = BRACKET.sub(" ", bare).strip(" .;,-–—")
    joint = _JOINT.match(bare)
    if joint is not None:
        among = bare[joint.end() :].strip(" ()")
        leads = [] if _NO_LEAD.search(among) else _leads(organisations, among, split=True)
        return Lead(tuple(leads)) if len(leads) > 1 else Lead("unclear")
    if _NO_LEAD.search(outside) or not outside:
        return Lead("unclear")
    leads = _leads(organisations, bare) or _leads(organisations, outside)
    return Lead(_as_value(leads)) if leads else Lead("unclear")


def _one_lead(organisations: Organisations, words: str) -> str | None:
    """The organisation that `words` name as the lead."""
    shorn = _LED.sub("", words).strip(" .,;:()–—-") if _LED.search(words) else words
    for one in (words, shorn):
        known = organisations.find(one)
        if known is not None:
            return known
    if re.search(r"attend|\bwith\b|support|assist|backed", words, re.IGNORECASE) or (
        re.search(r"[/;]|\band\b|&|,", shorn) and not _is_single_post(shorn)
    ):
        return None
    seat = known_seat(organisations, shorn)
    if seat is None or ("," in shorn and not is_role(seat.role)):
        return None
    return seat.organisation


def _is_single_post(words: str) -> bool:
    return re.search(r"[/;]|\band\b|&", words) is None and words.count(",") == 1


def _leads(organisations: Organisations, words: str, *, split: bool = False) -> list[str]:
    """The organisations that lead, if every part of `words` names one; otherwise an empty list."""
    jointly = _JOINTLY.search(words) is not None
    bare = _JOINTLY.sub("", words).strip(" .,;:–—-")
    whole = _one_lead(organisations, bare)
    if whole is not None:
        return [whole]
    plain = _LED.sub("", bare).strip(" .,;:–—")
    halves = _halves(plain) if jointly or split else []
    for parts in (_parts(_MARKS, plain), _whole_names(organisations, plain), halves):
        if len(parts) < 2:  # noqa: PLR2004 - two parts
            continue
        found = [_one_lead(organisations, part) for part in parts]
        if all(found):
            return list(dict.fromkeys(one for one in found if one is not None))
        divided = split or jointly or "/" in plain or ";" in plain or any(found) or all(map(is_body, parts))
        divided = divided or any(map(is_abbreviation, parts))
        whole_names = all(one is not None or is_body(part) for one, part in zip(found, parts, strict=True)) or "and" not in plain.split()
        whole_names = whole_names or parts == halves
        if divided and whole_names and all(one is not None or is_name(part) for one, part in zip(found, parts, strict=True)):
            new = [one or organisations.propose(part) for one, part in zip(found, parts, strict=True)]
            return list(dict.fromkeys(one for one in new if one is not None)) if all(new) else []
    if jointly:
        return []  # one name can't lead jointly: where it divides isn't known
    if is_name(plain) and not split:
        id_ = organisations.propose(plain)
        return [id_] if id_ is not None else []
    if not split and is_name(bracketless := BRACKET.sub("", plain).strip()) and bracketless != plain:
        id_ = organisations.propose(bracketless)
        return [id_] if id_ is not None else []
    return []


def _parts(pattern: re.Pattern[str], words: str) -> list[str]:
    return [part.strip(" .–—") for part in pattern.split(words) if part.strip(" .–—")]


def _halves(words: str) -> list[str]:
    """Two names with one `and` between them, where it is known that there are several: `Probation and Police`, but not `Fire and Rescue`."""
    parts = re.split(r"\s+(?:and|&)\s+", words)
    inner = (parts[0].casefold().split()[-1:] + parts[-1].casefold().split()[:1]) if len(parts) == 2 else []  # noqa: PLR2004 - two parts
    return parts if inner and tuple(inner) not in _ONE_NAME and not any(map(is_given_name, parts)) else []


def _whole_names(organisations: Organisations, words: str) -> list[str]:
    """`words` divided at each `and` between two names: `Fire and Rescue Service` stays one name."""
    found: list[str] = []
    here = ""
    for clause in _parts(_MARKS, words):
        parts = re.split(r"(\s+(?:and|&)\s+)", clause)
        for part, joined in zip(parts[::2], (*parts[1::2], ""), strict=True):
            here += part
            after = clause[clause.find(part) + len(part) :].split()[1:2]
            apart = (part.split()[-1:] and (part.split()[-1].casefold(), *(word.casefold() for word in after))) not in _ONE_NAME
            if apart and (organisations.find(here) is not None or is_body(here)):
                found.append(here.strip())
                here = ""
            else:
                here += joined
        if here:
            found.append(here.strip())
            here = ""
    return found


def _as_value(leads: list[str]) -> Value:
    return leads[0] if len(leads) == 1 else tuple(leads)
