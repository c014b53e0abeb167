"""A pack says what the register bears out, in a Board's order and words, and has no section without content."""

from pathlib import Path
from typing import Any

import pytest

from building import TODAY, a_meeting, a_register
from conftest import ROOT
from govreg.analysis.coverage import coverage
from govreg.analysis.duplicates.search import Query, find_duplicates
from govreg.analysis.load import load
from govreg.analysis.overlaps import pairs_in_common
from govreg.analysis.whatif.result import run_scenario
from govreg.analysis.whatif.scenario import ScenarioOptions, scenario
from govreg.diagnostics.finding import Finding, Severity
from govreg.model.meeting import Meeting
from govreg.model.register import Register
from govreg.model.settings import Paper, Settings
from govreg.render.target import Target
from govreg.render.text import render
from govreg.report import Block, BulletList, Change, Entry, Fields, Heading, Matrix, Paragraph, Report, Table
from govreg.session.load import load_register
from govreg.views.pack.report import pack
from govreg.views.pack.result import PackResult


def packed(register: Register, *findings: Finding, **cover: str) -> Report:
    held = [entry for entry in register.meetings.values() if entry.is_held]
    recommended = run_scenario(register, scenario(register, ScenarioOptions(recommended=True)), TODAY)
    paper = register.settings.paper.model_copy(update=cover)
    now, then = (load(one, TODAY) for one in (register, recommended.comparison.after))
    pairs, shared = find_duplicates(register, Query()), pairs_in_common(register, held, fewest=2)
    result = PackResult(paper, pairs, shared, findings, recommended, now, then, coverage(register, TODAY))
    return pack(register, result, "2026-11-21")


def of(*entries: Meeting, **parts: Any) -> Report:
    return packed(a_register(*entries, **parts))


def section(report: Report, title: str) -> list[Block]:
    """The blocks under the heading `title`, up to the next of its level."""
    blocks = list(report.blocks)
    start = next(place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.text == title)
    level = blocks[start].level  # type: ignore[union-attr]
    rest = blocks[start + 1 :]
    end = next((place for place, block in enumerate(rest) if isinstance(block, Heading) and block.level <= level), len(rest))
    return rest[:end]


def sections(report: Report) -> list[str]:
    return [block.text for block in report.blocks if isinstance(block, Heading) and block.level == 2]


def rows(block: Block) -> list[tuple[str, ...]]:
    assert isinstance(block, Table)
    return [tuple(str(cell) for cell in row) for row in block.rows]


REGISTERS = [ROOT / "register", *sorted((ROOT / "examples").iterdir()), ROOT / "docs" / "example"]


@pytest.mark.parametrize("folder", REGISTERS, ids=lambda folder: folder.name)
def test_no_section_is_empty_and_no_level_is_skipped(folder: Path) -> None:
    report = packed(load_register(folder).register)
    for before, after in zip(report.blocks, [*report.blocks[1:], None], strict=True):
        if isinstance(before, Heading):
            assert after is not None
            assert not isinstance(after, Heading) or after.level == before.level + 1, before
        if isinstance(before, Table | BulletList | Fields | Entry):
            assert before.items if isinstance(before, BulletList) else before.rows


@pytest.mark.parametrize("folder", REGISTERS, ids=lambda folder: folder.name)
def test_there_are_no_ids_files_or_commands_in_it(folder: Path) -> None:
    register = load_register(folder).register
    text = render(packed(register), Target())

    assert "govreg" not in text
    assert "meetings/" not in text
    assert not [id_ for id_ in [*register.meetings, *register.organisations, *register.areas] if "-" in id_ and f" {id_}" in text]


def test_a_register_without_meetings_has_a_cover_and_a_summary() -> None:
    assert sections(of()) == ["Summary"]


def test_the_cover_has_only_what_the_register_and_the_call_give() -> None:
    settings = Settings(paper=Paper(meeting="board", author="Partnership Manager", date="2016-11-10"))
    register = a_register(a_meeting("board", title="Police and Crime Board"), settings=settings, name="External governance")
    report = packed(register, agenda="7", author="Head of Office")
    cover = report.blocks[1]

    assert report.title == "Review of External governance"
    assert isinstance(cover, Fields)
    assert [(label, str(cell)) for label, cell in cover.rows] == [
        ("Meeting", "Police and Crime Board"),
        ("Date", "10 November 2016"),
        ("Agenda item", "7"),
        ("Author", "Head of Office"),
        ("Register", "External governance, as at 21 November 2026"),
        ("Circulation", "Internal"),
    ]
    assert (report.author, report.day) == ("Head of Office", "2026-11-21")


