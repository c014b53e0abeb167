"""Each section of a pack on its own: what it counts, lists, cuts and leaves out."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import TODAY, a_meeting, a_register
from govreg.analysis.coverage import coverage
from govreg.analysis.diff.compare import compare
from govreg.analysis.duplicates.search import Query, find_duplicates, score_pair
from govreg.analysis.load import load
from govreg.analysis.overlaps import pairs_in_common
from govreg.analysis.whatif.result import run_scenario
from govreg.analysis.whatif.scenario import ScenarioOptions, scenario
from govreg.diagnostics.finding import Finding, Severity
from govreg.model.meeting import Meeting
from govreg.model.register import LeftOut, Register
from govreg.model.settings import Paper, Settings
from govreg.report import Block, BulletList, Column, Entry, Fields, Heading, Link, Paragraph, Percent, Table
from govreg.views.diff.data import ComparedSides
from govreg.views.pack.appendix import appendices
from govreg.views.pack.cover import cover
from govreg.views.pack.duplicates import duplicates, shared_members
from govreg.views.pack.glossary import glossary
from govreg.views.pack.issues import issues
from govreg.views.pack.recommendations import effect, recommendations
from govreg.views.pack.report import pack
from govreg.views.pack.result import PackResult
from govreg.views.pack.summary import summary

FULL: dict[str, Any] = {
    "frequency": "Monthly",
    "purpose": "Count herons",
    "chair": "opcc",
    "participants": ["opcc"],
    "status": "active",
    "review": {"next_due": "2030"},
}


def result_of(register: Register, **parts: Any) -> PackResult:
    """All the results for `register`, with some of them replaced."""
    recommended = run_scenario(register, scenario(register, ScenarioOptions(recommended=True)), TODAY)
    now, then = (load(one, TODAY) for one in (register, recommended.comparison.after))
    shared = pairs_in_common(register, [entry for entry in register.meetings.values() if entry.is_held], fewest=2)
    found = PackResult(Paper(), find_duplicates(register, Query()), shared, (), recommended, now, then, coverage(register, TODAY))
    return replace(found, **parts)


def points(*entries: Meeting, result: dict[str, Any] | None = None, **parts: Any) -> list[str]:
    """The points of the summary."""
    register = a_register(*entries, **parts)
    heading, found, *_ = summary(register, result_of(register, **(result or {})), entries, "2026-11-21")
    assert heading == Heading("Summary")
    assert isinstance(found, BulletList)
    return list(found.items)


def notes(*entries: Meeting, **parts: Any) -> list[str]:
    """The paragraphs below the points."""
    register = a_register(*entries, **parts)
    _, _, *rest = summary(register, result_of(register), entries, "2026-11-21")
    assert all(isinstance(block, Paragraph) and block.quiet for block in rest)
    return [block.text for block in rest if isinstance(block, Paragraph)]


def full(id_: str, **keys: Any) -> Meeting:
    return a_meeting(id_, **{**FULL, **keys})


def reviewed(id_: str, word: str, **keys: Any) -> Meeting:
    return full(id_, review={"recommendation": word, "next_due": "2030", **keys})


@pytest.mark.parametrize(
    ("reviews", "says"),
    [
        ([{"next_due": "2030"}], "No recommendation is recorded."),
        ([{"recommendation": "continue"}], "1 recommendation: 1 to continue. No decision is recorded."),
        ([{"recommendation": "continue", "decided_on": "2016"}], "1 recommendation: 1 to continue. A decision is recorded for all."),
        (
            [{"recommendation": "end", "decided_by": "Board"}, {"recommendation": "continue"}, {"recommendation": "defer"}],
            "3 recommendations: 1 to continue, 1 to defer and 1 to end. A decision is recorded for 1.",
        ),
    ],
)
def test_recommendations_and_decisions_are_counted(reviews: list[dict[str, Any]], says: str) -> None:
    assert says in points(*(full(f"m{number}", review=review) for number, review in enumerate(reviews)))


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ([reviewed("a", "end", into=["b"]), full("b")], "the number of meetings a year would change by −12."),
        (
            [reviewed("a", "end", into=["b"]), reviewed("c", "end", into=["b"], reason="x"), full("b")],
            "the number of meetings a year would change by −24.",
        ),
        (
            [reviewed("a", "end")],
            "the number of meetings a year would change by −12. Caution: 1 area of work has no other home in this register.",
        ),
        (
            [reviewed("a", "end"), reviewed("b", "end").model_copy(update={"purpose": "Feed walruses", "statutory": ("A Act",)})],
            (
                "the number of meetings a year would change by −24. Caution: a statutory duty is affected and 2 areas of work have "
                "no other home in this register."
            ),
        ),
        (
            [reviewed("a", "end", into=["b"]), full("b"), a_meeting("c", focus=["Herons"], review={"recommendation": "suspend"})],
            "the number of meetings a year would change by −12, not counting 1 of unknown frequency.",
        ),
        ([a_meeting("a", review={"recommendation": "suspend"})], "it is not known how the number of meetings a year would change."),
        (
            [a_meeting("a", status="proposed", frequency="Monthly", review={"recommendation": "start"})],
            "the number of meetings a year would change by +12.",
        ),
    ],
)
def test_the_effect_of_the_recommendations_is_one_sentence(entries: list[Meeting], says: str) -> None:
    (found,) = (point for point in points(*entries) if point.startswith("If every recommendation"))

    assert found == f"If every recommendation were carried out, {says}"


def test_recommendations_that_change_nothing_have_no_effect() -> None:
    register = a_register(reviewed("a", "continue"))

    assert not [point for point in points(reviewed("a", "continue")) if point.startswith("If every")]
    assert list(effect(result_of(register))) == []


def test_a_change_that_is_in_words_only_is_listed_as_left_out_of_the_effect() -> None:
    register = a_register(reviewed("a", "change", change="Meets less"))
    heading, steps, *_ = effect(result_of(register))

    assert heading == Heading("Effect and losses of the recommendations")
    assert steps == BulletList(("Left out, as it is described in text only: “A” changes (“Meets less”).",))


def test_the_effect_lists_ten_losses_of_a_kind_and_ends_with_what_its_numbers_count() -> None:
    animals = [f"{first}{second}k" for first in ("zebra", "walrus", "lemur") for second in "aeiou"]
    ends = a_meeting("a", frequency="Monthly", duration="2h", participants=["opcc"], focus=animals, review={"recommendation": "end"})
    blocks = list(effect(result_of(a_register(ends))))
    losses = next(block for block in blocks if isinstance(block, Fields) and block.rows[0][0] == "No other home")

    assert losses.rows[10] == ("", "And 5 more of this kind; “govreg whatif --recommended --format json” lists all.")
    assert isinstance(blocks[-1], Paragraph)
    assert blocks[-1].text.startswith("Person-hours are the people listed")
    assert [block.level for block in blocks if isinstance(block, Heading)][1:] == [3, 3, 3]


PAIR = score_pair(a_register(full("a"), full("b")), "a", "b").pairs[0]


@pytest.mark.parametrize(
    ("grades", "layers", "says"),
    [
        ([], 0, "No pair of meetings is raised as a possible duplicate."),
        ([], 2, "No pair of meetings is raised as a possible duplicate. 2 pairs work on one subject at different layers."),
        (["likely"], 0, "1 pair of meetings may duplicate each other: 1 likely."),
        (
            ["likely", "possible", "possible"],
            1,
            "3 pairs of meetings may duplicate each other: 1 likely and 2 possible. 1 pair works on one subject at different layers.",
        ),
    ],
)
def test_possible_duplicates_are_counted_by_how_certain_they_are(grades: list[str], layers: int, says: str) -> None:
    found = find_duplicates(a_register(full("a")), Query())
    found = replace(found, raised=len(grades), likely=grades.count("likely"), layers=(PAIR,) * layers)

    assert says in points(full("a"), result={"duplicates": found})


def test_all_pairs_are_counted_also_those_that_are_not_listed() -> None:
    found = replace(find_duplicates(a_register(full("a")), Query()), raised=1_200, likely=1_100, layers=(PAIR,), more_layers=1_999)
    says = "1,200 pairs of meetings may duplicate each other: 1,100 likely and 100 possible."

    assert f"{says} 2,000 pairs work on one subject at different layers." in points(full("a"), result={"duplicates": found})


def test_shared_members_and_changes_are_counted() -> None:
    two = {"participants": ["opcc", "constabulary"], "chair": "opcc"}
    changed = compare(a_register(full("a")), a_register(full("a", quorum="3")))
    sides = ComparedSides("1 May 2016", "now", (None, None), (None, None), TODAY)
    found = points(full("a", **two), full("b", **two), result={"changes": (changed, sides)})

    assert "1 pair of held meetings shares two or more member organisations." in found
    assert "2 pairs of held meetings share" not in " ".join(found)
    assert "Since 1 May 2016: 1 meeting changed: 1 with other changes. Meetings a year: no change." in found
    three = points(full("a", **two), full("b", **two), full("c", **two))
    assert "3 pairs of held meetings share two or more member organisations." in three


def test_the_three_largest_gaps_are_named() -> None:
    gone = full("gone", status="ended", purpose=None)
    some = [full("a", purpose=None, frequency=None), full("b", purpose=None, chair=None, status=None), full("c", purpose=None, chair=None)]

    assert points(*some, gone)[-1] == (
        "The largest gaps: of 3 meetings that have not ended, 3 with no stated purpose, 2 with no stated chair and "
        "1 with no stated frequency."
    )
    assert not [point for point in points(full("a")) if "gaps" in point]


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ([full("a")], []),
        ([full("a", visibility="internal")], ["Not for circulation: this paper holds 1 internal entry."]),
        (
            [
                full("a", visibility="internal"),
                full("b", visibility="internal"),
                full("c", focus=[{"text": "x", "visibility": "internal"}]),
            ],
            ["Not for circulation: this paper holds 2 internal entries and internal parts of 1 entry."],
        ),
    ],
)
def test_internal_entries_are_warned_of(entries: list[Meeting], says: list[str]) -> None:
    assert notes(*entries) == says


def test_what_others_may_not_see_is_counted_below_the_summary() -> None:
    assert notes(full("a"), left_out=LeftOut(visibility="partners", meetings=1)) == ["1 meeting is left out because it is internal."]


@pytest.mark.parametrize(
    ("paper", "name", "rows"),
    [
        ({}, "", [("Register", "As at 21 November 2026"), ("Circulation", "Partners")]),
        ({"title": "Paper"}, "R", [("Register", "R, as at 21 November 2026"), ("Circulation", "Partners")]),
        (
            {"meeting": "Resources Board", "department": "Policy", "sponsor": "Chief", "date": "2016-11"},
            "R",
            [
                ("Meeting", "Resources Board"),
                ("Date", "November 2016"),
                ("Department", "Policy"),
                ("Sponsor", "Chief"),
                ("Register", "R, as at 21 November 2026"),
                ("Circulation", "Partners"),
            ],
        ),
        ({"meeting": "FB"}, "R", [("Meeting", "Finance Board"), ("Register", "R, as at 21 November 2026"), ("Circulation", "Partners")]),
    ],
)
def test_a_cover_has_the_rows_that_are_known(paper: dict[str, Any], name: str, rows: list[tuple[str, str]]) -> None:
    register = a_register(a_meeting("f", title="Finance Board", aliases=["FB"]), name=name, left_out=LeftOut(visibility="partners"))
    heading, fields = cover(register, Paper(**paper), "2026-11-21")

    assert heading == Heading(paper.get("title") or ("Review of R" if name else "Review of meetings"), 1)
    assert isinstance(fields, Fields)
    assert [(label, str(cell)) for label, cell in fields.rows] == rows


def finding(code: str, file: str = "meetings/a.yaml", message: str = "The lead is unclear.", hint: str = "Find out.") -> Finding:
    return Finding(code, Severity.WARNING, file, 1, 1, message, hint)


def issue_rows(*findings: Finding, meetings: tuple[Meeting, ...] = ()) -> list[tuple[Any, ...]]:
    entries = meetings or (full("a", title="Board", visibility="internal"),)
    table = list(issues(a_register(*entries), entries, findings))[-1]
    assert isinstance(table, Table)
    return list(table.rows)


@pytest.mark.parametrize(
    ("found", "row"),
    [
        (finding("GR301"), ("Board (internal)", "The lead is unclear. Find out.")),
        (finding("GR301", "minutes/a/2018-04-04.yaml"), ("Board (internal), minutes", "The lead is unclear. Find out.")),
        (finding("GR301", "verdicts.yaml"), ("verdicts.yaml", "The lead is unclear. Find out.")),
        (finding("GR301", message="“`x`” is odd."), ("Board (internal)", "“x” is odd. Find out.")),
        (finding("GR301", hint="Write `y`."), ("Board (internal)", "The lead is unclear.")),
        (finding("GR301", hint="Write {y}."), ("Board (internal)", "The lead is unclear.")),
        (finding("GR301", hint="Write [y]."), ("Board (internal)", "The lead is unclear.")),
        (finding("GR301", hint="Run govreg fix."), ("Board (internal)", "The lead is unclear.")),
    ],
)
def test_an_issue_says_where_and_what_to_do_unless_that_is_about_the_text_of_a_file(found: Finding, row: tuple[str, str]) -> None:
    assert issue_rows(found) == [row]


def test_many_findings_for_one_reason_are_one_row_with_the_first_places() -> None:
    meetings = tuple(full(f"m{number:02}", title=f"M{number}") for number in range(12))
    found = [finding("GR301", f"meetings/{one.id}.yaml") for one in meetings]

    assert issue_rows(*found, meetings=meetings) == [("M0; M1; M2; 9 more", "The lead is unclear. (12 findings like it.) Find out.")]
    assert issue_rows(*found[:2], meetings=meetings) == [("M0", "The lead is unclear. Find out."), ("M1", "The lead is unclear. Find out.")]
    same = [finding("GR301", f"meetings/{meetings[number // 4].id}.yaml") for number in range(12)]
    assert issue_rows(*same, meetings=meetings)[0][0] == "M0; M1; M2"


@pytest.mark.parametrize(("others", "mistakes", "says"), [(1, 1, "1 more finding"), (2, 1, "2 more findings"), (1, 50, "50 more findings")])
def test_findings_on_how_files_are_written_are_counted(others: int, mistakes: int, says: str) -> None:
    entries = (full("a"),)
    blocks = list(issues(a_register(*entries), entries, [finding("GR301"), *[finding("GR201")._replace(mistakes=mistakes)] * others]))

    assert [block.text for block in blocks if isinstance(block, Heading)] == ["Issues to resolve", "Governance"]
    assert blocks[2].columns == (Column("Where", share=2), Column("Issue", share=4))  # type: ignore[union-attr]
    assert blocks[-1] == Paragraph(f"{says} on how the register is written, for those who keep it.", quiet=True)
    assert list(issues(a_register(*entries), entries, [finding("GR201")])) == []


@pytest.mark.parametrize(("count", "named"), [(6, "M0; M1; M2; M3; M4; M5"), (7, "M0; M1; M2; M3; M4; M5; 1 more")])
def test_a_gap_names_six_meetings_at_most(count: int, named: str) -> None:
    entries = tuple(full(f"m{number}", purpose=None) for number in range(count))
    heading, gaps, table = issues(a_register(*entries), (*entries, full("x")), [])

    assert (heading, gaps) == (Heading("Issues to resolve"), Heading("Gaps", 3))
    assert isinstance(table, Table)
    assert table.rows == (("No stated purpose", count, named),)
    assert table.columns == (Column("Gap", share=2), Column("Meetings", number=True, whole=True), Column("Which", share=4))


def test_a_long_title_in_a_list_is_cut() -> None:
    entries = full("a", title="x" * 100, purpose=None), full("b", title="y" * 101, purpose=None)

    assert issue_rows(meetings=entries)[0][2] == f"{'x' * 100}; {'y' * 99}…"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The CC and its CCs", ["CC"]),
        ("VACCINE and CC2", []),
        ("B&NES, or the BC", ["B&NES", "BC"]),
        ("BCU", ["BCU"]),
        ("B&NES only", ["B&NES"]),
        ("The PCs of a PC", ["PC", "PCs"]),
        ("The PCs", ["PCs"]),
    ],
)
def test_an_abbreviation_is_a_word_of_its_own_in_the_singular_or_plural(text: str, words: list[str]) -> None:
    meanings = {
        "BCU": ("Unit",),
        "CC": ("Council", "Chief"),
        "BC": ("Borough",),
        "B&NES": ("Bath",),
        "NES": ("North",),
        "PC": ("Constable",),
        "PCs": ("Panels",),
    }
    blocks = list(glossary(meanings, [Fields((("Label", (text,)),))]))

    assert [row[0] for block in blocks if isinstance(block, Table) for row in block.rows] == words
    assert not words or blocks[0] == Heading("Abbreviations", new_page=True)
    assert list(glossary({}, [Paragraph(text)])) == []


@given(st.sets(st.text("AB& (s", min_size=1, max_size=5).filter(str.strip), max_size=6), st.text("AB& (s", max_size=30))
def test_the_abbreviations_are_those_that_a_pattern_of_all_finds(known: set[str], text: str) -> None:
    """The longest comes first, and what it takes is no other's."""
    plurals = {f"{one}s": one for one in known if f"{one}s" not in known}
    written = sorted({*known, *plurals}, key=lambda one: (-len(one), one))
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, written))})(?!\w)"
    expected = {plurals.get(found, found) for found in re.findall(pattern, text)} if known else set()
    blocks = glossary(dict.fromkeys(known, ("x",)), [Paragraph(text)])

    assert {row[0] for block in blocks if isinstance(block, Table) for row in block.rows} == expected


