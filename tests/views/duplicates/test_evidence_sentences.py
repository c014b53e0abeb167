"""Each part of a pair's sum has its sentence, with the fields of both entries that show it; in whichever order they are given."""

from itertools import islice, product
from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.duplicates.profile import MOST_COMPARED, MOST_TOPICS
from govreg.analysis.duplicates.search import score_pair
from govreg.analysis.duplicates.signals import Signal
from govreg.model.location import KeyPath
from govreg.views.duplicates.evidence import Evidence, EvidenceText

THINGS = "archives bicycles canals dogs elms ferries gliders harbours islands jetties kites".split()
OTHERS = [
    a_meeting(f"z-{thing}", title=f"Fleet {thing}", purpose=f"Keep {thing} and catalogue every one of the {thing}", lead="x9")
    for thing in THINGS
]
PARTS: dict[str, Any] = {
    "organisations": {"opcc": {"name": "OPCC office"}, "nhs": {"name": "NHS"}, "pcc": {}, **{f"x{number}": {} for number in range(10)}},
    "areas": {
        "county": {},
        "north": {"part_of": "county"},
        "south": {"part_of": "county"},
        "town": {"part_of": "north"},
    },
    "themes": {"herons": {"name": "Herons", "terms": ["heron"]}, "boats": {"name": "Boats", "terms": ["boat"]}},
}


HERONS = {"purpose": "Count herons on the marsh"}


def pieces(one: dict[str, Any], other: dict[str, Any]) -> dict[Signal, Evidence]:
    """The parts of the sum for two meetings with these fields, and one purpose where they give none, in a register of some others."""
    entries = (a_meeting("board", **{**HERONS, **one}), a_meeting("panel", **{**HERONS, **other}))
    found = score_pair(a_register(*entries, *OTHERS, **PARTS), "board", "panel")
    text = EvidenceText(found.comparison)
    return {piece.signal: piece for piece in (*text.evidence(found.pairs[0]), *text.against(found.pairs[0]))}


WALRUS, LEMUR = {"title": "Walrus board"}, {"title": "Lemur panel"}
HERON_BOARD = {"title": "Heron board"}
KEPT = {"recommendation": "continue", "proposed_in": "Paper", "proposed_on": "2016"}
TITLE: KeyPath = ("title",)
ZEBRAS = [f"Zebra {word}" for word in ("one", "two", "three", "four", "five", "six", "seven")]


