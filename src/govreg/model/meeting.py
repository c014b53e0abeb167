"""A standing meeting, as in one file of a register, and the parts of its entry."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, Self, get_args

from pydantic import BeforeValidator, Field, PlainValidator, model_validator

from govreg.model.fields import Count, Date, Line, Name, Number, Record, Text, Truth, invalid, one_or_more, shared, true_or_duties
from govreg.model.location import KeyPath
from govreg.model.markers import Judged, Means, Refers, Weighed
from govreg.values import dataclass

Kind = Literal[
    "board",
    "committee",
    "panel",
    "forum",
    "partnership",
    "network",
    "programme",
    "sub-group",
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

HELD = frozenset({"active", "shadow", None})
"""The statuses of a meeting that is held: one without a status is taken to be held."""

INVITED = frozenset({"by-invitation", "agenda-led", "observer"})
"""The kinds of attendance that are not a core seat: whoever attends so comes only to some sittings, or only to watch."""

Sender = tuple[Literal["organisation", "meeting"], str]
"""Who has a seat: an organisation or another meeting, and its id."""


class Chair(Record):
    """Who presides: a post rather than a person, on what basis, from when until when. A bare text is an organisation."""

    short: ClassVar[str | None] = "organisation"

    organisation: Annotated[Line | None, Refers("organisation")] = Field(
        None, description="the organisation that the chair comes from: an id"
    )
    role: Line | None = Field(None, description="the post that chairs: `PCC`, `Chief Fire Officer`")
    person: Line | None = Field(None, description="a person's name, only where a post isn't enough; printed only with `--people`")
    basis: Line | None = Field(None, description="how the chair is chosen, or for how long: `by vote`, `for the first year`")
    from_: Date | None = Field(None, alias="from", description="since when")
    until: Date | None = Field(None, description="until when; after this date, `validate` asks who chairs now")

    def as_participant(self) -> "Participant | None":
        """The chair as somebody who attends; None where no organisation is named: whose seat it is can't be said."""
        if self.organisation is None:
            return None
        keys = self.model_dump(by_alias=True, exclude_unset=True, exclude={"basis"}, warnings="none")
        return Participant.model_construct(**keys, attendance="chair")


class Participant(Record):
    """A seat: an organisation, a collective or another meeting that sends someone. A bare text is an organisation."""

    short: ClassVar[str | None] = "organisation"

    organisation: Annotated[Line | None, Refers("organisation")] = Field(
        None, description="the organisation or collective that sends someone: an id"
    )
    meeting: Annotated[Line | None, Refers("meeting")] = Field(
        None, description="or the meeting that sends someone, such as one whose chair attends: an id"
    )
    role: Line | None = Field(None, description="the post or posts that attend for it: `ACC`, `director of public health`")
    person: Line | None = Field(None, description="a person's name, only where a post isn't enough; printed only with `--people`")
    attendance: Attendance = Field("member", description="how it attends")
    from_: Date | None = Field(None, alias="from", description="since when")
    until: Date | None = Field(None, description="until when")
    voting: Truth | None = Field(None, description="whether it votes")
    people: Count | None = Field(None, description="how many people attend for it")
    visibility: Visibility | None = Field(None, description="who may see it; its meeting's unless narrower")

    @model_validator(mode="after")
    def _is_one_of_both(self) -> Self:
        if (self.organisation is None) == (self.meeting is None):
            invalid("one_sender", both=self.organisation is not None)
        return self

    @property
    def sender(self) -> Sender:
        """Who has the seat: `organisation` or `meeting`, and its id."""
        return ("meeting", self.meeting) if self.meeting else ("organisation", self.organisation or "")

    @property
    def is_core(self) -> bool:
        """Whether it attends as a matter of course: not by invitation, when the agenda concerns it, or to observe."""
        return self.attendance not in INVITED


@dataclass(frozen=True)
class Seat:
    """One organisation, or another meeting, on a meeting: counted once, however many roles it has there."""

    sender: Sender
    roles: tuple[tuple[KeyPath, Participant], ...]
    """The entries that give it the seat, each with its path in the meeting's file: `participants`, then `chair`."""

    @property
    def organisation(self) -> str | None:
        """The organisation's id; None where a meeting has the seat."""
        return self.sender[1] if self.sender[0] == "organisation" else None

    @property
    def is_core(self) -> bool:
        """Whether any of its roles attends as a matter of course."""
        return any(role.is_core for _, role in self.roles)

    @property
    def chairs(self) -> bool:
        """Whether any of its roles chairs the meeting."""
        return any(role.attendance == "chair" for _, role in self.roles)

    @property
    def path(self) -> KeyPath:
        """Where the meeting's file names it first."""
        return self.roles[0][0]