def test_meanings_are_all_given_and_the_words_sorted_without_case() -> None:
    _, table = glossary({"b": ("B1", "B2"), "A": ("A1",), "C": ("C1",)}, [Paragraph("b A C")])

    assert table == Table((Column("Abbreviation", whole=True), Column("Meaning", share=3)), (("A", "A1"), ("b", "B1, or B2"), ("C", "C1")))


def appended(*entries: Meeting) -> list[Block]:
    return list(appendices(a_register(*entries, settings=Settings()), entries))


def test_each_appendix_is_there_only_if_it_has_meetings() -> None:
    ended, plain, kept = full("e", status="ended"), full("p", title="Plain"), reviewed("k", "continue")
    a, b = Heading("Appendix A – Recommended meetings", new_page=True), Heading("Appendix B – Other meetings", new_page=True)

    assert appended() == []
    assert [block for block in appended(kept) if isinstance(block, Heading)] == [a, Heading("Recommended to continue", 3)]
    assert [block for block in appended(plain) if isinstance(block, Heading)] == [Heading("Appendix A – Meetings", new_page=True)]
    only = Heading("Appendix A – Meetings", new_page=True)
    assert [block for block in appended(ended) if isinstance(block, Heading)] == [only, Heading("Ended", 3)]
    assert [block for block in appended(kept, ended) if isinstance(block, Heading)][2:] == [b, Heading("Ended", 3)]
    other = appended(kept, plain)
    assert [block for block in other if isinstance(block, Heading)][2:] == [b]
    assert other[-1] == Table(
        (Column("Meeting", share=3), Column("Lead", share=2), Column("Frequency", share=2), Column("Status", whole=True)),
        ((Link("meeting", "p", "Plain"), "OPCC office", "Monthly", "active"),),
    )
    bare = appended(kept, a_meeting("p"))[-1]
    assert isinstance(bare, Table)
    assert bare.rows[0][2:] == (None, "not stated")


