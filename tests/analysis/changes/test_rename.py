"""A renamed entry has its new id in every reference, and its old name as an alias."""

from collections.abc import Mapping

import pytest

from building import a_meeting, a_register
from govreg.analysis.changes.rename import rename_entry
from govreg.model.edits import Value, applied
from govreg.model.markers import EntryKind
from govreg.model.minutes import Minutes

FILES: dict[str, Value] = {
    "meetings/a.yaml": {"title": "A", "lead": "opcc", "reports_to": ("b", "opcc")},
    "meetings/b.yaml": {"title": "B", "lead": ("opcc", "fire"), "chair": "fire", "participants": ({"meeting": "a"}, "fire")},
    "organisations.yaml": {"opcc": {"name": "OPCC"}, "fire": {"name": "Fire", "part_of": "opcc"}},
    "register.yaml": {"areas": {"north": {"name": "North"}, "town": {"name": "Town", "part_of": "north"}}},
    "verdicts.yaml": ({"meetings": ("a", "b"), "verdict": "distinct"},),
    "minutes/a/2026-01-01.yaml": {"attended": ("fire",)},
}
REGISTER = a_register(
    a_meeting("a", title="A", reports_to=["b", "opcc"]),
    a_meeting(
        "b", title="B", lead=["opcc", "fire"], chair={"organisation": "fire"}, participants=[{"meeting": "a"}, {"organisation": "fire"}]
    ),
    organisations={"opcc": {"name": "OPCC"}, "fire": {"name": "Fire", "part_of": "opcc"}},
    areas={"north": {"name": "North"}, "town": {"name": "Town", "part_of": "north"}},
)
MINUTES = {"a/2026-01-01": Minutes.model_validate({"id": "a/2026-01-01", "attended": ({"organisation": "fire"},)})}


def renamed(kind: EntryKind, old: str, new: str, name: str | None) -> dict[str, Value]:
    change = rename_entry(REGISTER, MINUTES, FILES.get, kind, old, new, name)
    files = {change.moved.get(file, file): data for file, data in FILES.items()}
    for one in change.edits:
        files[one.file] = applied(files[one.file], one.edit)
    return files


def text(files: Mapping[str, Value]) -> str:
    return repr(files)


def test_a_meeting_is_renamed_with_its_minutes_its_verdicts_and_in_every_entry() -> None:
    files = renamed("meeting", "a", "new", "New")

    assert files["meetings/new.yaml"] == {"title": "New", "lead": "opcc", "reports_to": ("b", "opcc"), "aliases": ("A",)}
    assert files["meetings/b.yaml"] == {**FILES["meetings/b.yaml"], "participants": ({"meeting": "new"}, "fire")}  # type: ignore[dict-item] # a mapping
    assert files["verdicts.yaml"] == ({"meetings": ("new", "b"), "verdict": "distinct"},)
    assert "minutes/new/2026-01-01.yaml" in files


def test_an_organisation_is_renamed_in_every_place_and_as_part_of_another() -> None:
    files = renamed("organisation", "fire", "rescue", None)

    assert "'fire'" not in text(files)
    assert files["organisations.yaml"] == {"opcc": {"name": "OPCC"}, "rescue": {"name": "Fire", "part_of": "opcc"}}
    assert files["minutes/a/2026-01-01.yaml"] == {"attended": ("rescue",)}
    assert "'opcc'" not in text(renamed("organisation", "opcc", "office", None))


def test_an_area_is_renamed_where_others_lie_in_it() -> None:
    assert renamed("area", "north", "up", None)["register.yaml"] == {
        "areas": {"up": {"name": "North"}, "town": {"name": "Town", "part_of": "up"}}
    }


@pytest.mark.parametrize(
    ("aliases", "name", "after"),
    [
        (None, "New", ("A",)),
        (("Old",), "New", ("Old", "A")),
        (("New", "Old"), "New", ("Old", "A")),
        (("a",), "New", ("a",)),
        (None, "a", None),
    ],
)
def test_the_old_name_is_an_alias_once_and_the_new_one_is_none(aliases: Value, name: str, after: Value) -> None:
    own: dict[str, Value] = {"title": "A", "lead": "opcc", **({"aliases": aliases} if aliases is not None else {})}
    change = rename_entry(REGISTER, {}, {**FILES, "meetings/a.yaml": own}.get, "meeting", "a", "a", name)
    data: Value = own
    for one in change.edits:
        data = applied(data, one.edit)

    assert isinstance(data, dict)
    assert (data["title"], data.get("aliases")) == (name, after)