@pytest.mark.parametrize(
    ("review", "proposal", "reason"),
    [
        ({"recommendation": "continue", "reason": "Keep"}, "Continue.", "No reason is recorded"),
        ({"recommendation": "continue", "reason": "Retain."}, "Continue.", "No reason is recorded"),
        ({"recommendation": "end", "reason": "Recommended to stop"}, None, "No reason is recorded"),
        ({"recommendation": "end", "reason": "Keep"}, None, "Keep"),
        ({"recommendation": "continue", "reason": "Keep: it is a duty"}, "Continue.", "Keep: it is a duty"),
        ({"recommendation": "merge", "into": ["b"], "change": "Merge with Finance Board."}, "Merge into Finance Board.", None),
        (
            {"recommendation": "merge", "into": ["b", "c"], "change": "Merge into the FB and Audit"},
            "Merge into Finance Board and Audit.",
            None,
        ),
        (
            {"recommendation": "merge", "into": ["b"], "change": "Merge with Finance Board in May"},
            "Merge into Finance Board. Merge with Finance Board in May.",
            None,
        ),
        (
            {"recommendation": "merge", "change": "Merge with Finance Board"},
            "Merge; into what is not recorded. Merge with Finance Board.",
            None,
        ),
    ],
)
def test_a_reason_or_change_that_repeats_the_recommendation_is_left_out(
    review: dict[str, Any], proposal: str | None, reason: str | None
) -> None:
    others = a_meeting("b", title="Finance Board", aliases=["FB"]), a_meeting("c", title="Audit")
    table = next(block for block in section(of(a_meeting("a", review=review), *others), "Recommendations") if isinstance(block, Table))
    (_, _, says, why) = rows(table)[0]

    assert proposal in (None, says)
    assert reason in (None, why)


REVIEWED = (
    a_meeting("a", title="A", review={"recommendation": "continue", "reason": "It works", "proposed_in": "Paper"}),
    a_meeting("b", title="B", review={"recommendation": "end", "into": ["a"], "proposed_in": "Paper"}),
    a_meeting("c", title="C", review={"recommendation": "end", "proposed_in": "Paper"}),
    a_meeting("d", title="D", status="proposed", review={"recommendation": "start", "proposed_in": "Paper"}),
    a_meeting("e", title="E", review={"recommendation": "change", "change": "Meets twice a year.", "proposed_in": "Other"}),
    a_meeting("f", title="F", review={"recommendation": "merge", "into": ["a", "e"], "proposed_in": "Paper"}),
    a_meeting("g", title="G", status="ended", review={"recommendation": "end", "proposed_in": "Paper"}),
    a_meeting("h", title="H"),
)


def test_recommendations_are_numbered_those_that_change_something_first_with_what_becomes_of_the_work() -> None:
    intro, table = section(of(*REVIEWED), "Recommendations")

    assert intro == Paragraph("Recommended in Paper; no decision is recorded, unless another source is named.")
    assert rows(table) == [
        ("1", "D (new)", "Start.", "No reason is recorded"),
        ("2", "E", "Change: Meets twice a year. Recommended in Other; no decision is recorded.", "No reason is recorded"),
        ("3", "F", "Merge into A and E.", "No reason is recorded"),
        ("4", "B", "End; its work goes to A.", "No reason is recorded"),
        ("5", "C", "End; no meeting is named to take on its work.", "No reason is recorded"),
        ("6", "A", "Continue.", "It works"),
    ]


def test_the_summary_counts_what_the_sections_show() -> None:
    report = of(*REVIEWED)
    (points,) = section(report, "Summary")

    assert isinstance(points, BulletList)
    assert points.items[0].startswith("8 meetings recorded. 6 are held")
    assert "6 recommendations: 1 to start, 1 to continue, 1 to change, 1 to merge and 2 to end. No decision is recorded." in points.items
    pairs = rows(next(block for block in section(report, "Possible duplicates") if isinstance(block, Table)))
    assert any(point.startswith(f"{len(pairs)} pairs of meetings may duplicate each other: ") for point in points.items)
    (without,) = section(of(a_meeting("a")), "Summary")
    assert isinstance(without, BulletList)
    assert "No pair of meetings is raised as a possible duplicate." in without.items