def test_an_appendix_groups_the_meetings_by_recommendation_and_marks_new_and_internal_ones() -> None:
    start = {"recommendation": "start"}
    blocks = appended(
        reviewed("z", "end"),
        full("a", status="proposed", visibility="internal", review=start),
        full("b", review=start),
    )

    assert [block.text if isinstance(block, Heading) else block.title for block in blocks if isinstance(block, Heading | Entry)] == [
        "Appendix A – Recommended meetings",
        "Recommended to start",
        "A (internal) (new)",
        "B",
        "Recommended to end",
        "Z",
    ]
    entry = next(block for block in blocks if isinstance(block, Entry))
    assert (entry.label, entry.level, entry.rows[0]) == ("Meeting", 4, ("Lead", "OPCC office"))


@pytest.mark.parametrize(
    ("review", "says"),
    [
        ({"recommendation": "change"}, "Change; what changes is not recorded."),
        ({"recommendation": "change", "change": "Meets less."}, "Change: Meets less."),
        ({"recommendation": "suspend"}, "Suspend."),
        ({"recommendation": "continue", "change": "with a new chair."}, "Continue. With a new chair."),
        ({"recommendation": "end", "into": ["b", "c"]}, "End; its work goes to B (internal) and C."),
    ],
)
def test_a_recommendation_is_a_sentence(review: dict[str, Any], says: str) -> None:
    entries = full("a", review=review), full("b", visibility="internal"), full("c")
    _, _, table = recommendations(a_register(*entries), entries)

    assert isinstance(table, Table)
    assert table.columns == (
        Column("No", number=True, whole=True),
        Column("Meeting", share=2),
        Column("Recommendation", share=2),
        Column("Reason", share=3),
    )
    assert table.rows == ((1, "A", says, "No reason is recorded"),)


