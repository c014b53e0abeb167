"""Where something stands, for a person: the meeting, the line, and what its entry says there."""

from typing import Any

from govreg.model.meeting import Meeting
from govreg.model.place import Locate, Path, Place, meeting_in
from govreg.model.register import Register

_LONGEST_QUOTE = 90


def where(register: Register, place: Place, locate: Locate) -> str:
    """The meeting, the line, and what its entry says there."""
    entry = _entry(register, place)
    said = _quoted(entry, place.path) if entry is not None else ""
    return f"{at(register, place, locate)}: {said}" if said else at(register, place, locate)


def at(register: Register, place: Place, locate: Locate) -> str:
    """The meeting, or the file of another sort, and the line."""
    entry = _entry(register, place)
    position = locate(place)
    line = f", line {position.line}" if position is not None else ""
    return f"{entry.title if entry is not None else place.file}{line}"


def place_data(place: Place | None, locate: Locate) -> dict[str, Any] | None:
    """A place as data: file and line."""
    if place is None:
        return None
    position = locate(place)
    return {"file": place.file, "line": position.line if position is not None else None}


def _entry(register: Register, place: Place) -> Meeting | None:
    id_ = meeting_in(place.file)
    return register.meetings.get(id_) if id_ is not None else None


def _quoted(meeting: Meeting, path: Path) -> str:
    """The text at `path` of an entry, in quotes and cut; the key's name where a list stands there."""
    match path:
        case ("title",):
            return "the title"
        case ("purpose",):
            text = meeting.purpose or ""
        case ("notes",):
            text = meeting.notes or ""
        case ("focus", int(index), *_):
            text = meeting.focus[index].text
        case ("aliases", int(index)):
            text = meeting.aliases[index]
        case ("review", int(index), "change"):
            text = meeting.review[index].change or ""
        case _:
            return str(path[0]).replace("_", " ") if path else ""
    return f"“{text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + '…'}”"
