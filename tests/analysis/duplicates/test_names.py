"""Which names are one name: a board that is made a partnership keeps its own, and so does one that is called after a place."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.duplicates.names import abbreviations, core_name, short_for_bodies
from govreg.analysis.text.topics import Topics

REGISTER = a_register(areas={"cheviot": {}, "newport": {}, "norfolk": {}}, organisations={"police": {"name": "Norfolk Constabulary"}})


def core(title: str) -> str:
    meeting = a_meeting(title=title)
    text = next(iter(Topics(REGISTER).texts(meeting)))
    return core_name(text, short_for_bodies(meeting, REGISTER))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norfolk Safeguarding Children Board", "Safeguarding Children Partnership"),
        ("Drug and Alcohol Action Team", "Norfolk Drug and Alcohol Partnership"),
        ("Criminal Justice Strategy Board", "Criminal Justice Board"),
        ("Norfolk Drug Action Team (NDAT)", "Norfolk Drug Action Partnership (NDAP)"),
        ("One Newport", "One Newport Partnership"),
        ("Cheviot Area Committee", "Cheviot Area Partnership"),
    ],
)
def test_titles_with_the_same_distinctive_name(one: str, other: str) -> None:
    assert core(one) == core(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Drug and Alcohol Partnership", "Drug and Alcohol Forum"),
        ("Safeguarding Children Board", "Safeguarding Adults Board"),
        ("Workforce Development Group (Norwich)", "Workforce Development Group (Thetford)"),
        ("Performance Assurance Board (BSC)", "Performance Assurance Committee (UNC)"),
        ("One Newport", "One Norfolk"),
    ],
)
def test_titles_with_different_distinctive_names(one: str, other: str) -> None:
    assert core(one) != core(other)


@pytest.mark.parametrize("title", ["Norfolk Board", "Board of Newport", "The Partnership"])
def test_a_place_with_a_kind_of_body_is_not_a_distinctive_name(title: str) -> None:
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
def test_an_abbreviation_has_two_capitals_in_a_lower_case_title(name: str, found: set[str]) -> None:
    assert abbreviations(name) == found


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({"title": "Workforce Group (NSCB)", "reports_to": ["children-board"]}, {"nscb"}),
        ({"title": "Workforce Group (NSCB)"}, set()),
        ({"title": "Drugs Partnership", "aliases": ["HADP"]}, {"hadp"}),
        ({"title": "NSCB Workforce Group", "reports_to": ["children-board"]}, {"nscb"}),
        ({"title": "NSCB Workforce Group"}, set()),
        ({"title": "Embedded MSP430 Team"}, set()),
        ({"title": "GRSB Gwent-wide Road Safety Board"}, set()),
        ({"title": "GwRSB – Gwent-wide Road Safety Board"}, {"gwrsb"}),
    ],
)
def test_an_abbreviation_of_a_body_is_a_name_of_it(keys: dict[str, Any], found: set[str]) -> None:
    board = a_meeting("children-board", title="Norfolk Safeguarding Children Board")
    meeting = a_meeting("one", **keys)

    assert short_for_bodies(meeting, a_register(board, meeting)) == found
