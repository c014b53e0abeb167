"""The positions of values in a register's files, and the lines of those files."""

from collections.abc import Mapping
from dataclasses import field, replace

from govreg.model.location import KeyPath, Location, Position
from govreg.values import dataclass
from govreg.yaml import positions
from govreg.yaml.text import position_at
from govreg.yaml.validate_entry import original


@dataclass(frozen=True)
class SourceMap:
    """The texts of a register's files, in which the position of a value is looked up when it is needed.

    `origins` gives, by file, the original indices of list items in drafts (see `yaml.validate_entry.ValidatedEntry`). `starts` gives
    the index where the value of each key of an entry begins, by the file of that entry: most findings are there.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, Mapping[KeyPath, tuple[int, ...]]] = field(default_factory=dict)
    starts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def joined(self, other: "SourceMap") -> "SourceMap":
        """These texts and those of `other`."""
        return SourceMap({**self.texts, **other.texts}, {**self.origins, **other.origins}, {**self.starts, **other.starts})

    def shortened(self, kept: Mapping[str, Mapping[KeyPath, tuple[int, ...]]]) -> "SourceMap":
        """The same texts, of whose lists only some items are left: `kept` gives their original indices, by file."""
        return replace(self, origins={**self.origins, **kept})

    def locate(self, place: Location) -> Position | None:
        """The line and column of `place`, or None if its file was not read."""
        text = self.texts.get(place.file)
        if text is None:
            return None
        starts = self.starts.get(place.file)
        if starts is not None and len(place.path) == 1 and place.path[0] in starts and not place.at_key:
            return position_at(text, starts[str(place.path[0])])
        return positions.position(positions.root_of(text), self.path_in_file(place), at_key=place.at_key)

    def span(self, place: Location) -> tuple[int, int] | None:
        """Where the value or key at `place` begins and ends in its file, as indices; None if there is nothing there."""
        text = self.texts.get(place.file)
        return None if text is None else positions.span(text, self.path_in_file(place), at_key=place.at_key)

    def path_in_file(self, place: Location) -> KeyPath:
        """The path of `place` in its file, where nothing was left out."""
        origins = self.origins.get(place.file)
        return original(place.path, origins) if origins else place.path

    def line(self, file: str, number: int) -> str | None:
        """Line `number`, counted from 1, of `file` without its end, or None if there is none."""
        text = self.texts.get(file)
        lines = text.split("\n", number)[number - 1 : number] if text is not None else []
        return lines[0].removesuffix("\r") if lines else None
