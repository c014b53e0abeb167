"""Warnings about papers without decisions, personal names, and contradictory successors (GR314 to GR317)."""

from collections.abc import Iterator

from govreg.analysis.succession import ENDINGS
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import KeyPath, in_meeting, in_minutes
from govreg.model.names import fold
from govreg.model.persons import person_in
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

WARNING = Severity.WARNING


@rule("GR314", WARNING)
def paper_without_decision(context: RuleContext) -> Iterator[Problem]:
    """A paper on the agenda has no decision under its number.

    It may have been deferred, decided under another number or forgotten. Anyone who looks up the number finds nothing.

    Wrong:

        minutes/police-and-crime-board/2018-04-04.yaml
        agenda:
          - {item: "4", title: Decisions, papers: [{id: 2018/008, title: Shared services}]}
        decisions:
          - {id: 2018/010, title: Wide area network, status: made}
        meetings/police-and-crime-board.yaml
        title: Police and Crime Board
        lead: opcc

    Right:

        minutes/police-and-crime-board/2018-04-04.yaml
        agenda:
          - {item: "4", title: Decisions, papers: [{id: 2018/008, title: Shared services}]}
        decisions:
          - {id: 2018/008, title: Shared services, status: deferred}
        meetings/police-and-crime-board.yaml
        title: Police and Crime Board
        lead: opcc
    """
    for id_, minutes in context.minutes.items():
        undecided = minutes.undecided
        numbers = {fold(one.title): one.id for one in reversed(minutes.decisions) if one.title} if undecided else {}
        for path, paper in undecided:
            title = paper.title
            elsewhere = numbers.get(fold(title)) if title else None
            called = f"“{paper.id}” ({title})" if title else f"“{paper.id}”"
            also = f"; a decision with that title has the number “{elsewhere}”" if elsewhere else ""
            hint = "Record the decision (with `status: deferred` if it was postponed), or correct the number."
            yield Problem(in_minutes(id_, path), f"The paper {called} has no decision{also}.", hint)


@rule("GR315", WARNING)
def number_with_two_titles(context: RuleContext) -> Iterator[Problem]:
    """Two papers or decisions have the same number.

    Anyone who looks up the number may find the wrong one.

    Wrong:

        minutes/police-and-crime-board/2018-04-04.yaml
        agenda:
          - {item: "4", title: Decisions, papers: [{id: 2018/006, title: Williton Police Station}]}
        decisions:
          - {id: 2018/006, title: Shepton Mallet Station, status: made}
        meetings/police-and-crime-board.yaml
        title: Police and Crime Board
        lead: opcc

    Right:

        minutes/police-and-crime-board/2018-04-04.yaml
        agenda:
          - {item: "4", title: Decisions, papers: [{id: 2018/006, title: Williton Police Station}]}
        decisions:
          - {id: 2018/006, title: Williton Police Station, status: made}
        meetings/police-and-crime-board.yaml
        title: Police and Crime Board
        lead: opcc
    """
    first: dict[tuple[str, str], tuple[str, str, KeyPath]] = {}
    for id_, minutes in sorted(context.minutes.items()):
        decided = [(("decisions", index), one.id, one.title) for index, one in enumerate(minutes.decisions)]
        papers = [(path, paper.id, paper.title) for path, paper in minutes.papers]
        for path, number, title in (*papers, *decided):
            if number is None or title is None:
                continue
            known, where, place = first.setdefault((minutes.meeting, number), (title, id_, path))
            if fold(known) != fold(title):
                related = ((in_minutes(where, place), f"its title is “{known}” here"),)
                hint = "Check which of the two has this number, and correct the other."
                yield Problem(in_minutes(id_, path), f"The number “{number}” is used for both “{known}” and “{title}”.", hint, related)


