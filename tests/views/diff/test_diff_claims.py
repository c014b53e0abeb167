"""Every sentence of `diff` holds between the two registers: each has a predicate that is worked out again from the files."""

# ruff: noqa: ARG001, ARG002, D102 - a predicate takes the groups of its sentence; the names say what an entry says

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import yaml
from building import read_files
from conftest import examples
from govreg.analysis.diff.compare import compare
from govreg.report import BulletList, Heading, Paragraph, Report, Table
from govreg.views.diff.data import ComparedSides
from govreg.views.diff.report import diff

Entry = dict[str, Any]
NAMES = {"a": "Alpha", "b": "Beta", "c": "Gamma"}
AREAS = {"north": {"name": "North"}, "south": {"name": "South"}}
TODAY = date(2020, 1, 1)
A_YEAR: dict[str | None, tuple[float, float] | None] = {
    "Quarterly": (4, 4),
    "four times a year": (4, 4),
    "Monthly": (12, 12),
    "Bi monthly": (6, 24),
    "at least twice a year": (2, float("inf")),
    "as required": None,
    None: None,
}
SAID = {
    "Quarterly": "4 a year",
    "four times a year": "4 a year",
    "Monthly": "12 a year",
    "Bi monthly": "6 a year by the usual reading",
    "at least twice a year": "at least 2 a year",
    "as required": "number of meetings a year not known",
    None: "number of meetings a year not known",
}
DATES = {"2017": "in 2017", "2018-03": "in March 2018", "2030": "in 2030"}
WORDS = ["walruses", "lemurs", "herons", "badgers", "otters"]

phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True).map(" and ".join)
seats = st.fixed_dictionaries(
    {"organisation": st.sampled_from(sorted(NAMES))},
    optional={
        "role": st.sampled_from(["ACC", "CFO"]),
        "attendance": st.sampled_from(["chair", "observer", "by-invitation"]),
        "from": st.sampled_from(sorted(DATES)),
        "until": st.sampled_from(sorted(DATES)),
        "people": st.just(2),
    },
)
KEYS: dict[str, st.SearchStrategy[Any]] = {
    "lead": st.sampled_from(["a", "b", ["a", "b"], "not-stated", "unclear"]),
    "support": st.lists(st.sampled_from(sorted(NAMES)), max_size=2, unique=True),
    "chair": st.fixed_dictionaries({"organisation": st.sampled_from(sorted(NAMES))}, optional={"basis": st.just("vote")}),
    "status": st.sampled_from(["active", "shadow", "proposed", "suspended", "ended"]),
    "status_since": st.sampled_from(sorted(DATES)),
    "purpose": phrases.map("Discuss {}".format),
    "focus": st.lists(phrases, max_size=2, unique=True),
    "participants": st.lists(seats, max_size=3),
    "frequency": st.sampled_from([text for text in A_YEAR if text]),
    "areas": st.lists(st.sampled_from(sorted(AREAS)), max_size=1),
    "reports_to": st.lists(st.sampled_from(sorted(NAMES)), max_size=1),
    "supersedes": st.lists(st.sampled_from(["m0", "m1", "m2"]), max_size=1),
    "review": st.fixed_dictionaries(
        {"recommendation": st.sampled_from(["end", "merge", "continue"])},
        optional={"into": st.lists(st.sampled_from(["m0", "m1", "m2"]), max_size=1), "decided_on": st.sampled_from(sorted(DATES))},
    ),
    "notes": st.sampled_from(["x", "y"]),
}
titles = st.sampled_from(["Circle", "Circle of walruses", "Herd", "Flock of herons"])
entries = st.builds(lambda title, keys: {"title": title, "lead": "a", **keys}, titles, st.fixed_dictionaries({}, optional=KEYS))