class Focus(Record):
    """Something that the meeting works on now, in a phrase. A bare text is the phrase."""

    short: ClassVar[str | None] = "text"

    text: Text = Field(description="the phrase")
    from_: Date | None = Field(None, alias="from", description="since when")
    until: Date | None = Field(None, description="until when")
    themes: Annotated[tuple[Line, ...], Refers("theme")] = Field((), description="themes that it belongs to: ids")
    visibility: Visibility | None = Field(None, description="who may see it; its meeting's unless narrower")


class Frequency(Record):
    """How often the meeting is held, as people write it. A bare text is the phrase."""

    short: ClassVar[str | None] = "text"

    text: Line | None = Field(None, description="the phrase, as written: `Quarterly (except South Glos – three times a year)`")
    per_year: Number | None = Field(None, description="meetings a year of one instance, where the phrase doesn't give a number")
    exceptions: Annotated[dict[str, Number], Refers("area")] = Field({}, description="area id -> meetings a year, where one area differs")


class TermsOfReference(Record):
    """The founding paper and its dates."""

    agreed_on: Date | None = Field(None, description="when they were agreed")
    review_due: Date | None = Field(None, description="when they are to be reviewed")
    url: Line | None = Field(None, description="where they can be read")


class Review(Record):
    """What a review recommends of the meeting, and what was decided."""

    recommendation: Recommended | None = Field(None, description="what is proposed")
    into: Annotated[tuple[Line, ...], Refers("meeting")] = Field((), description="the meetings that absorb its work (merge, end): ids")
    change: Text | None = Field(None, description="what changes: scope, chair, frequency")
    reason: Text | None = Field(None, description="why")
    proposed_on: Date | None = Field(None, description="the date of the proposal")
    proposed_in: Line | None = Field(None, description="the paper that proposes it")
    decided_on: Date | None = Field(None, description="the date of the decision, only where a source records one")
    decided_by: Line | None = Field(None, description="who decided")
    next_due: Date | None = Field(None, description="when the next review is due")


class Source(Record):
    """Where the facts come from."""

    document: Line | None = Field(None, description="the paper or page")
    date: Date | None = Field(None, description="its date")
    reference: Line | None = Field(None, description="page, paragraph or table")
    url: Line | None = Field(None, description="where it can be read")


def _as_list(value: object) -> object:
    return value if isinstance(value, tuple) else (value,)


