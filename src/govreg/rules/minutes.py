"""Minutes that contradict themselves or their meeting (GR236, GR237, GR239 to GR241)."""

from collections.abc import Iterable, Iterator

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import KeyPath, in_minutes
from govreg.model.minutes import Attendee, Minutes
from govreg.model.names import fold, shown
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@rule("GR236", ERROR)
def number_used_twice(subject: RuleContext) -> Iterator[Problem]:
    """Two agenda items, papers, decisions or actions of one meeting have the same number.

    Whoever quotes the number means one of them, and nobody knows which.

    Wrong:

        minutes/budget-committee/2018-04-04.yaml
        actions:
          - {id: A1, text: Write to the council}
          - {id: A1, text: Publish the report}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc

    Right:

        minutes/budget-committee/2018-04-04.yaml
        actions:
          - {id: A1, text: Write to the council}
          - {id: A2, text: Publish the report}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    for id_, minutes in subject.minutes.items():
        for what, numbers in _numbered(minutes):
            first: dict[str, KeyPath] = {}
            for path, number in numbers:
                there = first.setdefault(fold(number), path) if number is not None else path
                if there != path:
                    related = ((in_minutes(id_, there), "it is used here already"),)
                    message = f"Another {what} of this meeting has the number “{shown(number or '')}”."
                    yield Problem(in_minutes(id_, path), message, "Look up which of the two has it, and correct the other.", related)


@rule("GR237", WARNING)
def present_and_absent(subject: RuleContext) -> Iterator[Problem]:
    """The same attendee is listed as present and as absent.

    An organisation may send one person while another sends apologies: then say which posts, by `role`.

    Wrong:

        minutes/budget-committee/2018-04-04.yaml
        attended: [{organisation: opcc, role: CFO}]
        apologies: [{organisation: opcc, role: CFO}]
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc

    Right:

        minutes/budget-committee/2018-04-04.yaml
        attended: [{organisation: opcc, role: CFO}]
        apologies: [{organisation: opcc, role: CEO}]
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    for id_, minutes in subject.minutes.items():
        posts: dict[tuple[str, str], int] = {}
        people: dict[str, int] = {}
        for index, one in enumerate(minutes.attended):
            if one.role is not None or one.person is None:
                posts.setdefault(_post(one), index)
            if one.person is not None:
                people.setdefault(fold(one.person), index)
        for index, one in enumerate(minutes.apologies):
            there = people.get(fold(one.person)) if one.person is not None else posts.get(_post(one))
            if there is None or _differ(one, minutes.attended[there]):
                continue
            related = ((in_minutes(id_, ("attended", there)), "and as present here"),)
            message = "The same attendee is listed as present and as absent."
            hint = "Delete one of the two, or add the `role` that tells them apart."
            yield Problem(in_minutes(id_, ("apologies", index)), message, hint, related)


@rule("GR239", ERROR)
def unknown_item(subject: RuleContext) -> Iterator[Problem]:
    """A decision refers to an agenda item that doesn't exist.

    Wrong:

        minutes/budget-committee/2018-04-04.yaml
        agenda:
          - {item: "4", title: Decisions}
        decisions:
          - {title: Sell the old police station, item: "14"}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc

    Right:

        minutes/budget-committee/2018-04-04.yaml
        agenda:
          - {item: "4", title: Decisions}
        decisions:
          - {title: Sell the old police station, item: "4"}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    for id_, minutes in subject.minutes.items():
        items = {fold(one.item) for one in minutes.agenda if one.item is not None}
        for index, decision in enumerate(minutes.decisions):
            if items and decision.item is not None and fold(decision.item) not in items:
                place = in_minutes(id_, ("decisions", index, "item"))
                hint = "Write the number of an item on the agenda, or add the item to `agenda`."
                yield Problem(place, f"The agenda has no item “{shown(decision.item)}”.", hint)


@rule("GR240", ERROR)
def signed_and_not_signed(subject: RuleContext) -> Iterator[Problem]:
    """A decision has a date of signature, but its status says that it is not signed.

    Wrong:

        minutes/budget-committee/2018-04-04.yaml
        decisions:
          - {title: Sell the old police station, status: to-be-signed, signed_on: 2018-04-10}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc

    Right:

        minutes/budget-committee/2018-04-04.yaml
        decisions:
          - {title: Sell the old police station, status: made, signed_on: 2018-04-10}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    for id_, minutes in subject.minutes.items():
        for index, decision in enumerate(minutes.decisions):
            if decision.signed_on is not None and decision.status in ("to-be-signed", "deferred"):
                message = f"The decision was signed, but its status is “{decision.status}”."
                hint = "Write `status: made`, or delete `signed_on`."
                yield Problem(in_minutes(id_, ("decisions", index, "status")), message, hint)


@rule("GR241", WARNING)
def held_elsewhere(subject: RuleContext) -> Iterator[Problem]:
    """Minutes are of an area that the meeting is not held in.

    Wrong:

        register.yaml
        areas:
          bristol: {name: Bristol}
          somerset: {name: Somerset}
        minutes/local-meetings/2018-04-04.yaml
        area: somerset
        meetings/local-meetings.yaml
        title: Local Meetings
        lead: opcc
        areas: [bristol]
        instances: per-area

    Right:

        register.yaml
        areas:
          bristol: {name: Bristol}
          somerset: {name: Somerset}
        minutes/local-meetings/2018-04-04.yaml
        area: bristol
        meetings/local-meetings.yaml
        title: Local Meetings
        lead: opcc
        areas: [bristol]
        instances: per-area
    """
    register = subject.register
    for id_, minutes in subject.minutes.items():
        meeting = register.meetings.get(minutes.meeting)
        if meeting is None or minutes.area is None or minutes.area not in register.areas or not meeting.areas:
            continue
        held_in = {near for area in meeting.areas for near in (*register.areas_above(area), *register.areas_below(area))}
        if minutes.area not in held_in:
            message = f"“{meeting.title}” is not held in {register.area_name(minutes.area)}."
            yield Problem(in_minutes(id_, ("area",)), message, "Correct the area, or add it to the meeting's `areas`.")


def _numbered(minutes: Minutes) -> Iterator[tuple[str, Iterable[tuple[KeyPath, str | None]]]]:
    """The lists of `minutes` in which a number may stand once, each with the ways to its numbers."""
    yield "agenda item", [(("agenda", index, "item"), one.item) for index, one in enumerate(minutes.agenda)]
    for index, item in enumerate(minutes.agenda):
        yield "paper", [(("agenda", index, "papers", number, "id"), one.id) for number, one in enumerate(item.papers)]
    yield "decision", [(("decisions", index, "id"), one.id) for index, one in enumerate(minutes.decisions)]
    yield "action", [(("actions", index, "id"), one.id) for index, one in enumerate(minutes.actions)]


def _post(one: Attendee) -> tuple[str, str]:
    return one.organisation or "", fold(one.role or "")


def _differ(one: Attendee, other: Attendee) -> bool:
    """Whether two of one name or one post are two people: of two organisations, or of two names."""
    organisations = {who.organisation for who in (one, other) if who.organisation is not None}
    people = {fold(who.person) for who in (one, other) if who.person is not None}
    return len(organisations) > 1 or len(people) > 1


RULES: tuple[RegisterRule, ...] = (
    number_used_twice,
    present_and_absent,
    unknown_item,
    signed_and_not_signed,
    held_elsewhere,
)
