"""What meetings refer to: organisations, areas and themes, each with the names that it goes by."""

from typing import Annotated

from pydantic import Field

from govreg.model.fields import Line, Name, Record
from govreg.model.markers import Refers


class Organisation(Record):
    """A body, an office or a post that leads meetings or sits on them; with `members`, a collective of others."""

    id: str
    name: Name = Field(description="its full name")
    aliases: tuple[Name, ...] = Field((), description="other names it goes by, abbreviations among them")
    sector: Line | None = Field(None, description="policing, justice, council, health ...")
    part_of: Annotated[Line | None, Refers("organisation")] = Field(
        None, description="the organisation that it belongs to, which also leads what it leads: an id"
    )
    members: Annotated[tuple[Line, ...], Refers("organisation")] = Field((), description="for a collective, who is in it: ids")


class Area(Record):
    """A place that meetings cover."""

    id: str
    name: Name = Field(description="its name")
    aliases: tuple[Name, ...] = Field((), description="other names it goes by")
    part_of: Annotated[Line | None, Refers("area")] = Field(None, description="the area that it lies in: an id")


class Theme(Record):
    """A subject of the plan or the partnership, and the terms that show it in a text."""

    id: str
    name: Name = Field(description="its name")
    aliases: tuple[Name, ...] = Field((), description="other names it goes by")
    terms: tuple[Line, ...] = Field((), description="words that show the theme in a title, a purpose or a focus")
    needs: Annotated[tuple[Line, ...], Refers("organisation")] = Field(
        (), description="organisations that are needed where it is worked on; `coverage` says where they have no seat: ids"
    )
