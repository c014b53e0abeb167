"""Every sentence about a pair is borne out by its two entries, read again from their YAML without the code that made it."""

import re
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import govreg
import yaml
from building import a_meeting, a_register
from conftest import ROOT
from govreg.analysis.duplicates.search import Query, find_duplicates, score_pair
from govreg.analysis.duplicates.signals import HUNDREDTHS, Signal
from govreg.model.location import in_meeting
from govreg.model.register import Register
from govreg.views.duplicates.evidence import Evidence, EvidenceText
from govreg.views.duplicates.report import duplicates

REGISTERS = [folder for folder in (ROOT / "register", ROOT / "docs/example", ROOT / "bench/labels/open/register") if folder.is_dir()]


def raw(folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """The entries as YAML has them."""
    entries = (folder / "meetings").glob("*.yaml")
    return {path.stem: yaml.load(path.read_bytes(), yaml.BaseLoader) for path in entries}  # noqa: S506 - texts only


def texts(entry: Mapping[str, Any]) -> str:
    """All that an entry says of its work, as it is written, on one line."""
    focus = [item["text"] if isinstance(item, dict) else item for item in entry.get("focus", [])]
    return " ".join(" ".join([entry["title"], *entry.get("aliases", []), entry.get("purpose", ""), *focus]).split())


def quotes(says: str) -> list[tuple[str, str]]:
    """What a sentence quotes: as the first entry says it, and as the second does."""
    return [(mine, theirs or mine) for mine, theirs in re.findall(r"“([^”]+)”(?: / “([^”]+)”)?", says)]


def seats(entry: Mapping[str, Any]) -> set[tuple[str, str]]:
    found = set()
    for seat in entry.get("participants", []):
        keys = seat if isinstance(seat, dict) else {"organisation": seat}
        if keys.get("attendance") not in ("by-invitation", "agenda-led", "observer"):
            found.add(("meeting", keys["meeting"]) if "meeting" in keys else ("organisation", keys["organisation"]))
    chair = entry.get("chair", {})
    chaired_by = chair.get("organisation") if isinstance(chair, dict) else chair
    return found | ({("organisation", chaired_by)} if chaired_by else set())


def leads(entry: Mapping[str, Any]) -> set[str]:
    lead = entry["lead"]
    return set(lead) if isinstance(lead, list) else {lead}


def _shown_in(path: tuple[str | int, ...]) -> str:
    """What a sentence calls the place of a subject."""
    if path[0] in ("title", "aliases", "themes") or "themes" in path:
        return "name or tag"
    return "purpose" if path[0] == "purpose" else "current focus"


def is_borne_out(piece: Evidence, a: Mapping[str, Any], b: Mapping[str, Any], ids: tuple[str, str]) -> bool:  # noqa: C901, PLR0912
    """Whether both entries bear `piece` out."""
    says = piece.says
    match piece.signal:
        case Signal.WORDS:
            before = says.partition(";")[0]
            return all(
                re.search(rf"(?i)(?<!\w){re.escape(x)}", texts(a)) and re.search(rf"(?i)(?<!\w){re.escape(y)}", texts(b))
                for x, y in quotes(before)
            )
        case Signal.COPIED | Signal.FOCUS:
            return all(
                x.removesuffix("…").lower() in texts(a).lower() and y.removesuffix("…").lower() in texts(b).lower() for x, y in quotes(says)
            )
        case Signal.SEATS:
            counted = re.search(r"of (\d+) on one and (\d+) on the other", says)
            shared = seats(a) & seats(b)
            more = re.search(r"and (\d+) more", says)
            named = says.split(" have seats")[0].split(" has a seat")[0]
            return (
                bool(shared)
                and "people" not in says
                and (counted is None or (int(counted[1]), int(counted[2])) == (len(seats(a)), len(seats(b))))
                and (more is None or len(shared) == 6 + int(more[1]))
                and bool(named)
            )
        case Signal.THEME:
            where = re.findall(r"by (name or tag|purpose|current focus)", says)
            cited = [place.path for place in (piece.a, piece.b) if place is not None]
            return len(cited) == len(ids) and [_shown_in(path) for path in cited] == (where * 2 if len(where) == 1 else where)
        case Signal.SAME_REPORT:
            return bool(set(a.get("reports_to", [])) & set(b.get("reports_to", [])))
        case Signal.REPORTS:
            return ids[1] in a.get("reports_to", []) or ids[0] in b.get("reports_to", [])
        case Signal.LINKED:
            return any(other in entry.get("links_to", []) for entry, other in ((a, ids[1]), (b, ids[0])))
        case Signal.MEMBER:
            sends, to = re.fullmatch(r"“(.+)” sends someone to “(.+)”, so some similarity is expected.", says).groups()  # type: ignore[union-attr]
            entry, other, id_ = (a, b, ids[1]) if to == a["title"] else (b, a, ids[0])
            members = [seat.get("meeting") for seat in entry["participants"] if isinstance(seat, dict)]
            return (sends, to) == (other["title"], entry["title"]) and id_ in members
        case Signal.EACH:
            each, once = re.fullmatch(r"“(.+)” is held once for each area, “(.+)” once for all of them.", says).groups()  # type: ignore[union-attr]
            held = {entry["title"]: entry.get("instances", "one") for entry in (a, b)}
            return (held[each], held[once]) == ("per-area", "one")
        case Signal.NAMED | Signal.NAMED_SUCCESSION:
            by, named, key = re.fullmatch(r"“(.+)” names “(.+)” in its (purpose|focus|notes)(?:\.| and writes.*)", says).groups()  # type: ignore[union-attr]
            entry, other = (a, b) if by == a["title"] else (b, a)
            return named == other["title"] and key in entry
        case Signal.DUTY:
            act = re.search(r"duty: (.+)\.", says)
            return bool(a["statutory"] and b["statutory"]) and (
                act is None or all(act[1].lower() in str(entry["statutory"]).lower() for entry in (a, b))
            )
        case Signal.LEVEL:
            return says == f"One is {a['level']}, the other {b['level']}."
        case Signal.OTHER_LEAD | Signal.OTHER_BODY:
            return not leads(a) & leads(b)
        case Signal.WITHIN | Signal.PARTLY | Signal.OTHER_AREA:
            mine, theirs = set(a.get("areas", [])), set(b.get("areas", []))
            return mine != theirs and ((piece.signal is Signal.PARTLY) == bool(mine & theirs))
        case Signal.OTHER_NAME:
            both = quotes(says)
            return len(both) != 2 or (
                re.search(rf"(?i)(?<!\w){re.escape(both[0][0])}(?!\w)", f"{b['title']} {b.get('purpose', '')}") is None
                and re.search(rf"(?i)(?<!\w){re.escape(both[1][0])}(?!\w)", f"{a['title']} {a.get('purpose', '')}") is None
            )
        case Signal.NAME:
            titles = [a["title"], b["title"]]
            kinds = r"(?i)\b(action|board|committee|group|partnership|steering|strategic|strategy|team)|(?-i:[A-Z]\w*[A-Z])"
            return [x for x, _ in quotes(says)] == titles and ("kind of body" not in says or re.search(kinds, " ".join(titles)) is not None)
        case Signal.SEVERAL:
            several = re.fullmatch(r"“(.+)” is several bodies by its name; the other is one.", says)
            return (
                several is not None
                and re.search(r"(?i)(boards|committees|forums|groups|hubs|networks|panels|partnerships|teams|units)\b", several[1])
                is not None
            )
        case _:
            return True


@pytest.mark.parametrize("folder", REGISTERS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_every_sentence_is_true_of_both_entries(folder: Path) -> None:
    register = govreg.load_register(folder).register
    found = find_duplicates(register, Query(least=0.2, limit=400))
    text, entries = EvidenceText(found.comparison), raw(folder)
    wrong = []
    for pair in found.pairs:
        pieces = (*text.evidence(pair), *text.against(pair))
        assert sum(round(piece.weight * HUNDREDTHS) for piece in pieces) == round(pair.total * HUNDREDTHS)
        for piece in pieces:
            assert piece.says.endswith((".", "?"))
            if not is_borne_out(piece, entries[pair.a], entries[pair.b], (pair.a, pair.b)):
                wrong.append((pair.a, pair.b, piece.signal.value, piece.says))
            for place, id_ in ((piece.a, pair.a), (piece.b, pair.b)):
                assert place is None or place.file == f"meetings/{id_}.yaml"
                assert place is None or place.path[0] in entries[id_], f"{piece.says} cites a field that {id_} doesn't have"
    assert wrong == []
    assert len(found.pairs) > (100 if folder.name == "register" else 0)


@pytest.mark.parametrize("folder", REGISTERS[:1], ids=lambda folder: str(folder.relative_to(ROOT)))
def test_the_rank_is_a_plain_count_of_pairs_that_add_up_to_as_much(folder: Path) -> None:
    found = find_duplicates(govreg.load_register(folder).register, Query())
    totals = [found.comparison.weigh(a, b).total for a, b in combinations(sorted(found.comparison.by_id), 2)]

    for pair in (*found.pairs, *found.layers):
        assert found.rank(pair) in (None, sum(total >= pair.total for total in totals))


def test_a_subject_is_cited_where_each_entry_shows_it() -> None:
    one = a_meeting("board", title="Domestic Abuse Board")
    other = a_meeting("panel", title="Panel", purpose="Oversees domestic abuse services", lead="constabulary")
    found = score_pair(a_register(one, other), "board", "panel")
    theme = next(piece for piece in EvidenceText(found.comparison).evidence(found.pairs[0]) if piece.signal is Signal.THEME)

    says = "Both are about domestic and sexual abuse: “Domestic Abuse Board” by name or tag, and the other by purpose"
    assert theme.says.startswith(says)
    assert (theme.a, theme.b) == (in_meeting("board", "title"), in_meeting("panel", "purpose"))


def test_copied_text_is_quoted_from_where_it_is_counted() -> None:
    one, other = (
        a_meeting(id_, title=f"Canals, locks, towpaths and weirs {id_}", purpose=f"{start} dredges silted basins, mends sluices")
        for id_, start in (("board", "It"), ("panel", "She"))
    )
    others = [a_meeting(f"z-{number}", purpose=f"Keeps {number} archives") for number in range(12)]
    found = score_pair(a_register(one, other, *others), "board", "panel")
    copied = next(piece for piece in EvidenceText(found.comparison).evidence(found.pairs[0]) if piece.signal is Signal.COPIED)

    assert copied.says == "Both have the same words in the same order: “dredges silted basins, mends sluices”."
    assert (copied.a, copied.b) == (in_meeting("board", "purpose"), in_meeting("panel", "purpose"))


WORDS = "walruses lemurs herons zebras tapirs otters".split()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (" ".join(WORDS), " of the ".join(WORDS)),
        (" for the ".join(WORDS), " of the ".join(WORDS)),
        (" ".join(WORDS), " ".join(reversed(WORDS))),
        (" of the ".join(WORDS), " of the ".join(reversed(WORDS))),
    ],
)
def test_copied_text_with_other_small_words_or_in_another_order_is_not_quoted(one: str, other: str) -> None:
    register = a_register(a_meeting("a", purpose=one), a_meeting("b", purpose=other))
    found = score_pair(register, "a", "b")

    (copied,) = (piece for piece in EvidenceText(found.comparison).evidence(found.pairs[0]) if piece.signal is Signal.COPIED)

    assert copied.says == "Both have the same words next to each other, small words, numbers and names aside; their order may differ."
    assert copied.a is copied.b is None


