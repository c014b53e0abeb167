"""A lead that is not the one whom the source names (GR330)."""

from collections.abc import Iterator

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import in_meeting
from govreg.model.register import Register
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule


@rule("GR330", Severity.WARNING)
def lead_against_source(context: RuleContext) -> Iterator[Problem]:
    """The source names another organisation as the lead.

    `lead_as_written` is exactly the name of an organisation in the register, but `lead` isn't that organisation, nor one
    that it belongs to. If the lead has changed since, the source is out of date: say so in `notes`, and leave its words out.

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
        named = register.organisations.find(meeting.lead_as_written) if meeting.lead_as_written is not None else None
        if named is None or meeting.lead_kind == "unclear":
            continue
        related = _related(register, named)
        if any(lead in related or named in register.organisations_above(lead) for lead in meeting.leads):
            continue
        source = f"The source names “{meeting.lead_as_written}” as the lead"
        if meeting.lead_kind == "not-stated":
            message, hint = f"{source}, but `lead` is not-stated.", f"Write `lead: {named}`, or correct `lead_as_written`."
        else:
            message, hint = f"{source}, but `lead` is “{', '.join(meeting.leads)}”.", "Correct whichever is wrong."
        yield Problem(in_meeting(meeting.id, "lead"), message, hint, ((in_meeting(meeting.id, "lead_as_written"), "the source's words"),))


def _related(register: Register, id_: str) -> frozenset[str]:
    """The organisation `id_`, what it is part of, the collectives that it is in, and the organisations that are in it."""
    return frozenset((*register.organisations_above(id_), *register.collectives_with([id_]), *register.members_of(id_)))


GOVERNANCE: tuple[RegisterRule, ...] = (lead_against_source,)
