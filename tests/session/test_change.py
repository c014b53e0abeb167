"""A change is worked out, checked, shown or confirmed, and written; a file is parsed no more often than it has to be."""

from pathlib import Path

import pytest

from editing import contents, write_register
from govreg.errors import GovregError, RefusedChangeError
from govreg.model.edits import FileEdit, RegisterChange, SetValue, Value
from govreg.session import change
from govreg.session.change import PreparedChange, change_register, errors_by_key, prepared_change
from govreg.session.load import LoadedRegister, load_register
from govreg.yaml.edit import data_of


def test_a_file_that_is_asked_for_several_times_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def counted(text: str) -> Value:
        parsed.append(text)
        return data_of(text)

    monkeypatch.setattr(change, "data_of", counted)
    read = change.file_reader(load_register(write_register(tmp_path / "register"), None))
    files = ["meetings/budget-committee.yaml", "organisations.yaml"] * 3

    assert len({id(read(file)) for file in files}) == len(parsed) == 2
    assert read("meetings/budget-committee.yaml") == data_of((tmp_path / "register/meetings/budget-committee.yaml").read_text("utf-8"))


BUDGET, FINANCE = "meetings/budget-committee.yaml", "meetings/finance-board.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small register of `editing`."""
    return write_register(tmp_path / "register")


def level(*values: str, file: str = BUDGET, key: str = "level") -> RegisterChange:
    """A change of a meeting's level to each of `values` in turn."""
    return RegisterChange(tuple(FileEdit(file, SetValue((key,), value)) for value in values))


def test_a_change_is_written_and_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = change_register(folder, None, lambda _: level("tactical"), dry_run=False)

    assert done.written
    assert [one.file for one in done.files] == [BUDGET]
    assert done.after.register.meetings["budget-committee"].level == "tactical"
    assert b"level: tactical" in contents(folder)[BUDGET]
    assert capsys.readouterr() == (f"Changed {BUDGET}\n", "")


def test_nothing_to_change_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(folder)

    for dry_run in (False, True):
        done = change_register(folder, None, lambda _: level("tactical", "strategic"), dry_run=dry_run)
        assert (done.files, done.written) == ((), False)
        assert capsys.readouterr() == ("", "govreg: Nothing to change: the register already says so.\n")
    assert contents(folder) == before