def test_recommendations_from_one_source_name_it_once() -> None:
    entries = reviewed("a", "continue", proposed_in="Paper"), reviewed("b", "end", proposed_in="Paper")
    _, intro, _ = recommendations(a_register(*entries), entries)

    assert intro == Paragraph("Recommended in Paper; no decision is recorded.")
    assert list(recommendations(a_register(full("a")), (full("a"),))) == []


@pytest.mark.parametrize(
    ("count", "says", "listed", "given"),
    [
        (1, "1 pair.", 1, 1),
        (20, "20 pairs, the most certain first.", 20, 20),
        (21, "21 pairs, the most certain first. The evidence is given for the first 20.", 21, 20),
        (100, "100 pairs, the most certain first. The evidence is given for the first 20.", 100, 20),
        (101, "101 pairs, the most certain first. The first 100 are listed. The evidence is given for the first 20.", 100, 20),
    ],
)
def test_a_pack_lists_a_hundred_pairs_and_gives_the_evidence_for_twenty(count: int, says: str, listed: int, given: int) -> None:
    register = a_register(full("a", title="A", visibility="internal"), full("b", title="B"))
    pair = replace(score_pair(register, "a", "b").pairs[0], grade="possible", kind="duplicate")
    found = replace(find_duplicates(register, Query()), pairs=(pair,) * count, raised=count)
    heading, intro, table, *pages = duplicates(register, found)

    assert heading == Heading("Possible duplicates")
    assert intro == Paragraph(f"{says} For discussion, not a finding: two meetings may well be right to stay apart.")
    assert isinstance(table, Table)
    assert len(table.rows) == listed
    assert table.rows[0][:4] == (1, Link("meeting", "a", "A (internal)"), Link("meeting", "b", "B"), "possible")
    assert table.columns == (
        Column("No", number=True, whole=True),
        Column("Meeting", share=2),
        Column("and", share=2),
        Column("Confidence", whole=True),
        Column("Main reason", share=3),
    )
    assert len([block for block in pages if isinstance(block, Heading)]) == given
    assert pages[0] == Heading("1. A (internal) – B", 3)
    assert isinstance(pages[1], Paragraph)
    assert pages[1].text.startswith("Possibly the same work. To ask: ")
    sides = pages[2]
    assert isinstance(sides, Table)
    assert sides.columns == (Column("What is recorded", whole=True), Column("A (internal)", share=3), Column("B", share=3))
    assert sides.compares
    assert pages[3] == Paragraph("Points to the same work:")


