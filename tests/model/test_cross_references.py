"""Every id that an entry names is found, with its path."""

from building import a_meeting
from govreg.model.columns import columns
from govreg.model.cross_references import named_ids, references

NAMING = a_meeting(
    lead=["opcc", "nhs"],
    support=["fire"],
    chair={"organisation": "pcc"},
    areas=["bristol"],
    themes=["health"],
    focus=["a", {"text": "b", "themes": ["crime"]}],
    participants=["army", {"meeting": "board"}],
    frequency={"text": "monthly", "exceptions": {"bath": 3}},
    reports_to=["cabinet"],
    links_to=["panel"],
    supersedes=["old"],
    review={"into": ["new"]},
)


def test_every_id_that_a_meeting_names_is_found() -> None:
    found = {reference.id for reference in references(NAMING)}

    assert found == {
        *("opcc", "nhs", "fire", "pcc", "bristol", "health", "crime", "army", "board", "bath", "cabinet", "panel", "old", "new"),
    }


def test_the_path_of_a_reference_leads_to_its_id() -> None:
    ways = {reference.id: reference.path for reference in references(NAMING)}

    assert ways["nhs"] == ("lead", 1)
    assert ways["crime"] == ("focus", 1, "themes", 0)
    assert ways["board"] == ("participants", 1, "meeting")


def test_the_ids_without_their_places_are_those_of_the_references() -> None:
    meetings = (NAMING, a_meeting("unclear", lead="unclear"), a_meeting("other", lead="opcc", participants=["army", "navy"]))

    placed = {(one.kind, one.id) for meeting in meetings for one in references(meeting)}

    assert {(kind, id_) for kind, ids in named_ids(columns(meetings)).items() for id_ in ids} == placed


def test_unclear_and_not_stated_are_not_references() -> None:
    assert not list(references(a_meeting(lead="unclear")))
