"""Leads that are unclear, or joint without a chair, and leads and participants that only the source names (GR301, GR302, GR330)."""

import re
from collections.abc import Iterator

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import in_meeting
from govreg.model.meeting import Meeting
from govreg.model.register import Register
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

WARNING = Severity.WARNING

_BETWEEN = re.compile(r"[,;\n]|\band\b")


@rule("GR301", WARNING)
def lead_unclear(context: RuleContext) -> Iterator[Problem]:
    """It is unclear who leads the meeting.

    The source contradicts itself or mentions attendance only. Without a lead, it is open who convenes the meeting,
    answers for it or ends it.

    Wrong:

        meetings/community-safety-partnership.yaml
        title: Community Safety Partnership
        lead: unclear
        lead_as_written: Constabulary and OPCC attendance

    Right:

        meetings/community-safety-partnership.yaml
        title: Community Safety Partnership
        lead: bristol-city-council
        lead_as_written: Constabulary and OPCC attendance
    """
    for meeting in context.live:
        if meeting.lead_kind == "unclear":
            source = f": the source says “{meeting.lead_as_written}”" if meeting.lead_as_written else ""
            hint = f"Find out who convenes it, and record that organisation as the lead: “govreg set {meeting.id} lead WHO”."
            yield Problem(in_meeting(meeting.id, "lead"), f"It is unclear who leads this meeting{source}.", hint)


@rule("GR302", WARNING)
def joint_without_chair(context: RuleContext) -> Iterator[Problem]:
    """Several organisations lead, but no chair is recorded.

    A joint lead works if it is agreed who chairs: the holder of a post, a member elected by vote, or each lead in turn.

    Wrong:

        meetings/transformation-programme.yaml
        title: Transformation Programme
        lead: [opcc, constabulary]

    Right:

        meetings/transformation-programme.yaml
        title: Transformation Programme
        lead: [opcc, constabulary]
        chair: {organisation: opcc, role: Chief Executive, basis: in turn}
    """
    for meeting in context.live:
        if meeting.lead_kind == "joint" and not meeting.has_chair:
            hint = f"Record the post that chairs: “govreg set {meeting.id} chair.role POST”, or in the file `chair: {{role: POST}}`."
            yield Problem(in_meeting(meeting.id, "lead"), "The lead is joint, but no chair is recorded.", hint)


@rule("GR330", WARNING)
def source_against_entry(context: RuleContext) -> Iterator[Problem]:
    """The source names a lead or a participant that the entry doesn't have.

    `lead_as_written` is exactly the name of an organisation in the register, but `lead` isn't that organisation, nor one
    that it belongs to. Or the name is an item of `participants_as_written`, but not among the participants. If the entry has
    changed since, the source is out of date: say so in `notes`, and leave its words out.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: not-stated
        lead_as_written: OPCC

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        lead_as_written: OPCC
    """
    register = context.register
    for meeting in register.meetings.values():
        yield from _missing_seats(register, meeting)
        named = register.organisations.find(meeting.lead_as_written) if meeting.lead_as_written is not None else None
        if named is None or meeting.lead_kind == "unclear":
            continue
        if any(context.may_stand_for(lead, named) for lead in meeting.leads):
            continue
        source = f"The source names “{meeting.lead_as_written}” as the lead"
        if meeting.lead_kind == "not-stated":
            message, hint = f"{source}, but `lead` is not-stated.", f"Write `lead: {named}`, or correct `lead_as_written`."
        else:
            message, hint = f"{source}, but `lead` is “{', '.join(meeting.leads)}”.", "Correct whichever is wrong."
        yield Problem(in_meeting(meeting.id, "lead"), message, hint, ((in_meeting(meeting.id, "lead_as_written"), "the source's words"),))


def _missing_seats(register: Register, meeting: Meeting) -> Iterator[Problem]:
    """The organisations that are items of the source's list of participants, if the entry lists others, but not these."""
    if meeting.participants_as_written is None or not meeting.participants:
        return
    listed = {seat.organisation for seat in meeting.participants if seat.organisation is not None}
    if meeting.chair is not None and meeting.chair.organisation is not None:
        listed.add(meeting.chair.organisation)
    near = listed.union(register.collectives_with(listed), register.members_of(*listed), *map(register.organisations_above, listed))
    for name in dict.fromkeys(map(str.strip, _BETWEEN.split(meeting.participants_as_written))):
        named = register.organisations.find(name)
        if named is None or named in near or not listed.isdisjoint(register.organisations_above(named)):
            continue
        message = f"The source names “{name}”, but the participants don't include “{named}”."
        hint = f"Add it: “govreg set {meeting.id} --add participants {named}”. Or correct `participants_as_written`."
        yield Problem(in_meeting(meeting.id, "participants_as_written"), message, hint)


GOVERNANCE: tuple[RegisterRule, ...] = (lead_unclear, joint_without_chair, source_against_entry)