@st.composite
def pairs_of_registers(draw: st.DrawFn) -> tuple[dict[str, Entry], dict[str, Entry]]:
    """A register, and what it might become: entries go, come, change in some keys, and change id and title."""
    before = {id_: draw(entries) for id_ in ("m0", "m1", "m2")}
    after: dict[str, Entry] = {}
    for id_, entry in before.items():
        match draw(st.sampled_from(["same", "changed", "changed", "gone", "renamed"])):
            case "same":
                after[id_] = entry
            case "changed":
                keys = draw(st.lists(st.sampled_from(sorted(KEYS)), min_size=1, max_size=3, unique=True))
                changed = {**entry, **{key: draw(KEYS[key]) for key in keys}}
                drop = draw(st.sampled_from([*KEYS, ""]))
                after[id_] = {key: value for key, value in changed.items() if key != drop or key == "lead"}
            case "renamed":
                after[f"n{id_[1]}"] = {**entry, "title": draw(st.just(entry["title"]) | titles.map("New {}".format))}
    if draw(st.booleans()):
        after["m9"] = draw(entries)
    one, other = (
        {id_: {**filled(entry), "title": f"{entry['title']} {id_[1]}"} for id_, entry in side.items()} for side in (before, after)
    )
    return one, other


def filled(entry: Entry) -> Entry:
    """An entry without its empty lists, which are the same as none."""
    return {key: filled(value) if isinstance(value, dict) else value for key, value in entry.items() if value != []}


class Plain(yaml.SafeDumper):
    """Writes what is named twice twice, as a register has no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def files_of(entries_: dict[str, Entry]) -> dict[str, str]:
    rest: dict[str, Any] = {"organisations.yaml": {id_: {"name": name} for id_, name in NAMES.items()}, "register.yaml": {"areas": AREAS}}
    written = {**rest, **{f"meetings/{id_}.yaml": entry for id_, entry in entries_.items()}}
    return {name: yaml.dump(keys, Dumper=Plain, sort_keys=False) for name, keys in written.items()}


@dataclass
class Pair:
    """The two entries of a meeting that a sentence is about; None where there is none."""

    old: Entry | None
    new: Entry | None
    world: "World"

    @property
    def sides(self) -> tuple[Entry, Entry]:
        return self.old or {}, self.new or {}

    @property
    def both(self) -> bool:
        return self.old is not None and self.new is not None


@dataclass
class World:
    """Two registers, and what their files say by a plain reading."""

    before: dict[str, Entry]
    after: dict[str, Entry]

    @cached_property
    def report(self) -> Report:
        sides = [read_files(files_of(side)) for side in (self.before, self.after)]
        assert not any(side.register.unread for side in sides), [found.message for side in sides for found in side.findings]
        compared = ComparedSides("A", "B", (None, None), (None, None), TODAY)
        return diff(compare(*(side.register for side in sides)), compared)

    @cached_property
    def lists(self) -> dict[str, list[tuple[str, str]]]:
        """Under each heading the meetings' titles, each with its text."""
        found: dict[str, list[tuple[str, str]]] = {}
        heading = ""
        for block in self.report.blocks:
            if isinstance(block, Heading):
                heading = block.text
            elif isinstance(block, BulletList):
                lines = (item.partition(": ") for item in block.items)
                found[heading] = [(title, says) for title, _, says in lines]
        return found

    @cached_property
    def new_ids(self) -> dict[str, str]:
        """Old id -> new id, as the report has it; which are checked as sentences of their own."""
        says = " ".join(says for _, says in self.lists.get("Renamed", ()))
        return dict(re.findall("its id was “([^”]+)” and is “([^”]+)”", says))

    def pair(self, title: str) -> Pair:
        id_ = next((id_ for id_, entry in self.after.items() if entry["title"] == title), None)
        if id_ is None:
            gone = next(id_ for id_, entry in self.before.items() if entry["title"] == title)
            return Pair(self.before[gone], self.after.get(self.new_ids.get(gone, gone)), self)
        old = next((before for before, after in self.new_ids.items() if after == id_), id_)
        return Pair(self.before.get(old), self.after[id_], self)

    @cached_property
    def pairs(self) -> list[Pair]:
        found = [Pair(entry, self.after.get(self.new_ids.get(id_, id_)), self) for id_, entry in self.before.items()]
        known = {self.new_ids.get(id_, id_) for id_ in self.before}
        return found + [Pair(None, entry, self) for id_, entry in self.after.items() if id_ not in known]

    def same_as(self, id_: str, old: str) -> bool:
        return id_ == self.new_ids.get(old, old)


def is_held(entry: Entry | None) -> bool:
    return entry is not None and entry.get("status", "active") in ("active", "shadow")