@pytest.mark.parametrize(
    ("signal", "one", "other", "says", "a", "b"),
    [
        (Signal.THEME, {}, {}, "Both are about herons by purpose.", ("purpose",), ("purpose",)),
        (
            Signal.THEME,
            {"title": "Heron and boat board", "purpose": None},
            {"title": "Heron and boat panel", "purpose": None},
            "Both are about boats by name or tag; none of the 77 other pairs for the same area is. Both also work on herons.",
            TITLE,
            TITLE,
        ),
        (
            Signal.THEME,
            {"title": "Heron board", "areas": ["county"], "purpose": None},
            {"focus": ["Herons"], "areas": ["town"], "purpose": None},
            (
                "Both are about herons: “Heron board” by name or tag, and the other by current focus; "
                "none of the 22 other pairs with one area inside the other is."
            ),
            TITLE,
            ("focus", 0, "text"),
        ),
        (
            Signal.THEME,
            {"focus": ["Safeguarding"], "purpose": None},
            {"focus": ["Local safeguarding"], "purpose": None},
            "Both are about safeguarding by current focus.",
            ("focus", 0, "text"),
            ("focus", 0, "text"),
        ),
        (
            Signal.THEME,
            {"focus": ["Safeguarding adults"], "purpose": None},
            {"focus": ["Local safeguarding"], "purpose": None},
            "Both are about safeguarding by current focus.",
            ("focus", 0, "text"),
            ("focus", 0, "text"),
        ),
        (
            Signal.WORDS,
            {},
            {},
            "Both say “Count” and “marsh”; 1 of 12 entries uses “Count” or a form of it (copies counted once).",
            ("purpose",),
            ("purpose",),
        ),
        (
            Signal.WORDS,
            {"purpose": "Dredge ponds, weirs and sluices; count otters"},
            {"purpose": "An otter needs a weir with a sluice: dredging"},
            (
                "Both say “Dredge” / “dredging”, “otters” / “otter”, “sluices” / “sluice” and “weirs” / “weir”; "
                "2 of 13 entries use “Dredge” or a form of it."
            ),
            ("purpose",),
            ("purpose",),
        ),
        (Signal.LEVEL, {"level": "strategic"}, {"level": "tactical"}, "One is strategic, the other tactical.", ("level",), ("level",)),
        (Signal.OTHER_LEAD, {}, {"lead": "nhs"}, "OPCC office leads one, NHS the other.", ("lead",), ("lead",)),
        (
            Signal.OTHER_LEAD,
            {"lead": ["nhs", "pcc"]},
            {},
            "NHS and Pcc lead one, OPCC office the other.",
            ("lead",),
            ("lead",),
        ),
        (
            Signal.REPORTS,
            {"reports_to": ["panel"]},
            {},
            "“Board” reports to “Panel”, so some similarity is expected.",
            ("reports_to",),
            None,
        ),
        (
            Signal.REPORTS,
            {},
            {"reports_to": ["board"]},
            "“Panel” reports to “Board”, so some similarity is expected.",
            None,
            ("reports_to",),
        ),
        (Signal.LINKED, {"links_to": ["panel"]}, {}, "“Board” is linked to “Panel”, so some similarity is expected.", ("links_to",), None),
        (Signal.LINKED, {}, {"links_to": ["board"]}, "“Panel” is linked to “Board”, so some similarity is expected.", None, ("links_to",)),
        (
            Signal.MEMBER,
            {"participants": ["nhs", {"meeting": "panel"}]},
            {},
            "“Panel” sends someone to “Board”, so some similarity is expected.",
            ("participants", 1),
            None,
        ),
        (
            Signal.MEMBER,
            {},
            {"participants": [{"meeting": "board"}]},
            "“Board” sends someone to “Panel”, so some similarity is expected.",
            None,
            ("participants", 0),
        ),
        (
            Signal.SAME_REPORT,
            {"reports_to": ["z-canals", "opcc", "nhs"]},
            {"reports_to": ["opcc", "z-canals", "pcc"]},
            "Both report to OPCC office and Fleet canals.",
            ("reports_to",),
            ("reports_to",),
        ),
        (
            Signal.EACH,
            {"instances": "per-area", "areas": ["north", "south"]},
            {"areas": ["north", "south"]},
            "“Board” is held once for each area, “Panel” once for all of them.",
            ("instances",),
            None,
        ),
        (
            Signal.EACH,
            {"areas": ["north", "south"]},
            {"instances": "per-area", "areas": ["north", "south"]},
            "“Panel” is held once for each area, “Board” once for all of them.",
            None,
            ("instances",),
        ),
        (
            Signal.OTHER_AREA,
            {"areas": ["north"]},
            {"areas": ["south"]},
            "One is for North, the other for South: the register has no area that both cover.",
            ("areas",),
            ("areas",),
        ),
        (
            Signal.PARTLY,
            {"areas": ["north", "town"]},
            {"areas": ["north", "south"]},
            "One is for North and Town, the other for North and South: their areas overlap.",
            ("areas",),
            ("areas",),
        ),
        (
            Signal.WITHIN,
            {"areas": ["county"]},
            {"areas": ["town"]},
            "One is for County, the other for Town: one area is part of the other.",
            ("areas",),
            ("areas",),
        ),
        (
            Signal.WITHIN,
            {"areas": ["town"]},
            {"areas": ["county"]},
            "One is for Town, the other for County: one area is part of the other.",
            ("areas",),
            ("areas",),
        ),
        (Signal.SEATS, {"participants": ["nhs"]}, {"chair": "nhs"}, "NHS sits on both.", ("participants",), ("chair",)),
        (
            Signal.SEATS,
            {"participants": ["nhs", {"meeting": "z-dogs"}]},
            {"participants": [{"meeting": "z-dogs"}, "pcc", "nhs"]},
            "Fleet dogs and NHS sit on both; one has 2 members and the other 3.",
            ("participants",),
            ("participants",),
        ),
        (
            Signal.SEATS,
            {"participants": [f"x{number}" for number in range(6)]},
            {"participants": [f"x{number}" for number in range(6)]},
            "X0, X1, X2, X3, X4 and X5 sit on both; one has 6 members and the other 6.",
            ("participants",),
            ("participants",),
        ),
        (
            Signal.SEATS,
            {"participants": [f"x{number}" for number in range(8)]},
            {"participants": [f"x{number}" for number in range(9)]},
            "X0, X1, X2, X3, X4, X5 and 2 more sit on both; one has 8 members and the other 9.",
            ("participants",),
            ("participants",),
        ),
        (
            Signal.FOCUS,
            {"focus": ["Lemurs", "Zebra crossings"]},
            {"focus": ["Zebra crossing"]},
            "Both work on “Zebra crossings” / “Zebra crossing”.",
            ("focus", 1, "text"),
            ("focus", 0, "text"),
        ),
        (
            Signal.FOCUS,
            {"focus": ZEBRAS[:6]},
            {"focus": ZEBRAS[:6]},
            "Both work on “Zebra one”, “Zebra two”, “Zebra three”, “Zebra four”, “Zebra five” and “Zebra six”.",
            ("focus", 0, "text"),
            ("focus", 0, "text"),
        ),
        (
            Signal.FOCUS,
            {"focus": ZEBRAS},
            {"focus": ZEBRAS[::-1]},
            "Both work on “Zebra one”, “Zebra two”, “Zebra three”, “Zebra four”, “Zebra five”, “Zebra six” and 1 more.",
            ("focus", 0, "text"),
            ("focus", 6, "text"),
        ),
        (
            Signal.NAMED,
            {**WALRUS, "notes": "Works with the Lemur panel."},
            LEMUR,
            "“Walrus board” names “Lemur panel” in its notes.",
            ("notes",),
            TITLE,
        ),
        (
            Signal.NAMED_SUCCESSION,
            WALRUS,
            {**LEMUR, "purpose": "Was formerly the Walrus board."},
            "“Lemur panel” names “Walrus board” in its purpose and writes of one meeting replacing another.",
            TITLE,
            ("purpose",),
        ),
        (
            Signal.NAMED_WORK,
            WALRUS,
            {**LEMUR, "focus": ["Egrets", "The Walrus board"]},
            "“Lemur panel” works on “The Walrus board”, which is the name of “Walrus board” apart from small words.",
            TITLE,
            ("focus", 1, "text"),
        ),
        (
            Signal.NAMED_WORK,
            {**WALRUS, "focus": ["Lemur panel"]},
            LEMUR,
            "“Walrus board” works on “Lemur panel”, which is the name of “Lemur panel” apart from small words.",
            ("focus", 0, "text"),
            TITLE,
        ),
        (
            Signal.SUCCESSION,
            WALRUS,
            {**LEMUR, "supersedes": ["board"]},
            "“Lemur panel” is recorded as taking on the other's work, and neither has ended.",
            TITLE,
            ("supersedes", 0),
        ),
        (
            Signal.SUCCESSION,
            {**WALRUS, "review": {"recommendation": "merge", "into": ["panel"]}},
            LEMUR,
            "“Lemur panel” is recommended to take on the other's work, and neither has ended.",
            ("review", 0, "into", 0),
            TITLE,
        ),
        (
            Signal.DUTY,
            {"statutory": ["B Act", "Care Act 2014 s1"], "purpose": None},
            {"statutory": ["care act 2014 s1"], "purpose": None},
            "Both serve the same statutory duty: Care Act 2014 s1.",
            ("statutory",),
            ("statutory",),
        ),
        (
            Signal.DUTY,
            {"title": "Safeguarding adults board", "statutory": True},
            {"title": "Safeguarding adults partnership", "statutory": True},
            "Both are statutory and about safeguarding adults by name or tag, and an Act requires partners to have a body for that.",
            ("statutory",),
            ("statutory",),
        ),
        (
            Signal.NAME,
            {"title": "Safeguarding adults board"},
            {"title": "Safeguarding adults partnership"},
            (
                "“Safeguarding adults board” and “Safeguarding adults partnership” are the same name, apart from places, small words, "
                "abbreviations and the kind of body."
            ),
            TITLE,
            TITLE,
        ),
        (
            Signal.NAME,
            HERON_BOARD,
            {"title": "The Heron Board"},
            "“Heron board” and “The Heron Board” are the same name, apart from places and small words.",
            TITLE,
            TITLE,
        ),
        (
            Signal.SEVERAL,
            {"title": "Heron partnerships"},
            {"title": "Heron partnership"},
            "“Heron partnerships” is several bodies by its name; the other is one.",
            TITLE,
            TITLE,
        ),
        (
            Signal.BELOW,
            {"title": "Heron team", "kind": "working-group"},
            HERON_BOARD,
            "“Heron team” is a working group; the other isn't.",
            ("kind",),
            TITLE,
        ),
        (
            Signal.BELOW,
            HERON_BOARD,
            {"title": "Heron team", "kind": "sub-group"},
            "“Heron team” is a sub-group; the other isn't.",
            TITLE,
            ("kind",),
        ),
        (
            Signal.BELOW,
            HERON_BOARD,
            {"title": "Heron sub-group"},
            "“Heron sub-group” is, by its name, a group that works for another body; the other isn't.",
            TITLE,
            TITLE,
        ),
        (
            Signal.FORUM,
            {"title": "Heron forum"},
            HERON_BOARD,
            "“Heron forum” is, by its name, a forum, a network or an advisory group; the other isn't.",
            TITLE,
            TITLE,
        ),
        (
            Signal.SCRUTINY,
            HERON_BOARD,
            {"title": "Heron scrutiny committee"},
            "“Heron scrutiny committee” is, by its name, a committee that scrutinises others; the other isn't.",
            TITLE,
            TITLE,
        ),
        (
            Signal.KEPT,
            {**HERON_BOARD, "review": KEPT},
            {"title": "Heron panel", "review": KEPT},
            "The same review looked at both and recommends keeping both.",
            ("review",),
            ("review",),
        ),
        (
            Signal.OTHER_NAME,
            {**WALRUS, "notes": "Works with the Lemur panel."},
            LEMUR,
            "One is called “Walrus” and the other “Lemur”: neither word is in the other's name or purpose.",
            TITLE,
            TITLE,
        ),
    ],
)
def test_a_part_of_a_sum(
    signal: Signal, one: dict[str, Any], other: dict[str, Any], says: str, a: KeyPath | None, b: KeyPath | None
) -> None:
    piece = pieces(one, other)[signal]

    assert piece.says == says
    assert [place.path if place is not None else None for place in (piece.a, piece.b)] == [a, b]
    assert [place.file for place in (piece.a, piece.b) if place is not None] == [
        f"meetings/{id_}.yaml" for id_, path in (("board", a), ("panel", b)) if path is not None
    ]


