"""The contents of `register.yaml`: the register's name, date, areas and settings."""

from pydantic import Field

from govreg.model.entries import Area
from govreg.model.fields import Date, Line, Record


class Settings(Record):
    """Settings that change how the register is checked and compared."""

    findings_off: dict[str, Line] = Field(
        {}, description="codes of good governance (GR3xx) that `validate` leaves out, each with the reason"
    )
    house_words: tuple[Line, ...] = Field((), description="words that so many meetings here use that `duplicates` should ignore them")


class RegisterFile(Record):
    """The register's name, its date, its areas and its settings."""

    name: Line | None = Field(None, description="the register's name, as it is printed")
    as_at: Date | None = Field(None, description="the day that the register describes; a living register leaves it out")
    areas: dict[str, Area] = Field({}, description="the places that meetings cover")
    settings: Settings = Field(default_factory=Settings, description="settings of this register")