def attendees(entry: Entry) -> list[Entry]:
    return [*entry.get("participants", ()), *([{**entry["chair"], "attendance": "chair"}] if "chair" in entry else [])]


def listed(text: str) -> list[str]:
    return re.split(", | and | or ", text)


def ids(names: str) -> list[str]:
    return [next(id_ for id_, name in NAMES.items() if name == one) for one in listed(names)]


def quotes(text: str) -> list[str]:
    return re.findall("“([^”]+)”", text)


def lead(entry: Entry) -> str:
    leads = entry["lead"]
    return " and ".join(NAMES[one] for one in leads) if isinstance(leads, list) else NAMES.get(leads, leads.replace("-", " "))


CLAIMS: list[tuple[str, Callable[..., bool]]] = []


def claim(pattern: str) -> Callable[[Callable[..., bool]], Callable[..., bool]]:
    def add(check: Callable[..., bool]) -> Callable[..., bool]:
        CLAIMS.append((pattern, check))
        return check

    return add


NUMBER = "(" + "|".join(sorted({re.escape(number) for number in SAID.values()}, key=len, reverse=True)) + ")"
STATE = {"goes ahead": "proposed", "resumed": "suspended", "held again": "ended"}


@claim(r"recorded for the first time(?: in (shadow) form|, (?:in )?(\w+)(?: form)? since (.+))?")
def _first(pair: Pair, shadow: str | None, status: str | None, since: str | None) -> bool:
    new = pair.sides[1]
    dated = DATES[new["status_since"]].removeprefix("in ") if "status_since" in new else None
    now = new.get("status", "held") if dated or new.get("status") == "shadow" else None
    return pair.old is None and is_held(pair.new) and (shadow or status) == now and since == dated


@claim(
    r"(goes ahead|resumed|held again)(?: in (shadow) form|, (?:in )?(\w+)(?: form)? since (.+))?: it (?:was|had) (proposed|suspended|ended)"
)
def _again(pair: Pair, how: str, shadow: str | None, now: str | None, since: str | None, status: str) -> bool:
    old, new = pair.sides
    dated = DATES[new["status_since"]].removeprefix("in ") if since else None
    true = since is None or (since == dated and old.get("status_since") != new["status_since"] and now == new.get("status", "held"))
    return (
        true and (shadow is None or new["status"] == shadow) and pair.both and is_held(pair.new) and old["status"] == status == STATE[how]
    )


@claim(r"led by ([\w ]+?)(?:, with (.+))?")
def _led(pair: Pair, who: str, support: str | None) -> bool:
    new = pair.sides[1]
    return lead(new) == who and sorted(new.get("support", ())) == sorted(ids(support) if support else [])


@claim("its lead is (not stated|unclear)")
def _no_lead(pair: Pair, what: str) -> bool:
    return lead(pair.sides[1]) == what


@claim(rf"(it came to )?(?:“([^”]+)”, )?{NUMBER}")
def _frequency(pair: Pair, past: str | None, text: str | None, number: str) -> bool:
    entry = pair.sides[1] if is_held(pair.new) or pair.old is None else pair.sides[0]
    return SAID[entry.get("frequency")] == number and (text is None or text == entry["frequency"])


@claim("no frequency recorded")
def _no_frequency(pair: Pair) -> bool:
    return "frequency" not in (pair.sides[1] if is_held(pair.new) or pair.old is None else pair.sides[0])


def takes_over(world: World, before: str, after: str) -> bool:
    """Whether either register says that the one took the other's place, or is to."""
    for side in (world.before, world.after):
        for id_, entry in side.items():
            named = entry.get("supersedes", ()) if id_ == after or world.same_as(after, id_) else ()
            if any(one == before or world.same_as(before, one) or world.same_as(one, before) for one in named):
                return True
            if id_ == before or world.same_as(id_, before) or world.same_as(before, id_):
                review = entry.get("review", {})
                into = review.get("into", ()) if review.get("recommendation") in ("end", "merge") else ()
                if any(one == after or world.same_as(after, one) for one in into):
                    return True
    return False


def id_in(side: dict[str, Entry], title: str) -> str:
    return next(id_ for id_, entry in side.items() if entry["title"] == title)


