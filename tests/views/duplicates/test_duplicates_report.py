"""A page for each pair: both entries side by side, the sum, what to ask and the command; and what the foot counts."""

from dataclasses import replace
from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.duplicates import comparison
from govreg.analysis.duplicates.search import Pair, Query, SearchResult, find_duplicates, score_pair
from govreg.analysis.verdicts import CurrentVerdict
from govreg.model.location import Location, Position
from govreg.model.meeting import Meeting
from govreg.model.register import Register
from govreg.model.verdict import Verdict
from govreg.report import Column, Command, Fields, Heading, Paragraph, Report, Table
from govreg.views.duplicates.report import duplicates, one_pair, side_by_side

TEXT = "Reduce serious violence and knife crime among young people through joint commissioning"
ALIKE: dict[str, Any] = {"purpose": TEXT, "focus": ["Knife crime", "Serious violence"]}
PAIR = (
    a_meeting("board", title="Violence Reduction Board", frequency="monthly", participants=["opcc", "nhs"], **ALIKE),
    a_meeting("panel", title="Violence Reduction Panel", participants=["opcc"], **ALIKE),
)
OTHERS = [a_meeting(f"m{number}", title=f"Meeting {number}", purpose=f"Oversee subject {number}") for number in range(8)]
ORGANISATIONS = {"opcc": {"name": "OPCC office"}, "nhs": {"name": "NHS"}}


def locate(_: Location) -> Position | None:
    return Position(7, 1)


def register(*more: Meeting) -> Register:
    return a_register(*PAIR, *OTHERS, *more, organisations=ORGANISATIONS, name="Register")


REGISTER = register()
FOUND = find_duplicates(REGISTER, Query())
WEAK = score_pair(REGISTER, "board", "m1")


def report(found: SearchResult = FOUND) -> Report:
    return duplicates(REGISTER, found, locate, "2026-11-21")


def with_pair(**keys: Any) -> SearchResult:
    """The same result with other values of its pair."""
    return replace(FOUND, pairs=(replace(FOUND.pairs[0], **keys),))


def prose(found: SearchResult) -> list[str]:
    return [block.text for block in report(found).paragraphs]


def test_a_page_sets_both_entries_side_by_side_and_adds_up_the_evidence() -> None:
    heading, grade, table, evidence, pieces, total, ask, command = report().blocks

    assert heading == Heading("1. Violence Reduction Board – Violence Reduction Panel")
    of = "Of the 45 pairs that can be compared in this register"
    assert grade == Paragraph(f"Likely the same work: score 0.886. {of}, no other scores as high.")
    assert table == Table(
        (Column("", whole=True), Column("Violence Reduction Board", share=3), Column("Violence Reduction Panel", share=3)),
        (
            ("Lead", "OPCC office", "OPCC office"),
            ("Area", "the whole area", "the whole area"),
            ("Purpose", TEXT, TEXT),
            ("Works on", "Knife crime; Serious violence", "Knife crime; Serious violence"),
            ("Members", "2 members", "1 member"),
            ("How often", "monthly", None),
        ),
    )
    assert evidence == Paragraph("Evidence that it is the same work:")
    assert isinstance(pieces, Fields)
    assert pieces.rows[:3] == (
        ("+2.10", f"Both have the same words in the same order: “{TEXT}”."),
        ("", f"Violence Reduction Board, line 7: “{TEXT}”"),
        ("", f"Violence Reduction Panel, line 7: “{TEXT}”"),
    )
    assert total == Fields((("+6.07", "Total: 1.00 or more is possible, 2.00 or more is likely."),))
    assert ask == Paragraph("To ask: Was one written from the other, and what does each do that the other doesn't?")
    assert isinstance(command, Command)
    assert command.text == 'govreg verdict board panel VERDICT --reason "…"'
    assert report().foot == (
        "1 pair.",
        (
            "For discussion, not a finding. Likely means a total of 2.00 or more, and possible 1.00 or more, "
            "which an average meeting would reach with one other by chance."
        ),
        "Register, as at 21 November 2026.",
    )