@pytest.mark.parametrize(("count", "end"), [(20, "o18 and o19"), (21, "o19 and 1 more"), (90, "o19 and 70 more")])
def test_twenty_of_those_that_both_report_to_are_named_and_the_others_counted(count: int, end: str) -> None:
    above = {"reports_to": [f"o{number:02}" for number in range(count)]}

    assert pieces(above, above)[Signal.SAME_REPORT].says.endswith(f", {end}.")


@pytest.mark.parametrize(("count", "end"), [(20, "A18 and A19"), (21, "A19 and 1 more"), (90, "A19 and 70 more")])
def test_twenty_areas_of_a_meeting_are_named_and_the_others_counted(count: int, end: str) -> None:
    areas = {**{f"a{number:02}": {} for number in range(count)}, "b": {"name": "Bath"}}
    entries = (a_meeting("board", **HERONS, areas=sorted(areas)[:-1]), a_meeting("panel", **HERONS, areas=["b"]))
    found = score_pair(a_register(*entries, *OTHERS, **{**PARTS, "areas": areas}), "board", "panel")

    says = next(one.says for one in EvidenceText(found.comparison).against(found.pairs[0]) if one.signal is Signal.OTHER_AREA)

    assert says.endswith(f", {end}, the other for Bath: the register has no area that both cover.")