def id_of(pair: Pair) -> str:
    side, entry = (pair.world.after, pair.new) if pair.new is not None else (pair.world.before, pair.old)
    return next(id_ for id_, one in side.items() if one is entry)


def any_id(world: World, title: str) -> str:
    found = [id_ for side in (world.after, world.before) for id_, entry in side.items() if entry["title"] == title]
    return found[0]


@claim("it is recorded as the successor of (.+)")
def _successor_of(pair: Pair, titles_: str) -> bool:
    return all(takes_over(pair.world, any_id(pair.world, title), id_of(pair)) for title in listed(titles_))


@claim("(.+?) (?:is|are) recorded as its successors?")
def _successors(pair: Pair, titles_: str) -> bool:
    return all(takes_over(pair.world, id_of(pair), any_id(pair.world, title)) for title in listed(titles_))


@claim(r"merged into (.+?)(?: (in .+))?")
def _merged(pair: Pair, titles_: str, when: str | None) -> bool:
    review = pair.sides[1].get("review", {})
    true = review.get("recommendation") == "merge" and not is_held(pair.new) and is_held(pair.old)
    return true and all(takes_over(pair.world, id_of(pair), any_id(pair.world, title)) for title in listed(titles_))


@claim("a review recommended to merge it into (.+)")
def _to_merge(pair: Pair, titles_: str) -> bool:
    return pair.new is None and pair.sides[0]["review"]["recommendation"] == "merge"


@claim(r"(ended|suspended|only proposed now)(?: (in .+))?")
def _stopped(pair: Pair, how: str, when: str | None) -> bool:
    old, new = pair.sides
    dated = DATES[new["status_since"]] if "status_since" in new and new["status_since"] != old.get("status_since") else None
    return is_held(pair.old) and new["status"] == ("proposed" if how.startswith("only") else how) and when == dated


@claim("no longer in the register")
def _gone(pair: Pair) -> bool:
    return pair.new is None


@claim("where its work goes is not recorded")
def _no_home(pair: Pair) -> bool:
    world, id_ = pair.world, id_of(pair)
    every = {**world.before, **world.after}
    return not any(takes_over(world, id_, other) for other in every if other != id_ and not world.same_as(other, id_))


@claim("its work was to go to (.+)")
def _lost_home(pair: Pair, says: str) -> bool:
    found = re.findall(r"(?:, | and |^)(.+?), which (has ended|is no longer in the register)", says)
    world, id_ = pair.world, id_of(pair)
    named = [(any_id(world, title), how) for title, how in found]
    ended = {one for one, entry in world.after.items() if entry.get("status") == "ended"}
    return bool(named) and all(takes_over(world, id_, one) and (one in ended) == (how == "has ended") for one, how in named)


@claim(r"recorded for the first time, (proposed|suspended)")
def _first_unheld(pair: Pair, status: str) -> bool:
    return pair.old is None and pair.sides[1]["status"] == status


@claim(r"it was (proposed|suspended)")
def _was_unheld(pair: Pair, status: str) -> bool:
    return pair.new is None and pair.sides[0]["status"] == status


@claim("recorded as ended")
def _first_ended(pair: Pair) -> bool:
    return pair.old is None and pair.sides[1]["status"] == "ended"


@claim("its entry, which had ended, is no longer in the register")
def _ended_gone(pair: Pair) -> bool:
    return pair.new is None and pair.sides[0]["status"] == "ended"


@claim(r"status (not stated|\w+)(?: since (.+))?, was (not stated|\w+)")
def _status(pair: Pair, now: str, since: str | None, was: str) -> bool:
    old, new = pair.sides
    dated = (
        DATES[new["status_since"]].removeprefix("in ") if "status_since" in new and new["status_since"] != old.get("status_since") else None
    )
    return (
        (old.get("status", "not stated"), new.get("status", "not stated")) == (was, now)
        and is_held(pair.old) == is_held(pair.new)
        and since == dated
    )


@claim(r"lead ([\w ]+), was ([\w ]+)")
def _lead(pair: Pair, now: str, was: str) -> bool:
    return (lead(pair.sides[0]), lead(pair.sides[1])) == (was, now)


def chair(entry: Entry) -> str | None:
    return NAMES[entry["chair"]["organisation"]] + (", vote" if "basis" in entry["chair"] else "") if "chair" in entry else None


