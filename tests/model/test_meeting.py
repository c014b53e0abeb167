"""A meeting is told in few words; short forms and empty keys mean what a writer means by them."""

import pytest

from building import a_meeting, read_meeting, told

MEETING = "title: Budget committee\nlead: opcc\n"


def test_a_lead_is_sole_joint_unclear_or_not_stated() -> None:
    kinds = {str(lead): a_meeting(lead=lead).lead_kind for lead in ("opcc", ["opcc"], ["opcc", "nhs"], "unclear", "not-stated")}

    assert list(kinds.values()) == ["sole", "sole", "joint", "unclear", "not-stated"]
    assert a_meeting(lead="unclear").leads == ()
    assert a_meeting(lead=["opcc", "nhs"]).leads == ("opcc", "nhs")


@pytest.mark.parametrize("key", ["aliases", "participants", "focus", "frequency", "status", "chair", "review", "notes", "statutory"])
@pytest.mark.parametrize("nothing", ["", " []"])
def test_an_empty_key_is_the_same_as_none(key: str, nothing: str) -> None:
    reading = read_meeting(f"{MEETING}{key}:{nothing}\n")

    assert reading.findings == ()
    assert reading.register.meetings["budget-committee"] == read_meeting(MEETING).register.meetings["budget-committee"]


@pytest.mark.parametrize("text", ["title:\nlead: opcc\n", "title: Budget committee\nlead:\n", "title: Budget committee\nlead: []\n"])
def test_title_and_lead_may_not_be_empty(text: str) -> None:
    reading = read_meeting(text)

    assert len(told(reading.findings)) == 1
    assert reading.register.unread == ("meetings/budget-committee.yaml",)


def test_short_forms_stand_for_mappings() -> None:
    short = read_meeting(f"{MEETING}chair: nhs\nparticipants: [nhs]\nfocus: [Parking]\nfrequency: monthly\nstatutory: Care Act 2014\n")
    long = read_meeting(
        f"{MEETING}chair: {{organisation: nhs}}\nparticipants: [{{organisation: nhs}}]\nfocus: [{{text: Parking}}]\n"
        "frequency: {text: monthly}\nstatutory: [Care Act 2014]\n"
    )

    assert short.findings == ()
    assert short.register.meetings["budget-committee"] == long.register.meetings["budget-committee"]


def test_text_stays_text_whatever_it_looks_like() -> None:
    reading = read_meeting("title: '136'\naliases: ['NO', '12:30', '1.10']\nlead: opcc\nduration: 1.50\n")
    meeting = reading.register.meetings["budget-committee"]

    assert (meeting.title, meeting.aliases, meeting.duration) == ("136", ("NO", "12:30", "1.10"), "1.50")
    assert told(reading.findings) == ["GR019 4:11"]


def test_the_newest_review_stands_last() -> None:
    assert a_meeting().latest_review is None
    newest = a_meeting(review=[{"recommendation": "continue"}, {"recommendation": "end"}]).latest_review
    assert newest is not None
    assert newest.recommendation == "end"


def test_only_duties_that_are_named_are_told() -> None:
    assert a_meeting(statutory=["Care Act 2014"]).duties == ("Care Act 2014",)
    assert [a_meeting(statutory=said).duties for said in ("true", "false")] == [(), ()]
    assert a_meeting().duties == ()
