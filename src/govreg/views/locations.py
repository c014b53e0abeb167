"""Locations for people: the meeting, the line, and the text of its entry there."""

from collections.abc import Iterable
from typing import Any

from govreg.model.location import KeyPath, Location, Locator, meeting_in
from govreg.model.meeting import Meeting
from govreg.model.names import cut
from govreg.model.register import Register

_LONGEST_QUOTE = 90


def looked_up(places: Iterable[Location | None], locate: Locator) -> Locator:
    """The positions of `places`, which are looked up file by file: what hops from file to file has each parsed again and again."""
    asked = sorted({place for place in places if place is not None}, key=lambda place: place.file)
    found = {place: locate(place) for place in asked}
    return lambda place: found[place] if place in found else locate(place)


def quoted_location(register: Register, place: Location, locate: Locator) -> str:
    """The meeting, the line, and the text of its entry there."""
    entry = _entry(register, place)
    quotation = _text_or_field(register, entry, place.path) if entry is not None else ""
    return f"{short_location(register, place, locate)}: {quotation}" if quotation else short_location(register, place, locate)


def short_location(register: Register, place: Location, locate: Locator) -> str:
    """The meeting, or else the file, and the line."""
    entry = _entry(register, place)
    position = locate(place)
    line = f", line {position.line}" if position is not None else ""
    return f"{entry.title if entry is not None else place.file}{line}"


def text_at(meeting: Meeting, path: KeyPath) -> str | None:
    """The text at `path` of an entry; None if there is nothing to quote."""
    match path:
        case ("purpose",):
            return meeting.purpose or ""
        case ("notes",):
            return meeting.notes or ""
        case ("focus", int(index)) | ("focus", int(index), "text"):
            return meeting.focus[index].text
        case ("aliases", int(index)):
            return meeting.aliases[index]
        case ("review", int(index), "change"):
            return meeting.review[index].change or ""
        case _:
            return None


def quoted(text: str) -> str:
    """A text in quotes, cut where it is long."""
    return f"“{cut(text, _LONGEST_QUOTE)}”"


def place_data(place: Location | None, locate: Locator) -> dict[str, Any] | None:
    """A place as data: file and line."""
    return file_and_line(place, locate) if place is not None else None


def file_and_line(place: Location, locate: Locator) -> dict[str, Any]:
    """The same for a known location."""
    position = locate(place)
    return {"file": place.file, "line": position.line if position is not None else None}


def _entry(register: Register, place: Location) -> Meeting | None:
    id_ = meeting_in(place.file)
    return register.meetings.get(id_) if id_ is not None else None


def _text_or_field(register: Register, meeting: Meeting, path: KeyPath) -> str:
    """The text at `path` of an entry; the field's name where it holds a list or a word."""
    text = text_at(meeting, path)
    if text is not None:
        return quoted(text)
    if path == ("title",):
        return "the title"
    if "themes" in path:
        return tag_at(register, meeting, path)
    return str(path[0]).replace("_", " ") if path else ""


def tag_at(register: Register, meeting: Meeting, path: KeyPath) -> str:
    """The theme that an entry is tagged with at `path`: `tagged “Estates”`."""
    match path:
        case ("focus", int(item), "themes", int(index)):
            id_ = meeting.focus[item].themes[index]
        case ("themes", int(index)):
            id_ = meeting.themes[index]
        case _:
            return "tagged"
    return f"tagged “{register.themes[id_].name if id_ in register.themes else id_}”"