class Meeting(Record):
    """A standing meeting, board, panel, partnership or group: one entry, one file, whose stem is its id."""

    id: str
    title: Annotated[Name, Weighed(), Judged(0)] = Field(description="its full name")
    aliases: Annotated[tuple[Name, ...], Weighed(), Judged(1)] = Field((), description="other names it goes by")
    kind: Annotated[Kind | None, Means("scope"), Weighed()] = Field(None, description="what kind of meeting it is")
    lead: Annotated[
        str | tuple[str, ...],
        PlainValidator(one_or_more),
        Refers("organisation", words=frozenset({"unclear", "not-stated"})),
        Means("lead"),
        Weighed(),
        Judged(4),
    ] = Field(
        description="who owns and convenes it: an organisation's id; a list of ids (joint lead); `unclear` where the source "
        "is ambiguous; `not-stated` where it says nothing"
    )
    lead_as_written: Text | None = Field(None, description="the source's own words for the lead")
    support: Annotated[tuple[Line, ...], Refers("organisation"), Means("lead")] = Field(
        (), description="organisations that back the lead: ids"
    )
    secretariat: Annotated[Line | None, Refers("organisation"), Means("other")] = Field(
        None, description="the organisation that arranges it and keeps its papers: an id"
    )
    chair: Annotated[Chair | None, Means("lead"), Weighed()] = Field(None, description="who presides")
    level: Annotated[Level | None, Means("scope"), Weighed()] = Field(None, description="the tier it works at")
    statutory: Annotated[bool | tuple[str, ...] | None, PlainValidator(true_or_duties), Means("scope"), Weighed()] = Field(
        None, description="`true`, `false`, or the duties or Acts that it serves"
    )
    areas: Annotated[tuple[Line, ...], Refers("area"), Means("scope"), Weighed(), Judged(6)] = Field(
        (), description="the areas it covers: ids; none means the whole of the register's area"
    )
    instances: Annotated[Literal["one", "per-area"], Means("other")] = Field("one", description="held once, or once for each of its areas")
    status: Annotated[Status | None, Means("life"), Weighed()] = Field(None, description="the stage it has reached")
    status_since: Date | None = Field(None, description="since when")
    status_reason: Text | None = Field(None, description="why it was suspended or ended, started in shadow form …")
    purpose: Annotated[Text | None, Means("scope"), Weighed(), Judged(2)] = Field(None, description="what it is for, in your own words")
    purpose_as_written: Text | None = Field(None, description="the source's own words for its purpose")
    focus: Annotated[tuple[Focus, ...], Means("scope"), Weighed(), Judged(3)] = Field(
        (), description="what it works on now: one phrase for each item"
    )
    themes: Annotated[tuple[Line, ...], Refers("theme"), Means("scope"), Weighed()] = Field(
        (), description="themes that someone tagged it with: ids"
    )
    participants_as_written: Text | None = Field(None, description="the source's own words for who takes part")
    participants: Annotated[tuple[Annotated[Participant, shared(Participant)], ...], Weighed(), Judged(5)] = Field(
        (), description="who takes part"
    )
    quorum: Annotated[Text | None, Means("other")] = Field(
        None, description="how many must be present for a decision, as written: `three partners`"
    )
    frequency: Annotated[Frequency | None, shared(Frequency)] = Field(None, description="how often it is held")
    duration: Annotated[Line | None, Means("other")] = Field(None, description="how long one meeting lasts: `2h`")
    last_met: Date | None = Field(None, description="when it last met")
    next_meets: Date | None = Field(None, description="when it meets next")
    reports_to: Annotated[tuple[Line, ...], Refers("meeting or organisation"), Means("other"), Weighed()] = Field(
        (), description="meetings or organisations that it reports to: ids"
    )
    links_to: Annotated[tuple[Line, ...], Refers("meeting"), Means("other"), Weighed()] = Field(
        (), description="related meetings, such as those that it feeds: ids"
    )
    supersedes: Annotated[tuple[Line, ...], Refers("meeting"), Means("other"), Weighed()] = Field(
        (), description="the meetings that it replaces: ids"
    )
    terms_of_reference: TermsOfReference | None = Field(None, description="the founding paper")
    review: Annotated[tuple[Review, ...], BeforeValidator(_as_list), Means("review"), Weighed()] = Field(
        (), description="the review of it, with its recommendation; a list where there are several, newest last"
    )
    visibility: Annotated[Visibility, Means("other")] = Field(
        "partners", description="who may see the entry; `--for` leaves it out for others"
    )
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
    def is_held(self) -> bool:
        """Whether it is held now: what is proposed, suspended or ended is not, and counts in no total."""
        return self.status in HELD

    @property
    def roles(self) -> tuple[Participant, ...]:
        """The participants, and the chair where an organisation is named."""
        presiding = self.chair.as_participant() if self.chair is not None else None
        return (*self.participants, presiding) if presiding is not None else self.participants

    @property
    def attendees(self) -> Iterator[tuple[KeyPath, Participant]]:
        """The same, each with its path in the meeting's file."""
        listed = len(self.participants)
        for index, role in enumerate(self.roles):
            yield ("participants", index) if index < listed else ("chair",), role

    @property
    def seats(self) -> tuple[Seat, ...]:
        """The seats, in the order in which the file names them; the chair's organisation has one."""
        found: dict[Sender, list[tuple[KeyPath, Participant]]] = {}
        for path, attendee in self.attendees:
            found.setdefault(attendee.sender, []).append((path, attendee))
        return tuple(Seat(sender, tuple(roles)) for sender, roles in found.items())

    @property
    def senders(self) -> frozenset[Sender]:
        """Who has a seat, in whatever manner."""
        return frozenset([role.sender for role in self.roles])

    @property
    def organisations(self) -> frozenset[str]:
        """The ids of the organisations that have a seat, in whatever manner."""
        return frozenset(id_ for kind, id_ in self.senders if kind == "organisation")

    @property
    def core_seats(self) -> frozenset[Sender]:
        """Who has a core seat: attends as a matter of course, in one role at least."""
        return frozenset([role.sender for role in self.roles if role.attendance not in INVITED])

    @property
    def core_organisations(self) -> frozenset[str]:
        """The ids of the organisations that have a core seat."""
        return frozenset(id_ for kind, id_ in self.core_seats if kind == "organisation")

    @property
    def chaired_by(self) -> frozenset[Sender]:
        """Whose seat chairs, as `chair` or a participant's attendance says; more than one where they differ."""
        return frozenset([role.sender for role in self.roles if role.attendance == "chair"])

    @property
    def has_chair(self) -> bool:
        """Whether the entry says who chairs, be it only a role."""
        return self.chair is not None or any(participant.attendance == "chair" for participant in self.participants)

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """The texts that say what it works on, each with its path in the file: title, aliases, purpose and focus."""
        yield ("title",), self.title
        for index, alias in enumerate(self.aliases):
            yield ("aliases", index), alias
        if self.purpose is not None:
            yield ("purpose",), self.purpose
        for index, focus in enumerate(self.focus):
            yield ("focus", index, "text"), focus.text

    @property
    def latest_review(self) -> Review | None:
        """The newest review, if there is any."""
        return self.review[-1] if self.review else None
