"""The register is the folder that was named, or the nearest one upward from here."""

from pathlib import Path

import pytest

from govreg.errors import GovregError
from govreg.storage.folder import find, repository


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "project" / "register" / "meetings").mkdir(parents=True)
    (tmp_path / "project" / "deep" / "down").mkdir(parents=True)
    return tmp_path / "project"


def test_the_nearest_folder_upward_that_is_or_holds_a_register(here: Path) -> None:
    for start in (here, here / "deep" / "down", here / "register", here / "register" / "meetings"):
        assert find(None, None, start) == here / "register"


def test_the_named_folder_comes_before_the_environment_and_that_before_the_nearest(here: Path) -> None:
    (here / "other" / "meetings").mkdir(parents=True)
    (here / "third" / "meetings").mkdir(parents=True)

    assert find(here / "other", str(here / "third"), here) == here / "other"
    assert find(None, str(here / "third"), here) == here / "third"


def test_the_folder_that_holds_the_register_may_be_named_too(here: Path) -> None:
    assert find(here, None, here) == here / "register"
    assert find(None, str(here), here / "deep") == here / "register"


def test_a_folder_with_files_meant_for_a_register_is_read_to_say_what_is_wrong(here: Path) -> None:
    (here / "other").mkdir()
    (here / "other" / "organisations.yml").write_text("opcc: {name: OPCC}\n", encoding="utf-8")

    assert find(here / "other", None) == here / "other"


def test_the_repository_of_a_folder_is_the_nearest_upward_that_has_one(here: Path) -> None:
    (here / ".git").mkdir()

    assert repository(here / "deep" / "down") == here
    assert repository(here.parent) != here


def test_no_register_is_an_error_that_says_what_to_do(here: Path, tmp_path: Path) -> None:
    with pytest.raises(GovregError, match=r"no folder “.*nowhere”") as missing:
        find(here / "nowhere", None, here)
    with pytest.raises(GovregError, match="is not a register"):
        find(here / "deep", None, here)
    with pytest.raises(GovregError, match="no register here"):
        find(None, None, tmp_path)

    assert "meetings" in missing.value.hint


def test_a_folder_within_a_register_finds_the_register(here: Path) -> None:
    register = here / "register"
    (register / "meetings" / "a.yaml").write_text("title: A\nlead: opcc\n", encoding="utf-8")
    (register / "minutes" / "a").mkdir(parents=True)

    for other in (here / "minutes", register / "papers"):
        other.mkdir()
        with pytest.raises(GovregError, match="is not a register") as elsewhere:
            find(other, None, here)
        assert elsewhere.value.hint == "Name the folder that holds “meetings”."
    for part in (register / "meetings", register / "minutes", register / "minutes" / "a"):
        with pytest.raises(GovregError, match="is not a register") as refused:
            find(part, None, here)
        assert str(register) in refused.value.hint
