"""Parts of an entry that are empty, or that repeat or contradict each other (GR229, GR230, GR242, GR248, GR322, GR324, GR325)."""

from collections.abc import Iterator

from govreg.analysis.succession import successors_by_meeting
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import KeyPath, Location, in_meeting, in_minutes
from govreg.model.names import decimal
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@rule("GR229", ERROR)
def lead_among_supporters(context: RuleContext) -> Iterator[Problem]:
    """An organisation both leads the meeting and supports the lead.

    A supporting organisation backs the one that leads. An organisation either leads, alone or jointly, or supports.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        support: [opcc, constabulary]

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        support: [constabulary]
    """
    for meeting in context.register.meetings.values():
        for index, id_ in enumerate(meeting.support):
            if id_ in meeting.leads:
                related = ((in_meeting(meeting.id, "lead"), "named as the lead here"),)
                message = f"“{id_}” already leads the meeting, so it can't support the lead too."
                yield Problem(in_meeting(meeting.id, "support", index), message, "Remove it from `support` or from `lead`.", related)


@rule("GR230", WARNING)
def area_with_its_part(context: RuleContext) -> Iterator[Problem]:
    """A list of areas includes both an area and a part of it.

    The larger area already includes the part, so the part adds nothing. Another area may have been meant.

    Wrong:

        register.yaml
        areas:
          avon: {name: Avon}
          bristol: {name: Bristol, part_of: avon}
        meetings/local-meetings.yaml
        title: Local Meetings
        lead: opcc
        areas: [avon, bristol]

    Right:

        register.yaml
        areas:
          avon: {name: Avon}
          bristol: {name: Bristol, part_of: avon}
        meetings/local-meetings.yaml
        title: Local Meetings
        lead: opcc
        areas: [avon]
    """
    register = context.register
    for meeting in register.meetings.values():
        if len(meeting.areas) < 2:  # noqa: PLR2004 - an area and a part of it
            continue
        around = register.nested_areas.nearest_among(meeting.areas)
        for index, area in enumerate(meeting.areas):
            larger = around.get(area)
            if larger is not None:
                message = f"“{area}” is part of “{larger}”, which is also listed."
                place = in_meeting(meeting.id, "areas", index)
                yield Problem(place, message, f"Remove “{area}”, or remove “{larger}” if the meeting doesn't cover all of it.")


