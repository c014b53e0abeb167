"""The files of a register that are named on the command line, as findings name them."""

from pathlib import Path

import pytest

from editing import write_register
from govreg.errors import GovregError
from govreg.session.selected_files import is_selected, selected_files


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder `meetings` of a register, in which the person is."""
    write_register(tmp_path / "register")
    (tmp_path / "elsewhere.yaml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "register" / "meetings")
    return tmp_path / "register"


@pytest.mark.parametrize(
    ("typed", "selected"),
    [
        ((), ()),
        (("audit-panel.yaml",), ("meetings/audit-panel.yaml",)),
        (("../organisations.yaml", "./audit-panel.yaml"), ("organisations.yaml", "meetings/audit-panel.yaml")),
        ((".",), ("meetings/",)),
        (("../minutes",), ("minutes/",)),
        (("../minutes/budget-committee",), ("minutes/budget-committee/",)),
        (("..",), ()),
        (("audit-panel.yaml", ".."), ()),
        (("../../register",), ()),
        (("../minutes/..",), ()),
    ],
)
def test_a_path_from_here_is_named_from_the_register(typed: tuple[str, ...], selected: tuple[str, ...], here: Path) -> None:
    assert selected_files([Path(one) for one in typed], here) == selected


def test_an_absolute_path_and_a_link_to_the_register_are_fine(here: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(here)

    assert selected_files([here / "meetings" / "audit-panel.yaml"], here) == ("meetings/audit-panel.yaml",)
    assert selected_files([tmp_path / "link" / "themes.yaml"], here) == ("themes.yaml",)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("gone.yaml", "There is no file “gone.yaml”. Give the path from here to a file of the register."),
        ("../../elsewhere.yaml", "Give the path from here to a file of the register."),
        ("../..", "Give the path from here to a file of the register."),
        ("../README.md", "is not part of a register, so nothing in it is read. Name a meeting's file, or another file of the register."),
        ("../docs", "is not part of a register, so nothing in it is read."),
    ],
)
def test_other_files_are_refused(typed: str, message: str, here: Path) -> None:
    (here / "README.md").write_text("", encoding="utf-8")
    (here / "docs").mkdir()

    with pytest.raises(GovregError) as error:
        selected_files([Path("audit-panel.yaml"), Path(typed)], here)

    assert message in f"{error.value.message} {error.value.hint}"


@pytest.mark.parametrize(
    ("file", "selected", "expected"),
    [
        ("meetings/a.yaml", (), True),
        ("meetings/a.yaml", ("themes.yaml", "meetings/a.yaml"), True),
        ("meetings/a.yaml.bak", ("meetings/a.yaml",), False),
        ("meetings/ab.yaml", ("meetings/a",), False),
        ("meetings/a.yaml", ("meetings/",), True),
        ("meetings", ("meetings/",), True),
        ("minutes/a/2018-04-04.yaml", ("minutes/a/",), True),
        ("minutes/ab/2018-04-04.yaml", ("minutes/a/",), False),
        ("themes.yaml", ("meetings/",), False),
    ],
)
def test_a_folder_selects_what_is_in_it(file: str, selected: tuple[str, ...], *, expected: bool) -> None:
    assert is_selected(file, selected) is expected
