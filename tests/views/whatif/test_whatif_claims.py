"""Every sentence of `whatif` holds in the register: each has a predicate that is worked out again by going through all the files."""

# ruff: noqa: ARG001, D102, PLR0913, PLR0917 - a predicate takes the groups of its sentence; the names say what an entry says

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import yaml
from building import TODAY, read_files
from conftest import examples
from govreg.analysis.whatif.result import run_scenario
from govreg.analysis.whatif.scenario import ScenarioOptions, scenario
from govreg.report import BulletList, Fields, Heading, Paragraph, Report
from govreg.views.whatif.report import whatif

ORGANISATIONS: dict[str, dict[str, Any]] = {
    "a": {"name": "Alpha"},
    "b": {"name": "Beta"},
    "c": {"name": "Gamma"},
    "d": {"name": "Delta", "part_of": "a"},
    "both": {"name": "Alliance", "members": ["a", "b"]},
}
AREAS: dict[str, dict[str, Any]] = {
    "county": {"name": "County"},
    "north": {"name": "North", "part_of": "county"},
    "south": {"name": "South", "part_of": "county"},
    "island": {"name": "Island"},
    "port": {"name": "Port", "part_of": "island"},
}
BELOW = {"county": {"county", "north", "south"}, "north": {"north"}, "south": {"south"}, "island": {"island", "port"}, "port": {"port"}}
EVERYWHERE = {*AREAS, "whole"}
THEMES: dict[str, dict[str, Any]] = {"animals": {"name": "Animals", "terms": ["zebra"]}, "plants": {"name": "Plants", "terms": ["tulip"]}}
TERM = {"animals": "zebra", "plants": "tulip"}
WORDS = ["zebra", "zebras", "tulip", "walrus", "walruses", "lemur", "lemurs", "heron"]
ASIDE = "working with"
A_YEAR: dict[str | None, tuple[int, int | None] | None] = {
    "Quarterly": (4, 4),
    "Monthly": (12, 12),
    "Bi monthly": (6, 24),
    "at least twice a year": (2, None),
    "as required": None,
    None: None,
}
HOURS = {"1h": (1, 1), "2 to 3 hours": (2, 3), "an afternoon": None, None: None}
INVITED = ("by-invitation", "observer", "agenda-led")
IDS = [f"m{number}" for number in range(5)]

some_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True).map(" and ".join)
purposes = (
    st.builds("Discuss {}".format, some_words)
    | st.builds(f"Discuss {{}} {ASIDE} {{}}".format, some_words, some_words)
    | st.just("Work together")
)
focuses = st.builds(
    lambda text, keys: {"text": text, **keys},
    some_words,
    st.fixed_dictionaries({}, optional={"until": st.sampled_from(["2017-03", "2099"]), "themes": st.just(["plants"])}),
)
seats = st.fixed_dictionaries(
    {"organisation": st.sampled_from(sorted(ORGANISATIONS))},
    optional={
        "role": st.sampled_from(["ACC", "Manager"]),
        "attendance": st.sampled_from(["member", "chair", *INVITED]),
        "people": st.integers(1, 4),
    },
)
entries = st.fixed_dictionaries(
    {"title": st.sampled_from(["Gathering", "Zebra circle", "Walrus circle", "Circle"]), "lead": st.sampled_from(["a", "b", "not-stated"])},
    optional={
        "purpose": purposes,
        "focus": st.lists(focuses, max_size=2),
        "themes": st.lists(st.sampled_from(sorted(THEMES)), max_size=2, unique=True),
        "participants": st.lists(seats | st.sampled_from([{"meeting": id_} for id_ in IDS]), max_size=3),
        "chair": st.fixed_dictionaries({}, optional={"organisation": st.sampled_from(["a", "c"]), "role": st.just("Manager")}).filter(bool),
        "areas": st.lists(st.sampled_from(sorted(AREAS)), max_size=2, unique=True),
        "status": st.sampled_from(["active", "shadow", "proposed", "suspended", "ended"]),
        "statutory": st.lists(st.sampled_from(["Care Act s1", "Care Act s2", "Fire Act"]), max_size=2, unique=True) | st.booleans(),
        "frequency": st.sampled_from([text for text in A_YEAR if text]),
        "duration": st.sampled_from([text for text in HOURS if text]),
        "reports_to": st.lists(st.sampled_from(IDS), max_size=1),
        "links_to": st.lists(st.sampled_from(IDS), max_size=1),
        "supersedes": st.lists(st.sampled_from(IDS), max_size=1),
    },
)
registers = st.lists(entries, min_size=len(IDS), max_size=len(IDS)).map(
    lambda several: {id_: {**keys, "title": f"{keys['title']} {id_[1]}"} for id_, keys in zip(IDS, several, strict=True)}
)
some_ids = st.sets(st.sampled_from(IDS), max_size=2).map(sorted)
pairs = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda pair: pair[0] != pair[1]), max_size=2, unique=True)


