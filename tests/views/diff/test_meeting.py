"""What `diff` says of one meeting, in a sentence for each change."""

from typing import Any

import pytest

from building import TODAY, a_meeting, a_register
from counting import reads_of
from govreg.analysis.diff.compare import MeetingChange, compare
from govreg.model.meeting import Meeting
from govreg.views.diff.fields import SENTENCES, FieldContext
from govreg.views.diff.meeting import change_sentences, named

OLD: dict[str, Any] = {"lead": "opcc", "frequency": "Quarterly"}
KEEP = {"recommendation": "continue"}
NAMED: dict[str, Any] = {
    "organisations": {"opcc": {"name": "OPCC office"}, "nhs": {"name": "NHS"}, "constabulary": {}},
    "themes": {"birds": {"name": "Birds"}, "fish": {"name": "Fish"}},
    "areas": {"north": {}, "south": {}},
}


def says(before: dict[str, Any] | None, after: dict[str, Any] | None, longest: int = 80) -> list[str]:
    """The sentences about a meeting with these fields, beside others that stay; None where there is no entry."""
    others = (
        a_meeting("other", lead="constabulary"),
        a_meeting("third", visibility="internal", lead="constabulary"),
        a_meeting("over", lead="constabulary", status="ended"),
    )
    one, two = (a_register(*others, *([a_meeting("board", **keys)] if keys is not None else []), **NAMED) for keys in (before, after))
    (change,) = (one for one in compare(one, two).meetings if one.meeting.id == "board")
    return [line.says for line in change_sentences(change, named(one, two), change.before, longest, TODAY)]


def seat(organisation: str = "opcc", **keys: Any) -> dict[str, Any]:
    return {"organisation": organisation, **keys}


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (OLD, "recorded for the first time; led by OPCC office; 4 a year"),
        ({**OLD, "status": "shadow"}, "recorded for the first time in shadow form; led by OPCC office; 4 a year"),
        (
            {**OLD, "status": "shadow", "status_since": "2016-11"},
            "recorded for the first time, in shadow form since November 2016; led by OPCC office; 4 a year",
        ),
        (
            {**OLD, "status": "active", "status_since": "2016-11-10", "lead": "unclear"},
            "recorded for the first time, active since 10 November 2016; its lead is unclear; 4 a year",
        ),
        ({**OLD, "status_since": "2016"}, "recorded for the first time, held since 2016; led by OPCC office; 4 a year"),
        (
            {"frequency": "TBC", "supersedes": ["other"]},
            (
                "recorded for the first time; led by OPCC office; “TBC”, number of meetings a year not known; "
                "it is recorded as the successor of Other"
            ),
        ),
        ({"support": ["nhs"]}, "recorded for the first time; led by OPCC office, with NHS; no frequency recorded"),
        ({**OLD, "status": "proposed"}, "recorded for the first time, proposed; led by OPCC office; 4 a year"),
        ({**OLD, "status": "proposed", "lead": "not-stated"}, "recorded for the first time, proposed; its lead is not stated; 4 a year"),
        ({**OLD, "status": "ended"}, "recorded as ended"),
    ],
)
def test_a_new_entry(after: dict[str, Any], sentence: str) -> None:
    assert says(None, after) == [sentence]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("proposed", {}, "goes ahead: it was proposed; led by OPCC office; 4 a year"),
        ("proposed", {"status": "shadow"}, "goes ahead in shadow form: it was proposed; led by OPCC office; 4 a year"),
        (
            "suspended",
            {"status": "active", "status_since": "2016"},
            "resumed, active since 2016: it was suspended; led by OPCC office; 4 a year",
        ),
        (
            "ended",
            {"status": "shadow", "status_since": "2016"},
            "held again, in shadow form since 2016: it had ended; led by OPCC office; 4 a year",
        ),
    ],
)
def test_a_meeting_that_is_held_again(before: str, after: dict[str, Any], sentence: str) -> None:
    assert says({**OLD, "status": before}, {**OLD, **after}) == [sentence]