def test_two_meetings_by_name_get_a_page_without_a_number() -> None:
    found = one_pair(REGISTER, WEAK, locate, "2026-11-21")
    heading, grade, _, total, ask, _ = found.blocks

    assert heading == Heading("Violence Reduction Board – Meeting 1")
    assert grade == Paragraph("Weak match: score 0.300.")
    assert total == Fields((("+0.00", "Total: 1.00 or more is possible, 2.00 or more is likely."),))
    assert ask == Paragraph("To ask: What does each do on this that the other doesn't, and what would be lost if one of them stopped?")
    assert found.foot == ("Register, as at 21 November 2026.",)
    assert found.data()["pairs"][0]["grade"] == "weak"
    assert found.table is not None
    assert len(found.table.rows) == 1


@pytest.mark.parametrize(
    ("keys", "first"),
    [
        ({"grade": "possible"}, "Possibly the same work: score 0.886."),
        ({"kind": "related"}, "Related, and may be properly separate: score 0.886."),
        ({"kind": "related", "layers": True}, "Same subject, different layer: score 0.886."),
        ({"grade": "weak"}, "Weak match: score 0.886."),
    ],
)
def test_a_page_says_how_certain_it_is(keys: dict[str, Any], first: str) -> None:
    assert prose(with_pair(**keys))[0].startswith(first)


OF = "Of the 45 pairs that can be compared in this register"


@pytest.mark.parametrize(
    ("most", "rank", "says"),
    [
        (10, 1, f"{OF}, no other scores as high."),
        (10, 3, f"{OF}, 3 score as high as this one, itself included."),
        (9, 1, "No other pair that was weighed scores as high."),
        (9, 3, f"{OF}, at least 3 score as high as this one, itself included."),
    ],
)
def test_only_where_every_pair_was_weighed_a_page_says_how_many_score_as_high(
    most: int, rank: int, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparison, "EXHAUSTIVE", most)

    assert prose(replace(FOUND, weighed=FOUND.weighed * rank))[0] == f"Likely the same work: score 0.886. {says}"


def test_layers_are_asked_which_reports_to_which() -> None:
    assert "To ask: Which of the two reports to the other, and does the register say so?" in prose(with_pair(layers=True))


def verdict(**keys: Any) -> Verdict:
    return Verdict.model_validate({"meetings": ("board", "panel"), "verdict": "distinct", "on": "2016-11", **keys})


@pytest.mark.parametrize(
    ("held", "says"),
    [
        (CurrentVerdict(verdict(of="1:a"), stale=False), "Decided as distinct in November 2016."),
        (
            CurrentVerdict(verdict(of="1:a", on="2016-11-10", by="the Board", reason="Two duties."), stale=False),
            "Decided as distinct on 10 November 2016 by the Board: Two duties.",
        ),
        (
            CurrentVerdict(verdict(of="1:a", reason="Two duties"), stale=True, changed=("title",)),
            "Decided as distinct in November 2016: Two duties. Raised again because the title has changed since.",
        ),
        (
            CurrentVerdict(verdict(of="1:a", reason="Why not?"), stale=True, changed=("title", "focus")),
            "Decided as distinct in November 2016: Why not? Raised again because the title and the focus have changed since.",
        ),
        (
            CurrentVerdict(verdict(), stale=True),
            "Decided as distinct in November 2016. Raised again because it does not record the texts that it was given on (`of`).",
        ),
    ],
)
def test_a_verdict_is_quoted_with_why_the_pair_is_raised_again(held: CurrentVerdict, says: str) -> None:
    assert prose(with_pair(verdict=held))[1] == says


def test_a_settled_pair_is_neither_asked_about_nor_to_be_decided() -> None:
    found = with_pair(settled_by=("a", "b"))

    assert "Settled by what was decided about other pairs." in prose(found)
    assert not [text for text in prose(found) if text.startswith("To ask")]
    assert not [block for block in report(found).blocks if isinstance(block, Command)]


