"""Which names are one name: a board that is made a partnership keeps its own, and so does one that is called after a place."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.duplicates.names import abbreviations, core_name, name_of, short_for_bodies
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


def names(title: str, short: frozenset[str] = frozenset()) -> tuple[str, str]:
    """The name of a title, and its core."""
    text = next(iter(Topics(REGISTER).texts(a_meeting(title=title))))
    return name_of(text), core_name(text, short)


@pytest.mark.parametrize(
    ("title", "name", "core"),
    [
        ("Norfolk Road Safety Board", "board road safeti", "road safeti"),
        ("Safety of the Road", "road safeti", "road safeti"),
        ("Drug Board", "board drug", "board drug"),
        ("Drug Partnership", "drug partnership", "drug partnership"),
        ("Drug", "", ""),
        ("Newport Drug Partnership", "drug partnership", "drug newport"),
        ("Newport Working Group", "group work", "newport work"),
        ("Local Area Drug Team", "drug team", "area drug local"),
        ("Board in Newport", "", ""),
    ],
)
def test_a_name_leaves_out_places_and_generic_words_and_its_core_the_kind_of_body_while_two_words_are_left(
    title: str, name: str, core: str
) -> None:
    assert names(title) == (name, core)


@pytest.mark.parametrize(
    ("title", "short", "core"),
    [
        ("HADP Road Safety", {"hadp"}, "road safeti"),
        ("HADP Road Team", {"hadp"}, "hadp road team"),
        ("HADP Drug Board Newport", {"hadp"}, "drug newport"),
        ("HADP Newport", {"hadp"}, ""),
    ],
)
def test_a_core_leaves_out_what_is_short_for_a_body_while_two_words_are_left(title: str, short: set[str], core: str) -> None:
    assert names(title, frozenset(short))[1] == core


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("ROAD SAFETY", set()),
        ("NSCB", {"nscb"}),
        ("NSCB Team", {"nscb"}),
        ("Board A", set()),
        ("Gw ASB", {"asb"}),
        ("xNSCB", {"xnscb"}),
        ("n2HADP", set()),
        ("MSP430 and HADP", {"hadp", "msp", "430"}),
    ],
)
def test_a_name_wholly_in_capitals_shows_no_abbreviation_unless_it_is_one_word(name: str, found: set[str]) -> None:
    assert abbreviations(name) == found


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({"title": "HADP"}, {"hadp"}),
        ({"title": "HADP (Haringey)"}, {"hadp"}),
        ({"title": "HADP drugs"}, set()),
        ({"title": "Workforce Group (NSCB)", "reports_to": ["unknown"]}, set()),
        ({"title": "Workforce Group (NSCB)", "reports_to": ["unknown", "children-board"]}, {"nscb"}),
        ({"title": "Workforce Group (NSCB)", "aliases": ["Norfolk Safeguarding of the Children Board"]}, {"nscb"}),
        ({"title": "Workforce Group (NSC)", "reports_to": ["children-board"]}, {"nsc"}),
        ({"title": "Workforce Group (SCN)", "reports_to": ["children-board"]}, set()),
        (
            {"title": "Workforce Group (NSCB) and NDAT Team", "aliases": ["HADP", "GRSB Road Group"], "reports_to": ["children-board"]},
            {"nscb", "hadp"},
        ),
    ],
)
def test_an_abbreviation_stands_for_a_body_by_itself_or_by_the_initials_of_one(keys: dict[str, Any], found: set[str]) -> None:
    board = a_meeting("children-board", title="Norfolk Safeguarding Children Board")
    meeting = a_meeting("one", **keys)

    assert short_for_bodies(meeting, a_register(board, meeting)) == found