def test_shared_members_are_fifteen_pairs_at_most_with_two_members_or_more() -> None:
    two = {"participants": ["opcc", "constabulary"], "chair": "opcc"}
    entries = [full(f"m{number}", **two) for number in range(7)]

    def shared(count: int) -> list[Block]:
        register = a_register(*entries[:count])
        return list(shared_members(register, pairs_in_common(register, entries[:count], fewest=2)))

    heading, table, below = shared(2)
    assert heading == Heading("Shared members")
    assert isinstance(table, Table)
    assert table.rows[0][2:] == (2, Percent(1.0), "Constabulary; OPCC office")
    assert isinstance(below, Paragraph)
    assert below.text.startswith("1 pair of held meetings shares two or more member organisations. Overlap is")
    assert below.quiet
    _, table, below = shared(6)
    assert isinstance(table, Table)
    assert isinstance(below, Paragraph)
    assert (len(table.rows), below.text.partition(".")[0]) == (15, "15 pairs of held meetings share two or more member organisations")
    _, table, below = shared(7)
    assert isinstance(table, Table)
    assert isinstance(below, Paragraph)
    assert len(table.rows) == 15
    assert below.text.startswith("The first 15 of 21 pairs of held meetings that share two or more")
    alone = [full("a"), full("b")]
    assert list(shared_members(a_register(*alone), pairs_in_common(a_register(*alone), alone))) == []