@claim(r"chair (.+), was (.+)")
def _chair(pair: Pair, now: str, was: str) -> bool:
    return (chair(pair.sides[0]), chair(pair.sides[1])) == (was, now)


@claim(r"chair recorded: (.+)")
def _chair_first(pair: Pair, now: str) -> bool:
    return (chair(pair.sides[0]), chair(pair.sides[1])) == (None, now)


@claim(r"chair no longer recorded")
def _chair_gone(pair: Pair) -> bool:
    return chair(pair.sides[1]) is None


@claim(r"it was ([A-Z]\w+(?:, vote)?)")
def _chair_was(pair: Pair, was: str) -> bool:
    return chair(pair.sides[0]) == was


@claim(r"(support|reporting) ?(adds|no longer lists) (.+)")
def _support(pair: Pair, what: str, how: str, names: str) -> bool:
    old, new = (set(entry.get("support", ())) for entry in pair.sides)
    return set(ids(names)) == (new - old if how == "adds" else old - new)


@claim(r"(now|no longer) recorded as reporting to (.+)")
def _reports(pair: Pair, how: str, names: str) -> bool:
    old, new = (set(entry.get("reports_to", ())) for entry in pair.sides)
    return set(ids(names)) == (new - old if how == "now" else old - new)


@claim(r"(no longer )?recorded as taking the place of (.+)")
def _supersedes(pair: Pair, gone: str | None, names: str) -> bool:
    old, new = ({pair.world.new_ids.get(one, one) for one in entry.get("supersedes", ())} for entry in pair.sides)
    return len(listed(names)) == len(old - new if gone else new - old)


@claim(rf"(planned )?{NUMBER}, was (.+?)(?: \(“(.+)”, was “(.+)”\))?")
def _a_year(pair: Pair, planned: str | None, now: str, was: str, text: str | None, before: str | None) -> bool:
    old, new = (entry.get("frequency") for entry in pair.sides)
    true = (
        SAID[new] == now
        and SAID[old].removesuffix(" a year").removeprefix("number of meetings a year ") == was
        and (new or "–", old or "–") == (text, before)
    )
    return true and bool(planned) == (not is_held(pair.old) and not is_held(pair.new))


@claim(r"frequency reworded \(“(.+)”, was “(.+)”\)")
def _reworded(pair: Pair, now: str, was: str) -> bool:
    return tuple(entry.get("frequency", "–") for entry in pair.sides) == (was, now)


@claim(r"the number of meetings a year is (not known|the same)")
def _same_number(pair: Pair, how: str) -> bool:
    old, new = (A_YEAR[entry.get("frequency")] for entry in pair.sides)
    return old == new and (old is None) == (how == "not known")


@claim(r"purpose recorded: “(.+)”")
def _purpose_first(pair: Pair, text: str) -> bool:
    return "purpose" not in pair.sides[0] and pair.sides[1]["purpose"] == text


@claim(r"purpose “(.+)”, was “(.+)”")
def _purpose(pair: Pair, now: str, was: str) -> bool:
    return (pair.sides[0]["purpose"], pair.sides[1]["purpose"]) == (was, now)


@claim("purpose no longer recorded")
def _purpose_gone(pair: Pair) -> bool:
    return "purpose" in pair.sides[0] and "purpose" not in pair.sides[1]


@claim("it was “(.+)”")
def _purpose_was(pair: Pair, text: str) -> bool:
    return bool(pair.sides[0]["purpose"] == text)


@claim(r"focus (adds|no longer lists) (.+)")
def _focus(pair: Pair, how: str, texts: str) -> bool:
    old, new = (set(entry.get("focus", ())) for entry in pair.sides)
    return set(quotes(texts)) == (new - old if how == "adds" else old - new)


@claim("dates or themes of its focus")
def _focus_order(pair: Pair) -> bool:
    return set(pair.sides[0].get("focus", ())) == set(pair.sides[1].get("focus", ()))


@claim("for (.+), was for (.+)")
def _areas(pair: Pair, now: str, was: str) -> bool:
    names = [" and ".join(AREAS[area]["name"] for area in entry.get("areas", ())) or "the whole area" for entry in pair.sides]
    return names == [was, now]