def test_a_date_that_was_there_before_is_not_since_when_it_is_held() -> None:
    before, after = {**OLD, "status": "proposed", "status_since": "2016"}, {**OLD, "status_since": "2016"}

    assert says(before, after) == ["goes ahead: it was proposed; led by OPCC office; 4 a year"]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (OLD, "no longer in the register; where its work goes is not recorded; it came to 4 a year"),
        (
            {"frequency": "TBC"},
            "no longer in the register; where its work goes is not recorded; “TBC”, number of meetings a year not known",
        ),
        ({}, "no longer in the register; where its work goes is not recorded; no frequency recorded"),
        (
            {**OLD, "review": {"recommendation": "merge", "into": ["other"], "reason": "Less to do"}},
            "no longer in the register; a review recommended to merge it into Other; it came to 4 a year",
        ),
        ({**OLD, "status": "suspended"}, "no longer in the register; it was suspended"),
        ({**OLD, "status": "ended"}, "its entry, which had ended, is no longer in the register"),
    ],
)
def test_an_entry_that_is_gone(before: dict[str, Any], sentence: str) -> None:
    assert says(before, None) == [sentence]


MERGE = {"recommendation": "merge", "into": ["other"], "reason": "Less to do"}


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        ({"status": "ended"}, "ended; where its work goes is not recorded; it came to 4 a year"),
        (
            {"status": "ended", "status_since": "2016-11-10"},
            "ended on 10 November 2016; where its work goes is not recorded; it came to 4 a year",
        ),
        ({"status": "suspended", "status_since": "2016"}, "suspended in 2016; it came to 4 a year"),
        ({"status": "proposed"}, "only proposed now; it came to 4 a year"),
        ({"status": "ended", "review": MERGE}, "merged into Other; it came to 4 a year; because: “Less to do”"),
        (
            {"status": "ended", "status_reason": "Its task is done", "review": MERGE},
            "merged into Other; it came to 4 a year; because: “Its task is done”",
        ),
        (
            {"status": "ended", "review": {"recommendation": "end", "into": ["over"]}},
            "ended; its work was to go to Over, which has ended; it came to 4 a year",
        ),
        (
            {"status": "ended", "review": {"recommendation": "end", "into": ["other"]}},
            "ended; Other is recorded as its successor; it came to 4 a year",
        ),
        (
            {
                "status": "ended",
                "review": [{"recommendation": "end", "into": ["other", "third"]}, {"recommendation": "defer", "reason": "x"}],
            },
            "ended; Other and Third (internal) are recorded as its successors; it came to 4 a year",
        ),
    ],
)
def test_a_meeting_that_is_no_longer_held(after: dict[str, Any], sentence: str) -> None:
    assert says(OLD, {**OLD, **after}) == [sentence]


def test_a_recommendation_to_merge_is_no_merger_of_what_is_only_suspended() -> None:
    assert says(OLD, {**OLD, "status": "suspended", "review": MERGE}) == [
        "suspended; Other is recorded as its successor; it came to 4 a year; because: “Less to do”",
        "recommended to merge, its work into Other",
    ]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (OLD, {**OLD, "frequency": "Monthly"}, "12 a year, was 4 (“Monthly”, was “Quarterly”)"),
        (
            {"frequency": "At least twice a year"},
            {"frequency": "Bi-monthly"},
            "6 a year by the usual reading, was at least 2 (“Bi-monthly”, was “At least twice a year”)",
        ),
        (
            {"frequency": "Bi-monthly"},
            {"frequency": "Monthly; varies in each LA area"},
            "about 12 a year, as it varies, was 6 a year by the usual reading (“Monthly; varies in each LA area”, was “Bi-monthly”)",
        ),
        (
            {"frequency": "4 times a year"},
            OLD,
            "frequency reworded (“Quarterly”, was “4 times a year”); the number of meetings a year is the same",
        ),
        (
            {"frequency": "TBC"},
            {"frequency": "As required"},
            "frequency reworded (“As required”, was “TBC”); the number of meetings a year is not known",
        ),
        ({}, OLD, "4 a year, was not known (“Quarterly”, was “–”)"),
        (OLD, {}, "number of meetings a year not known, was 4 (“–”, was “Quarterly”)"),
        (
            {**OLD, "instances": "per-area"},
            {"frequency": {"text": "Quarterly", "exceptions": {"north": 4}}, "instances": "per-area"},
            "frequency in individual areas",
        ),
        (
            {**OLD, "status": "proposed"},
            {**OLD, "status": "proposed", "frequency": "Monthly"},
            "planned 12 a year, was 4 (“Monthly”, was “Quarterly”)",
        ),
    ],
)
def test_another_frequency(before: dict[str, Any], after: dict[str, Any], sentence: str) -> None:
    assert says(before, after) == [sentence]