@pytest.mark.parametrize(
    ("unread", "says"), [((), None), (("meetings/x.yaml",), "1 file"), (("meetings/x.yaml", "themes.yaml"), "2 files")]
)
def test_changes_since_a_revision_have_a_section_that_says_what_could_not_be_compared(unread: tuple[str, ...], says: str | None) -> None:
    register = a_register(full("a", quorum="3"))
    changed = compare(a_register(full("a")), replace(register, unread=unread))
    sides = ComparedSides("1 May 2016", "now", (None, None), (None, None), TODAY)
    blocks = list(pack(register, result_of(register, changes=(changed, sides)), "2026-11-21").blocks)
    start = next(place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.text == "Changes since 1 May 2016")
    end = next(place for place in range(start + 1, len(blocks)) if isinstance(blocks[place], Heading) and blocks[place].level == 2)  # type: ignore[union-attr]

    assert blocks[start + 1] == Paragraph("1 meeting changed: 1 with other changes. Meetings a year: no change.")
    last = Paragraph(f"{says} with errors could not be compared in full.", quiet=True)
    assert (blocks[end - 1] == last) == bool(says)


def test_the_pack_is_of_the_last_day_of_the_date_it_describes() -> None:
    register = a_register(full("b"), full("a", title="a"), full("c"))

    assert pack(register, result_of(register), "2026-11").day == "2026-11-30"
    assert [block.title for block in pack(register, result_of(register), "2026").blocks if isinstance(block, Entry)] == ["a", "B", "C"]
