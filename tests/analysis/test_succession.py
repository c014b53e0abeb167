"""A succession is recorded by the successor, by the predecessor's review, or by both."""

from building import a_meeting, a_register
from govreg.analysis.succession import Succession, successions, successors_by_meeting


def test_either_side_of_a_succession_is_enough() -> None:
    by_new = a_register(a_meeting("old"), a_meeting("new", supersedes=["old"]))
    by_old = a_register(a_meeting("old", review={"recommendation": "merge", "into": ["new"]}), a_meeting("new"))

    for register in (by_new, by_old):
        assert [(one.before, one.after) for one in successions(register)] == [("old", "new")]
        assert successors_by_meeting(register) == {"old": {"new"}}


def test_a_succession_is_proposed_until_decided_or_carried_out() -> None:
    review = {"recommendation": "end", "into": ["new"]}
    proposed = a_register(a_meeting("old", review=review), a_meeting("new"))
    decided = a_register(a_meeting("old", review={**review, "decided_on": "2016-11-10"}), a_meeting("new"))
    happened = a_register(a_meeting("old", review=review, status="ended"), a_meeting("new"))

    assert [next(successions(register)).proposed for register in (proposed, decided, happened)] == [True, False, False]


def test_a_continuing_meeting_has_no_successors() -> None:
    register = a_register(a_meeting("old", review={"recommendation": "continue", "into": ["new"]}), a_meeting("new"))

    assert list(successions(register)) == []


def test_a_succession_names_its_source_and_the_place_there() -> None:
    reviews = [{"recommendation": "merge", "into": ["x"]}, {"into": ["gone", "new"]}]
    register = a_register(a_meeting("old", review=reviews), a_meeting("new", supersedes=["gone", "old"], status="proposed"))

    assert list(successions(register)) == [
        Succession("old", "new", "new", ("supersedes", 1), proposed=True),
        Succession("old", "new", "old", ("review", 1, "into", 1), proposed=True),
    ]


def test_no_meeting_succeeds_itself_or_one_that_the_register_lacks() -> None:
    itself = a_meeting("m", supersedes=["m", "gone"], review={"recommendation": "end", "into": ["m", "gone"]})

    assert list(successions(a_register(itself))) == []
