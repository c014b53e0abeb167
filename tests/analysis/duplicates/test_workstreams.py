"""A workstream lists every live meeting that does it, and who sits on more than one of them."""

import pytest

from building import a_meeting, a_register
from govreg.analysis.duplicates.comparison import build_comparison
from govreg.analysis.duplicates.workstreams import workstreams
from govreg.model.meeting import Meeting

THEMES = {"knives": {"name": "Knife crime", "terms": ["knives"]}}


def streams(*meetings: Meeting) -> dict[str, tuple[str, ...]]:
    return {stream.topic: stream.meetings for stream in workstreams(build_comparison(a_register(*meetings, themes=THEMES)))}


def test_a_theme_is_a_workstream_however_a_meeting_says_it() -> None:
    found = streams(
        a_meeting("tagged", themes=["knives"]),
        a_meeting("says-so", purpose="Keep knives off the streets"),
        a_meeting("other", purpose="Buy cars"),
    )

    assert found["knife crime"] == ("says-so", "tagged")


def test_a_citation_is_the_text_or_the_tag() -> None:
    (stream,) = workstreams(
        build_comparison(
            a_register(
                a_meeting("a", themes=["other", "knives"]),
                a_meeting("b", focus=["Buy cars", {"text": "Amnesty bins", "themes": ["knives"]}]),
                a_meeting("c", purpose="Keep knives off the streets"),
                themes={**THEMES, "other": {}},
            )
        )
    )

    assert [doing.path for doing in stream.occurrences] == [("themes", 1), ("focus", 1, "themes", 0), ("purpose",)]


def test_an_item_of_work_in_the_same_words_is_a_workstream() -> None:
    found = streams(a_meeting("one", focus=["Stolen bicycles at stations"]), a_meeting("other", focus=["stolen Bicycles at the stations"]))

    assert [ids for topic, ids in found.items() if "bicycles" in topic] == []
    assert streams(a_meeting("one", focus=["Stolen bicycles"]), a_meeting("other", focus=["stolen  Bicycles"]))["stolen bicycles"] == (
        "one",
        "other",
    )


def test_ended_meetings_and_case_conferences_are_not_compared() -> None:
    theme = {"themes": ["knives"]}

    assert streams(a_meeting("one", **theme), a_meeting("ended", status="ended", **theme)) == {}
    assert streams(a_meeting("one", **theme), a_meeting("case", kind="case-conference", **theme)) == {}


def test_a_member_counts_once_per_meeting() -> None:
    (stream,) = workstreams(
        build_comparison(
            a_register(
                a_meeting("one", themes=["knives"], participants=["opcc", {"organisation": "opcc", "role": "PCC"}, "constabulary"]),
                a_meeting("other", themes=["knives"], participants=["opcc"]),
                themes=THEMES,
            )
        )
    )

    assert stream.sits == (("organisation:opcc", 2),)


def test_an_item_of_one_telling_word_is_no_workstream() -> None:
    assert streams(a_meeting("one", focus=["The bicycles"]), a_meeting("other", focus=["The bicycles"])) == {}


def test_of_names_of_the_same_meetings_that_hold_each_other_only_the_longer_is_shown() -> None:
    longer, shorter, apart = "Stolen bicycles at stations", "Stolen bicycles", "Broken ferry moorings"

    assert list(streams(*(a_meeting(id_, focus=[shorter, longer, apart]) for id_ in ("a", "b")))) == [apart.lower(), longer.lower()]
    found = streams(a_meeting("a", focus=[shorter, longer]), a_meeting("b", focus=[longer, shorter]), a_meeting("c", focus=[shorter]))
    assert list(found) == [shorter.lower(), longer.lower()]


def test_the_most_crowded_work_comes_first_and_equals_by_name() -> None:
    crowded, last, first = "Zeppelin moorings", "Kite repairs", "Canal dredging"
    found = streams(
        a_meeting("a", focus=[last, first, crowded]), a_meeting("b", focus=[crowded, first, last]), a_meeting("c", focus=[crowded])
    )

    assert list(found.items()) == [(crowded.lower(), ("a", "b", "c")), (first.lower(), ("a", "b")), (last.lower(), ("a", "b"))]


def test_meetings_come_by_their_areas_then_title_then_id() -> None:
    keys = {"focus": ["Kite repairs"]}
    found = streams(
        a_meeting("a", title="Zebra", areas=["bath"], **keys),
        a_meeting("b", title="Yak", areas=["bristol"], **keys),
        a_meeting("c", title="Yak", areas=["bath"], **keys),
        a_meeting("d", title="Yak", areas=["bath"], **keys),
    )

    assert found == {"kite repairs": ("c", "d", "a", "b")}


def test_who_sits_on_most_of_the_meetings_comes_first_and_equals_by_name() -> None:
    everywhere, rest = "nhs", ["police", "fire"]
    meetings = [
        a_meeting("a", themes=["knives"], participants=[*rest, everywhere, "alone"]),
        a_meeting("b", themes=["knives"], participants=[*rest, everywhere, {"meeting": "a"}]),
        a_meeting("c", themes=["knives"], participants=[everywhere, {"meeting": "a"}]),
    ]
    (stream,) = workstreams(build_comparison(a_register(*meetings, themes=THEMES)))

    assert stream.sits == (("organisation:nhs", 3), ("meeting:a", 2), ("organisation:fire", 2), ("organisation:police", 2))


@pytest.mark.parametrize(("kind", "status"), [("case-conference", "active"), ("one-off", "active"), ("board", "ended")])
def test_a_meeting_that_is_left_out_hides_no_other(kind: str, status: str) -> None:
    keys = {"focus": ["Kite repairs"]}

    assert streams(a_meeting("a", **keys), a_meeting("b", kind=kind, status=status, **keys), a_meeting("c", **keys)) == {
        "kite repairs": ("a", "c")
    }


def test_the_first_item_that_names_the_work_is_cited() -> None:
    meetings = (a_meeting("a", focus=["Kite repairs", "kite  repairs"]), a_meeting("b", focus=["Ferries", "Kite repairs"]))
    (stream,) = workstreams(build_comparison(a_register(*meetings)))

    assert [doing.path for doing in stream.occurrences] == [("focus", 0, "text"), ("focus", 1, "text")]