def test_what_speaks_against_a_pair_comes_after_what_speaks_for_it() -> None:
    one, other = (a_meeting(id_, title=f"Heron {id_}", level=level) for id_, level in (("board", "strategic"), ("panel", "tactical")))
    entries = a_register(one, other, *OTHERS, themes={"herons": {"name": "Herons", "terms": ["heron"]}})
    found = score_pair(entries, "board", "panel")
    blocks = list(one_pair(entries, found, lambda _: None, "2026-11-21").blocks)
    place = blocks.index(Paragraph("Evidence against:"))

    assert blocks.index(Paragraph("Evidence that it is the same work:")) < place
    against = blocks[place + 1]
    assert isinstance(against, Fields)
    weight, says = against.rows[0]
    assert (weight[0], says) == ("-", "One is strategic, the other tactical.")
    assert against.rows[1:3] == (("", "Heron board: level"), ("", "Heron panel: level"))


def test_long_texts_and_many_items_are_cut() -> None:
    items = [f"Item {number}" for number in range(6)]
    one = a_meeting("a", purpose="x" * 160, focus=items[:4], lead="not-stated", frequency={"per_year": 4})
    two = a_meeting("b", purpose="x" * 161, focus=["y" * 161, *items[1:]], lead="not-stated")
    found = {row[0]: row[1:] for row in side_by_side(REGISTER, one, two)}

    assert found["Purpose"] == ("x" * 160, "x" * 159 + "…")
    assert found["Works on"] == ("Item 0; Item 1; Item 2; Item 3", f"{'y' * 159}…; Item 1; Item 2; Item 3; 2 more")
    assert list(found) == ["Lead", "Area", "Purpose", "Works on"]


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        ({"raised": 3}, ["1 of 3 pairs, the most certain first."]),
        ({"settled": 1}, ["1 pair.", "1 more pair is settled by verdicts; --all includes it."]),
        (
            {"settled": 2, "related": 1},
            [
                "1 pair.",
                "2 more pairs are settled by verdicts; --all includes them.",
                "1 more pair is related, and may be properly separate; --all includes it.",
            ],
        ),
        (
            {"layers": WEAK.pairs},
            [
                "1 pair.",
                "1 pair on different layers of one subject is a possible duplicate only if one does the other's work.",
            ],
        ),
        (
            {"layers": WEAK.pairs * 2},
            [
                "1 pair.",
                "2 pairs on different layers of one subject are possible duplicates only if one does the other's work.",
            ],
        ),
    ],
)
def test_the_foot_counts_what_is_not_shown(keys: dict[str, Any], lines: list[str]) -> None:
    assert list(report(replace(FOUND, **keys)).foot[:-2]) == lines


@pytest.mark.parametrize(("against", "says"), [(False, "work."), (True, "work that did not before.")])
def test_no_pair_is_a_sentence_and_no_scale(against: bool, says: str) -> None:  # noqa: FBT001 - a case
    found = replace(FOUND, pairs=(), raised=0, query=Query(among=frozenset("a") if against else None))

    assert list(report(found).blocks) == [Paragraph(f"No two meetings look like the same {says}")]
    assert report(found).foot == ("Register, as at 21 November 2026.",)


THREE = [a_meeting(f"v{number}", title=f"Violence Reduction {name}", **ALIKE) for number, name in enumerate(("Board", "Panel", "Team"))]


def test_meetings_of_which_every_two_are_alike_are_a_group() -> None:
    entries = a_register(*THREE, *OTHERS, organisations=ORGANISATIONS)
    found = find_duplicates(entries, Query())
    blocks = list(duplicates(entries, found, locate, "2026-11-21").blocks)
    start = blocks.index(Heading("Groups to decide together"))

    assert len(found.pairs) == 3
    assert sum(block == Paragraph("Group 1 below decides this pair with the others of its group.") for block in blocks) == 3
    assert blocks[start + 1] == Paragraph(
        "Every two of these meetings are a possible duplicate. One verdict on a group records each of its pairs."
    )
    assert blocks[start + 2] == Paragraph("1. Violence Reduction Board, Violence Reduction Panel and Violence Reduction Team.")
    command = blocks[start + 3]
    assert isinstance(command, Command)
    assert command.text == 'govreg verdict v0 v1 v2 VERDICT --reason "…"'
    assert duplicates(entries, found, locate, "2026-11-21").data()["decide_together"] == [["v0", "v1", "v2"]]
    assert [block.text for block in blocks if isinstance(block, Heading)][1][:3] == "2. "


