"""Which names are one name: a board that is made a partnership keeps its own, and so does one that is called after a place."""

import pytest

from building import a_meeting, a_register
from govreg.analysis.duplicates.names import abbreviations, core_name
from govreg.analysis.text.topics import Topics

REGISTER = a_register(areas={"cheviot": {}, "newport": {}, "norfolk": {}}, organisations={"police": {"name": "Norfolk Constabulary"}})


def core(title: str) -> str:
    meeting = a_meeting(title=title)
    text = next(iter(Topics(REGISTER).texts(meeting)))
    return core_name(text, meeting.title)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norfolk Safeguarding Children Board", "Safeguarding Children Partnership"),
        ("Drug and Alcohol Action Team", "Norfolk Drug and Alcohol Partnership"),
        ("Criminal Justice Strategy Board", "Criminal Justice Board"),
        ("Workforce Development Group (NSCB)", "Workforce Development Group (NSCP)"),
        ("One Newport", "One Newport Partnership"),
        ("Cheviot Area Committee", "Cheviot Area Partnership"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    assert core(one) == core(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Drug and Alcohol Partnership", "Drug and Alcohol Forum"),
        ("Safeguarding Children Board", "Safeguarding Adults Board"),
        ("Workforce Development Group (Norwich)", "Workforce Development Group (Thetford)"),
        ("One Newport", "One Norfolk"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert core(one) != core(other)


@pytest.mark.parametrize("title", ["Norfolk Board", "Board of Newport", "The Partnership"])
def test_a_place_with_a_kind_of_body_is_no_name(title: str) -> None:
    assert core(title) == ""


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("GwASB", {"gwasb"}),
        ("N-DAP", {"dap", "n"}),
        ("Workforce Development Group (NSCB)", {"nscb"}),
        ("Road Safety Board", set()),
        ("ROAD SAFETY BOARD", set()),
    ],
)
def test_an_abbreviation_has_two_capitals_where_the_rest_has_not(name: str, found: set[str]) -> None:
    assert abbreviations(name) == found
