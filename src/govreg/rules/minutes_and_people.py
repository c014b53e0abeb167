"""Doubts about what is written down: papers and decisions, names, who took whose place (GR314 to GR317)."""

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
def paper_without_decision(subject: RuleContext) -> Iterator[Problem]:
    """A paper on the agenda has no decision under its number.

    It was deferred, decided under another number, or forgotten; whoever looks the number up finds nothing.

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
    for id_, minutes in subject.minutes.items():
        for path, paper in minutes.undecided:
            title = paper.title
            elsewhere = next((one.id for one in minutes.decisions if one.title and title and fold(one.title) == fold(title)), None)
            called = f"“{paper.id}” ({title})" if title else f"“{paper.id}”"
            also = f"; a decision of that title has the number “{elsewhere}”" if elsewhere else ""
            hint = "Write the decision, `status: deferred` if it was put off, or put the number right."
            yield Problem(in_minutes(id_, path), f"The paper {called} has no decision{also}.", hint)


@rule("GR315", WARNING)
def number_with_two_titles(subject: RuleContext) -> Iterator[Problem]:
    """One number stands for two papers or decisions.

    Whoever looks it up finds one of the two.

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
    for id_, minutes in sorted(subject.minutes.items()):
        decided = [(("decisions", index), one.id, one.title) for index, one in enumerate(minutes.decisions)]
        papers = [(path, paper.id, paper.title) for path, paper in minutes.papers]
        for path, number, title in (*papers, *decided):
            if number is None or title is None:
                continue
            known, where, place = first.setdefault((minutes.meeting, number), (title, id_, path))
            if fold(known) != fold(title):
                related = ((in_minutes(where, place), f"it is “{known}” here"),)
                hint = "Look up which of the two has the number, and put the other right."
                yield Problem(in_minutes(id_, path), f"“{number}” is “{known}” and “{title}”.", hint, related)


@rule("GR316", WARNING)
def person_named(subject: RuleContext) -> Iterator[Problem]:
    """A person is named where a post would do.

    People move on within months and their names are personal data; the post stays. A name belongs in `person`, where
    no post will do, and is printed only when asked for.

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
    for written in subject.written:
        if written.key.name in _OF_POSTS and person_in(written.text):
            yield Problem(written.place, "This text seems to name a person.", "Write the post alone.")
    for meeting in subject.register.meetings.values():
        bare: list[KeyPath] = [("chair", "person")] if meeting.chair is not None and meeting.chair.person and not meeting.chair.role else []
        bare += [("participants", index, "person") for index, seat in enumerate(meeting.participants) if seat.person and not seat.role]
        for path in bare:
            yield Problem(
                in_meeting(meeting.id, *path),
                "A person is named, and no post.",
                "Write the post as `role`; keep the name only if you must.",
            )


_OF_POSTS = frozenset({"lead_as_written", "participants_as_written", "role", "by", "decided_by"})
"""The keys that say who leads, comes or decides: a post will do."""


@rule("GR317", WARNING)
def places_disputed(subject: RuleContext) -> Iterator[Problem]:
    """Two entries disagree on who took whose place.

    A meeting's review says where its work goes (`into`), the meeting that took it on says whose place it took
    (`supersedes`). Either is enough; here they contradict each other.

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
    meetings = subject.register.meetings
    for meeting in meetings.values():
        for index, before in enumerate(meeting.supersedes):
            predecessor = meetings.get(before)
            if predecessor is None:
                continue
            into = {id_ for review in predecessor.review for id_ in review.into}
            place = in_meeting(meeting.id, "supersedes", index)
            related = ((in_meeting(before, "review"), f"“{predecessor.title}” says otherwise here"),)
            if meeting.id in predecessor.supersedes:
                yield Problem(
                    place,
                    f"This and “{predecessor.title}” each take the other's place.",
                    "Take one of the two out.",
                    ((in_meeting(before, "supersedes"), "and here"),),
                )
            elif into and meeting.id not in into:
                yield Problem(
                    place,
                    f"“{predecessor.title}” says that its work goes elsewhere.",
                    f"Add “{meeting.id}” to its `into`, or take this out.",
                    related,
                )
        for index, review in enumerate(meeting.review):
            for number, after in enumerate(review.into):
                place = in_meeting(meeting.id, "review", index, "into", number)
                if review.recommendation not in (*ENDINGS, None):
                    yield Problem(
                        place,
                        f"Its work goes elsewhere, but the recommendation is to {review.recommendation}.",
                        "Write `merge` or `end`, or take `into` out.",
                    )
                elif after in meeting.supersedes:
                    yield Problem(place, "Its work goes to a meeting whose place it took.", "Take `into` or `supersedes` out.")


RULES: tuple[RegisterRule, ...] = (
    paper_without_decision,
    number_with_two_titles,
    person_named,
    places_disputed,
)