COUNTY = {"county": {}, **{f"town{number}": {"part_of": "county"} for number in range(30)}}


def layers(count: int) -> tuple[Register, SearchResult]:
    """A register with a county board on one subject and its like in so many towns, and what is found in it."""
    board = a_meeting("board", title="Reoffending board", areas=["county"], purpose="Reduce reoffending by people who leave prison")
    towns = (
        a_meeting(
            f"town{number:02}",
            title=f"Reoffending board in Town{number}",
            areas=[f"town{number}"],
            purpose="Reduce reoffending by people who leave prison",
        )
        for number in range(count)
    )
    things = "archives bicycles canals dogs elms ferries gliders harbours islands jetties kites looms mills nurseries organs ponds".split()
    others = (a_meeting(f"z-{thing}", purpose=f"Keep {thing} and catalogue every one of the {thing}", areas=["county"]) for thing in things)
    entries = a_register(board, *towns, *others, areas=COUNTY)
    return entries, find_duplicates(entries, Query())


@pytest.mark.parametrize(
    ("count", "shown", "more", "them"),
    [(1, 1, None, ""), (25, 25, None, ""), (26, 25, "1 more pair", "it"), (27, 25, "2 more pairs", "them")],
)
def test_layers_of_one_subject_are_a_table_of_twenty_five_at_most(count: int, shown: int, more: str | None, them: str) -> None:
    entries, found = layers(1)
    many = replace(found, layers=found.layers[:1] * count, more_layers=0)
    report = duplicates(entries, many, locate, "2026-11-21")
    blocks = list(report.blocks)
    cut = duplicates(entries, replace(many, more_layers=5), locate, "2026-11-21").data()
    place = blocks.index(Heading("Same subject, different layer: which reports to which?"))
    table = blocks[place + 1]

    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == ["Meeting", "and", "In common", "Apart"]
    assert len(table.rows) == shown
    assert table.rows[0][:2] == ("Reoffending board", "Reoffending board in Town0")
    assert "reoffending" in str(table.rows[0][2]).lower()
    assert table.rows[0][3] == "One is for County, the other for Town0: one area is part of the other."
    last = Paragraph(f"{more} of this sort; “govreg duplicates --all” includes {them}.", quiet=True)
    assert (blocks[-1] == last) == bool(more)
    assert (len(report.data()["layers"]), report.data()["layers_left_out"], cut["layers_left_out"]) == (count, 0, 5)


def test_a_limit_on_pairs_is_one_on_layers_too() -> None:
    entries, found = layers(1)
    limited = replace(found, layers=found.layers * 3, pairs=FOUND.pairs[:0], raised=1)
    blocks = list(duplicates(entries, limited, locate, "2026-11-21").blocks)

    assert blocks[-1] == Paragraph("3 more pairs of this sort; “govreg duplicates --all” includes them.", quiet=True)


def test_machines_get_each_pair_with_its_evidence() -> None:
    data = report(with_pair(verdict=CurrentVerdict(verdict(of="1:a", by="the Board"), stale=True), settled_by=("x", "y"))).data()
    (pair,) = data["pairs"]

    assert (data["as_at"], data["unread"], data["comparable"], data["bar"]) == ("2026-11-21", [], 45, 1.0)
    assert (data["layers"], data["decide_together"], data["settled"], data["related"]) == ([], [], 0, 0)
    assert data["groups"] == [{"theme": theme, "meetings": ["board", "panel"]} for theme in ("knife crime", "serious violence")]
    assert [pair[key] for key in ("a", "b", "grade", "kind", "layers", "sum", "rank")] == [
        "board",
        "panel",
        "likely",
        "duplicate",
        False,
        6.07,
        1,
    ]
    assert pair["verdict"] == {"verdict": "distinct", "reason": None, "by": "the Board", "on": "2016-11", "stale": True}
    assert pair["settled_by"] == ["x", "y"]
    assert pair["evidence"][0] == {
        "signal": "copied",
        "weight": 2.1,
        "says": f"Both have the same words in the same order: “{TEXT}”.",
        "a": {"file": "meetings/board.yaml", "line": 7},
        "b": {"file": "meetings/panel.yaml", "line": 7},
    }
    plain = report().data()["pairs"][0]
    assert (plain["verdict"], plain["settled_by"], plain["against"]) == (None, None, [])


