"""What a person types for an entry becomes its id; ids that were there before are left to the check."""

from pathlib import Path
from typing import Any

import pytest

from editing import write_register
from govreg.errors import GovregError
from govreg.model.edits import FileEdit, InsertItem, RegisterChange, RenameKey, SetValue, Value
from govreg.model.location import Location
from govreg.session.change import file_reader
from govreg.session.load import LoadedRegister, load_register
from govreg.session.names_to_ids import value_with_ids, with_ids
from govreg.yaml.validate_entry import validate_entry

BUDGET = Location("meetings/budget-committee.yaml")


@pytest.fixture
def loaded(tmp_path: Path) -> LoadedRegister:
    """The small register of `editing`."""
    return load_register(write_register(tmp_path / "register"))


def ids(loaded: LoadedRegister, *edits: Any, entry: Location = BUDGET) -> list[Any]:
    """The edits that replace names, after `edits`."""
    change = with_ids(loaded.register, file_reader(loaded), entry, edits)
    assert change.edits[: len(edits)] == tuple(FileEdit(entry.file, edit) for edit in edits)
    assert change == RegisterChange(change.edits)
    return [one.edit for one in change.edits[len(edits) :]]


@pytest.mark.parametrize(
    ("typed", "edits"),
    [
        (SetValue(("lead",), "OPCC"), [SetValue(("lead",), "opcc")]),
        (SetValue(("lead",), "opcc"), []),
        (SetValue(("lead",), "Not stated"), [SetValue(("lead",), "not-stated")]),
        (SetValue(("lead",), "UNCLEAR"), [SetValue(("lead",), "unclear")]),
        (SetValue(("lead",), ("NHS", "opcc", "PCC")), [SetValue(("lead", 0), "nhs"), SetValue(("lead", 2), "pcc")]),
        (SetValue(("chair",), "Constabulary"), [SetValue(("chair",), "constabulary")]),
        (SetValue(("chair",), {"organisation": "NHS"}), [SetValue(("chair", "organisation"), "nhs")]),
        (SetValue(("areas",), ("The County",)), [SetValue(("areas", 0), "somerset")]),
        (SetValue(("themes",), ("Mental Health",)), [SetValue(("themes", 0), "mental-health")]),
        (SetValue(("links_to",), ("Audit panel",)), [SetValue(("links_to", 0), "audit-panel")]),
        (
            SetValue(("reports_to",), ("Audit panel", "NHS")),
            [SetValue(("reports_to", 0), "audit-panel"), SetValue(("reports_to", 1), "nhs")],
        ),
        (SetValue(("title",), "NHS"), []),
        (
            SetValue(("frequency",), {"text": "Monthly", "exceptions": {"The County": "3"}}),
            [RenameKey(("frequency", "exceptions", "The County"), "somerset")],
        ),
        (InsertItem(("participants",), "PCC"), [SetValue(("participants", 2), "pcc")]),
    ],
)
def test_a_name_becomes_the_id_in_every_field(loaded: LoadedRegister, typed: Any, edits: list[Any]) -> None:
    assert ids(loaded, typed) == edits


def test_an_entry_in_a_file_of_many_has_its_own_path(loaded: LoadedRegister) -> None:
    assert ids(loaded, SetValue(("pcc", "part_of"), "NHS"), entry=Location("organisations.yaml", ("pcc",))) == [
        SetValue(("pcc", "part_of"), "nhs")
    ]
    assert ids(loaded, SetValue(("areas", "bristol", "part_of"), "The County"), entry=Location("register.yaml", ("areas", "bristol"))) == [
        SetValue(("areas", "bristol", "part_of"), "somerset")
    ]
    assert value_with_ids(
        loaded.register, Location("organisations.yaml", ("new",)), {"name": "New", "part_of": "OPCC", "members": ("NHS", "pcc")}
    ) == {
        "name": "New",
        "part_of": "opcc",
        "members": ("nhs", "pcc"),
    }


def test_a_new_meeting_has_ids_for_names(loaded: LoadedRegister) -> None:
    value: Value = {"title": "New", "lead": "OPCC", "participants": ("NHS", {"organisation": "PCC"}), "reports_to": ("Finance Board",)}

    assert value_with_ids(loaded.register, Location("meetings/new.yaml"), value) == {
        "title": "New",
        "lead": "opcc",
        "participants": ("nhs", {"organisation": "pcc"}),
        "reports_to": ("finance-board",),
    }


def test_an_unknown_id_that_was_there_before_stays(tmp_path: Path) -> None:
    text = "title: Board\nlead: gone\nsupport: [lost]\nareas: [lost]\n"
    loaded = load_register(write_register(tmp_path / "register", {"organisations.yaml": "nhs: {name: NHS}\n", "meetings/board.yaml": text}))
    board = Location("meetings/board.yaml")

    assert ids(loaded, SetValue(("secretariat",), "NHS"), entry=board) == [SetValue(("secretariat",), "nhs")]
    assert ids(loaded, SetValue(("support",), ("gone",)), entry=board) == []
    with pytest.raises(GovregError, match="“lost” is not a theme"):
        ids(loaded, SetValue(("themes",), ("lost",)), entry=board)


@pytest.mark.parametrize(
    ("key", "typed", "message"),
    [
        ("lead", "Joint", "A joint lead needs its organisations. Name each: “set MEETING lead ONE OTHER”, or --lead twice."),
        (
            "chair",
            "Jane Smith",
            (
                '“Jane Smith” is not an organisation in the register. A post goes in chair.role: “set MEETING chair.role "Jane Smith"”, '
                'or with “new”: --set chair.role "Jane Smith". An organisation: add it with “govreg new organisation NAME”.'
            ),
        ),
        (
            "participants",
            ("Head of Roads",),
            (
                "“Head of Roads” is not an organisation in the register. A post goes with its organisation: "
                '“set MEETING --add participants organisation=… role="Head of Roads"”. '
                "An organisation: add it with “govreg new organisation NAME”."
            ),
        ),
        ("chair", "Constabulry", "“Constabulry” is not an organisation in the register. Did you mean “constabulary”?"),
        (
            "support",
            ("Jane Smith",),
            (
                "“Jane Smith” is not an organisation in the register. "
                "The register has bristol-city-council, constabulary, local-authorities, nhs, north-somerset-council, opcc and pcc."
            ),
        ),
    ],
)
def test_a_post_in_place_of_an_organisation_gets_the_right_field(loaded: LoadedRegister, key: str, typed: Value, message: str) -> None:
    with pytest.raises(GovregError) as error:
        ids(loaded, SetValue((key,), typed))

    assert f"{error.value.message} {error.value.hint}" == message


@pytest.mark.parametrize(("edit", "times"), [(SetValue(("level",), "strategic"), 0), (SetValue(("lead",), "OPCC"), 2)])
def test_an_entry_is_looked_through_for_names_only_where_a_change_may_have_brought_one(
    loaded: LoadedRegister, monkeypatch: pytest.MonkeyPatch, edit: SetValue, times: int
) -> None:
    looked: list[Location] = []

    def counted(part: Any, data: Any, where: str, given: Any, place: Location) -> Any:
        looked.append(place)
        return validate_entry(part, data, where, given, place)

    monkeypatch.setattr("govreg.session.names_to_ids.validate_entry", counted)
    ids(loaded, edit)

    assert len(looked) == times