def base(word: str) -> str:
    return {"walruses": "walrus"}.get(word, word if word == "walrus" else word.removesuffix("s"))


class Plain(yaml.SafeDumper):
    """Writes what is named twice twice, as a register has no aliases."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - none is one
        return True


@dataclass
class World:
    """The files of a register and a scenario, and what they say by a plain reading."""

    data: dict[str, dict[str, Any]]
    ends: list[str]
    into: list[tuple[str, str]]
    frequencies: dict[str, str] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)

    @cached_property
    def files(self) -> dict[str, str]:
        rest = {"organisations.yaml": ORGANISATIONS, "themes.yaml": THEMES, "register.yaml": {"areas": AREAS}}
        meetings = {f"meetings/{id_}.yaml": keys for id_, keys in self.data.items()}
        return {name: yaml.dump(keys, Dumper=Plain, sort_keys=False, width=10_000) for name, keys in {**rest, **meetings}.items()}

    @cached_property
    def report(self) -> Report:
        read = read_files(self.files)
        assert not read.register.unread, [found.message for found in read.findings if found.severity == "error"]
        wishes = ScenarioOptions(tuple(self.ends), (), tuple(self.into), self.frequencies, self.leads)
        return whatif(run_scenario(read.register, scenario(read.register, wishes), TODAY), read.sources.locate, TODAY.isoformat())

    # what the scenario does

    @cached_property
    def stopping(self) -> set[str]:
        return {*self.ends, *(before for before, _ in self.into)}

    def goes_to(self, id_: str) -> set[str]:
        asked = {after for before, after in self.into if before == id_}
        return asked or {other for other, entry in self.data.items() if id_ in entry.get("supersedes", ()) and other != id_}

    def receivers(self, id_: str) -> set[str]:
        found: set[str] = set()
        seen, waiting = {id_}, self.goes_to(id_)
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                if one in self.stopping:
                    waiting |= self.goes_to(one)
                else:
                    found.add(one)
        return found

    def is_held(self, id_: str) -> bool:
        return self.data[id_].get("status", "active") in ("active", "shadow")

    @cached_property
    def starting(self) -> set[str]:
        named = {after for id_ in self.stopping for after in self.receivers(id_)}
        return {id_ for id_ in named if self.data[id_].get("status") in ("proposed", "suspended")}

    @cached_property
    def gone(self) -> set[str]:
        return {id_ for id_ in self.stopping if self.is_held(id_)}

    @cached_property
    def held(self) -> set[str]:
        return {id_ for id_ in IDS if (self.is_held(id_) or id_ in self.starting) and id_ not in self.stopping}

    # what an entry says

    def id(self, title: str) -> str:
        return next(id_ for id_, entry in self.data.items() if entry["title"] == title)

    def ids(self, titles: str) -> set[str]:
        return {self.id(title) for title in re.findall("“([^”]+)”", titles)}

    def covers(self, id_: str) -> set[str]:
        areas = self.data[id_].get("areas")
        return {below for area in areas for below in BELOW[area]} if areas else set(EVERYWHERE)

    def focus(self, id_: str) -> list[dict[str, Any]]:
        return [one for one in self.data[id_].get("focus", ()) if one.get("until") != "2017-03"]

    def texts(self, id_: str) -> Iterator[tuple[str, str]]:
        """The texts that hold today: what each works on, and what it only mentions."""
        yield self.data[id_]["title"], ""
        work, _, aside = self.data[id_].get("purpose", "").partition(ASIDE)
        yield work, aside
        yield from ((one["text"], "") for one in self.focus(id_))

    def works_on(self, id_: str, theme: str) -> bool:
        tags = [*self.data[id_].get("themes", ()), *(tag for one in self.focus(id_) for tag in one.get("themes", ()))]
        return theme in tags or any(TERM[theme] in map(base, words_of(work)) for work, _ in self.texts(id_))

    def mentions(self, id_: str, theme: str) -> bool:
        return any(TERM[theme] in map(base, words_of(aside)) for _, aside in self.texts(id_)) and not self.works_on(id_, theme)

    def words(self, id_: str) -> set[str]:
        return {base(word) for texts in self.texts(id_) for text in texts for word in words_of(text)}

    def duties(self, id_: str) -> list[str]:
        duties = self.data[id_].get("statutory", ())
        return duties if isinstance(duties, list) else []

    def lead(self, id_: str) -> str:
        """Who would lead it."""
        return self.leads.get(id_) or str(self.data[id_]["lead"])

    def has_work(self, id_: str) -> bool:
        return any(self.data[id_].get(key) for key in ("purpose", "focus", "themes"))

    def attendees(self, id_: str) -> list[dict[str, Any]]:
        chair = self.data[id_].get("chair", {})
        return [*self.data[id_].get("participants", ()), *([{**chair, "attendance": "chair"}] if "organisation" in chair else [])]

    def seated(self, id_: str, *, invited: bool = False) -> set[str]:
        """Which organisations sit on a meeting, themselves or through a collective."""
        own = {
            one["organisation"]
            for one in self.attendees(id_)
            if "organisation" in one and (invited or one.get("attendance") not in INVITED)
        }
        own |= {"a", "b"} if "both" in own else set()
        return own | ({"both"} if {"a", "b"} <= own else set())

    def core(self, id_: str) -> list[dict[str, Any]]:
        return [one for one in self.attendees(id_) if one.get("attendance") not in INVITED]

    def lists(self, id_: str, sender: str, role: str) -> bool:
        return any(sender in (one.get("organisation"), one.get("meeting")) and one.get("role") == role for one in self.attendees(id_))

    def line(self, id_: str, number: str) -> str:
        return self.files[f"meetings/{id_}.yaml"].splitlines()[int(number) - 1]

    def shows(self, id_: str, number: str, theme: str) -> bool:
        line = self.line(id_, number)
        return TERM[theme] in map(base, words_of(line)) or line.strip() == f"- {theme}"


def words_of(text: str) -> list[str]:
    return [word for word in re.findall("[a-z]+", text.lower()) if word in WORDS]


def listed(text: str) -> list[str]:
    """The parts of `A, B and C`, with `or` too."""
    return re.split(", | and | or ", text)


def named_areas(text: str | None, covered: set[str]) -> set[str]:
    """The areas that a sentence names; all that are covered where it names none."""
    if text is None:
        return covered
    if text == "the whole area":
        return set(EVERYWHERE)
    found: set[str] = set()
    for name in listed(text):
        id_ = next((area for area, entry in AREAS.items() if entry["name"] == name.removesuffix(" as a whole")), "whole")
        found |= {id_} if name.endswith(" as a whole") or id_ == "whole" else BELOW[id_]
    return found


T, AT = "“([^”]+)”", r"(?: \(([^()]+), line (\d+)\))"
TITLES = "((?:“[^”]+”(?:, | and | or )?)+)"
WHERE = r"(?: in ([A-Z][\w ,]*?|the whole area|the area as a whole))?"
CLAIMS: list[tuple[str, Callable[..., bool]]] = []


def claim(pattern: str) -> Callable[[Callable[..., bool]], Callable[..., bool]]:
    def add(check: Callable[..., bool]) -> Callable[..., bool]:
        CLAIMS.append((pattern, check))
        return check

    return add


ELSE = r"((?:(?:; |, | and )“[^”]+” does, for [\w ,]+?(?=; |, “| and “|$))*)"
NEAR = r"(?:; (“[^”]+” (?:does|only mentions).*|the nearest is .*))?"


def other_homes(world: World, does: Callable[[str], bool], id_: str, where: str | None, homes: str, near: str | None) -> bool:
    """That exactly the areas named are left, that those named do it in the others, and that the nearest is near."""
    covered = world.covers(id_)
    doing = {other for other in world.held if does(other) and world.covers(other) & covered}
    left = covered.difference(*(world.covers(other) for other in doing))
    true = left == named_areas(where, covered) and bool(left) and world.ids(homes) == doing
    if near is None:
        return true and (bool(doing) or not any(does(other) for other in world.held))
    found = re.fullmatch(rf"{T} (?:does, for ([\w ,]+)|does, but is (\w+)|only mentions it) \(line \d+\)", near)
    if found is None:
        return True  # the nearest words of a duty have a check of their own
    other = world.id(found[1])
    if found[2]:
        return true and does(other) and other in world.held and not doing
    if found[3]:
        return true and does(other) and other not in world.held and world.data[other]["status"] == found[3]
    return true and other in world.held and not does(other)


@claim(rf"(\w+){AT}: this register records no other held meeting that works on it{WHERE}{ELSE}{NEAR}")
def _theme(world: World, name: str, title: str, line: str, where: str | None, homes: str, near: str | None) -> bool:
    theme, id_ = name.lower(), world.id(title)
    true = world.works_on(id_, theme) and id_ in world.gone and world.shows(id_, line, theme)
    if near and "only mentions" in near:
        found = re.fullmatch(rf"{T} only mentions it \(line (\d+)\)", near)
        assert found
        true = true and world.mentions(world.id(found[1]), theme) and world.shows(world.id(found[1]), found[2], theme)
    elif near is None and not homes:
        true = true and not any(world.mentions(other, theme) for other in world.held)
    return true and other_homes(world, lambda other: world.works_on(other, theme), id_, where, homes, near)


@claim(rf"{T} serves ([\w ]+){AT}; this register records no other held meeting that serves it{WHERE}{ELSE}{NEAR}")
def _duty(world: World, title: str, duty: str, at: str, line: str, where: str | None, homes: str, near: str | None) -> bool:
    id_ = world.id(title)
    true = id_ in world.gone and duty in world.duties(id_) and at == title and world.line(id_, line).strip() == f"- {duty}"
    if near and near.startswith("the nearest is"):
        found = re.fullmatch(rf"the nearest is {T} with “([^”]+)” \(line (\d+)\)", near)
        assert found
        other = world.id(found[1])
        true = true and other in world.held and found[2] in world.duties(other) and found[2].split()[0] == duty.split(maxsplit=1)[0]
        near = None
    return true and other_homes(world, lambda other: duty in world.duties(other), id_, where, homes, near)


@claim(
    rf"“([^”]+)”{AT}: no other held meeting in this register{WHERE} has "
    rf"(?:more than (\d) of the (\d) words|any of the words|the word) looked for \(([^()]+)\){ELSE}{NEAR}"
)
def _line(
    world: World,
    text: str,
    title: str,
    line: str,
    where: str | None,
    most: str | None,
    of: str | None,
    words: str,
    homes: str,
    near: str | None,
) -> bool:
    id_ = world.id(title)
    looked_for = re.findall("“([^”]+)”", words)
    stems = set(map(base, looked_for))
    texts = [world.data[id_].get("purpose"), *(one["text"] for one in world.focus(id_))]
    enough = min(len(stems), max(2, (len(stems) + 1) // 2))
    covered = world.covers(id_)
    homes_are = {other for other in world.held if len(world.words(other) & stems) >= enough and world.covers(other) & covered}
    left = covered.difference(*(world.covers(other) for other in homes_are))
    found = {other: len(world.words(other) & stems) for other in world.held if world.covers(other) & left}
    true = text in texts and text in world.line(id_, line) and stems == set(map(base, words_of(text))) and id_ in world.gone
    true = true and max(found.values(), default=0) == int(most or 0) and len(stems) == int(of or len(stems))
    true = true and left == named_areas(where, covered) and world.ids(homes) == homes_are
    if near is None:
        return true and not int(most or 0)
    nearest = re.fullmatch(rf"the nearest is {T} with ([^()]+) \(line (\d+)\)", near)
    assert nearest
    other, its = world.id(nearest[1]), re.findall("“([^”]+)”", nearest[2])
    written = {word for both in world.texts(other) for one in both for word in words_of(one)}
    return (
        true
        and found[other] == len(its) == int(most or 0)
        and set(its) <= written
        and set(map(base, its)) <= stems
        and bool(words_of(world.line(other, nearest[3])))
    )


@claim(rf"{T} is to take on the work of {T}, but would not be held")
def _receiver(world: World, after: str, before: str) -> bool:
    return world.id(after) in world.goes_to(world.id(before)) and world.id(after) not in world.held


@claim(rf"{T} (reports to|is linked to|has a seat for) {T}, which would no longer be held{AT}")
def _tie(world: World, one: str, how: str, other: str, at: str, _: str) -> bool:
    id_, above = world.id(one), world.id(other)
    entry = world.data[id_]
    named = {
        "reports to": entry.get("reports_to", ()),
        "is linked to": entry.get("links_to", ()),
        "has a seat for": [seat.get("meeting") for seat in entry.get("participants", ())],
    }[how]
    return above in named and id_ in world.held and above in world.gone and at == one


@claim(rf"(\w+) leads {T}; {TITLES} have different leads, and none is named for its work{AT}")
def _leads(world: World, lead: str, title: str, others: str, *_: str) -> bool:
    leads = {world.lead(other) for other in world.ids(others)}
    return (
        name_of(world.data[world.id(title)]["lead"]) == lead
        and world.ids(others) == world.receivers(world.id(title)) & world.held
        and len(leads) > 1
    )


@claim(rf"(\w+) leads {T}; who leads {TITLES} is not clear{AT}")
def _leads_unclear(world: World, lead: str, title: str, others: str, *_: str) -> bool:
    return name_of(world.data[world.id(title)]["lead"]) == lead and all(
        world.lead(other) in ("not-stated", "unclear") for other in world.ids(others)
    )


@claim(rf"{T} would have no clear lead{AT}")
def _no_lead(world: World, title: str, *_: str) -> bool:
    return world.leads.get(world.id(title)) == "unclear"


@claim(rf"(.+) would sit on no other held meeting in this register without {T}(?:, except by invitation on {TITLES})?")
def _alone(world: World, names: str, title: str, invited: str | None) -> bool:
    for id_ in map(org, listed(names)):
        meetings = {other for other in world.held if id_ in world.seated(other, invited=True)}
        if (
            any(id_ in world.seated(other) for other in world.held)
            or meetings != world.ids(invited or "")
            or id_ not in world.seated(world.id(title))
        ):
            return False
    return world.id(title) in world.gone


@claim(rf"(\w+) would share no other held meeting in this register with (.+?)(?:, except by invitation on {TITLES})?")
def _apart(world: World, name: str, names: str, invited: str | None) -> bool:
    for id_ in map(org, listed(names)):
        both = {org(name), id_}
        now = any(both <= world.seated(other) for other in world.gone)
        meetings = {other for other in world.held if both <= world.seated(other, invited=True)}
        if any(both <= world.seated(other) for other in world.held) or meetings != world.ids(invited or "") or not now:
            return False
    return True


@claim(r"No other held meeting in this register lists (.+) for (.+)")
def _posts(world: World, roles: str, name: str) -> bool:
    sender = org(name) if any(entry["name"] == name for entry in ORGANISATIONS.values()) else world.id(name)
    return all(
        any(world.lists(id_, sender, role) for id_ in world.gone) and not any(world.lists(id_, sender, role) for id_ in world.held)
        for role in listed(roles)
    )


def org(name: str) -> str:
    return next(id_ for id_, entry in ORGANISATIONS.items() if entry["name"] == name)


def name_of(id_: str) -> str:
    return ORGANISATIONS[id_]["name"] if id_ in ORGANISATIONS else id_


@claim(rf"{T} can’t be judged: its entry records no purpose, focus, themes or members")
def _stub(world: World, title: str) -> bool:
    return not world.has_work(world.id(title)) and not world.core(world.id(title))


@claim(rf"What {T} works on: its entry records no purpose, focus or themes")
def _no_work(world: World, title: str) -> bool:
    return not world.has_work(world.id(title)) and bool(world.core(world.id(title)))


@claim(rf"Who sits on {T}: its entry records no members")
def _no_members(world: World, title: str) -> bool:
    return world.has_work(world.id(title)) and not world.core(world.id(title))


@claim(rf"“([^”]+)”{AT} is too general to look for elsewhere")
def _general(world: World, text: str, title: str, line: str) -> bool:
    return world.data[world.id(title)].get("purpose") == text and not words_of(text) and text in world.line(world.id(title), line)


@claim(rf"Whether another meeting serves the same duty as {T}: its entry says that it is statutory, but names no duty{AT}")
def _unnamed(world: World, title: str, *_: str) -> bool:
    return world.data[world.id(title)].get("statutory") is True and world.id(title) in world.gone


@claim(rf"Whether {TITLES} serves? a statutory duty: (?:its entry doesn’t|their entries don’t) say")
def _not_said(world: World, titles: str) -> bool:
    gone = {id_ for id_ in world.gone if world.data[id_].get("statutory") in (None, []) and (world.has_work(id_) or world.core(id_))}
    return world.ids(titles) == gone


@claim("Nothing recorded.")
def _nothing(world: World) -> bool:
    return True  # that nothing is missed is checked beside the losses themselves


@claim("No recommendation that would change a meeting is recorded.")
def _no_step(world: World) -> bool:
    return not (world.stopping or world.starting or world.frequencies or world.leads)


@claim("No other meeting in this register would be held, so there was nothing to search.")
def _nothing_to_search(world: World) -> bool:
    return not world.held


@claim(r"Searched: the one meeting in this register that would be held\.(?: (.+)\.)?")
def _searched_one(world: World, rest: str | None) -> bool:
    (id_,) = world.held
    says = [
        *(["purpose, focus or themes"] if not world.has_work(id_) else []),
        *(["members"] if not world.core(id_) else []),
        *(["statutory without naming a duty"] if world.data[id_].get("statutory") is True else []),
    ]
    return re.findall("purpose, focus or themes|members|statutory without naming a duty", rest or "") == says


@claim(r"Searched: the (\d) meetings in this register that would be held(?:\. Of these, (.*))?\.")
def _searched(world: World, held: str, rest: str | None) -> bool:
    counts = {
        "no purpose, focus or themes": sum(not world.has_work(id_) for id_ in world.held),
        "no members": sum(not world.core(id_) for id_ in world.held),
        "statutory without naming a duty": sum(world.data[id_].get("statutory") is True for id_ in world.held),
    }
    found = re.findall(rf"(\d) records? (?:that (?:it is|they are) )?({'|'.join(counts)})", rest or "")
    records = {what: int(count) for count, what in found}
    return int(held) == len(world.held) and records == {what: count for what, count in counts.items() if count}


@claim(rf"{T} serves ([\w ]+){AT}; {TITLES} serves? it too")
def _kept_duty(world: World, title: str, duty: str, at: str, line: str, others: str) -> bool:
    id_ = world.id(title)
    serving = {other for other in world.held if duty in world.duties(other) and world.covers(other) & world.covers(id_)}
    return (
        serving == world.ids(others)
        and world.covers(id_) <= set().union(*map(world.covers, serving))
        and at == title
        and duty in world.line(id_, line)
    )


@claim(rf"{T} would still serve (a statutory duty, which its entry doesn’t name|[\w ]+){AT}")
def _still(world: World, title: str, duty: str, *_: str) -> bool:
    id_ = world.id(title)
    named = world.data[id_].get("statutory") is True if duty.startswith("a statutory") else duty in world.duties(id_)
    return named and id_ in world.held and id_ in {*world.frequencies, *world.leads}


@claim(
    rf"{T} ends(?:; no meeting is named to take on its work|"
    rf", and its work goes to {TITLES}(?:, as the register says)?)\.( It is not held now, so no saving or loss is counted\.)?"
)
def _ends(world: World, title: str, into: str | None, unheld: str | None) -> bool:
    id_ = world.id(title)
    return id_ in world.stopping and world.goes_to(id_) == world.ids(into or "") and world.is_held(id_) == (unheld is None)


@claim(rf"{T} starts; it is only (\w+) so far\.")
def _starts(world: World, title: str, status: str) -> bool:
    return world.id(title) in world.starting and world.data[world.id(title)]["status"] == status


@claim(rf"{T} meets “([^”]+)”, (?:instead of “([^”]+)”|where no frequency is recorded now)\.")
def _meets(world: World, title: str, text: str, before: str | None) -> bool:
    return world.frequencies[world.id(title)] == text and world.data[world.id(title)].get("frequency") == before


@claim(rf"{T} is led by (\w+), (?:instead of (\w+)|where no lead is clear now)\.")
def _led(world: World, title: str, lead: str, before: str | None) -> bool:
    now = world.data[world.id(title)]["lead"]
    return world.leads[world.id(title)] == org(lead) and (before is None if now == "not-stated" else before == name_of(now))


@claim(rf"{T} has no clear lead, (?:instead of (\w+)|where no lead is clear now)\.")
def _led_by_nobody(world: World, title: str, before: str | None) -> bool:
    return world.leads[world.id(title)] == "unclear"


@claim("No meeting would be held more or less often.")
def _no_effect(world: World) -> bool:
    return not world.gone and not world.starting and not any(world.is_held(id_) for id_ in world.frequencies)


@claim(rf"Not known: no number of meetings a year is recorded for {TITLES}\.")
def _no_number(world: World, titles: str) -> bool:
    return world.ids(titles) == set(effects(world)) and all(limits is None for limits, _ in effects(world).values())


Limits = tuple[float, float]


def effects(world: World) -> dict[str, tuple[Limits | None, Limits | None]]:
    """What would be held more or less often: the least and the most of its meetings a year and of its person-hours."""
    found: dict[str, tuple[Limits | None, Limits | None]] = {}
    for id_ in {*world.stopping, *world.starting, *world.frequencies}:
        entry = world.data[id_]
        now = A_YEAR[entry.get("frequency")] if world.is_held(id_) else (0, 0)
        then = A_YEAR[world.frequencies.get(id_, entry.get("frequency"))] if id_ in world.held else (0, 0)
        if not world.is_held(id_) and id_ not in world.held:
            continue
        if now is None or then is None:
            found[id_] = (None, None)
            continue
        low, high = (then[0] - most(now), most(then) - now[0])
        lasts, heads = HOURS[entry.get("duration")], people(world, id_)
        hours = [count * heads * long for count in (low, high) for long in lasts] if lasts and heads else []
        found[id_] = ((low, high), (min(hours), max(hours)) if hours else None)
    return found


def most(ends: tuple[int, int | None]) -> float:
    return float("inf") if ends[1] is None else ends[1]


def people(world: World, id_: str) -> int:
    listed_ = [one for one in world.data[id_].get("participants", ()) if one.get("attendance") not in INVITED]
    chair = world.data[id_].get("chair", {}).get("organisation")
    return sum(int(one.get("people", 1)) for one in listed_) + (
        chair is not None and chair not in {one.get("organisation") for one in listed_}
    )


def limits_of(text: str) -> Limits:
    """What `−12 to +2`, `+4 or higher` and their like say."""

    def number(word: str) -> float:
        return float(word.replace("−", "-"))

    if text.endswith(" or higher"):
        return number(text.removesuffix(" or higher")), float("inf")
    if text.endswith(" or lower"):
        return float("-inf"), number(text.removesuffix(" or lower"))
    low, _, high = text.partition(" to ")
    return number(low), number(high or low)


def total(found: list[Limits]) -> Limits:
    return sum(low for low, _ in found), sum(high for _, high in found)


def effect_holds(world: World, label: str, says: str) -> bool:
    """Whether a row of the effect holds."""
    found = effects(world)
    known = [limits for limits, _ in found.values() if limits is not None]
    hours = [limits for _, limits in found.values() if limits is not None]
    match label:
        case "Meetings a year" | "Person-hours a year" if says.startswith("about "):
            return total(known) == (float("-inf"), float("inf"))
        case "Meetings a year":
            return limits_of(says) == total(known)
        case "Person-hours a year":
            return says == "not known" or limits_of(says) == total(hours)
        case "Not counted":
            return world.ids(says) == {id_ for id_, (limits, _) in found.items() if limits is None}
    why = says.rpartition(": ")[2]
    for id_ in world.ids(says):
        lasts, heads = HOURS[world.data[id_].get("duration")], people(world, id_)
        if why != (
            "no duration is recorded in hours or minutes"
            if lasts is None
            else "no members are recorded"
            if not heads
            else "the number of meetings varies"
        ):
            return False
    return True


def transfer_holds(world: World, heading: str, label: str, says: str) -> bool:
    """Whether a row about work that goes elsewhere holds."""
    found = re.fullmatch(r"Is the work of (.+) taken up by (.+)\?", heading)
    assert found
    id_, receivers = world.id(found[1]), {world.id(title) for title in listed(found[2])}
    assert receivers == world.receivers(id_) & world.held
    text = re.sub(r" \((?:line \d+|meetings/\w+\.yaml)\)", "", says)
    if seat := re.fullmatch(r"the seat of (\w+)", text):
        return (label == "Recorded there") == any(org(seat[1]) in world.seated(other) for other in receivers)
    if line := re.fullmatch(r"“([^”]+)”(?:: (?:that entry doesn’t mention|none of those entries mentions) (.+))?", text):
        stems = set(map(base, words_of(line[1])))
        there = set().union(*map(world.words, receivers))
        missing = set(map(base, re.findall("“([^”]+)”", line[2] or "")))
        shown = {TERM[theme] for theme in THEMES if TERM[theme] in map(base, words_of(line[1].partition(ASIDE)[0]))}
        return missing == stems - there - shown and label == (
            "Not recorded there" if not (stems - shown) & there else "In part" if missing else "Same words there"
        )
    if area := re.fullmatch(r"(.+): not covered", text):
        return named_areas(area[1], set()) == world.covers(id_).difference(*map(world.covers, receivers))
    if label == "Not known":
        return not_known_holds(world, id_, text)
    what, _, left = text.partition("; not in ")
    if what.startswith("the duty "):
        doing = {other for other in receivers if what.removeprefix("the duty ") in world.duties(other)}
        mentioned = False
    else:
        doing = {other for other in receivers if world.works_on(other, what)}
        mentioned = any(world.mentions(other, what) for other in receivers)
    rest = world.covers(id_).difference(*map(world.covers, doing)) if doing else set()
    expected = ("In part" if rest else "Recorded there") if doing else "Only mentioned" if mentioned else "Not recorded there"
    return label == expected and named_areas(left or None, set()) == rest


def not_known_holds(world: World, id_: str, text: str) -> bool:
    if how := re.fullmatch(rf"How often {T} meets(?:: “([^”]+)”)?", text):
        return A_YEAR[world.data[world.id(how[1])].get("frequency")] is None and world.data[world.id(how[1])].get("frequency") == how[2]
    if general := re.fullmatch("“([^”]+)” is too general to look for", text):
        return not words_of(general[1])
    keys = {
        "what it is for": "purpose",
        "what it works on now": "focus",
        "who sits on it": "participants",
        "how often it meets": "frequency",
        "who leads it": "lead",
    }
    missing = {keys[part[:1].lower() + part[1:]] for part in listed(text.removesuffix(": its entry doesn’t say"))}
    return missing == {
        key for key in keys.values() if not world.data[id_].get(key) or (key == "lead" and world.data[id_]["lead"] == "not-stated")
    }


def quoted_holds(world: World, says: str) -> bool:
    """Whether a quoted line says what is quoted."""
    found = re.fullmatch(r"([^,]+), line (\d+)(?:: (.*?))?(?: \((?:mentioned|recommended) only\))?", says)
    assert found, says
    line = world.line(world.id(found[1]), found[2])
    quote = re.fullmatch("“([^”]+)”", found[3] or "")
    return quote[1].rstrip("…") in line if quote else True


def agreement_holds(world: World, says: str) -> bool:
    """Whether somebody's agreement is needed for the reason given."""
    if unknown := re.fullmatch(rf"Not known: (?:no lead is recorded for {T}|{T} would have no clear lead)", says):
        id_ = world.id(unknown[1] or unknown[2])
        recorded: str = world.data[id_]["lead"]
        return recorded == "not-stated" if unknown[1] else recorded != "not-stated" and world.leads.get(id_) == "unclear"
    found = re.fullmatch(rf"(.+?): (the lead of|would lead|on) {T}(, which would take on work|, which is recorded as statutory)?", says)
    assert found, says
    ids, id_ = set(map(org, listed(found[1]))), world.id(found[3])
    changes = id_ in {*world.stopping, *world.starting, *world.frequencies, *world.leads}
    match found[2], found[4]:
        case "the lead of", None:
            return ids == {world.data[id_]["lead"]} and changes
        case "the lead of", _:
            return ids == {world.data[id_]["lead"]} and any(id_ in world.receivers(one) for one in world.stopping)
        case "would lead", _:
            return ids == {world.leads[id_]}
    return (
        ids == {one["organisation"] for one in world.core(id_) if "organisation" in one}
        and bool(world.data[id_].get("statutory"))
        and changes
    )