def test_more_instances_are_more_meetings_though_the_words_stay() -> None:
    assert says(OLD, {**OLD, "instances": "per-area"}) == ["8 a year, was 4", "instances per-area, was one"]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ({}, {"participants": ["opcc", seat("nhs", role="Nurse")]}, "recorded for the first time: OPCC office and NHS (Nurse)"),
        ({}, {"participants": [{"meeting": "third"}]}, "recorded for the first time: Third (internal)"),
        ({"participants": ["opcc", "nhs"]}, {}, "no longer listed: OPCC office and NHS"),
        ({"participants": [{"meeting": "third"}]}, {}, "no longer listed: Third (internal)"),
        ({}, {"participants": [seat(**{"from": "2016-11"})]}, "OPCC office joined in November 2016"),
        (
            {},
            {"participants": [seat(role="A", **{"from": "2017"}), seat(role="B", **{"from": "2016"})]},
            "OPCC office (A) and OPCC office (B) joined in 2016",
        ),
        ({}, {"participants": [seat(**{"from": "2026-11-21"})]}, "OPCC office joined on 21 November 2026"),
        ({}, {"participants": [seat(**{"from": "2026-11-22"})]}, "recorded for the first time: OPCC office"),
        ({"participants": [seat(role="A", until="2016"), seat(role="B", until="2017")]}, {}, "OPCC office left in 2017"),
        ({"participants": [seat(until="2026-11-20")]}, {}, "OPCC office left on 20 November 2026"),
        ({"participants": [seat(until="2026-11-21")]}, {}, "no longer listed: OPCC office"),
        ({"participants": [seat(role="A")]}, {"participants": [seat(role="B")]}, "OPCC office listed as B, was A"),
        (
            {"participants": [seat()]},
            {"participants": [seat(), seat(role="B", attendance="by-invitation")]},
            "OPCC office also listed as B (by invitation)",
        ),
        ({"participants": [seat(role="A"), seat(role="B")]}, {"participants": [seat(role="B")]}, "OPCC office no longer listed as A"),
        (
            {"participants": [seat(attendance="by-invitation")]},
            {"participants": ["opcc"]},
            "OPCC office listed as member, was by invitation",
        ),
        ({"participants": [seat()]}, {"participants": [seat(voting=True)]}, "other details of OPCC office"),
        (
            {"participants": [seat(), "nhs", "constabulary"]},
            {"participants": [seat(role="A"), seat("nhs", voting=True)]},
            "OPCC office listed as A, was member; no longer listed: Constabulary; other details of NHS",
        ),
        ({"participants": ["opcc", "nhs"]}, {"participants": ["nhs", "opcc"]}, "the order of its members"),
    ],
)
def test_other_members(before: dict[str, Any], after: dict[str, Any], sentence: str) -> None:
    assert says(before, after) == [sentence]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ({}, {"lead": ["opcc", "nhs"]}, "lead OPCC office and NHS, was OPCC office"),
        ({"lead": "not-stated"}, {}, "lead OPCC office, was not stated"),
        ({}, {"lead": "unclear"}, "lead unclear, was OPCC office"),
        ({"support": ["nhs"]}, {"support": ["constabulary"]}, "support adds Constabulary; support no longer lists NHS"),
        ({}, {"support": ["nhs", "constabulary"]}, "support adds NHS and Constabulary"),
        ({}, {"chair": "opcc"}, "chair recorded: OPCC office"),
        ({"chair": "opcc"}, {}, "chair no longer recorded; it was OPCC office"),
        ({"chair": "opcc"}, {"chair": "nhs"}, "chair NHS, was OPCC office"),
        ({"secretariat": "opcc"}, {"secretariat": "nhs"}, "secretariat NHS, was OPCC office"),
        ({}, {"secretariat": "nhs"}, "secretariat NHS, was not stated"),
        ({}, {"purpose": "Count  herons"}, "purpose recorded: “Count herons”"),
        ({"purpose": "Count herons"}, {}, "purpose no longer recorded; it was “Count herons”"),
        ({"purpose": "Count herons"}, {"purpose": "Count egrets"}, "purpose “Count egrets”, was “Count herons”"),
        (
            {"focus": ["Herons"]},
            {"focus": ["Egrets", {"text": "Owls", "visibility": "internal"}]},
            "focus adds “Egrets” and “Owls” (internal); focus no longer lists “Herons”",
        ),
        ({"focus": ["Herons"]}, {"focus": [{"text": "Herons", "from": "2016"}]}, "dates or themes of its focus"),
        ({"themes": ["birds"]}, {"themes": ["fish", "bats"]}, "now tagged Fish and bats; no longer tagged Birds"),
        ({"areas": ["north"]}, {"areas": ["north", "south"]}, "for North and South, was for North"),
        ({}, {"areas": ["north"]}, "for North, was for the whole area"),
        ({"kind": "board"}, {"kind": "panel"}, "kind panel, was board"),
        ({}, {"level": "strategic"}, "level strategic, was not stated"),
        ({"statutory": True}, {"statutory": False}, "statutory no, was yes"),
        ({"statutory": ["A Act", "B Act"]}, {}, "statutory not stated, was A Act and B Act"),
        ({"status": "active"}, {}, "status not stated, was active"),
        ({}, {"status": "shadow"}, "status shadow, was not stated"),
        ({"quorum": "3"}, {"quorum": "4"}, "quorum 4, was 3"),
        ({}, {"duration": "2h"}, "duration 2h, was not stated"),
        ({}, {"visibility": "internal"}, "visibility internal, was partners"),
        (
            {"reports_to": ["other"]},
            {"reports_to": ["opcc", "third"]},
            "now recorded as reporting to OPCC office and Third (internal); no longer recorded as reporting to Other",
        ),
        ({}, {"links_to": ["other"]}, "now recorded as linked to Other"),
        ({"links_to": ["other"]}, {}, "no longer recorded as linked to Other"),
        ({}, {"supersedes": ["other"]}, "recorded as taking the place of Other"),
        ({"supersedes": ["other"]}, {}, "no longer recorded as taking the place of Other"),
        ({"title": "Old name"}, {"title": "New name"}, "was called “Old name”"),
        ({}, {"aliases": ["B"], "notes": "x", "last_met": "2016-11-10"}, "other names, when it last met and notes"),
        (
            {"participants_as_written": "x", "purpose_as_written": "y", "status_reason": "z", "next_meets": "2030"},
            {"lead_as_written": "v", "terms_of_reference": {"agreed_on": "2016"}, "sources": [{"document": "P"}], "status_since": "2016"},
            (
                "the lead as written, since when it has its status, the reason for its status, the purpose as written, "
                "who takes part, as written, when it meets next, terms of reference and sources"
            ),
        ),
    ],
)
def test_another_field(before: dict[str, Any], after: dict[str, Any], sentence: str) -> None:
    assert says(before, after) == [sentence]


