"""The record of one sitting of a meeting: who came, what was on the agenda, what was decided and is to be done."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from govreg.model.fields import Date, DateOrWords, Line, Record, Text, invalid
from govreg.model.location import KeyPath
from govreg.model.markers import Refers
from govreg.model.meeting import Visibility


class Attendee(Record):
    """One who came, or sent apologies. A bare text is an organisation."""

    short: ClassVar[str | None] = "organisation"

    organisation: Annotated[Line | None, Refers("organisation")] = Field(None, description="the organisation: an id")
    role: Line | None = Field(None, description="the post")
    person: Line | None = Field(None, description="a person's name, only where a post isn't enough; printed only with `--people`")

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if self.organisation is None and self.role is None and self.person is None:
            invalid("nobody")
        return self


class Paper(Record):
    """A paper on the agenda, which asks for a decision."""

    id: Line | None = Field(None, description="its number, as the agenda gives it")
    title: Line | None = Field(None, description="its title")


class AgendaItem(Record):
    """An item of the agenda."""

    item: Line | None = Field(None, description='its number, in quotes: `"4"`')
    title: Line | None = Field(None, description="what it is called")
    papers: tuple[Paper, ...] = Field((), description="the papers under it")


class Decision(Record):
    """What was decided."""

    id: Line | None = Field(None, description="its number, as the minutes give it")
    title: Line | None = Field(None, description="its title")
    text: Text | None = Field(None, description="what was decided")
    item: Line | None = Field(None, description="the item of the agenda it was made under")
    status: Literal["made", "to-be-signed", "deferred", "refused"] | None = Field(None, description="how far it got")
    signed_on: Date | None = Field(None, description="when it was signed")
    condition: Text | None = Field(None, description="what must happen first")
    visibility: Visibility | None = Field(None, description="who may see it; its meeting's unless narrower")


class Action(Record):
    """Something that somebody is to do."""

    id: Line | None = Field(None, description="its number")
    text: Text | None = Field(None, description="what is to be done")
    owner: Annotated[Line | None, Refers("organisation")] = Field(None, description="the organisation that does it: an id")
    due: DateOrWords | None = Field(None, description="by when: a date, or words such as `next meeting`")
    status: Line | None = Field(None, description="how far it got: `open`, `done`")


class Minutes(Record):
    """One sitting; its file's folder names the meeting and its file's name the day."""

    id: str
    status: Literal["draft", "agreed"] | None = Field(None, description="whether the minutes are agreed")
    time: Line | None = Field(None, description="from when to when")
    venue: Line | None = Field(None, description="where")
    area: Annotated[Line | None, Refers("area")] = Field(
        None, description="the area it was held for, where the meeting is held per area: an id"
    )
    attended: tuple[Attendee, ...] = Field((), description="who came")
    apologies: tuple[Attendee, ...] = Field((), description="who sent apologies")
    agenda: tuple[AgendaItem, ...] = Field((), description="the items")
    decisions: tuple[Decision, ...] = Field((), description="what was decided")
    actions: tuple[Action, ...] = Field((), description="what is to be done")
    next: Date | None = Field(None, description="the day of the next sitting")

    @property
    def meeting(self) -> str:
        """The id of the meeting that sat."""
        return self.id.split("/")[0]

    @property
    def papers(self) -> tuple[tuple[KeyPath, Paper], ...]:
        """The papers on the agenda, each with the way to it."""
        return tuple(
            (("agenda", index, "papers", number), paper)
            for index, item in enumerate(self.agenda)
            for number, paper in enumerate(item.papers)
        )

    @property
    def undecided(self) -> tuple[tuple[KeyPath, Paper], ...]:
        """The papers whose number no decision has; none where only the agenda of a sitting to come is there."""
        if not self.decisions and self.status is None:
            return ()
        decided = {decision.id for decision in self.decisions}
        return tuple((path, paper) for path, paper in self.papers if paper.id is not None and paper.id not in decided)

    @property
    def took_place(self) -> bool:
        """Whether they record a meeting that has been held, rather than the agenda of a future one."""
        return self.status == "agreed" or bool(self.attended or self.decisions)

    @property
    def day(self) -> str:
        """The day of the sitting, `YYYY-MM-DD`."""
        return self.id.split("/")[1][: len("2018-04-04")]
