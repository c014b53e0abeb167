"""Every sentence of list, show, overlaps and review is checked against the data that the register was written from.

The registers are made up: statuses, chairs, areas, stubs and words in common. Each sentence has a pattern and a check
that goes through the data again, without the code that counts; a sentence that no pattern knows fails.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from building import read_files
from conftest import examples
from govreg.analysis.duplicates.search import Query, find_duplicates
from govreg.analysis.links import meeting_links
from govreg.analysis.overlaps import overlaps, pairs_in_common
from govreg.analysis.selection import Filters, select
from govreg.model.register import Register
from govreg.report import Block, Heading, Paragraph, Percent, Report, Table
from govreg.views.list_meetings import list_meetings
from govreg.views.overlaps import overlaps as overlaps_report
from govreg.views.reasons import reasons
from govreg.views.review import ReviewResult, review
from govreg.views.show import show

Entries = dict[str, dict[str, Any]]
Range = tuple[float, float]

AREAS = ("north", "south")
ORGANISATIONS: dict[str, dict[str, Any]] = {"a": {}, "b": {}, "c": {}, "d": {"part_of": "a"}, "both": {"members": ["a", "b"]}}
MEMBERS = {"both": {"a", "b"}}
ENDLESS = float("inf")
SAYS: dict[str, Range | None] = {
    "Monthly": (12, 12),
    "Quarterly": (4, 4),
    "At least five times a year": (5, ENDLESS),
    "Bi monthly": (6, 24),
    "As required": None,
}
"""What the contract makes of a phrase: the fewest and the most meetings a year; None where there is no number."""

OUT = ("by-invitation", "agenda-led", "observer")
DATES = {"2016": "in 2016", "2016-11": "in November 2016", "2016-11-10": "on 10 November 2016"}

SEAT = st.fixed_dictionaries(
    {"organisation": st.sampled_from(sorted(ORGANISATIONS))},
    optional={
        "role": st.sampled_from(["ACC", "Director"]),
        "attendance": st.sampled_from(["member", "chair", "deputy", *OUT]),
        "people": st.integers(1, 3),
        "voting": st.booleans(),
    },
)
REVIEW = st.fixed_dictionaries(
    {"recommendation": st.sampled_from(["continue", "start", "change", "merge", "end", "suspend"])},
    optional={
        "proposed_in": st.just("Paper 7"),
        "proposed_on": st.sampled_from(sorted(DATES)),
        "decided_on": st.sampled_from(sorted(DATES)),
        "decided_by": st.just("the Board"),
        "next_due": st.just("2030"),
        "reason": st.just("It is quiet"),
    },
)
MEETING = st.fixed_dictionaries(
    {"lead": st.sampled_from(["a", "b", "d", "unclear", "not-stated"])},
    optional={
        "status": st.sampled_from(["active", "shadow", "proposed", "suspended", "ended"]),
        "status_since": st.sampled_from(sorted(DATES)),
        "status_reason": st.just("It merged"),
        "frequency": st.sampled_from(sorted(SAYS)),
        "purpose": st.sampled_from(["Plan for floods", "Reduce burglary"]),
        "purpose_as_written": st.just("To consider floods"),
        "participants": st.lists(SEAT, max_size=3),
        "chair": st.fixed_dictionaries({"role": st.just("Mayor")}, optional={"organisation": st.sampled_from(["a", "c"])}),
        "areas": st.lists(st.sampled_from(AREAS), min_size=1, max_size=2, unique=True),
        "instances": st.just("per-area"),
        "terms_of_reference": st.just({"review_due": "2031"}),
        "review": REVIEW,
        "level": st.sampled_from(["strategic", "tactical"]),
        "quorum": st.just("Half"),
        "secretariat": st.just("b"),
    },
)
REGISTERS = st.lists(MEETING, min_size=1, max_size=6).map(lambda found: {f"m{index}": entry for index, entry in enumerate(found)})

CROWDED = st.lists(
    st.fixed_dictionaries(
        {"lead": st.just("a"), "participants": st.lists(SEAT, min_size=1, max_size=2)},
        optional={
            "status": st.sampled_from(["shadow", "suspended", "ended"]),
            "chair": st.fixed_dictionaries({"organisation": st.sampled_from(["a", "c"])}),
            "frequency": st.sampled_from(sorted(SAYS)),
        },
    ),
    min_size=2,
    max_size=4,
).map(lambda found: {f"m{index}": entry for index, entry in enumerate(found)})
"""Registers whose meetings have members in common."""


def register_of(entries: Entries) -> Register:
    """The register that `entries` are the files of; JSON is YAML with quotes."""
    written = {f"meetings/{id_}.yaml": json.dumps({"title": f"Meeting {id_}", **entry}) for id_, entry in entries.items()}
    organisations = {id_: {"name": id_.upper(), **keys} for id_, keys in ORGANISATIONS.items()}
    areas = {"areas": {area: {"name": area.capitalize()} for area in AREAS}}
    read = read_files({"organisations.yaml": json.dumps(organisations), "register.yaml": json.dumps(areas), **written})
    assert read.register.unread == ()
    return read.register


# What the data says, without the code that answers.


def held(entry: dict[str, Any]) -> bool:
    return entry.get("status", "active") in ("active", "shadow")


def counted(entry: dict[str, Any]) -> Range | None:
    """The fewest and the most meetings a year of all instances."""
    says = SAYS[entry["frequency"]] if "frequency" in entry else None
    times = len(entry.get("areas", AREAS)) if entry.get("instances") == "per-area" else 1
    return None if says is None else (says[0] * times, says[1] * times)


def attendees(entry: dict[str, Any]) -> list[dict[str, Any]]:
    chair = entry.get("chair", {})
    presiding = [{**chair, "attendance": "chair"}] if "organisation" in chair else []
    return [*entry.get("participants", ()), *presiding]


def core(entry: dict[str, Any]) -> set[str]:
    return {one["organisation"] for one in attendees(entry) if one.get("attendance") not in OUT}


def everybody(entry: dict[str, Any]) -> set[str]:
    return {one["organisation"] for one in attendees(entry)}


def presiding(entry: dict[str, Any]) -> set[str]:
    return {one["organisation"] for one in attendees(entry) if one.get("attendance") == "chair"}


def lacks(entry: dict[str, Any], gap: str) -> bool:
    if entry.get("status") == "ended":
        return False
    last = entry.get("review", {})
    missing = {
        "lead": entry["lead"] == "not-stated",
        "frequency": "frequency" not in entry,
        "purpose": "purpose" not in entry and "purpose_as_written" not in entry,
        "review-date": "next_due" not in last and "terms_of_reference" not in entry,
        "chair": "chair" not in entry and not presiding(entry),
        "participants": not entry.get("participants"),
        "status": "status" not in entry,
    }
    return bool(missing[gap])


# What sentences claim.

NUMBER = r"(?P<least>at least )?(?P<low>\d+)(?: to (?P<high>\d+))?"


def claims(found: re.Match[str], entries: Iterable[dict[str, Any]]) -> None:
    """That a sum in words is that of `entries`: those without a number make it a least."""
    counts = [counted(entry) for entry in entries]
    known = [one for one in counts if one is not None]
    low, high = sum(one[0] for one in known), sum(one[1] for one in known)
    assert int(found["low"]) == low
    assert bool(found["least"]) == (high == ENDLESS or len(known) < len(counts))
    assert found["high"] == (str(int(high)) if low < high < ENDLESS else None)


def check_held(text: str, entries: list[dict[str, Any]]) -> None:
    """Every sentence about what is held and what is not."""
    by_status = Counter(entry.get("status") for entry in entries)
    now = [entry for entry in entries if held(entry)]
    unstated = sum("frequency" not in entry for entry in now)
    vague = sum(entry.get("frequency") == "As required" for entry in now)

    def are_held(found: re.Match[str]) -> None:
        assert int(found[1]) == len(now) < len(entries)
        none, some = " none states a status" in found[0] or " it states no status" in found[0], int(found[2] or 0)
        assert by_status[None] == (len(now) if none else some)

    def none_held(_: re.Match[str]) -> None:
        assert not now
        assert entries

    def waiting(found: re.Match[str]) -> None:
        status, rest = found["status"], [entry for entry in entries if entry.get("status") == found["status"]]
        assert int(found["count"]) == len(rest) == by_status[status] > 0
        assert bool(found["more"]) == bool(now)
        missing = sum(counted(entry) is None for entry in rest)
        if found["low"]:
            claims(found, rest)
            assert int(found["unknown"] or 0) == missing
        else:
            assert missing == len(rest)

    def ended(found: re.Match[str]) -> None:
        assert int(found[1]) == by_status["ended"] > 0

    def no_frequency(found: re.Match[str]) -> None:
        assert int(found[1]) == unstated > 0

    def no_number(found: re.Match[str]) -> None:
        assert int(found[1]) == vague > 0

    text = sentences(
        text,
        {
            r"(\d+) (?:is|are) held"
            r"(?:, (?:though none states a status|though it states no status|counting (\d+) that states? no status))?\.": are_held,
            rf"(?:In all, )?(?i:{NUMBER}) sittings a year(?:; |\.)": lambda found: claims(found, now),
            r"(\d+) (?:has|have) no stated frequency(?:; |\.)": no_frequency,
            r"(\d+) states? a frequency without a number\.": no_number,
            r"None is held\.": none_held,
            r"(?P<count>\d+)(?P<more> more)? (?:is|are) (?P<status>proposed|suspended)"
            rf"(?:: {NUMBER} a year if (?:it starts|both start|all start|it resumes|both resume|all resume)"
            r"(?:, not counting (?P<unknown>\d+) of unknown frequency)?)?\.": waiting,
            r"(\d+) (?:has|have) ended\.": ended,
        },
    )
    assert ("proposed" in text) == (by_status["proposed"] > 0)
    assert ("suspended" in text) == (by_status["suspended"] > 0)
    assert (" ended." in text) == (by_status["ended"] > 0)
    assert ("stated frequency" in text) == (unstated > 0)


def sentences(text: str, known: dict[str, Callable[[re.Match[str]], None]]) -> str:
    """Take `text` apart into the sentences that are `known`, and check each; what is left over fails."""
    left = text
    while left.strip():
        left = left.strip()
        for pattern, check in known.items():
            found = re.match(pattern, left)
            if found is not None:
                check(found)
                left = left[found.end() :]
                break
        else:
            raise AssertionError(f"no sentence is known that begins: {left}")
    return text


def under(report: Report, heading: str) -> list[Block]:
    """The blocks under a heading of level 1 or 2."""
    found: list[Block] = []
    is_under = False
    for block in report.blocks:
        if isinstance(block, Heading) and block.level <= 2:
            is_under = block.text == heading
        elif is_under:
            found.append(block)
    return found


def tables(report: Report, heading: str) -> list[Table]:
    """The tables under a heading."""
    return [block for block in under(report, heading) if isinstance(block, Table)]


def paragraphs(report: Report, heading: str) -> list[str]:
    """The paragraphs under a heading."""
    return [block.text for block in under(report, heading) if isinstance(block, Paragraph)]


@examples(Fraction(1, 2))
@given(REGISTERS)
def test_list_claims_what_the_register_holds(entries: Entries) -> None:
    register = register_of(entries)
    report = list_meetings(register, select(register, Filters()), Filters(), "2026-11-21")

    first = report.foot[0]
    assert first.startswith(f"{len(entries)} meeting")
    check_held(first.partition(".")[2], list(entries.values()))
    assert {one["id"]: one["held"] for one in report.data()["meetings"]} == {id_: held(entry) for id_, entry in entries.items()}


@examples(Fraction(1, 2))
@given(REGISTERS, st.sampled_from(sorted(ORGANISATIONS)), st.booleans())
def test_list_says_how_a_participant_sits_on_each_meeting(entries: Entries, asked: str, exact: bool) -> None:  # noqa: FBT001 - drawn
    register = register_of(entries)
    rows = select(register, Filters(participant=(asked,), exact=exact)).rows
    found = {row.meeting.id: tuple(filter(None, reasons(register, row).split("; "))) for row in rows}
    those = {asked} if exact else {asked, *(id_ for id_, keys in ORGANISATIONS.items() if keys.get("part_of") == asked)}
    through = set() if exact else {id_ for id_, members in MEMBERS.items() if members & those} - those

    assert found.keys() == {id_ for id_, entry in entries.items() if everybody(entry) & (those | through)}
    for id_, why in found.items():
        entry = entries[id_]
        assert (why == ("as chair",)) == bool(presiding(entry) & those)
        assert (why == ()) == bool(core(entry) & those and not presiding(entry) & those)
        for reason in why:
            if reason.startswith("through "):
                assert everybody(entry) & through
                assert not core(entry) & those
            elif reason != "as chair":
                assert any(one.get("attendance") == reason.replace(" ", "-") for one in attendees(entry) if one["organisation"] in those)


@examples(Fraction(1, 2))
@given(REGISTERS)
def test_show_claims_what_the_entry_holds(entries: Entries) -> None:
    register = register_of(entries)
    id_, entry = next(iter(entries.items()))
    report = show(register, register.meetings[id_], meeting_links(register, id_), (), {}, "2026-11-21")
    assert report.sheet is not None
    pairs = [(str(label), value) for label, value in report.sheet().rows]
    rows, participants = dict(pairs), [value for label, value in pairs if label == "Participant"]

    assert {str(one).split(" (")[0].split(",")[0] for one in participants} == {one.upper() for one in everybody(entry)}
    assert {str(one).split(" (")[0].split(",")[0] for one in participants if "chair" in str(one)} == {
        one.upper() for one in presiding(entry)
    }
    assert bool(rows["Chair"]) == (not lacks({**entry, "status": "active"}, "chair"))
    for label, key in (("Reason for status", "status_reason"), ("Purpose as written", "purpose_as_written"), ("Quorum", "quorum")):
        assert rows[label] == entry.get(key)
    missing = next((line for line in paragraphs(report, f"Meeting {id_}") if line.startswith("Not stated: ")), "")
    assert ("chair" in missing) == (not rows["Chair"])
    assert ("how often" in missing) == ("frequency" not in entry)


@examples(Fraction(1, 2))
@given(CROWDED)
def test_overlaps_claims_what_the_register_holds(entries: Entries) -> None:
    register = register_of(entries)
    chosen = {id_: entry for id_, entry in entries.items() if held(entry)}
    found = overlaps(register, (register.meetings[id_] for id_ in chosen))
    report = overlaps_report(register, found, "organisation", "2026-11-21", limit=0, not_held=len(entries) - len(chosen))

    def whole(entry: dict[str, Any]) -> set[str]:
        return core(entry) | {member for one in core(entry) for member in MEMBERS.get(one, ())}

    shared = {pair: core(chosen[pair[0]]) & core(chosen[pair[1]]) for pair in combinations(sorted(chosen), 2)}
    inside = {pair: whole(chosen[pair[0]]) & whole(chosen[pair[1]]) for pair in shared}
    only_invited = {
        pair for pair in shared if not shared[pair] and not inside[pair] and everybody(chosen[pair[0]]) & everybody(chosen[pair[1]])
    }
    sitting = {pair for pair in shared if shared[pair] or inside[pair]}

    def named(row: tuple[Any, ...]) -> tuple[str, str]:
        return str(row[0]).removeprefix("Meeting "), str(row[1]).removeprefix("Meeting ")

    both = [row for table in tables(report, "Meetings that share members") for row in table.rows]
    assert {named(row): row[2] for row in both} == {pair: len(shared[pair]) for pair in sitting}
    for row in both:
        a, b = (core(chosen[id_]) for id_ in named(row))
        assert row[3] == (None if a == b and len(a) == 1 else Percent(len(a & b) / len(a | b)))
    invited = [row for table in tables(report, "Meetings that share members only by invitation") for row in table.rows]
    assert {named(row) for row in invited} == only_invited
    for row in invited:
        a, b = (everybody(chosen[id_]) for id_ in named(row))
        assert isinstance(row[2], tuple)
        assert set(row[2]) == {one.upper() for one in a & b}
    for name, count, a_year in (row for table in tables(report, "Members by number of meetings") for row in table.rows):
        sits = [entry for entry in chosen.values() if str(name).lower() in core(entry)]
        assert count == len(sits)
        match = re.fullmatch(rf"(?:{NUMBER}|not known)(?:; (?P<unknown>\d+) not known)?", str(a_year))
        assert match is not None
        if match["low"]:
            claims(match, sits)
            assert int(match["unknown"] or 0) == sum(counted(entry) is None for entry in sits)
        else:
            assert all(counted(entry) is None for entry in sits)

    def pairs(match: re.Match[str]) -> None:
        assert int(match[1]) == len(sitting)
        assert int(match[2] or 0) == sum(not shared[pair] for pair in sitting)

    def more_pairs(match: re.Match[str]) -> None:
        _equal(int(match[1]), len(only_invited))
        assert (match[2] is not None) == bool(sitting)

    sentences(
        " ".join(report.foot[:-1]),
        {
            r"(\d+) pairs? of meetings shares? at least one member(?:, (\d+) of them only through a collective)?\.": pairs,
            r"(\d+) (more )?pairs? shares? members only by invitation\.": more_pairs,
            r"(\d+) meetings? (?:is|are) left out because (?:it is|they are) not held; --status all adds (?:it|them)\.": (
                lambda match: _equal(int(match[1]), len(entries) - len(chosen))
            ),
            r"Members and chairs are counted\. An organisation that only leads or supports a meeting is not\.": lambda _: None,
            r"Overlap is the share of all members of either meeting who sit on both\. "
            r"In the order, members who sit on few boards count for more\.": lambda _: None,
            r"No overlap is given for (\d+) pairs? where both entries name one member only\.": (
                lambda match: _equal(int(match[1]), sum(row[3] is None for row in both))
            ),
        },
    )


def _equal(one: int, other: int) -> None:
    assert one == other > 0


@examples(Fraction(1, 2))
@given(REGISTERS)
def test_review_claims_what_the_register_holds(entries: Entries) -> None:
    register = register_of(entries)
    now = [register.meetings[id_] for id_, entry in entries.items() if held(entry)]
    report = review(
        register, lambda _: ReviewResult(find_duplicates(register, Query()), pairs_in_common(register, now, fewest=2), ()), "2026-11-21"
    )
    live = {id_: entry for id_, entry in entries.items() if entry.get("status") != "ended"}

    for _, count, command in (row for table in tables(report, "Gaps") for row in table.rows):
        gap: Any = str(command).removeprefix("govreg list --without ")
        missing = {id_ for id_, entry in entries.items() if lacks(entry, gap)}
        assert count == len(missing) > 0
        assert {row.meeting.id for row in select(register, Filters(without=(gap,))).rows} == missing
    (_, by_level, by_status) = tables(report, "Meetings")
    for table, key in ((by_level, "level"), (by_status, "status")):
        for name, count, are_held, a_year, unknown in table.rows:
            group = [entry for entry in entries.values() if entry.get(key, "not stated") == name]
            sits = [entry for entry in group if held(entry)]
            assert (count, are_held) == (len(group), len(sits))
            assert (unknown or 0) == sum(counted(entry) is None for entry in sits)
            if a_year is not None:
                match = re.fullmatch(NUMBER, str(a_year))
                assert match is not None
                claims(match, sits)
    (paragraph,) = paragraphs(report, "Meetings")
    recorded, _, rest = paragraph.partition(" recorded.")
    assert int(recorded.split()[0]) == len(entries)
    check_held(re.sub(r"\w+ is counted here without .*$", "", rest), list(entries.values()))
    _check_recommended(report, live)
    history = {str(row[0]).removeprefix("Meeting "): row for table in tables(report, "Ended") for row in table.rows}
    assert history.keys() == entries.keys() - live.keys()
    for id_, row in history.items():
        last = entries[id_].get("review", {})
        assert bool(row[4]) == (last.get("recommendation") in ("end", "merge") and ("decided_on" in last or "decided_by" in last))


def _check_recommended(report: Report, live: Entries) -> None:
    """Under each heading the meetings that are recommended so, each with no more than its review records."""
    recommended = {id_: entry["review"] for id_, entry in live.items() if "review" in entry}
    for word in ("continue", "start", "change", "merge", "end", "suspend"):
        chosen = [one for one in recommended.values() if one["recommendation"] == word]
        lines = paragraphs(report, f"Recommended to {word}")
        assert bool(lines) == bool(chosen)
        if not lines:
            continue
        many, _, common = lines[0].partition(". ")
        assert many == f"{len(chosen)} meeting{'s' if len(chosen) > 1 else ''}"
        own = {_whose(one) for one in chosen}
        assert {common, *lines[1:]} == own


def _whose(one: dict[str, Any]) -> str:
    proposed = [f"in {one['proposed_in']}"] if "proposed_in" in one else []
    proposed += [DATES[one["proposed_on"]]] if "proposed_on" in one else []
    decided = [f"by {one['decided_by']}"] if "decided_by" in one else []
    decided += [DATES[one["decided_on"]]] if "decided_on" in one else []
    if decided and proposed:
        return f"Recommended {' '.join(proposed)}; decided {' '.join(decided)}."
    if decided:
        return f"Decided {' '.join(decided)}."
    if proposed:
        return f"Recommended {' '.join(proposed)}; no decision is recorded."
    return "Recommended; where and when is not recorded; no decision is recorded."
