"""Whether work that would go elsewhere is taken up there: what is, what isn't, and what nobody can tell, each with its lines."""

from collections.abc import Iterator, Sequence
from typing import Any

from govreg.analysis.uptake import Claim, Held, Item
from govreg.analysis.yearly import yearly
from govreg.model.names import listed
from govreg.model.place import Locate, Place
from govreg.model.register import Register
from govreg.report import Block, Cell, Facts, Heading
from govreg.views import wording
from govreg.views.places import place_data, where


def told_claim(register: Register, claim: Claim, locate: Locate) -> Iterator[Block]:
    """The part of the report on one meeting's work."""
    into = listed([wording.meeting(register, id_) for id_ in claim.into])
    yield Heading(f"Is the work of {wording.meeting(register, claim.meeting)} taken up by {into}?")
    yield Facts(tuple(_shown(register, claim, locate)))


def _shown(register: Register, claim: Claim, locate: Locate) -> Iterator[tuple[str, Cell]]:
    for item in claim.items:
        yield _held_how(item), _item(register, item, locate)
        for one in (*item.held, *item.planned):
            if one.place is not None:
                yield "", _by(register, one, locate, planned=one in item.planned)
    for text, place in claim.too_general:
        yield "Not known", f"“{text}” ({_line(place, locate)}) is too general to look for"
    if claim.unsaid:
        yield "Not known", f"{_unsaid(claim)}: its entry doesn't say, so nobody can tell whether that is taken up"
    for id_ in claim.into:
        entry = register.meetings[id_]
        if entry.status is None:
            yield "Not known", f"Whether “{entry.title}” is held yet: its entry gives no status"
        if yearly(entry, register).per_year is None:
            said = f": “{entry.frequency.text}”" if entry.frequency is not None and entry.frequency.text else ""
            yield "Not known", f"How often “{entry.title}” is held{said}"


def _unsaid(claim: Claim) -> str:
    words = {
        "purpose": "what it is for",
        "focus": "what it works on now",
        "participants": "who sits on it",
        "frequency": "how often it is held",
        "lead": "who leads it",
    }
    said = listed([words[key] for key in claim.unsaid])
    return said[:1].upper() + said[1:]


def _held_how(item: Item) -> str:
    if item.covered:
        return "Taken up"
    if item.held:
        return "In part"
    return "Only planned" if item.planned else "Not shown"


def _item(register: Register, item: Item, locate: Locate) -> str:
    at_line = f" ({_line(item.place, locate)})" if item.place is not None else ""
    areas = f"; not in {_areas(register, item.areas)}" if item.areas else ""
    match item.sort:
        case "seat":
            return f"the seat of {wording.organisation(register, item.what)}{at_line}"
        case "area":
            return f"{_areas(register, (item.what,))}{at_line}: none of them is held for it"
        case "line":
            missing = f": nobody there says {listed([f'“{word}”' for word in item.missing], 'or')}" if item.missing else ""
            return f"“{item.what}”{at_line}{missing}"
        case "duty":
            return f"the duty {item.what}{at_line}{areas}"
        case _:
            return f"{item.what}{at_line}{areas}"


def _by(register: Register, one: Held, locate: Locate, *, planned: bool) -> str:
    place = one.place
    if place is None:
        return ""
    return where(register, place, locate) + (" is recommended, no more" if planned else "")


def _line(place: Place, locate: Locate) -> str:
    position = locate(place)
    return f"line {position.line}" if position is not None else place.file


def _areas(register: Register, ids: Sequence[str]) -> str:
    return listed([register.area_name(id_) or "the whole area" for id_ in ids])


def claim_data(claim: Claim, locate: Locate) -> dict[str, Any]:
    """The same for machines."""
    return {
        "meeting": claim.meeting,
        "into": list(claim.into),
        "items": [
            {
                "sort": item.sort,
                "what": item.what,
                "covered": item.covered,
                "place": place_data(item.place, locate),
                "held": [{"by": one.by, "place": place_data(one.place, locate)} for one in item.held],
                "planned": [{"by": one.by, "place": place_data(one.place, locate)} for one in item.planned],
                "not_in_areas": list(item.areas),
                "missing_words": list(item.missing),
            }
            for item in claim.items
        ],
        "too_general": [{"text": text, "place": place_data(place, locate)} for text, place in claim.too_general],
        "not_said": list(claim.unsaid),
    }