def test_a_dry_run_shows_the_change_and_asks_nothing_twice(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, asked = contents(folder), list[PreparedChange]()
    done = change_register(folder, None, lambda _: level("tactical"), dry_run=True, confirm=asked.append)

    assert not done.written
    assert asked == [done]
    assert "-level: strategic\n+level: tactical\n" in capsys.readouterr().out
    assert contents(folder) == before


def test_a_change_is_confirmed_once_and_only_if_there_is_one(folder: Path) -> None:
    asked: list[PreparedChange] = []

    assert not change_register(folder, None, lambda _: level("strategic"), dry_run=False, confirm=asked.append).written
    assert asked == []
    done = change_register(folder, None, lambda _: level("tactical"), dry_run=False, confirm=asked.append)
    assert done.written
    assert [one.files for one in asked] == [done.files]
    assert b"level: tactical" in contents(folder)[BUDGET]


def test_a_register_that_changes_while_a_person_decides_is_left_alone(folder: Path) -> None:
    def somebody_writes(_: PreparedChange) -> None:
        (folder / BUDGET).write_bytes(contents(folder)[BUDGET] + b"notes: x\n")

    with pytest.raises(GovregError) as error:
        change_register(folder, None, lambda _: level("tactical"), dry_run=False, confirm=somebody_writes)

    assert (error.value.message, error.value.hint) == (
        "The register changed while you were deciding.",
        "Nothing was written. Run it again.",
    )
    assert b"tactical" not in contents(folder)[BUDGET]


def test_a_change_that_would_be_a_new_error_is_refused_and_the_first_ten_are_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(folder)

    def refused(*edits: tuple[str, Value]) -> tuple[str, list[str]]:
        made = RegisterChange(tuple(FileEdit(FINANCE, SetValue((key,), value)) for key, value in edits))
        with pytest.raises(RefusedChangeError) as error:
            change_register(folder, None, lambda _: made, dry_run=False)
        assert error.value.hint == "Change what you typed, and run it again."
        return error.value.message, capsys.readouterr().err.splitlines()

    message, lines = refused(("level", "high"))
    assert message == "Nothing was written: the register would have 1 new error."
    assert lines == [f"{FINANCE}:5:8: error GR105: “high” isn't allowed here. It takes strategic, tactical or operational."]
    message, lines = refused(("support", tuple(f"gone-{number}" for number in range(11))))
    assert message == "Nothing was written: the register would have 11 new errors."
    assert len(lines) == 10
    assert contents(folder) == before


def test_an_old_error_or_a_warning_refuses_nothing(folder: Path) -> None:
    (folder / FINANCE).write_text("title: Finance Board\nlead: gone\n", encoding="utf-8")

    assert change_register(folder, None, lambda _: level("purpose", key="purpose"), dry_run=False).written
    assert change_register(folder, None, lambda _: level("TBC", key="notes"), dry_run=False).written


def test_each_new_error_has_the_key_that_it_is_below(folder: Path) -> None:
    made = RegisterChange(
        (
            FileEdit(BUDGET, SetValue(("reports_to",), ("finance-board", "gone"))),
            FileEdit(BUDGET, SetValue(("level",), "high")),
            FileEdit(FINANCE, SetValue(("title",), "Budget committee")),
            FileEdit("organisations.yaml", SetValue(("nhs", "part_of"), "nowhere")),
        )
    )
    loaded: LoadedRegister = load_register(folder)

    assert [(finding.code, finding.file, key) for finding, key in errors_by_key(prepared_change(loaded, made))] == [
        ("GR105", BUDGET, "level"),
        ("GR202", BUDGET, "reports_to"),
        ("GR201", "organisations.yaml", "nhs"),
    ]


def test_a_file_is_not_created_or_moved_over_another(folder: Path) -> None:
    for made in (RegisterChange(created={FINANCE: {"title": "x"}}), RegisterChange(moved={BUDGET: FINANCE})):
        with pytest.raises(GovregError) as error:
            prepared_change(load_register(folder), made)
        assert (error.value.message, error.value.hint) == (f"There is a file “{FINANCE}” already.", "Choose another name.")


def test_a_moved_file_is_deleted_at_its_old_place_and_may_be_edited_at_the_new_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = "meetings/audit-panel.yaml", "meetings/review-panel.yaml"
    edits = (FileEdit(new, SetValue(("title",), "Review Panel")), FileEdit(BUDGET, SetValue(("level",), "tactical")))
    made = RegisterChange(edits, {"meetings/fresh.yaml": {"title": "Fresh", "lead": "opcc"}}, {old: new})
    done = change_register(folder, None, lambda _: made, dry_run=False)

    assert done.written
    now = contents(folder)
    assert old not in now
    assert now[new].startswith(b"title: Review Panel\nlead: constabulary\n")
    assert now["meetings/fresh.yaml"] == b"title: Fresh\nlead: opcc\n"
    assert set(capsys.readouterr().out.splitlines()) == {
        "Created meetings/fresh.yaml",
        f"Created {new}",
        f"Changed {BUDGET}",
        f"Deleted {old}",
    }


def test_a_file_that_cannot_be_edited_is_named(folder: Path) -> None:
    (folder / FINANCE).write_bytes(b"title: \xe9\n")

    with pytest.raises(GovregError) as error:
        prepared_change(load_register(folder), level("tactical", file=FINANCE))

    assert error.value.message.startswith(f"“{FINANCE}” cannot be changed: ")
    assert error.value.hint == "Nothing was written. “govreg validate” says what is wrong with the file."


def test_a_new_file_that_no_register_may_hold_is_refused_in_words_of_its_own(folder: Path) -> None:
    with pytest.raises(GovregError) as error:
        prepared_change(load_register(folder), RegisterChange(created={"meetings/new.yaml": {"title": "x", "notes": "x" * 50_001}}))

    assert error.value.message == (
        "“meetings/new.yaml” cannot be written: the file is too complex: it has a text of more than 50,000 characters."
    )
    assert "validate" not in error.value.hint
