"""A workstream lists every live meeting that does it, and who sits on more than one of them."""

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