def test_appendix_a_prints_each_meeting_in_the_six_rows_of_the_paper_under_its_group() -> None:
    settings = Settings(paper=Paper(lead_label="Lead (OPCC, Constabulary or Joint)"))
    meeting = a_meeting("x", title="Concordat", focus=["Transport"], frequency="Sixth monthly", review={"recommendation": "continue"})
    heading, entry = section(of(meeting, settings=settings), "Appendix A – Recommended meetings")

    assert heading == Heading("Recommended to continue", 3)
    assert isinstance(entry, Entry)
    assert (entry.label, entry.title) == ("Meeting", "Concordat")
    assert entry.rows == (
        ("Lead (OPCC, Constabulary or Joint)", "OPCC office"),
        ("Purpose", "Not stated"),
        ("Key participants", "Not stated"),
        ("Frequency", "Sixth monthly"),
        ("Current focus", "Transport"),
    )


def test_every_meeting_is_in_one_appendix() -> None:
    report = of(*REVIEWED)
    titles = [block.title for block in report.blocks if isinstance(block, Entry)]
    others, _, over = section(report, "Appendix B – Other meetings")

    assert sorted(titles) == ["A", "B", "C", "D (new)", "E", "F"]
    assert [row[0] for row in rows(others)] == ["H"]
    assert [row[0] for row in rows(over)] == ["G"]


def test_without_a_recommendation_the_appendix_has_all_meetings() -> None:
    report = of(a_meeting("a"), a_meeting("b"))

    assert sections(report) == ["Summary", "Issues to resolve", "Appendix A – Meetings"]
    assert len([block for block in report.blocks if isinstance(block, Entry)]) == 2


def test_the_section_after_the_summary_begins_a_page() -> None:
    for report in (of(a_meeting("a")), of(*REVIEWED)):
        headings = [block for block in report.blocks if isinstance(block, Heading) and block.level == 2]
        assert [heading.new_page for heading in headings[:2]] == [False, True]


def test_the_pack_lists_gaps_then_findings_and_leaves_out_file_errors() -> None:
    found = [
        Finding("GR301", Severity.WARNING, "meetings/a.yaml", 1, 1, "The lead is unclear.", "Find out who convenes it."),
        Finding("GR303", Severity.WARNING, "meetings/a.yaml", 2, 1, "Its date is past.", "Update `last_met`."),
        Finding("GR201", Severity.ERROR, "meetings/a.yaml", 3, 1, "“x” is not an organisation.", "Write `y`."),
    ]
    blocks = section(packed(a_register(a_meeting("a", title="Board", lead="unclear")), *found), "Issues to resolve")

    assert [block.text for block in blocks if isinstance(block, Heading)] == ["Gaps", "Governance"]
    assert rows(blocks[1])[0] == ("No stated frequency", "1", "Board")
    assert rows(blocks[3]) == [("Board", "The lead is unclear. Find out who convenes it."), ("Board", "Its date is past.")]
    assert blocks[4] == Paragraph("1 more finding on how the register is written, for those who keep it.", quiet=True)


def test_abbreviations_are_those_that_the_pack_uses_with_all_their_meanings() -> None:
    glossary = {
        "TOR": ("terms of reference",),
        "CC": ("Chief Constable", "County Council"),
        "B&NES": ("Bath",),
        "ACC": ("Assistant Chief Constable",),
        "OR": ("unused",),
    }
    report = of(a_meeting("a", purpose="Agree TORs with the CC of B&NES", focus=["VACCINE"]), glossary=glossary)

    assert rows(section(report, "Abbreviations")[0]) == [
        ("B&NES", "Bath"),
        ("CC", "Chief Constable, or County Council"),
        ("TOR", "terms of reference"),
    ]
    assert "Abbreviations" not in sections(of(a_meeting("a"), glossary=glossary))


