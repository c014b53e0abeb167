"""Whether work that would go elsewhere is taken up there: what is, what isn't, and what nobody can tell, each with its lines."""

from collections.abc import Iterator, Sequence
from typing import Any

from govreg.analysis.meetings_per_year import yearly_count
from govreg.analysis.whatif.coverage import CoveredBy, WorkItem, WorkTransfer
from govreg.model.location import Location, Locator
from govreg.model.names import listed
from govreg.model.register import Register
from govreg.report import Block, Cell, Fields, Heading
from govreg.views import terms
from govreg.views.locations import place_data, quoted_location


def transfer_blocks(register: Register, claim: WorkTransfer, locate: Locator) -> Iterator[Block]:
    """The part of the report on one meeting's work."""
    into = listed([terms.meeting(register, id_) for id_ in claim.into])
    yield Heading(f"Is the work of {terms.meeting(register, claim.meeting)} taken up by {into}?")
    yield Fields(tuple(_shown(register, claim, locate)))


def _shown(register: Register, claim: WorkTransfer, locate: Locator) -> Iterator[tuple[str, Cell]]:
    for item in claim.items:
        yield _held_how(item), _item(register, item, locate)
        for one in (*item.covered_by, *item.planned):
            if one.place is not None:
                yield "", _by(register, one, locate, planned=one in item.planned)
    for text, place in claim.too_general:
        yield "Not known", f"“{text}” ({_line(place, locate)}) is too general to look for"
    if claim.unsaid:
        yield "Not known", f"{_not_stated(claim)}: its entry doesn't say, so nobody can tell whether that is taken up"
    for id_ in claim.into:
        entry = register.meetings[id_]
        if entry.status is None:
            yield "Not known", f"Whether “{entry.title}” is held yet: its entry gives no status"
        if yearly_count(entry, register).per_year is None:
            said = f": “{entry.frequency.text}”" if entry.frequency is not None and entry.frequency.text else ""
            yield "Not known", f"How often “{entry.title}” is held{said}"


def _not_stated(claim: WorkTransfer) -> str:
    words = {
        "purpose": "what it is for",
        "focus": "what it works on now",
        "participants": "who sits on it",
        "frequency": "how often it is held",
        "lead": "who leads it",
    }
    said = listed([words[key] for key in claim.unsaid])
    return said[:1].upper() + said[1:]


def _held_how(item: WorkItem) -> str:
    if item.covered:
        return "Taken up"
    if item.covered_by:
        return "In part"
    return "Only planned" if item.planned else "Not shown"


def _item(register: Register, item: WorkItem, locate: Locator) -> str:
    at_line = f" ({_line(item.place, locate)})" if item.place is not None else ""
    areas = f"; not in {_areas(register, item.areas)}" if item.areas else ""
    match item.type:
        case "seat":
            return f"the seat of {terms.organisation(register, item.what)}{at_line}"
        case "area":
            return f"{_areas(register, (item.what,))}{at_line}: none of them is held for it"
        case "line":
            missing = f": nobody there says {listed([f'“{word}”' for word in item.missing], 'or')}" if item.missing else ""
            return f"“{item.what}”{at_line}{missing}"
        case "duty":
            return f"the duty {item.what}{at_line}{areas}"
        case _:
            return f"{item.what}{at_line}{areas}"


def _by(register: Register, one: CoveredBy, locate: Locator, *, planned: bool) -> str:
    place = one.place
    if place is None:
        return ""
    return quoted_location(register, place, locate) + (" is recommended, no more" if planned else "")


def _line(place: Location, locate: Locator) -> str:
    position = locate(place)
    return f"line {position.line}" if position is not None else place.file


def _areas(register: Register, ids: Sequence[str]) -> str:
    return listed([register.area_name(id_) or "the whole area" for id_ in ids])


def transfer_data(claim: WorkTransfer, locate: Locator) -> dict[str, Any]:
    """The same for machines."""
    return {
        "meeting": claim.meeting,
        "into": list(claim.into),
        "items": [
            {
                "sort": item.type,
                "what": item.what,
                "covered": item.covered,
                "place": place_data(item.place, locate),
                "held": [{"by": one.by, "place": place_data(one.place, locate)} for one in item.covered_by],
                "planned": [{"by": one.by, "place": place_data(one.place, locate)} for one in item.planned],
                "not_in_areas": list(item.areas),
                "missing_words": list(item.missing),
            }
            for item in claim.items
        ],
        "too_general": [{"text": text, "place": place_data(place, locate)} for text, place in claim.too_general],
        "not_said": list(claim.unsaid),
    }
