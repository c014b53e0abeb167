"""A register that is made from the groups of a public project, and written: shared by `kubernetes_groups.py` and `rust_teams.py`.

Every text is quoted, so that no YAML reader takes a name for something else; ids and keys stay plain.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from govreg.model.names import as_id, fold

Entry = Mapping[str, Any]
"""An entry by the keys of its file, with ids as plain texts and every other text as `Text`."""


class Text(str):
    """A text that is written in quotes."""

    __slots__ = ()


class _Writer(yaml.SafeDumper):
    """Writes block lists, and every `Text` in quotes."""


_Writer.add_representer(Text, lambda writer, text: writer.represent_scalar("tag:yaml.org,2002:str", str(text), style='"'))


@dataclass(frozen=True)
class Remade:
    """A register to be written: its name, organisations and meetings by id."""

    name: str
    organisations: dict[str, Entry] = field(default_factory=dict)
    meetings: dict[str, Entry] = field(default_factory=dict)

    def organisation(self, name: str) -> str:
        """The id of the organisation called `name`, which is added if it is new.

        Names with the same id, such as `Upbound` and `Upbound.`, are one organisation. Raises ValueError if no id can be made of the name.
        """
        id_ = as_id(name)
        if not id_:
            raise ValueError(f"No id can be made of the name {name!r}.")
        self.organisations.setdefault(id_, {"name": Text(" ".join(name.split()))})
        return id_

    def meeting(self, id_: str, title: str, entry: Entry) -> None:
        """Add a meeting. If another has this title, the id is added to it. Raises ValueError for an id that is taken."""
        if id_ in self.meetings:
            raise ValueError(f"Two groups have the id {id_}.")
        words = " ".join(title.split())
        taken = {fold(other["title"]) for other in self.meetings.values()}
        self.meetings[id_] = {"title": Text(f"{words} ({id_})" if fold(words) in taken else words), **entry}

    def write(self, folder: Path) -> None:
        """Write the register into `folder`, which is made if it isn't there. Raises FileExistsError if it has a register already."""
        entries = folder / "meetings"
        entries.mkdir(parents=True)
        _dump({"name": Text(self.name)}, folder / "register.yaml")
        _dump(dict(sorted(self.organisations.items())), folder / "organisations.yaml")
        for id_, entry in self.meetings.items():
            _dump(entry, entries / f"{id_}.yaml")


def as_text(words: str | None) -> Text | None:
    """`words` with single spaces, or None if nothing is left."""
    return Text(" ".join(words.split())) if words and words.strip() else None


def without_gaps(entry: Mapping[str, object]) -> dict[str, object]:
    """`entry` without empty values."""
    return {key: value for key, value in entry.items() if value not in (None, [], "")}


def folders(arguments: list[str], usage: str) -> tuple[Path, Path]:
    """The checkout and the folder to write, from the command line. Exits with `usage` and status 2 if there are more or fewer."""
    match arguments:
        case [checkout, folder]:
            return Path(checkout), Path(folder)
        case _:
            print(usage, file=sys.stderr)
            sys.exit(2)


def _dump(value: Mapping[str, Any], path: Path) -> None:
    text = yaml.dump(dict(value), Dumper=_Writer, sort_keys=False, allow_unicode=True, default_flow_style=False, width=10_000)
    path.write_text(text, encoding="utf-8")