def test_a_pair_shows_both_sides_and_the_evidence_for_and_against() -> None:
    text = "Reduce serious violence and knife crime among young people through joint commissioning"
    same = {"purpose": text, "focus": ["Knife crime", "Serious violence"], "frequency": "monthly"}
    pair = (a_meeting("one", title="Violence Reduction Board", **same), a_meeting("two", title="Violence Reduction Panel", **same))
    others = [a_meeting(f"m{number}", title=f"Meeting {number}", purpose=f"Oversee subject {number}") for number in range(8)]
    blocks = section(of(*pair, *others), "Possible duplicates")

    heading = next(block for block in blocks if isinstance(block, Heading))
    assert heading.text == "1. Violence Reduction Board – Violence Reduction Panel"
    sides = next(block for block in blocks if isinstance(block, Table) and block.compares)
    assert ("Purpose", text, text) in rows(sides)
    assert any(isinstance(block, BulletList) and block.items for block in blocks)


def test_load_and_coverage_are_those_of_the_commands_without_their_hints() -> None:
    themes = {"housing": {"name": "Housing", "terms": ["housing"]}}
    meeting = a_meeting(
        "a", title="Board", purpose="Housing of people", frequency="monthly", participants=["opcc"], review=REVIEWED[1].review
    )
    report = of(meeting, themes=themes)
    load, covered = section(report, "Load before and after the recommendations"), section(report, "Coverage of themes and duties")

    assert ("OPCC office", "1", "12") in [row for block in load if isinstance(block, Table) for row in rows(block)]
    assert [block.text for block in load if isinstance(block, Heading)] == ["Each member", "If every recommendation were carried out"]
    assert [matrix.rows for matrix in covered if isinstance(matrix, Matrix)] == [(("Housing", (1,)),)]
    assert "--" not in "".join(block.text for block in [*load, *covered] if isinstance(block, Paragraph))


def test_layers_of_one_subject_are_listed_though_no_pair_is_raised() -> None:
    areas = {"county": {}, "bristol": {"part_of": "county"}}
    purpose = "Reduce reoffending by people leaving prison, with housing and employment for them"
    things = "archives bicycles canals dogs elms ferries gliders harbours islands jetties kites looms mills nurseries organs ponds".split()
    others = [a_meeting(f"z-{thing}", purpose=f"Keep {thing} and catalogue every one of the {thing}", areas=["county"]) for thing in things]
    one = a_meeting("one", title="Reoffending board", purpose=purpose, areas=["county"])
    other = a_meeting("other", title="Reoffending board in Bristol", purpose=purpose, areas=["bristol"])
    report = of(one, other, *others, areas=areas)
    blocks = section(report, "Possible duplicates")

    assert blocks[0] == Paragraph("No pair of meetings is raised as a possible duplicate.")
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert [row[:2] for row in rows(table)] == [("Reoffending board", "Reoffending board in Bristol")]
    (points,) = section(report, "Summary")
    assert isinstance(points, BulletList)
    point = "No pair of meetings is raised as a possible duplicate. 1 pair works on one subject at different layers."
    assert point in points.items


def test_a_change_that_is_one_number_is_one_in_a_workbook() -> None:
    ends = {"recommendation": "end"}
    report = of(a_meeting("a", frequency="monthly", review=ends), a_meeting("b", frequency="4 to 6 times a year", review=ends))
    blocks = section(report, "Effect and losses of the recommendations")
    table = next(block for block in blocks if isinstance(block, Table) and "Change" in [column.title for column in block.columns])
    place = [column.title for column in table.columns].index("Change")

    assert [row[place] for row in table.rows] == [Change(-12.0, "−12"), "−4 or lower"]


def test_each_table_says_how_many_members_are_shown() -> None:
    names = [f"o{number}" for number in range(12)]
    ended = a_meeting("a", frequency="monthly", participants=names, review={"recommendation": "end"})
    report = of(ended, organisations={name: {} for name in names} | {"opcc": {}})
    blocks = section(report, "Load before and after the recommendations")
    below = [blocks[place + 1] for place, block in enumerate(blocks) if isinstance(block, Table)]

    assert [block.text for block in below if isinstance(block, Paragraph)] == [
        "The first 10 of 12 members.",
        "The first 10 of 12 members whose load changes.",
    ]
