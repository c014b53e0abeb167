"""Whether the entries that would take work on record it: what they do, what they don't, and what isn't known, each with its lines."""

from collections.abc import Iterator
from typing import Any

from govreg.analysis.meetings_per_year import yearly_count
from govreg.analysis.whatif.transfers import WorkItem, WorkTransfer
from govreg.model.location import Location, Locator
from govreg.model.names import and_more, listed
from govreg.model.register import Register
from govreg.report import Block, Cell, Fields, Heading
from govreg.views import terms
from govreg.views.locations import place_data, quoted_location
from govreg.views.whatif.losses import areas

_MOST_NAMED = 10
"""How many of the meetings that would take work on are named, and of the places where they record an item; others are counted."""


def transfer_blocks(register: Register, claim: WorkTransfer, locate: Locator, level: int) -> Iterator[Block]:
    """The part of the report on one meeting's work, under a heading of `level`."""
    into = listed(and_more([terms.meeting(register, id_) for id_ in claim.into[:_MOST_NAMED]], len(claim.into)))
    yield Heading(f"Is the work of {terms.meeting(register, claim.meeting)} taken up by {into}?", level)
    yield Fields(tuple(_shown(register, claim, locate)))


def _shown(register: Register, claim: WorkTransfer, locate: Locator) -> Iterator[tuple[str, Cell]]:
    for item in claim.items:
        yield _label(item), _item(register, item, locate, len(claim.into))
        for found, how in ((item.covered_by, ""), (item.mentioned, " (mentioned only)"), (item.planned, " (recommended only)")):
            places = [one.place for one in found if one.place is not None]
            yield from (("", quoted_location(register, place, locate) + how) for place in places[:_MOST_NAMED])
            if len(places) > _MOST_NAMED:
                yield "", f"And {len(places) - _MOST_NAMED:,} more{how}"
    for text, place in claim.too_general:
        yield "Not known", f"“{text}”{_at(place, locate)} is too general to look for"
    if claim.unsaid:
        yield "Not known", f"{_not_stated(claim)}: its entry doesn’t say"
    uncounted = [id_ for id_ in claim.into if yearly_count(register.meetings[id_], register).per_year is None]
    for entry in map(register.meetings.__getitem__, uncounted[:_MOST_NAMED]):
        frequency = f": “{entry.frequency.text}”" if entry.frequency is not None and entry.frequency.text else ""
        yield "Not known", f"How often “{entry.title}” meets{frequency}"
    if len(uncounted) > _MOST_NAMED:
        yield "Not known", f"How often {len(uncounted) - _MOST_NAMED:,} more of them meet"


def _not_stated(claim: WorkTransfer) -> str:
    words = {
        "purpose": "what it is for",
        "focus": "what it works on now",
        "participants": "who sits on it",
        "frequency": "how often it meets",
        "lead": "who leads it",
    }
    listing = listed([words[key] for key in claim.unsaid])
    return listing[:1].upper() + listing[1:]


def _label(item: WorkItem) -> str:
    if item.covered:
        return "Same words there" if item.type == "line" else "Recorded there"
    if item.covered_by:
        return "In part"
    return "Only mentioned" if item.mentioned else "Only planned" if item.planned else "Not recorded there"


def _item(register: Register, item: WorkItem, locate: Locator, receivers: int) -> str:
    at_line = _at(item.place, locate)
    left = f"; not in {areas(register, item.areas, 'or')}" if item.areas else ""
    match item.type:
        case "seat":
            return f"the seat of {terms.organisation(register, item.what)}{at_line}"
        case "area":
            return f"{areas(register, item.areas)}{at_line}: not covered"
        case "line":
            mentions = "that entry doesn’t mention" if receivers == 1 else "none of those entries mentions"
            missing = f": {mentions} {listed([f'“{word}”' for word in item.missing], 'or')}" if item.missing else ""
            return f"“{item.what}”{at_line}{missing}"
        case "duty":
            return f"the duty {item.what}{at_line}{left}"
        case _:
            return f"{terms.subject(register, item.what)}{at_line}{left}"


def _at(place: Location | None, locate: Locator) -> str:
    """The line of `place` in brackets; empty where it has none."""
    position = locate(place) if place is not None else None
    return f" (line {position.line})" if position is not None else ""


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
                "mentioned": [{"by": one.by, "place": place_data(one.place, locate)} for one in item.mentioned],
                "planned": [{"by": one.by, "place": place_data(one.place, locate)} for one in item.planned],
                "not_in_areas": list(item.areas),
                "missing_words": list(item.missing),
            }
            for item in claim.items
        ],
        "too_general": [{"text": text, "place": place_data(place, locate)} for text, place in claim.too_general],
        "not_said": list(claim.unsaid),
    }
