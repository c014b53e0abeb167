"""The contents of `register.yaml`: the register's name, date, areas and settings."""

from typing import Annotated

from pydantic import Field

from govreg.model.entries import Area
from govreg.model.fields import Date, Duration, Line, Name, Number, Record
from govreg.model.markers import Refers


class LoadSettings(Record):
    """What `load` assumes where entries don't say; a single figure counts as anything from nothing to it."""

    duration: Duration | None = Field(None, description="how long a meeting lasts whose entry states no hours: `1h to 3h`")
    preparation: Duration | None = Field(None, description="how long each person prepares for a meeting: `1h`")
    travel: Duration | None = Field(None, description="how long each person travels to a meeting and back: `30m`")
    rates: Annotated[dict[str, Number], Refers("organisation")] = Field(
        {}, description="organisation id -> pounds an hour for whoever attends for it; without rates, no answer shows money"
    )
    role_rates: dict[str, Number] = Field({}, description="post -> pounds an hour, in the place of its organisation's rate")


class Paper(Record):
    """What the cover of a review pack says, where the command doesn't say otherwise; people are given by their posts."""

    title: Line | None = Field(None, description="the paper's name: `External Governance`")
    meeting: Line | None = Field(None, description="the board that it goes to")
    date: Date | None = Field(None, description="when that board meets")
    agenda: Line | None = Field(None, description="the number of the agenda item")
    department: Line | None = Field(None, description="the department that it comes from")
    author: Line | None = Field(None, description="the post or team that writes it")
    sponsor: Line | None = Field(None, description="the post of the chief officer who answers for it")
    lead_label: Line | None = Field(None, description="what Appendix A calls the lead: `Lead (OPCC, Constabulary or Joint)`")


class Settings(Record):
    """Settings that change how the register is checked and compared."""

    findings_off: dict[str, Line] = Field(
        {}, description="codes of good governance (GR3xx) that `validate` leaves out, each with the reason"
    )
    import_columns: dict[str, Line] = Field(
        {}, description="labels and column headings of your own papers, each with the field that `import` puts it in: `Meets: frequency`"
    )
    load: LoadSettings | None = Field(None, description="what `load` assumes where entries don't say, and rates")
    duties: tuple[Line, ...] = Field((), description="the statutory duties or Acts that meetings are to serve; `coverage` looks for each")
    house_words: tuple[Line, ...] = Field((), description="words that so many meetings here use that `duplicates` should ignore them")
    paper: Paper = Field(default_factory=Paper.model_construct, description="the cover of a review pack")


class RegisterFile(Record):
    """The register's name, its date, its areas and its settings."""

    name: Name | None = Field(None, description="the register's name, as it is printed")
    as_at: Date | None = Field(None, description="the day that the register describes; a living register leaves it out")
    areas: dict[str, Area] = Field({}, description="the places that meetings cover")
    # Made without a check, for which pydantic would first build two validators: 1 % of the instructions of `list`.
    settings: Settings = Field(default_factory=Settings.model_construct, description="settings of this register")