def attends_as(seat: Entry) -> str:
    how = seat.get("attendance", "member").replace("-", " ")
    return how if "role" not in seat else seat["role"] if how == "member" else f"{seat['role']} ({how})"


def organisations(entry: Entry) -> set[str]:
    return {seat["organisation"] for seat in attendees(entry)}


def counted_as(entry: Entry, id_: str) -> Counter[str]:
    return Counter(attends_as(seat) for seat in attendees(entry) if seat["organisation"] == id_)


SEATS = r"((?:\w+(?: \([^)]*\))?(?:, | and )?)+)"


def names_in(text: str) -> list[str]:
    return ids(" and ".join(re.findall(r"([A-Z]\w+)(?: \([^)]*\))?(?:, | and |$)", text)))


@claim(rf"{SEATS} joined (.+)")
def _joined(pair: Pair, seats_: str, when: str) -> bool:
    (id_,) = set(names_in(seats_))
    dates = [seat.get("from") for seat in attendees(pair.sides[1]) if seat["organisation"] == id_]
    return id_ not in organisations(pair.sides[0]) and when in [DATES[day] for day in dates if day] and when != DATES["2030"]


@claim(r"(\w+) left (.+)")
def _left(pair: Pair, name: str, when: str) -> bool:
    (id_,) = ids(name)
    dates = [seat.get("until") for seat in attendees(pair.sides[0]) if seat["organisation"] == id_]
    return id_ not in organisations(pair.sides[1]) and when in [DATES[day] for day in dates if day] and when != DATES["2030"]


@claim(rf"recorded for the first time: {SEATS}")
def _members_first(pair: Pair, seats_: str) -> bool:
    new = set(names_in(seats_))
    dated = {seat["organisation"] for seat in attendees(pair.sides[1]) if seat.get("from") in ("2017", "2018-03")}
    return new == organisations(pair.sides[1]) - organisations(pair.sides[0]) - dated


@claim(r"no longer listed: ([\w, ]+)")
def _members_gone(pair: Pair, names: str) -> bool:
    dated = {seat["organisation"] for seat in attendees(pair.sides[0]) if seat.get("until") in ("2017", "2018-03")}
    return set(ids(names)) == organisations(pair.sides[0]) - organisations(pair.sides[1]) - dated


@claim(r"(\w+) (also|no longer) listed as (.+)")
def _listed(pair: Pair, name: str, how: str, roles: str) -> bool:
    (id_,) = ids(name)
    old, new = (counted_as(entry, id_) for entry in pair.sides)
    return sorted(listed(roles)) == sorted((new - old if how == "also" else old - new).elements()) and bool(old and new)


@claim(r"(\w+) listed as (.+), was (.+)")
def _listed_otherwise(pair: Pair, name: str, now: str, was: str) -> bool:
    (id_,) = ids(name)
    old, new = (counted_as(entry, id_) for entry in pair.sides)
    return sorted(listed(now)) == sorted((new - old).elements()) and sorted(listed(was)) == sorted((old - new).elements())


@claim(r"other details of ([A-Z][\w, ]+)")
def _details(pair: Pair, names: str) -> bool:
    return all(
        counted_as(pair.sides[0], id_) == counted_as(pair.sides[1], id_)
        and [seat for seat in attendees(pair.sides[0]) if seat["organisation"] == id_]
        != [seat for seat in attendees(pair.sides[1]) if seat["organisation"] == id_]
        for id_ in ids(names)
    )


@claim("the order of its members")
def _order(pair: Pair) -> bool:
    return organisations(pair.sides[0]) == organisations(pair.sides[1])


@claim("was called “(.+)”")
def _called(pair: Pair, title: str) -> bool:
    return pair.both and pair.sides[0]["title"] == title != pair.sides[1]["title"]


@claim("its id was “(.+)” and is “(.+)”")
def _id(pair: Pair, old: str, new: str) -> bool:
    return pair.world.before[old] is pair.old and pair.world.after[new] is pair.new and old not in pair.world.after


@claim("one entry has the other’s name")
def _by_name(pair: Pair) -> bool:
    return False  # no entry here has an alias, and a title that is the same has not changed