def test_a_spreadsheet_has_a_row_for_each_pair_with_the_weight_of_each_sentence() -> None:
    table = report().table
    assert table is not None
    assert [column.title for column in table.columns] == "a b title_a title_b score grade kind sum evidence against".split()
    (row,) = table.rows
    pair: Pair = FOUND.pairs[0]

    assert row[:8] == ("board", "panel", "Violence Reduction Board", "Violence Reduction Panel", pair.score, "likely", "duplicate", 6.07)
    assert isinstance(row[8], tuple)
    assert row[8][-1] == "OPCC office sits on both. (+0.04)"
    assert row[9] == ()


@pytest.mark.parametrize(
    ("raised", "limit", "pages", "foot"),
    [
        (2, 0, 2, "2 pairs, the most certain first."),
        (3, 0, 2, "3 pairs, the most certain first. The first 2 are shown; --format json has all."),
        (5, 0, 2, "5 pairs, the most certain first. The first 2 are shown; --format json has 3."),
        (3, 3, 3, "3 pairs, the most certain first."),
    ],
)
def test_people_see_the_first_pairs_unless_they_ask_for_a_number(
    raised: int, limit: int, pages: int, foot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govreg.views.duplicates.report._MOST_PAGES", 2)
    found = replace(FOUND, pairs=FOUND.pairs * min(raised, 3), raised=raised)
    report = duplicates(REGISTER, found, locate, "2026-11-21", limit)

    assert [block.text[:3] for block in report.blocks if isinstance(block, Heading)][:4] == [
        f"{number}. " for number in range(1, pages + 1)
    ]
    assert report.foot[0] == foot
    assert (len(report.data()["pairs"]), report.data()["pairs_left_out"]) == (len(found.pairs), raised - len(found.pairs))


@pytest.mark.parametrize(
    ("ended", "asks", "statuses"),
    [
        (("board",), "One of the two has ended: did the other take its work on, and does the register say so?", ("ended in 2016", None)),
        (("board", "panel"), "Both have ended: does the register say where their work went?", ("ended in 2016", "ended in 2016")),
    ],
)
def test_a_page_says_that_a_meeting_has_ended_and_asks_where_its_work_went(
    ended: tuple[str, ...], asks: str, statuses: tuple[str | None, ...]
) -> None:
    over = {"status": "ended", "status_since": "2016"}
    pair = [one.model_copy(update=over) if one.id in ended else one for one in PAIR]
    found = score_pair(a_register(*pair, *OTHERS, organisations=ORGANISATIONS), "board", "panel")
    shown = one_pair(found.comparison.register, found, locate, "2026-11-21")

    assert f"To ask: {asks}" in [block.text for block in shown.paragraphs]
    (table,) = (block for block in shown.blocks if isinstance(block, Table))
    assert table.rows[-1] == ("Status", *statuses)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        (Query(meeting="m1"), "No meeting looks like the same work as “Meeting 1”."),
        (Query(least=0.995), "No pair has a score of 0.995 or more."),
        (Query(least=0.99, meeting="m1"), "No pair with “Meeting 1” has a score of 0.99 or more."),
    ],
)
def test_where_only_some_pairs_were_asked_for_nothing_is_said_of_others(query: Query, says: str) -> None:
    assert prose(find_duplicates(REGISTER, query))[0] == says