@rule("GR242", WARNING)
def part_empty(context: RuleContext) -> Iterator[Problem]:
    """Part of an entry is empty, or has no main text.

    Wrong:

        minutes/budget-committee/2018-04-04.yaml
        actions:
          - {owner: constabulary, due: 2018-05-02}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc

    Right:

        minutes/budget-committee/2018-04-04.yaml
        actions:
          - {text: Report on reserves, owner: constabulary, due: 2018-05-02}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    for place, what in _empty_parts(context):
        yield Problem(place, f"This {what} is empty.", "Fill it in, or delete it.")
    for meeting in context.register.meetings.values():
        for index, source in enumerate(meeting.sources):
            if source.model_fields_set and not source.document and not source.url:
                message = "This source doesn't name a document."
                yield Problem(in_meeting(meeting.id, "sources", index), message, "Write which paper or page it is: `document: …`.")


@rule("GR248", WARNING)
def per_area_without_areas(context: RuleContext) -> Iterator[Problem]:
    """A meeting is held once per area, but the register has no areas.

    The number of meetings can't be worked out, so only one is counted.

    Wrong:

        meetings/local-meetings.yaml
        title: Local Meetings
        lead: opcc
        instances: per-area

    Right:

        register.yaml
        areas:
          bristol: {name: Bristol}
          somerset: {name: Somerset}
        meetings/local-meetings.yaml
        title: Local Meetings
        lead: opcc
        instances: per-area
    """
    register = context.register
    for meeting in register.meetings.values():
        if meeting.instances == "per-area" and not meeting.areas and not register.areas and register.areas.complete:
            hint = "List the areas under `areas` in `register.yaml`, or remove `instances`."
            yield Problem(in_meeting(meeting.id, "instances"), "The meeting is held once per area, but the register has no areas.", hint)


@rule("GR322", WARNING)
def merge_without_target(context: RuleContext) -> Iterator[Problem]:
    """A merger or a change is recommended, but not with which meeting, or what changes.

    Or a change is described, but the recommendation is to continue.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        review: {recommendation: merge, reason: Both look at the same papers}

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        review: {recommendation: merge, into: [finance-board], reason: Both look at the same papers}
        meetings/finance-board.yaml
        title: Finance Board
        lead: constabulary
    """
    successors = successors_by_meeting(context.register)
    for meeting in context.register.meetings.values():
        review = meeting.latest_review
        if meeting.live and review is not None and review.recommendation == "merge" and not review.into and meeting.id not in successors:
            place = in_meeting(meeting.id, "review", len(meeting.review) - 1, "recommendation")
            yield Problem(
                place,
                "A merger is recommended, but the meeting to merge with isn't named.",
                "Name the meeting that will take on the work: `into: […]`.",
            )
        elif meeting.live and review is not None and review.recommendation == "change" and not review.change:
            place = in_meeting(meeting.id, "review", len(meeting.review) - 1, "recommendation")
            yield Problem(place, "A change is recommended, but not what changes.", "Write what changes: `change: …`.")
        elif meeting.live and review is not None and review.recommendation == "continue" and review.change:
            place = in_meeting(meeting.id, "review", len(meeting.review) - 1, "change")
            message = "A change is described, but the recommendation is to continue."
            yield Problem(place, message, "Write `recommendation: change`, or remove `change`.")


@rule("GR324", WARNING)
def one_off_with_frequency(context: RuleContext) -> Iterator[Problem]:
    """A one-off meeting has a frequency.

    Wrong:

        meetings/budget-summit.yaml
        title: Budget summit
        lead: opcc
        kind: one-off
        frequency: Monthly

    Right:

        meetings/budget-summit.yaml
        title: Budget summit
        lead: opcc
        kind: one-off
        next_meets: 2026-12-01
    """
    for meeting in context.register.meetings.values():
        per_year = context.counts[meeting.id].per_year if meeting.kind == "one-off" else None
        if per_year is not None and per_year > 1:
            message = f"This is a one-off meeting, but its frequency is {decimal(per_year)} times a year."
            yield Problem(in_meeting(meeting.id, "kind"), message, "Correct `kind`, or remove `frequency`.")


@rule("GR325", WARNING)
def successor_ended(context: RuleContext) -> Iterator[Problem]:
    """A meeting's work is due to move to a meeting that has ended.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        review: {recommendation: merge, into: [finance-board]}
        meetings/finance-board.yaml
        title: Finance Board
        lead: constabulary
        status: ended
        review: {recommendation: end, reason: Its work is done}

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        review: {recommendation: merge, into: [finance-board]}
        meetings/finance-board.yaml
        title: Finance Board
        lead: constabulary
    """
    meetings = context.register.meetings
    for meeting in meetings.values():
        review = meeting.latest_review
        for index, id_ in enumerate(review.into if review is not None and meeting.live else ()):
            after = meetings.get(id_)
            if after is not None and not after.live:
                related = ((in_meeting(id_, "status"), "it has ended"),)
                message = f"The work is due to move to “{after.title}”, which has ended."
                place = in_meeting(meeting.id, "review", len(meeting.review) - 1, "into", index)
                yield Problem(place, message, "Name a meeting that still meets and will take on the work.", related)


def _empty_parts(context: RuleContext) -> Iterator[tuple[Location, str]]:
    """The parts that are empty: the location of each, and what it is."""
    for meeting in context.register.meetings.values():
        for key, what, part in (
            ("chair", "chair", meeting.chair),
            ("terms_of_reference", "entry for the terms of reference", meeting.terms_of_reference),
            ("frequency", "frequency", meeting.frequency),
        ):
            if part is not None and not part.model_fields_set:
                yield in_meeting(meeting.id, key), what
        for index, review in enumerate(meeting.review):
            if not review.model_fields_set:
                yield in_meeting(meeting.id, "review", index), "review"
        for index, source in enumerate(meeting.sources):
            if not source.model_fields_set:
                yield in_meeting(meeting.id, "sources", index), "source"
    for id_, minutes in context.minutes.items():
        found: list[tuple[KeyPath, str, object]] = []
        for index, item in enumerate(minutes.agenda):
            found.append((("agenda", index), "agenda item", item.item or item.title or item.papers))
            found += [(("agenda", index, "papers", number), "paper", one.id or one.title) for number, one in enumerate(item.papers)]
        found += [(("decisions", index), "decision", one.id or one.title or one.text) for index, one in enumerate(minutes.decisions)]
        found += [(("actions", index), "action", one.id or one.text) for index, one in enumerate(minutes.actions)]
        yield from ((in_minutes(id_, path), what) for path, what, content in found if not content)


RULES: tuple[RegisterRule, ...] = (
    lead_among_supporters,
    area_with_its_part,
    part_empty,
    per_area_without_areas,
)
GOVERNANCE: tuple[RegisterRule, ...] = (
    merge_without_target,
    one_off_with_frequency,
    successor_ended,
)
