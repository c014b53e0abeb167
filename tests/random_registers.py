"""Registers that hypothesis makes up, as the data of their files, and what that data says without the code that answers."""

import json
from datetime import date
from typing import Any

from hypothesis import strategies as st

from building import read_files
from govreg.model.register import Register

Entry = dict[str, Any]
Entries = dict[str, Entry]
Range = tuple[float, float]

DAY = date(2026, 11, 21)
AREAS = ("north", "south")
ORGANISATIONS: dict[str, Entry] = {"a": {}, "b": {}, "c": {}, "d": {"part_of": "a"}, "both": {"members": ["a", "b"]}}
COLLECTIVES = {"both": {"a", "b"}}
BELOW = {"a": {"a", "d"}, "b": {"b"}, "c": {"c"}, "d": {"d"}, "both": {"both"}}
ENDLESS = float("inf")
SAYS: dict[str, Range | None] = {
    "Monthly": (12, 12),
    "Quarterly": (4, 4),
    "Twice a year (March and September)": (2, 2),
    "At least five times a year": (5, ENDLESS),
    "Bi monthly": (6, 24),
    "As required": None,
}
"""What the contract makes of a phrase: the fewest and the most meetings a year; None where there is no number."""
MONTHS = {"Twice a year (March and September)": (3, 9)}
HOURS: dict[str, Range] = {"2h": (2, 2), "90 minutes": (1.5, 1.5), "1 to 3 hours": (1, 3)}
"""What the contract makes of a duration."""
OUT = ("by-invitation", "agenda-led", "observer")
DATES: dict[str, tuple[date, date]] = {
    "2016": (date(2016, 1, 1), date(2016, 12, 31)),
    "2026-11": (date(2026, 11, 1), date(2026, 11, 30)),
    "2026-11-20": (date(2026, 11, 20), date(2026, 11, 20)),
    "2027-03": (date(2027, 3, 1), date(2027, 3, 31)),
}
"""Dates around `DAY`, each with the first and the last day that it can mean."""

_DATED: dict[str, st.SearchStrategy[Any]] = {"from": st.sampled_from(sorted(DATES)), "until": st.sampled_from(sorted(DATES))}
SEAT: st.SearchStrategy[Entry] = st.fixed_dictionaries(
    {"organisation": st.sampled_from(sorted(ORGANISATIONS))},
    optional={
        "role": st.sampled_from(["ACC", "Director"]),
        "person": st.sampled_from(["Ann", "Bob"]),
        "attendance": st.sampled_from(["member", "chair", "deputy", *OUT]),
        "people": st.integers(1, 3),
        "voting": st.booleans(),
        **_DATED,
    },
)
MEETING: st.SearchStrategy[Entry] = st.fixed_dictionaries(
    {"lead": st.sampled_from(["a", "b", "d", ["a", "c"], "unclear", "not-stated"])},
    optional={
        "status": st.sampled_from(["active", "shadow", "proposed", "suspended", "ended"]),
        "support": st.lists(st.sampled_from(["a", "d"]), min_size=1, max_size=2, unique=True),
        "secretariat": st.sampled_from(["a", "b"]),
        "frequency": st.sampled_from(sorted(SAYS)),
        "duration": st.sampled_from([*HOURS, "long"]),
        "participants": st.lists(SEAT, max_size=4),
        "chair": st.fixed_dictionaries({"role": st.just("Mayor")}, optional={"organisation": st.sampled_from(["a", "c"]), **_DATED}),
        "areas": st.lists(st.sampled_from(AREAS), min_size=1, max_size=2, unique=True),
        "instances": st.just("per-area"),
        "next_meets": st.sampled_from(sorted(DATES)),
        "terms_of_reference": st.fixed_dictionaries({"review_due": st.sampled_from(sorted(DATES))}),
        "review": st.fixed_dictionaries(
            {"recommendation": st.sampled_from(["continue", "start", "change", "end", "suspend"])},
            optional={"next_due": st.sampled_from(sorted(DATES))},
        ),
    },
)
REGISTERS = st.lists(MEETING, min_size=1, max_size=5).map(lambda found: {f"m{index}": entry for index, entry in enumerate(found)})


def register_of(entries: Entries, settings: Entry | None = None, themes: Entry | None = None) -> Register:
    """The register that `entries` are the files of; JSON is YAML with quotes."""
    written = {f"meetings/{id_}.yaml": json.dumps({"title": f"Meeting {id_}", **entry}) for id_, entry in entries.items()}
    organisations = {id_: {"name": id_.upper(), **keys} for id_, keys in ORGANISATIONS.items()}
    about = {"areas": {area: {"name": area.capitalize()} for area in AREAS}, **({"settings": settings} if settings else {})}
    files = {"organisations.yaml": json.dumps(organisations), "register.yaml": json.dumps(about), **written}
    read = read_files({**files, **({"themes.yaml": json.dumps(themes)} if themes else {})})
    assert read.register.unread == ()
    return read.register


# What the data says, without the code that answers.


def held(entry: Entry) -> bool:
    """Whether a meeting is held."""
    return entry.get("status", "active") in ("active", "shadow")


def instances(entry: Entry) -> int:
    """How many meetings an entry stands for."""
    return len(entry.get("areas", AREAS)) if entry.get("instances") == "per-area" else 1


def counted(entry: Entry) -> Range | None:
    """The fewest and the most meetings a year of all instances."""
    says = SAYS[entry["frequency"]] if "frequency" in entry else None
    return None if says is None else (says[0] * instances(entry), says[1] * instances(entry))


def attendees(entry: Entry) -> list[Entry]:
    """Who attends: the participants, and the chair where its organisation is named."""
    chair = entry.get("chair", {})
    return [*entry.get("participants", ()), *([{**chair, "attendance": "chair"}] if "organisation" in chair else [])]


def over(role: Entry) -> bool:
    """Whether a role has ended."""
    return "until" in role and DATES[role["until"]][1] < DAY


def current(role: Entry) -> bool:
    """Whether a role is held now."""
    return not over(role) and not ("from" in role and DATES[role["from"]][0] > DAY)


def is_core(role: Entry) -> bool:
    """Whether somebody attends as a matter of course."""
    return role.get("attendance") not in OUT


def seated(entry: Entry, *, core: bool = True) -> set[str]:
    """The organisations with a role that is held now: a core one, or one of another manner."""
    return {role["organisation"] for role in attendees(entry) if current(role) and is_core(role) == core}


def total(entries: list[Entry]) -> tuple[float | None, float | None, int]:
    """The fewest and the most meetings a year together (no most: None), and how many give no number; nothing known: None twice."""
    counts = [counted(entry) for entry in entries]
    known = [one for one in counts if one is not None]
    low, high = sum(one[0] for one in known), sum(one[1] for one in known)
    return (low if known else None, high if known and high < ENDLESS else None, len(counts) - len(known))