@pytest.mark.parametrize("first", [0, 1])
def test_of_equally_long_runs_the_one_that_the_first_entry_has_first_is_quoted(first: int) -> None:
    runs = ["mends sluices near wharves", "dredges silted basins yearly"]
    mine = f"{runs[first]}; archives maps; {runs[1 - first]}"
    one, other = a_meeting("board", purpose=mine), a_meeting("panel", purpose=f"{runs[0]}; ledgers; {runs[1]}")
    others = [a_meeting(f"z-{number}", purpose=f"Keeps {number} tolls") for number in range(12)]
    found = score_pair(a_register(one, other, *others), "board", "panel")
    copied = next(piece for piece in EvidenceText(found.comparison).evidence(found.pairs[0]) if piece.signal is Signal.COPIED)

    assert copied.says == f"Both have the same words in the same order: “{runs[first]}”."


def test_a_status_that_is_not_written_is_not_cited() -> None:
    old = a_meeting("old", title="Domestic Abuse Board", status="ended")
    new = a_meeting("new", title="Domestic Abuse Panel", supersedes=["old"])
    found = score_pair(a_register(old, new), "new", "old")
    settled = next(piece for piece in EvidenceText(found.comparison).against(found.pairs[0]) if piece.signal is Signal.SETTLED)

    assert (settled.a, settled.b) == (None, in_meeting("old", "status"))


def test_without_pairs_the_entries_that_say_too_little_are_counted() -> None:
    thin = a_meeting("panel", title="Panel", lead="constabulary")
    full = a_meeting("board", title="Board", purpose="Oversees the budget")
    prose = [*_prose(a_register(thin, full))]

    assert "No two meetings look like the same work." in prose
    assert any(text.startswith("1 of 2 entries has no purpose, focus or theme") for text in prose)
    assert _prose(a_register(full))[0] == "There are no two meetings to compare."


def _prose(register: Register) -> list[str]:
    report = duplicates(register, find_duplicates(register, Query()), lambda _: None, "2026-11-21")
    return [*(block.text for block in report.paragraphs), *report.foot]


def test_of_a_single_pair_no_others_are_counted() -> None:
    one = a_meeting("forum", title="Mental health forum", purpose="Mental health in custody")
    other = a_meeting("board", title="Mental health board", purpose="Beds for those in crisis")
    register = a_register(one, other, themes={"mental-health": {"name": "Mental health", "terms": ["mental health"]}})
    data = str(duplicates(register, find_duplicates(register, Query(everything=True)), lambda _: None, "2026-11-21").data())

    assert "Both are about mental health by name or tag." in data