@claim("one entry says that it replaces the other")
def _by_place(pair: Pair) -> bool:
    old, new = (
        next(id_ for id_, one in side.items() if one is entry)
        for side, entry in ((pair.world.before, pair.old), (pair.world.after, pair.new))
    )
    return old in pair.sides[1].get("supersedes", ()) or new in pair.sides[0].get("supersedes", ())


@claim("all else in the entry is the same")
def _by_text(pair: Pair) -> bool:
    return {**pair.sides[0], "title": ""} == {**pair.sides[1], "title": ""}


@claim(r"treated as the same meeting: (\d+)% alike in title and texts, and both (?:list ([\w, ]+?))?(?: and )?(?:say (.+))?")
def _alike(pair: Pair, per_cent: str, members: str | None, words: str | None) -> bool:
    both = organisations(pair.sides[0]) & organisations(pair.sides[1])
    texts = [" ".join((entry.get("purpose", ""), *entry.get("focus", ()))).lower() for entry in pair.sides]
    shared = set(ids(members)) <= both if members else bool(words)
    return shared and all(word in text for word in quotes(words or "") for text in texts) and int(per_cent) >= 60


@claim(r"recommended to (\w+)(?:, its work into (.+))?")
def _recommended(pair: Pair, what: str, into: str | None) -> bool:
    review = pair.sides[1]["review"]
    return review["recommendation"] == what and bool(review.get("into")) == bool(into)


@claim(r"before, to (\w+)")
def _recommended_before(pair: Pair, what: str) -> bool:
    return bool(pair.sides[0]["review"]["recommendation"] == what)


@claim(r"decided (in .+)")
def _decided(pair: Pair, when: str) -> bool:
    return DATES[pair.sides[1]["review"]["decided_on"]] == when


@claim("its review is no longer recorded")
def _review_gone(pair: Pair) -> bool:
    return "review" in pair.sides[0] and "review" not in pair.sides[1]


@claim("wording of its review")
def _review_wording(pair: Pair) -> bool:
    return bool(pair.sides[0].get("review") != pair.sides[1].get("review"))


FIELDS = {"since when it has its status": "status_since", "the order of its members": "participants"}


def administrative(pair: Pair, says: str) -> bool:
    """Whether a line of field names holds: each differs."""
    if says in ("recorded as ended", "its entry, which had ended, is no longer in the register"):
        return clause_holds(pair, says)
    keys = [FIELDS.get(part, part.replace(" ", "_")) for part in listed(says)]
    naming = ("supersedes", "review") if pair.world.new_ids else ()  # what they name may have another id
    return all(key in naming or pair.sides[0].get(key) != pair.sides[1].get(key) for key in keys)


def clause_holds(pair: Pair, says: str) -> bool:
    checks = [(check, found.groups()) for pattern, check in CLAIMS if (found := re.fullmatch(pattern, says))]
    assert checks, f"nothing checks: {says}"
    return any(check(pair, *groups) for check, groups in checks)


COUNTED = {
    "newly recorded as held": "Newly recorded as held",
    "no longer recorded as held": "No longer recorded as held",
    "with another status": "Status",
    "with another lead or chair": "Leads and chairs",
    "held more often": "More commitment",
    "held less often": "Less commitment",
    "with another remit or level": "Remit and level",
    "with other members": "Members",
    "renamed": "Renamed",
    "with another recommendation or decision": "Recommendations and decisions",
    "with other changes": "Other changes",
    "with administrative changes only": "Administrative changes",
}


def summary_holds(world: World, says: str) -> bool:
    """Whether the first sentence holds: each meeting that differs counts once, under the first heading that names it."""
    changed = [pair for pair in world.pairs if pair.old != renamed_back(world, pair.new) or id_changed(world, pair)]
    if says == "Nothing changed.":
        return not changed
    total, parts, rest = re.fullmatch(r"(\d+) meetings? changed: (.+?)\. (.+)", says).groups()  # type: ignore[union-attr]
    counts = {what: int(count) for count, what in (part.split(" ", 1) for part in re.split(r", | and (?=\d)", parts))}
    first: dict[str, str] = {}
    for what, heading in COUNTED.items():
        for title, _ in world.lists.get(heading, ()):
            first.setdefault(title, what)
    return int(total) == sum(counts.values()) == len(changed) and counts == dict(Counter(first.values())) and net_holds(world, rest)


