"""What minutes say of decisions and papers, who is named, and who replaced whom, where a rule's page doesn't show it."""

from typing import Any

import pytest

from building import a_meeting, a_register, a_sitting, found_at, problems, related, where
from govreg.model import names
from govreg.rules.minutes_and_people import number_with_two_titles, paper_without_decision, person_named, successor_disputed

REGISTER = a_register(a_meeting())
HERE = "budget-committee/2018-04-04"


def found(*decisions: dict[str, str]) -> list[str]:
    return found_at(number_with_two_titles, REGISTER, a_sitting(decisions=decisions))


def test_a_decision_without_a_number_or_a_title_contradicts_none() -> None:
    assert len(found({"id": "1", "title": "Savings"}, {"id": "1", "title": "Reserves"})) == 1
    assert found({"id": "1", "title": "Savings"}, {"id": "1", "title": "SAVINGS"}) == []
    assert found({"id": "1", "title": "Savings"}, {"id": "1"}, {"title": "Reserves"}, {"title": "Grants"}) == []
    assert len(found({"title": "Reserves"}, {"id": "1"}, {"id": "1", "title": "Savings"}, {"id": "1", "title": "Reserves"})) == 1


def test_a_number_is_compared_with_its_first_use_by_day_at_the_same_meeting_only() -> None:
    later = a_sitting("budget-committee/2018-05-02", decisions=[{"title": "x"}, {"id": "1", "title": "Grants"}])
    first = a_sitting(
        agenda=[{"title": "x"}, {"papers": [{"id": "2"}, {"id": "1", "title": "Savings"}]}], decisions=[{"id": "1", "title": "Reserves"}]
    )
    other = a_sitting("finance-board/2018-01-01", decisions=[{"id": "1", "title": "Fleet"}])

    assert found_at(number_with_two_titles, REGISTER, later, other, first) == [
        f"{HERE} decisions.0: The number “1” is used for both “Savings” and “Reserves”.",
        "budget-committee/2018-05-02 decisions.1: The number “1” is used for both “Savings” and “Grants”.",
    ]
    place = f"{HERE} agenda.1.papers.1: its title is “Savings” here"
    assert [related(one) for one in problems(number_with_two_titles, REGISTER, later, other, first)] == [[place], [place]]


@pytest.mark.parametrize(
    ("paper", "message"),
    [
        ({"id": "8"}, "The paper “8” has no decision."),
        ({"id": "8", "title": "Fleet"}, "The paper “8” (Fleet) has no decision."),
        ({"id": "8", "title": "SAVINGS"}, "The paper “8” (SAVINGS) has no decision; a decision with that title has the number “9”."),
    ],
)
def test_a_paper_without_a_decision_may_have_been_decided_under_another_number(paper: dict[str, str], message: str) -> None:
    decisions = [{"id": "7"}, {"id": "6", "title": "Estates"}, {"id": "9", "title": "Savings"}]

    assert found_at(paper_without_decision, REGISTER, a_sitting(agenda=[{"papers": [paper]}], decisions=decisions)) == [
        f"{HERE} agenda.0.papers.0: {message}"
    ]


def test_the_titles_of_decisions_are_read_once_for_all_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sitting may have a thousand papers and as many decisions; the first decision with a paper's title is the one named."""
    folded: list[str] = []

    def fold(text: str) -> str:
        folded.append(text)
        return names.fold(text)

    monkeypatch.setattr("govreg.rules.minutes_and_people.fold", fold)
    papers = [{"id": f"{number}", "title": "Estates"} for number in range(50)]
    decisions = [{"id": f"d{number}", "title": "ESTATES"} for number in range(50)]
    messages = found_at(paper_without_decision, REGISTER, a_sitting(agenda=[{"papers": papers}], decisions=decisions))

    assert len(messages) == 50
    assert all("a decision with that title has the number “d0”" in message for message in messages)
    assert len(folded) == 100


@pytest.mark.parametrize(
    "keys",
    [
        {"lead_as_written": "Dr Jane Smith"},
        {"participants_as_written": "Dr Jane Smith"},
        {"chair": {"role": "Dr Jane Smith"}},
        {"participants": [{"organisation": "nhs", "role": "Dr Jane Smith"}]},
        {"review": {"decided_by": "Dr Jane Smith"}},
    ],
)
def test_a_person_is_found_in_each_field_that_names_a_post(keys: dict[str, Any]) -> None:
    assert [one.split(": ")[1] for one in found_at(person_named, a_register(a_meeting(**keys)))] == ["This text seems to name a person."]


def test_a_person_is_named_with_a_post() -> None:
    seats = [
        {"organisation": "nhs", "role": "CEO", "person": "Jo Jones"},
        {"organisation": "nhs"},
        {"organisation": "nhs", "person": "Pat Smith"},
    ]
    register = a_register(
        a_meeting("a", chair={"person": "Jo Jones"}, participants=seats),
        a_meeting("b", chair={"role": "CEO", "person": "Jo Jones"}),
        a_meeting("c", chair="opcc"),
    )

    assert found_at(person_named, register) == [
        "a chair.person: A person is named, but not their post.",
        "a participants.2.person: A person is named, but not their post.",
    ]


def disputed(*meetings: Any) -> list[str]:
    """What is found of who replaced whom, with the other places."""
    found = problems(successor_disputed, a_register(*meetings))
    return [" | ".join((f"{where(one.place)}: {one.message}", *related(one))) for one in found]


def test_a_successor_is_disputed_only_if_the_other_entry_names_another() -> None:
    def says(*into: str) -> list[str]:
        reviews = [{"into": list(into[:1])}, {"into": list(into[1:])}]
        return disputed(a_meeting("old", review=reviews), a_meeting("new", supersedes=["gone", "old"]))

    assert says() == says("new") == says("other", "new") == []
    assert says("other") == [
        (
            "new supersedes.1: The entry for “Old” says that its work moved to another meeting. | "
            "old review: “Old” names another successor here"
        )
    ]


def test_a_meeting_that_replaces_itself_disputes_nothing() -> None:
    assert disputed(a_meeting("a", supersedes=["a"])) == []


def test_two_meetings_may_not_replace_each_other() -> None:
    assert disputed(a_meeting("a", supersedes=["b"]), a_meeting("b", supersedes=["c", "a"]), a_meeting("c", supersedes=["d"])) == [
        "a supersedes.0: This meeting and “B” each claim to replace the other. | b supersedes: the other one is here",
        "b supersedes.1: This meeting and “A” each claim to replace the other. | a supersedes: the other one is here",
    ]


@pytest.mark.parametrize("recommendation", ["continue", "start", "change", "suspend", "defer"])
def test_work_moves_only_when_a_meeting_ends_or_merges(recommendation: str) -> None:
    reviews = [{"into": ["x"]}, {"recommendation": "end", "into": ["x"]}, {"recommendation": "merge", "into": ["x"]}]
    wrong = {"recommendation": recommendation, "into": ["x", "y"]}

    assert disputed(a_meeting(review=reviews)) == []
    assert disputed(a_meeting(review=[*reviews, wrong])) == [
        f"budget-committee review.3.into.{at}: `into` names a meeting to take on the work, but the recommendation is to {recommendation}."
        for at in (0, 1)
    ]


def test_work_does_not_move_to_a_meeting_that_was_replaced() -> None:
    assert disputed(a_meeting("a", supersedes=["b"], review=[{}, {"recommendation": "end", "into": ["c", "b"]}]), a_meeting("b")) == [
        "a review.1.into.1: The work is due to move to a meeting that this one replaced."
    ]
