"""Minutes that contradict themselves or their meeting's entry (GR236, GR237, GR239 to GR241)."""

from collections.abc import Iterable, Iterator

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import KeyPath, in_minutes
from govreg.model.minutes import Attendee, Minutes
from govreg.model.names import fold, shown
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@rule("GR236", ERROR)
def number_used_twice(context: RuleContext) -> Iterator[Problem]:
    """Two agenda items, papers, decisions or actions at one meeting have the same number.

    When someone quotes the number, it isn't clear which one they mean.

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
    for id_, minutes in context.minutes.items():
        for what, numbers in _numbered(minutes):
            first: dict[str, KeyPath] = {}
            for path, number in numbers:
                first_path = first.setdefault(fold(number), path) if number is not None else path
                if first_path != path:
                    related = ((in_minutes(id_, first_path), "first used here"),)
                    message = f"Another {what} at this meeting has the number “{shown(number or '')}”."
                    yield Problem(in_minutes(id_, path), message, "Check which of the two has this number, and correct the other.", related)


@rule("GR237", WARNING)
def present_and_absent(context: RuleContext) -> Iterator[Problem]:
    """The same attendee is listed as both present and absent.

    One person from an organisation may attend while another sends apologies. In that case, give the post of each in
    `role`.

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
    for id_, minutes in context.minutes.items():
        posts: dict[tuple[str, str], int] = {}
        people: dict[str, int] = {}
        for index, one in enumerate(minutes.attended):
            if one.role is not None or one.person is None:
                posts.setdefault(_post(one), index)
            if one.person is not None:
                people.setdefault(fold(one.person), index)
        for index, one in enumerate(minutes.apologies):
            index_present = people.get(fold(one.person)) if one.person is not None else posts.get(_post(one))
            if index_present is None or _are_different(one, minutes.attended[index_present]):
                continue
            related = ((in_minutes(id_, ("attended", index_present)), "listed as present here"),)
            message = "The same attendee is listed as both present and absent."
            hint = "Delete one of the two, or add a different `role` to each."
            yield Problem(in_minutes(id_, ("apologies", index)), message, hint, related)


@rule("GR239", ERROR)
def unknown_item(context: RuleContext) -> Iterator[Problem]:
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
    for id_, minutes in context.minutes.items():
        items = {fold(one.item) for one in minutes.agenda if one.item is not None}
        for index, decision in enumerate(minutes.decisions):
            if items and decision.item is not None and fold(decision.item) not in items:
                place = in_minutes(id_, ("decisions", index, "item"))
                hint = "Write the number of an item on the agenda, or add the item to `agenda`."
                yield Problem(place, f"The agenda has no item “{shown(decision.item)}”.", hint)


@rule("GR240", ERROR)
def signature_contradicts_status(context: RuleContext) -> Iterator[Problem]:
    """A decision has a signature date, but its status says it isn't signed.

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
    for id_, minutes in context.minutes.items():
        for index, decision in enumerate(minutes.decisions):
            if decision.signed_on is not None and decision.status in ("to-be-signed", "deferred"):
                message = f"The decision has a signature date, but its status is “{decision.status}”."
                hint = "Write `status: made`, or delete `signed_on`."
                yield Problem(in_minutes(id_, ("decisions", index, "status")), message, hint)


@rule("GR241", WARNING)
def area_not_covered(context: RuleContext) -> Iterator[Problem]:
    """Minutes are for an area that the meeting doesn't cover.

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
    register = context.register
    for id_, minutes in context.minutes.items():
        meeting = register.meetings.get(minutes.meeting)
        if meeting is None or minutes.area is None or minutes.area not in register.areas or not meeting.areas:
            continue
        lies_in = register.nested_areas.lies_in
        if not any(lies_in(area, minutes.area) or lies_in(minutes.area, area) for area in meeting.areas):
            message = f"“{meeting.title}” isn't held in {register.area_name(minutes.area)}."
            yield Problem(in_minutes(id_, ("area",)), message, "Correct the area, or add it to the meeting's `areas`.")


def _numbered(minutes: Minutes) -> Iterator[tuple[str, Iterable[tuple[KeyPath, str | None]]]]:
    """The lists in `minutes` whose numbers must be unique: what each contains, and its numbers with their paths."""
    yield "agenda item", [(("agenda", index, "item"), one.item) for index, one in enumerate(minutes.agenda)]
    for index, item in enumerate(minutes.agenda):
        yield "paper", [(("agenda", index, "papers", number, "id"), one.id) for number, one in enumerate(item.papers)]
    yield "decision", [(("decisions", index, "id"), one.id) for index, one in enumerate(minutes.decisions)]
    yield "action", [(("actions", index, "id"), one.id) for index, one in enumerate(minutes.actions)]


def _post(one: Attendee) -> tuple[str, str]:
    return one.organisation or "", fold(one.role or "")


def _are_different(one: Attendee, other: Attendee) -> bool:
    """Whether two attendees are different people because their organisations or their names differ."""
    organisations = {who.organisation for who in (one, other) if who.organisation is not None}
    people = {fold(who.person) for who in (one, other) if who.person is not None}
    return len(organisations) > 1 or len(people) > 1


RULES: tuple[RegisterRule, ...] = (
    number_used_twice,
    present_and_absent,
    unknown_item,
    signature_contradicts_status,
    area_not_covered,
)
