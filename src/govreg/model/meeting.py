"""A standing meeting, as one file of a register tells it, and the parts that it is told in."""

from typing import Annotated, ClassVar, Literal, Self, get_args

from pydantic import BeforeValidator, Field, PlainValidator, model_validator

from govreg.model.fields import Date, Line, Number, Record, Text, invalid, one_or_more, true_or_duties

Kind = Literal[
    "board",
    "panel",
    "forum",
    "partnership",
    "programme",
    "working-group",
    "task-and-finish",
    "case-conference",
    "one-off",
]
Level = Literal["strategic", "tactical", "operational"]
Status = Literal["proposed", "shadow", "active", "suspended", "ended"]
Attendance = Literal["member", "chair", "deputy", "agenda-led", "by-invitation", "represented", "observer"]
Visibility = Literal["public", "partners", "internal"]
Recommended = Literal["continue", "start", "change", "merge", "end", "suspend", "defer"]
LeadKind = Literal["sole", "joint", "unclear", "not-stated"]

VISIBILITIES: tuple[Visibility, ...] = get_args(Visibility)
"""Who may see something, the widest circle first; whoever is named later sees what is for those named before."""

INVITED = frozenset({"by-invitation", "agenda-led", "observer"})
"""Who attends so has a chair kept for them only now and then: no core seat."""


class Chair(Record):
    """Who presides: a post rather than a person, on what basis, from when until when. A bare text is an organisation."""

    short: ClassVar[str | None] = "organisation"

    organisation: Line | None = Field(None, description="the organisation that the chair comes from: an id")
    role: Line | None = Field(None, description="the post that chairs: `PCC`, `Chief Fire Officer`")
    person: Line | None = Field(None, description="a name, only where no post will do; printed only with `--people`")
    basis: Line | None = Field(None, description="how the chair is chosen, or for how long: `by vote`, `for the first year`")
    from_: Date | None = Field(None, alias="from", description="since when")
    until: Date | None = Field(None, description="until when; past it, `validate` asks who chairs now")


class Participant(Record):
    """A seat: an organisation, a collective or another meeting that sends someone. A bare text is an organisation."""

    short: ClassVar[str | None] = "organisation"

    organisation: Line | None = Field(None, description="the organisation or collective that sends someone: an id")
    meeting: Line | None = Field(None, description="or the meeting that does, as in a chair of partnerships: an id")
    role: Line | None = Field(None, description="the post or posts that come for it: `ACC`, `director of public health`")
    person: Line | None = Field(None, description="a name, only where no post will do; printed only with `--people`")
    attendance: Attendance = Field("member", description="how it attends")
    from_: Date | None = Field(None, alias="from", description="since when")
    until: Date | None = Field(None, description="until when")
    visibility: Visibility | None = Field(None, description="who may see it; its meeting's unless narrower")

    @model_validator(mode="after")
    def _is_one_of_both(self) -> Self:
        if (self.organisation is None) == (self.meeting is None):
            invalid("one_sender", both=self.organisation is not None)
        return self

    @property
    def sender(self) -> tuple[str, str]:
        """What is seated: `organisation` or `meeting`, and its id."""
        return ("meeting", self.meeting) if self.meeting else ("organisation", self.organisation or "")


class Focus(Record):
    """Something that the meeting works on now, in a phrase. A bare text is the phrase."""

    short: ClassVar[str | None] = "text"

    text: Text = Field(description="the phrase")
    from_: Date | None = Field(None, alias="from", description="since when, or from when on")
    until: Date | None = Field(None, description="until when")
    themes: tuple[Line, ...] = Field((), description="themes that it belongs to: ids")
    visibility: Visibility | None = Field(None, description="who may see it; its meeting's unless narrower")


class Frequency(Record):
    """How often the meeting is held, as people write it. A bare text is the phrase."""

    short: ClassVar[str | None] = "text"

    text: Line | None = Field(None, description="the phrase, as written: `Quarterly (except South Glos – three times a year)`")
    per_year: Number | None = Field(None, description="meetings a year of one instance, where the phrase does not say it")
    exceptions: dict[str, Number] = Field({}, description="area id -> meetings a year, where one area differs")


class TermsOfReference(Record):
    """The founding paper and its dates."""

    agreed_on: Date | None = Field(None, description="when they were agreed")
    review_due: Date | None = Field(None, description="when they are to be reviewed")
    url: Line | None = Field(None, description="where they can be read")


