"""What is kept of a meeting to compare it: its words, names, subjects, members, areas and the parts that it plays."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.duplicates.comparison import build_comparison
from govreg.analysis.duplicates.profile import WHOLE, Profile
from govreg.model.settings import Settings

AREAS: dict[str, dict[str, str]] = {"county": {}, "bristol": {"part_of": "county"}, "bath": {"part_of": "county"}}


def profile_of(*, parts: dict[str, Any] | None = None, **keys: Any) -> Profile:
    """The profile of a meeting with `keys` in a register with `parts`."""
    meetings = [a_meeting("one", **{"title": "Panel", **keys}), a_meeting("other", title="Quilting Lathe Board")]
    return build_comparison(a_register(*meetings, areas=AREAS, **(parts or {}))).by_id["one"]


def test_its_terms_are_the_telling_stems_of_all_its_texts_each_once_in_their_order() -> None:
    found = profile_of(
        title="Kite flyers of Bristol",
        aliases=["Glider pilots"],
        purpose="To fly the kites near 3 harbours, with road safety",
        focus=["Mooring kites"],
    )

    assert found.terms == ("kite", "flyer", "glider", "pilot", "fli", "near", "harbour", "moor")


def test_house_words_show_nothing() -> None:
    house = Settings(house_words=("kites and harbours",))
    keys: dict[str, Any] = {"title": "Kite flyers", "purpose": "Fly kites near the harbour with partners"}

    assert profile_of(**keys).terms == ("kite", "flyer", "fli", "near", "harbour")
    assert profile_of(**keys, parts={"settings": house}).terms == ("flyer", "fli", "near")
    assert profile_of(**keys, parts={"settings": house}).title_terms == {"flyer"}


@pytest.mark.parametrize(
    ("keys", "terms"),
    [
        ({"title": "Kite Group 2"}, {"kite", "2"}),
        ({"title": "Kite Group 12"}, {"kite", "12"}),
        ({"title": "Up to 2 kites"}, {"kite", "2"}),
        ({"title": "Kite Group 123"}, {"kite"}),
        ({"title": "Kite Group", "aliases": ["Glider Group 3"]}, {"kite", "glider", "3"}),
        ({"title": "Kite Group", "purpose": "Mend 2 gliders"}, {"kite"}),
        ({"title": "HADP", "aliases": ["Kite Group"]}, {"kite"}),
    ],
)
def test_its_names_are_made_of_their_telling_words_and_short_numbers(keys: dict[str, Any], terms: set[str]) -> None:
    assert profile_of(**keys).title_terms == terms


def test_copies_have_one_body_whatever_the_order_of_their_words() -> None:
    found = profile_of(purpose="Fly kites near harbours", focus=["Mooring kites"])

    assert found.body is not None
    assert found.body == profile_of(title="Another", purpose="Mooring kites", focus=["Near harbours fly kites"]).body
    assert found.body != profile_of(purpose="Fly kites near harbours").body
    assert profile_of(title="Fly kites", aliases=["Near harbours"]).body is None


def test_runs_are_of_its_purpose_and_focus_without_small_words_and_places() -> None:
    runs = set(profile_of(title="Alpha beta gamma delta", purpose="The kites fly near a harbour of Bristol").runs)

    assert len(runs) == 2
    assert set(profile_of(purpose="Kites flying near harbours").runs) == runs
    assert set(profile_of(purpose="Kites fly", focus=["near harbours"]).runs) == set()
    assert set(profile_of(focus=["Harbours near flying kites"]).runs) == runs


def test_its_subjects_come_in_order_with_how_plainly_it_shows_them() -> None:
    found = profile_of(title="Road safety panel", purpose="Domestic abuse", focus=["Mental health"]).topics

    assert list(found.items()) == [("domestic and sexual abuse", 2), ("mental health", 1), ("road safety", 3)]


def test_its_names_and_items_of_work_are_those_of_two_words_or_more() -> None:
    found = profile_of(title="Quilting Lathe Board", aliases=["Lathes"], focus=["Kites", "The mooring of kites in Bristol"])

    assert found.names == {"board lath quilt"}
    assert found.core_names == {"lath quilt"}
    assert found.focus == {"kite moor"}


def test_its_members_are_those_with_a_core_seat() -> None:
    found = profile_of(participants=["opcc", {"meeting": "other"}, {"organisation": "constabulary", "attendance": "observer"}])

    assert found.seats == {"organisation:opcc", "meeting:other"}


@pytest.mark.parametrize(
    ("areas", "own", "above"),
    [
        ([], {WHOLE}, {WHOLE}),
        (["county"], {"county"}, {"county", WHOLE}),
        (["bristol", "bath"], {"bristol", "bath"}, {"bristol", "bath", "county", WHOLE}),
    ],
)
def test_its_areas_lie_in_wider_ones_and_all_in_the_whole(areas: list[str], own: set[str], above: set[str]) -> None:
    found = profile_of(areas=areas)

    assert (found.areas, found.above) == (own, above)


def test_its_acts_are_compared_whatever_their_case() -> None:
    assert profile_of(statutory=["Care  Act 2014", "CARE ACT 2014"]).duties == profile_of(statutory=["care act 2014"]).duties != set()
    assert profile_of(statutory=True).duties == set()


@pytest.mark.parametrize(
    ("keys", "parts"),
    [
        ({"title": "Kite panel"}, set()),
        ({"title": "Kite Working Group"}, {"below"}),
        ({"title": "Kites", "aliases": ["Kite Forum"]}, {"forum"}),
        ({"title": "Kite Partnerships Sub-Group"}, {"below"}),
        ({"title": "Kite Partnerships"}, {"several"}),
        ({"title": "Kite scrutiny committee"}, {"scrutiny"}),
        ({"title": "Kite panel", "kind": "working-group"}, {"below"}),
        ({"title": "Kite panel", "kind": "task-and-finish"}, {"below"}),
        ({"title": "Kite panel", "kind": "sub-group"}, {"below"}),
        ({"title": "Kite panel", "kind": "board"}, set()),
        ({"title": "Forumless kites"}, set()),
        ({"title": "Kite platforum"}, set()),
    ],
)
def test_its_names_and_its_kind_say_which_parts_it_plays(keys: dict[str, Any], parts: set[str]) -> None:
    assert profile_of(**keys).parts == parts