def test_another_status_says_since_when() -> None:
    assert says({"status": "active"}, {"status": "shadow", "status_since": "2016"})[0] == "status shadow since 2016, was active"


KEPT = {**KEEP, "next_due": "2027"}


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (None, {**KEPT}, "recommended to continue; next review due 2027"),
        (KEPT, {**KEEP, "next_due": "2028"}, "next review due 2028"),
        (KEPT, {**KEPT, "decided_on": "2016-11"}, "decided in November 2016"),
        (KEEP, {**KEEP, "decided_on": "2016-11-10", "decided_by": "the Board"}, "decided on 10 November 2016 by the Board"),
        (None, {**KEEP, "decided_by": "the Board"}, "recommended to continue; decided by the Board"),
        (
            KEEP,
            {"recommendation": "merge", "into": ["other"]},
            "recommended to merge, its work into Other; before, to continue",
        ),
        ({"recommendation": "merge"}, {"recommendation": "merge", "into": ["other"]}, "recommended to merge, its work into Other"),
        ({"reason": "It works"}, {"recommendation": "defer", "reason": "It works"}, "recommended to defer"),
        (KEEP, None, "its review is no longer recorded"),
        (KEEP, {**KEEP, "reason": "It works"}, "wording of its review"),
        ({**KEPT, "decided_on": "2016"}, {**KEEP, "decided_on": "2016"}, "wording of its review"),
    ],
)
def test_another_review(before: dict[str, Any] | None, after: dict[str, Any] | None, sentence: str) -> None:
    one, two = ({**OLD, **({"review": review} if review is not None else {})} for review in (before, after))

    assert says(one, two) == [sentence]


