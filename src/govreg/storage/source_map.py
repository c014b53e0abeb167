"""Where things stand in the files of a register: lines and columns for places, and the lines themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from govreg.model.location import KeyPath, Location, Position
from govreg.yaml import positions
from govreg.yaml.validate_entry import original


@dataclass(frozen=True)
class SourceMap:
    """The texts of a register's files, kept so that a place can be found in them when somebody asks.

    `origins` belongs to drafts (see `entries`).
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, Mapping[KeyPath, tuple[int, ...]]] = field(default_factory=dict)

    def joined(self, other: "SourceMap") -> "SourceMap":
        """These texts and those of `other`."""
        return SourceMap({**self.texts, **other.texts}, {**self.origins, **other.origins})

    def locate(self, place: Location) -> Position | None:
        """The line and column of `place`, or None if its file was not read."""
        text = self.texts.get(place.file)
        return None if text is None else positions.position(positions.root_of(text), self._path(place), at_key=place.at_key)

    def span(self, place: Location) -> tuple[int, int] | None:
        """The first character of what is at `place`, and the one behind its last; None where nothing is there."""
        text = self.texts.get(place.file)
        return None if text is None else positions.span(text, self._path(place), at_key=place.at_key)

    def _path(self, place: Location) -> KeyPath:
        return original(place.path, self.origins.get(place.file, {}))

    def line(self, file: str, number: int) -> str | None:
        """Line `number`, counted from 1, of `file` without its end, or None if there is none."""
        text = self.texts.get(file)
        lines = text.split("\n", number)[number - 1 : number] if text is not None else []
        return lines[0].removesuffix("\r") if lines else None