@rule("GR316", WARNING)
def person_named(context: RuleContext) -> Iterator[Problem]:
    """A person is named, or an e-mail address given, where a post would be enough.

    People move on, and their names are personal data; the post remains. If a post is not enough, put the name in
    `person`: it is printed only with `--people`.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        participants:
          - {organisation: constabulary, role: ACC Smithson}

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        participants:
          - {organisation: constabulary, role: ACC}
    """
    for place, _, text in context.texts(lambda text: text if person_in(text) else None, lambda key: key.name in _OF_POSTS):
        message = "This text contains an e-mail address." if "@" in text else "This text seems to name a person."
        yield Problem(place, message, "Write the post only.")
    for meeting in context.register.meetings.values():
        bare: list[KeyPath] = [("chair", "person")] if meeting.chair is not None and meeting.chair.person and not meeting.chair.role else []
        bare += [("participants", index, "person") for index, seat in enumerate(meeting.participants) if seat.person and not seat.role]
        for path in bare:
            yield Problem(
                in_meeting(meeting.id, *path),
                "A person is named, but not their post.",
                "Add the post as `role`. Keep the name only if you need it.",
            )


_OF_POSTS = frozenset({"lead_as_written", "participants_as_written", "role", "by", "decided_by"})
"""The fields that say who leads, attends or decides, where a post is enough."""


@rule("GR317", WARNING)
def successor_disputed(context: RuleContext) -> Iterator[Problem]:
    """Two entries disagree about which meeting replaced which.

    A meeting's review names the meetings that take on its work (`into`); a new meeting names those that it replaces
    (`supersedes`). Either is enough, but here they contradict each other.

    Wrong:

        meetings/policing-board.yaml
        title: Policing Board
        lead: opcc
        status: ended
        review: {recommendation: end, into: [strategic-board]}
        meetings/strategic-board.yaml
        title: Strategic Board
        lead: opcc
        meetings/accountability-board.yaml
        title: Accountability Board
        lead: opcc
        supersedes: [policing-board]

    Right:

        meetings/policing-board.yaml
        title: Policing Board
        lead: opcc
        status: ended
        review: {recommendation: end, into: [strategic-board, accountability-board]}
        meetings/strategic-board.yaml
        title: Strategic Board
        lead: opcc
        meetings/accountability-board.yaml
        title: Accountability Board
        lead: opcc
        supersedes: [policing-board]
    """
    meetings = context.register.meetings
    took_over = {meeting.id: frozenset(meeting.supersedes) for meeting in meetings.values()}
    moved_to = {meeting.id: frozenset(id_ for review in meeting.review for id_ in review.into) for meeting in meetings.values()}
    for meeting in meetings.values():
        for index, before in enumerate(meeting.supersedes):
            if before not in took_over or before == meeting.id:  # GR211 tells of a meeting that names itself
                continue
            into, disputed = moved_to[before], meeting.id in took_over[before]
            if not disputed and (not into or meeting.id in into):
                continue
            predecessor = meetings[before]
            place = in_meeting(meeting.id, "supersedes", index)
            if disputed:
                yield Problem(
                    place,
                    f"This meeting and “{predecessor.title}” each claim to replace the other.",
                    "Remove one of the two `supersedes` entries.",
                    ((in_meeting(before, "supersedes"), "the other one is here"),),
                )
            else:
                related = ((in_meeting(before, "review"), f"“{predecessor.title}” names another successor here"),)
                yield Problem(
                    place,
                    f"The entry for “{predecessor.title}” says that its work moved to another meeting.",
                    f"Add “{meeting.id}” to its `into`, or remove it from `supersedes` here.",
                    related,
                )
        for index, review in enumerate(meeting.review):
            for number, after in enumerate(review.into):
                place = in_meeting(meeting.id, "review", index, "into", number)
                if review.recommendation not in (*ENDINGS, None):
                    yield Problem(
                        place,
                        f"`into` names a meeting to take on the work, but the recommendation is to {review.recommendation}.",
                        "Write `merge` or `end`, or remove `into`.",
                    )
                elif after in meeting.supersedes:
                    yield Problem(place, "The work is due to move to a meeting that this one replaced.", "Remove `into` or `supersedes`.")


RULES: tuple[RegisterRule, ...] = (
    paper_without_decision,
    number_with_two_titles,
    person_named,
    successor_disputed,
)