class Review(Record):
    """What a review recommends of the meeting, and what was decided."""

    recommendation: Recommended | None = Field(None, description="what is proposed")
    into: tuple[Line, ...] = Field((), description="the meetings that take the work on (merge, end): ids")
    change: Text | None = Field(None, description="what changes: scope, chair, frequency")
    reason: Text | None = Field(None, description="why")
    proposed_on: Date | None = Field(None, description="the date of the proposal")
    proposed_in: Line | None = Field(None, description="the paper that proposes it")
    decided_on: Date | None = Field(None, description="the date of the decision, only where a source records one")
    decided_by: Line | None = Field(None, description="who decided")
    next_due: Date | None = Field(None, description="when it is to be looked at again")


class Source(Record):
    """Where the facts come from."""

    document: Line | None = Field(None, description="the paper or page")
    date: Date | None = Field(None, description="its date")
    reference: Line | None = Field(None, description="page, paragraph or table")


def _as_list(value: object) -> object:
    return value if isinstance(value, tuple) else (value,)


class Meeting(Record):
    """A standing meeting, board, panel, partnership or group: one entry, one file, whose stem is its id."""

    id: str
    title: Line = Field(description="its full name")
    aliases: tuple[Line, ...] = Field((), description="other names it goes by")
    kind: Kind | None = Field(None, description="what sort of meeting it is")
    lead: Annotated[str | tuple[str, ...], PlainValidator(one_or_more)] = Field(
        description="who owns and convenes it: an organisation's id; a list of ids (joint); `unclear` where the source "
        "contradicts itself or dodges; `not-stated` where it says nothing"
    )
    lead_as_written: Text | None = Field(None, description="the source's own words for the lead")
    support: tuple[Line, ...] = Field((), description="organisations that back the lead: ids")
    chair: Chair | None = Field(None, description="who presides")
    level: Level | None = Field(None, description="the tier it works at")
    statutory: Annotated[bool | tuple[str, ...] | None, PlainValidator(true_or_duties)] = Field(
        None, description="`true`, `false`, or the duties or Acts that it serves"
    )
    areas: tuple[Line, ...] = Field((), description="the areas it covers: ids; none means the whole of the register's area")
    instances: Literal["one", "per-area"] = Field("one", description="held once, or once for each of its areas")
    status: Status | None = Field(None, description="where it is in its life")
    status_since: Date | None = Field(None, description="since when")
    purpose: Text | None = Field(None, description="what it is for, in your own words")
    focus: tuple[Focus, ...] = Field((), description="what it works on now, a phrase each")
    themes: tuple[Line, ...] = Field((), description="themes that a person tagged it with: ids")
    participants_as_written: Text | None = Field(None, description="the source's own words for who takes part")
    participants: tuple[Participant, ...] = Field((), description="who takes part")
    frequency: Frequency | None = Field(None, description="how often it is held")
    duration: Line | None = Field(None, description="how long a sitting lasts: `2h`")
    last_met: Date | None = Field(None, description="when it last met")
    next_meets: Date | None = Field(None, description="when it meets next")
    reports_to: tuple[Line, ...] = Field((), description="meetings or organisations that it reports to: ids")
    links_to: tuple[Line, ...] = Field((), description="meetings that it feeds or sits beside: ids")
    supersedes: tuple[Line, ...] = Field((), description="the meetings whose place it took: ids")
    terms_of_reference: TermsOfReference | None = Field(None, description="the founding paper")
    review: Annotated[tuple[Review, ...], BeforeValidator(_as_list)] = Field(
        (), description="what reviews recommend of it; a list where there are several, newest last"
    )
    visibility: Visibility = Field("partners", description="who may see the entry; `--for` leaves it out for others")
    notes: Text | None = Field(None, description="anything else")
    sources: tuple[Source, ...] = Field((), description="where the facts come from")

    @property
    def leads(self) -> tuple[str, ...]:
        """The ids of the organisations that lead; none where the lead is unclear or not stated."""
        if isinstance(self.lead, tuple):
            return self.lead
        return () if self.lead in ("unclear", "not-stated") else (self.lead,)

    @property
    def lead_kind(self) -> LeadKind:
        """Whether one organisation leads, several do, the source contradicts itself, or it says nothing."""
        if self.lead == "unclear":
            return "unclear"
        if self.lead == "not-stated":
            return "not-stated"
        return "joint" if len(set(self.leads)) > 1 else "sole"

    @property
    def duties(self) -> tuple[str, ...]:
        """The statutory duties or Acts that it is said to serve; none where it is only said whether it is statutory."""
        return self.statutory if isinstance(self.statutory, tuple) else ()

    @property
    def live(self) -> bool:
        """Whether it has not ended; a suspended meeting may meet again, a proposed one is on its way."""
        return self.status != "ended"

    @property
    def latest_review(self) -> Review | None:
        """The newest review, if there is any."""
        return self.review[-1] if self.review else None
