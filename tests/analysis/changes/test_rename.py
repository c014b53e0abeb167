"""A renamed entry has its new id in every reference, and its old name as an alias."""

from collections.abc import Mapping

import pytest

from building import a_meeting, a_register
from govreg.analysis.changes.rename import rename_entry
from govreg.model.edits import Value, applied
from govreg.model.markers import EntryKind
from govreg.model.minutes import Minutes
from govreg.model.settings import RegisterFile

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


def test_an_entry_is_renamed_where_it_is_the_key_of_a_value() -> None:
    register = a_register(
        a_meeting("a", lead="opcc", frequency={"text": "Monthly", "exceptions": {"town": 3}}),
        areas={"town": {}},
        settings=RegisterFile.model_validate({"settings": {"load": {"rates": {"opcc": 50}}}}).settings,
    )
    files: dict[str, Value] = {
        "meetings/a.yaml": {"title": "A", "lead": "opcc", "frequency": {"text": "Monthly", "exceptions": {"town": "3"}}},
        "register.yaml": {"areas": {"town": {"name": "Town"}}, "settings": {"load": {"rates": {"opcc": "50"}}}},
        "organisations.yaml": {"opcc": {"name": "OPCC"}},
    }
    places: list[tuple[EntryKind, str, str, str]] = [
        ("area", "town", "meetings/a.yaml", "'exceptions': {'new': '3'}"),
        ("organisation", "opcc", "register.yaml", "'rates': {'new': '50'}"),
    ]
    for kind, old, file, text in places:
        data = files[file]
        for one in rename_entry(register, {}, files.get, kind, old, "new", None).edits:
            data = applied(data, one.edit) if one.file == file else data
        assert text in repr(data)


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


def test_what_keeps_its_id_has_no_other_edit_and_what_keeps_its_name_no_alias() -> None:
    def edits(new: str, name: str | None) -> tuple[list[str], dict[str, str]]:
        change = rename_entry(REGISTER, MINUTES, FILES.get, "meeting", "b", new, name)
        return [one.file for one in change.edits], dict(change.moved)

    assert edits("b", None) == edits("b", "B") == ([], {})
    assert edits("b", "Bee") == (["meetings/b.yaml"] * 2, {})
    assert edits("new", "B") == edits("new", None) == (["meetings/a.yaml", "verdicts.yaml"], {"meetings/b.yaml": "meetings/new.yaml"})


def test_only_the_minutes_of_the_renamed_meeting_move() -> None:
    sittings = {id_: Minutes.model_validate({"id": id_}) for id_ in ("a/2026-01-01", "b/2026-01-01", "b/2026-02-01")}

    assert dict(rename_entry(REGISTER, sittings, FILES.get, "meeting", "b", "c", None).moved) == {
        "meetings/b.yaml": "meetings/c.yaml",
        "minutes/b/2026-01-01.yaml": "minutes/c/2026-01-01.yaml",
        "minutes/b/2026-02-01.yaml": "minutes/c/2026-02-01.yaml",
    }
    assert dict(rename_entry(REGISTER, sittings, FILES.get, "organisation", "fire", "c", None).moved) == {}


def test_a_meeting_and_an_organisation_of_one_id_are_renamed_each_by_itself() -> None:
    """What may name either names the meeting."""
    files: dict[str, Value] = {
        "meetings/x.yaml": {"title": "X", "lead": "x"},
        "meetings/y.yaml": {"title": "Y", "lead": "x", "reports_to": ("x",)},
        "organisations.yaml": {"x": {"name": "X"}},
    }
    register = a_register(
        a_meeting("x", title="X", lead="x"), a_meeting("y", title="Y", lead="x", reports_to=["x"]), organisations={"x": {"name": "X"}}
    )

    def after(kind: EntryKind) -> dict[str, Value]:
        change = rename_entry(register, {}, files.get, kind, "x", "new", None)
        found = {change.moved.get(file, file): data for file, data in files.items()}
        for one in change.edits:
            found[one.file] = applied(found[one.file], one.edit)
        return found

    assert after("meeting") == {
        "meetings/new.yaml": {"title": "X", "lead": "x"},
        "meetings/y.yaml": {"title": "Y", "lead": "x", "reports_to": ("new",)},
        "organisations.yaml": {"x": {"name": "X"}},
    }
    assert after("organisation") == {
        "meetings/x.yaml": {"title": "X", "lead": "new"},
        "meetings/y.yaml": {"title": "Y", "lead": "new", "reports_to": ("x",)},
        "organisations.yaml": {"new": {"name": "X"}},
    }


def test_an_entry_with_a_new_id_and_a_new_name_has_its_alias_under_the_new_id() -> None:
    assert renamed("organisation", "fire", "rescue", "Rescue")["organisations.yaml"] == {
        "opcc": {"name": "OPCC"},
        "rescue": {"name": "Rescue", "part_of": "opcc", "aliases": ("Fire",)},
    }


def test_a_theme_is_renamed_in_the_meetings_and_items_that_are_tagged_with_it() -> None:
    files: dict[str, Value] = {
        "meetings/x.yaml": {"title": "X", "lead": "opcc", "themes": ("drugs", "roads"), "focus": ({"text": "T", "themes": ("drugs",)},)},
        "themes.yaml": {"drugs": {"name": "Drugs"}, "roads": {"name": "Roads"}},
    }
    meeting = a_meeting("x", title="X", themes=["drugs", "roads"], focus=[{"text": "T", "themes": ["drugs"]}])
    register = a_register(meeting, themes={"drugs": {"name": "Drugs"}, "roads": {"name": "Roads"}})
    for one in rename_entry(register, {}, files.get, "theme", "drugs", "harm", None).edits:
        files[one.file] = applied(files[one.file], one.edit)

    assert files == {
        "meetings/x.yaml": {"title": "X", "lead": "opcc", "themes": ("harm", "roads"), "focus": ({"text": "T", "themes": ("harm",)},)},
        "themes.yaml": {"harm": {"name": "Drugs"}, "roads": {"name": "Roads"}},
    }


def test_a_verdict_names_the_new_id_wherever_in_the_list_and_in_the_pair_it_is() -> None:
    files = {**FILES, "verdicts.yaml": ({"meetings": ("b", "c")}, {"meetings": ("a", "b")}, {"verdict": "distinct"})}
    change = rename_entry(REGISTER, {}, files.get, "meeting", "b", "z", None)
    verdicts: Value = files["verdicts.yaml"]
    for one in change.edits:
        if one.file == "verdicts.yaml":
            verdicts = applied(verdicts, one.edit)

    assert verdicts == ({"meetings": ("z", "c")}, {"meetings": ("a", "z")}, {"verdict": "distinct"})