def check(world: World) -> None:
    """Check every sentence of the report."""
    heading = ""
    for block in world.report.blocks:
        match block:
            case Heading():
                heading = block.text
            case BulletList() if heading == "Agreement needed from":
                assert all(agreement_holds(world, says) for says in block.items), (block.items, world)
            case BulletList():
                assert_claims(world, block.items)
            case Paragraph() if heading == "Agreement needed from":
                assert block.text == "Nobody is recorded."
            case Paragraph():
                assert_claims(world, (block.text,))
            case Fields():
                for label, says in block.rows:
                    check_row(world, heading, label, str(says))


def check_row(world: World, heading: str, label: str, says: str) -> None:
    if heading == "Effect":
        assert effect_holds(world, label, says), (label, says, world)
    elif heading.startswith("Is the work of"):
        assert quoted_holds(world, says) if not label else transfer_holds(world, heading, label, says), (label, says, world)
    else:
        assert_claims(world, (says,))


def assert_claims(world: World, sentences: tuple[str, ...]) -> None:
    for says in sentences:
        checks = [(check, found.groups()) for pattern, check in CLAIMS if (found := re.fullmatch(pattern, says))]
        assert checks, f"nothing checks: {says}"
        assert any(check(world, *groups) for check, groups in checks), (says, world)


@examples(Fraction(1, 2))
@given(
    registers,
    some_ids,
    pairs,
    st.dictionaries(st.sampled_from(IDS), st.sampled_from(["Monthly", "Quarterly"]), max_size=1),
    st.dictionaries(st.sampled_from(IDS), st.sampled_from(["b", "unclear"]), max_size=1),
)
def test_every_sentence_holds(
    data: dict[str, Any], ends: list[str], into: list[tuple[str, str]], frequencies: dict[str, str], leads: dict[str, str]
) -> None:
    stopping = {*ends, *(before for before, _ in into)}
    check(
        World(
            data,
            ends,
            into,
            {id_: text for id_, text in frequencies.items() if id_ not in stopping and data[id_].get("status") != "ended"},
            {id_: lead for id_, lead in leads.items() if id_ not in stopping and data[id_].get("status") != "ended"},
        )
    )