NAMES = [f"T{number:02}" for number in range(MOST_TOPICS + 11)]
"""Of so many themes, the last is not among those by which pairs are compared."""


@pytest.mark.parametrize(
    ("tags", "says"),
    [
        (NAMES, None),
        (NAMES[:-1], f"One is about {', '.join(name.lower() for name in NAMES[:20])} and 40 more by name or tag, the other about t60."),
    ],
)
def test_two_are_about_other_things_only_where_none_of_all_their_tags_is_the_same(tags: list[str], says: str | None) -> None:
    themes = {name.lower(): {"name": name} for name in NAMES}
    board, panel = (a_meeting(id_, **HERONS, themes=[tag.lower() for tag in own]) for id_, own in (("board", tags), ("panel", NAMES[-1:])))
    found = score_pair(a_register(board, panel, *OTHERS, **{**PARTS, "themes": themes}), "board", "panel")
    against = {piece.signal: piece.says for piece in EvidenceText(found.comparison).against(found.pairs[0])}

    assert against.get(Signal.OTHER_THEME) == says


@pytest.mark.parametrize(("words", "more"), [(6, ""), (MOST_COMPARED - 2, "192 more"), (MOST_COMPARED + 40, "at least 193 more")])
def test_no_more_words_in_common_are_counted_than_there_are(words: int, more: str) -> None:
    """They are compared up to a number of words, with one of each title; beyond these they may have more in common."""
    text = " ".join(f"{first}{second}{third}k" for first, second, third in islice(product("bdfgjlmnp", "aeiou", "rstvz"), words))
    says = pieces({"purpose": text, **WALRUS}, {"purpose": text, **LEMUR})[Signal.WORDS].says

    assert says.partition(";")[0].removesuffix(".").rpartition("” and ")[2].startswith(more)
    assert bool(more) == ("more" in says)
