"""References follow entries that have other ids in the other register."""

from typing import Any

import pytest

from building import a_meeting
from govreg.analysis.diff import ids as module
from govreg.analysis.diff.ids import IdMap, renamed

WHOLE = a_meeting(
    "old",
    lead=["opcc", "nhs"],
    support=["nhs"],
    chair="nhs",
    areas=["bristol"],
    themes=["crime"],
    focus=["Knives", {"text": "Cars", "themes": ["crime"]}],
    participants=["nhs", {"meeting": "board", "role": "chair"}],
    frequency={"text": "monthly", "exceptions": {"bristol": 4}},
    reports_to=["board", "nhs"],
    review={"recommendation": "merge", "into": ["board"]},
)
IDS = IdMap({"old": "new", "board": "panel"}, {"nhs": "health"}, {"bristol": "city"}, {"crime": "disorder"})


def test_every_id_is_written_as_the_other_register_calls_it() -> None:
    new = renamed(WHOLE, IDS)

    assert (new.id, new.lead, new.support, new.areas, new.themes) == ("new", ("opcc", "health"), ("health",), ("city",), ("disorder",))
    assert new.chair is not None
    assert new.chair.organisation == "health"
    assert [focus.themes for focus in new.focus] == [(), ("disorder",)]
    assert [seat.sender for seat in new.participants] == [("organisation", "health"), ("meeting", "panel")]
    assert new.frequency is not None
    assert new.frequency.exceptions == {"city": 4}
    assert (new.reports_to, new.review[0].into) == (("panel", "health"), ("panel",))
    assert (new.title, new.frequency.text) == (WHOLE.title, "monthly")


def test_a_value_that_names_nothing_else_is_left_alone() -> None:
    assert renamed(WHOLE, IdMap()) is WHOLE
    assert renamed(a_meeting("other"), IDS).model_dump() == a_meeting("other").model_dump()


def test_an_unused_id_does_not_mean_the_entry_that_gets_it_later() -> None:
    assert renamed(a_meeting("m", links_to=["new"]), IDS).links_to == ("old",)


def test_an_entry_that_names_hundreds_is_copied_once(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[object] = []

    def counted(value: Any, *others: Any) -> Any:
        if isinstance(value, list | tuple | dict):
            copied.append(value)
        return once(value, *others)

    once = module.placed
    monkeypatch.setattr(module, "placed", counted)
    old = [f"old-{number}" for number in range(300)]

    new = renamed(a_meeting("m", links_to=old, supersedes=old), IdMap({id_: f"new-{id_}" for id_ in old}))

    assert new.links_to == new.supersedes == tuple(f"new-{id_}" for id_ in old)
    assert len(copied) <= 3