def renamed_back(world: World, entry: Entry | None) -> Entry | None:
    """`entry` with what it names as the register before called it."""
    if entry is None:
        return None
    old = {new: before for before, new in world.new_ids.items()}
    names = {**world.new_ids, **old}

    def swapped(ids_: list[str]) -> list[str]:
        return [names.get(one, one) for one in ids_]

    found = {**entry, "supersedes": swapped(entry.get("supersedes", []))}
    if "into" in entry.get("review", {}):
        found["review"] = {**entry["review"], "into": swapped(entry["review"]["into"])}
    return filled(found)


def id_changed(world: World, pair: Pair) -> bool:
    return pair.both and any(world.before[old] is pair.old for old in world.new_ids)


def limits(entry: Entry | None) -> tuple[float, float] | None:
    return A_YEAR[(entry or {}).get("frequency")] if is_held(entry) else (0, 0)


def net_holds(world: World, says: str) -> bool:
    """Whether what the changes come to a year holds: the sum over what is held, from the least to the most that it can be."""
    low = high = 0.0
    unknown = 0
    for pair in world.pairs:
        old, new = limits(pair.old), limits(pair.new)
        if old is None or new is None:
            starts_or_ends = is_held(pair.old) != is_held(pair.new)
            unknown += starts_or_ends or (old is None) != (new is None)
        elif is_held(pair.old) != is_held(pair.new) or (pair.old or {}).get("frequency") != (pair.new or {}).get("frequency"):
            low, high = low + new[0] - old[1], high + new[1] - old[0]
    if found := re.fullmatch(r"The change in meetings a year is not known: (\d+) meetings? (?:has|have) no known number\.", says):
        return int(found[1]) == unknown and low == high == 0
    found = re.fullmatch(
        r"Meetings a year: (.+?)(?: \(.+\))?(?:; the number a year is not known for (\d+) more meetings? that changed)?\.", says
    )
    assert found, says
    return int(found[2] or 0) == unknown and said_limits(found[1]) in ((low, high), None)


def said_limits(text: str) -> tuple[float, float] | None:
    """What `+4`, `−12 to +2` and `+4 or higher` say; None for `about`, which has no limits."""
    inf = float("inf")
    if text == "no change":
        return 0, 0
    if text.startswith("about "):
        return None
    numbers = [float(number.replace("−", "-")) for number in re.findall(r"[+−]?\d+", text)]
    return (
        (numbers[0], inf) if text.endswith("or higher") else (-inf, numbers[0]) if text.endswith("or lower") else (numbers[0], numbers[-1])
    )


def commitment_holds(pair: Pair, heading: str) -> bool:
    """Whether a meeting is held more, or less, often however its frequencies are read."""
    old, new = limits(pair.old), limits(pair.new)
    assert old is not None
    assert new is not None
    return new[0] > old[1] if heading == "More commitment" else new[1] < old[0]


def leads_hold(world: World, table: Table) -> bool:
    """Whether the table says how many of the meetings held each leads, before and after, where that differs."""

    def counted(side: dict[str, Entry]) -> Counter[str]:
        names = (lead(entry) for entry in side.values() if is_held(entry))
        return Counter(name for several in names for name in listed(several))

    before, after = counted(world.before), counted(world.after)
    expected = {(name, before[name], after[name]) for name in {*before, *after} if before[name] != after[name]}
    return {tuple(row) for row in table.rows} == expected


def check(world: World) -> None:
    """Check every sentence of the report."""
    for block in world.report.blocks:
        if isinstance(block, Paragraph):
            assert summary_holds(world, block.text), (block.text, world.before, world.after)
        if isinstance(block, Table):
            assert leads_hold(world, block), (block, world)
    for heading, lines in world.lists.items():
        for title, says in lines:
            pair = world.pair(title)
            if heading == "Administrative changes":
                assert administrative(pair, says), (title, says, pair.sides)
                continue
            for clause in says.split("; "):
                assert clause_holds(pair, clause), (heading, title, clause, pair.sides)
            assert "commitment" not in heading or commitment_holds(pair, heading), (heading, title, says)


@examples(Fraction(1, 2))
@given(pairs_of_registers())
def test_every_sentence_holds(registers: tuple[dict[str, Entry], dict[str, Entry]]) -> None:
    check(World(*registers))
