"""Doubts about what is written down: papers and decisions, names, who took whose place (GR314 to GR317)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from govreg.analysis.succession import ENDINGS
from govreg.diagnostics.finding import Problem, Rule, Severity, rule
from govreg.model.location import KeyPath, in_meeting, in_minutes
from govreg.model.names import fold
from govreg.rules.context import RuleContext

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


_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Cllr|Councillor|Rev)\.?"
    r" (?:[A-Z]\.? )*[A-Z][a-z]+(?:[- ][A-Z][a-z]+)?"
)
_RANKED = re.compile(
    r"\b(?:[ATD]/)?(?:CC|DCC|ACC|ACO|C/Supt|Ch(?:ief)? Supt|Supt|CI|Ch Insp|DCI|DI|DS|PC|PS|Insp|Sgt"
    r"|Chief Superintendent|Superintendent|Chief Inspector|Inspector|Sergeant|Constable|Commander)\.? (?:[A-Z][a-z]+ )?[A-Z][a-z]+\b"
)
_POSTS = frozenset(
    "And Area Business Chair Change Command Communities Community Confidence Crime Criminal Custody District East "
    "Engagement Field For Force Intelligence Investigations Justice Lead Leads Local Major Member National Neighbourhood "
    "North Of Officer Operational Operations Or Organised Partnership Partnerships People Policing Prevention "
    "Professional Protection Protective Public Regional Representative Response Roads Safeguarding Safety Serious "
    "Services South Specialist Sponsor Staff Standards Support Tasking Team Territorial Uniform Vulnerability West".split()
)
"""What stands behind a rank to say the post rather than the person: `ACC Crime`."""


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
    for meeting in subject.register.meetings.values():
        texts: list[tuple[KeyPath, str | None]] = [
            (("lead_as_written",), meeting.lead_as_written),
            (("participants_as_written",), meeting.participants_as_written),
        ]
        bare: list[KeyPath] = []
        if meeting.chair is not None:
            texts.append((("chair", "role"), meeting.chair.role))
            bare += [("chair", "person")] if meeting.chair.person and not meeting.chair.role else []
        for index, seat in enumerate(meeting.participants):
            texts.append((("participants", index, "role"), seat.role))
            bare += [("participants", index, "person")] if seat.person and not seat.role else []
        for path, text in texts:
            name = _name_in(text or "")
            if name:
                yield Problem(in_meeting(meeting.id, *path), f"“{name}” names a person.", "Write the post alone.")
        for path in bare:
            yield Problem(
                in_meeting(meeting.id, *path),
                "A person is named, and no post.",
                "Write the post as `role`; keep the name only if you must.",
            )


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


@lru_cache(maxsize=1024)
def _name_in(text: str) -> str:
    titled = _TITLED.search(text)
    if titled is not None:
        return titled.group()
    return next((match.group() for match in _RANKED.finditer(text) if not _POSTS & set(match.group().split()[1:])), "")


RULES: tuple[Rule[[RuleContext], Iterator[Problem]], ...] = (
    paper_without_decision,
    number_with_two_titles,
    person_named,
    places_disputed,
)