@pytest.mark.parametrize(
    ("longest", "sentence"),
    [
        (19, "purpose “a b c d e f g h i k”, was “a b c d e f g h i j”"),
        (18, "purpose “… g h i k”, was “… g h i j”"),
        (8, "purpose “… g h i…”, was “… g h i…”"),
    ],
)
def test_two_long_texts_are_quoted_from_shortly_before_they_differ(longest: int, sentence: str) -> None:
    one, two = {"purpose": "a b c d e f g h i j"}, {"purpose": "a b c d e f g h i k"}

    assert says(one, two, longest) == [sentence]


@pytest.mark.parametrize(
    ("one", "two", "longest", "sentence"),
    [
        ("aa b c d e", "aa b c d f", 9, "purpose “… b c d f”, was “… b c d e”"),
        ("aa b c d e", "aa b c d", 9, "purpose “… b c d”, was “… b c d e”"),
        ("a b c e", "a b c f", 6, "purpose “a b c…”, was “a b c…”"),
    ],
)
def test_three_words_before_the_first_that_differs_are_kept(one: str, two: str, longest: int, sentence: str) -> None:
    assert says({"purpose": one}, {"purpose": two}, longest) == [sentence]


def moved(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The sentences about a meeting whose entry has another id, too."""
    one, two = (a_register(a_meeting(id_, **keys), **NAMED) for id_, keys in (("board", before), ("panel", after)))
    return [
        line.says for change in compare(one, two).meetings for line in change_sentences(change, named(one, two), change.before, 80, TODAY)
    ]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ({"title": "Board"}, {"title": "Board"}, "its id was “board” and is “panel”"),
        (
            {"title": "Board"},
            {"title": "Heron Panel", "aliases": ["Board"]},
            "was called “Board”; its id was “board” and is “panel”; one entry has the other’s name",
        ),
        (
            {"title": "Board", "purpose": "Count herons", "focus": ["Egrets"], "participants": ["opcc", "nhs"]},
            {"title": "Heron Panel", "purpose": "Count herons", "focus": ["Egrets"], "participants": ["opcc", "nhs"]},
            "was called “Board”; its id was “board” and is “panel”; all else in the entry is the same",
        ),
        (
            {"title": "Harbour watch board", "purpose": "Count herons, egrets, lemurs and otters", "participants": ["nhs"]},
            {"title": "Harbour watch panel", "purpose": "Count herons, egrets, lemurs and otters again", "participants": ["nhs"]},
            (
                "was called “Harbour watch board”; its id was “board” and is “panel”; treated as the same meeting: "
                "83% alike in title and texts, and both list NHS and say “count”, “egret” and “heron”"
            ),
        ),
    ],
)
def test_an_entry_under_another_id_says_how_it_was_known(before: dict[str, Any], after: dict[str, Any], sentence: str) -> None:
    assert sentence in moved(before, after)


def test_members_are_gone_through_a_few_times_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    gone_through = reads_of("attendees", Meeting, monkeypatch)

    for number in (3, 300):
        gone_through.clear()
        assert says({}, {"participants": [f"member-{one}" for one in range(number)]})
        assert len(gone_through) <= 10


def test_lists_are_compared_item_by_item_only_where_they_might_agree() -> None:
    class Name(str):
        __slots__ = ()
        compared = 0

        def __eq__(self, other: object) -> bool:
            Name.compared += 1
            return str(self) == other

        __hash__ = str.__hash__

    before, after = (
        a_meeting("board").model_copy(update={"reports_to": tuple(Name(f"{side}-{number}") for number in range(200))})
        for side in ("old", "new")
    )
    words = FieldContext(a_register(), before, after, MeetingChange(before, after), 80, TODAY)

    assert SENTENCES["reports_to"](words).startswith("now recorded as reporting to new-0, new-1,")
    assert Name.compared < 2 * 200
