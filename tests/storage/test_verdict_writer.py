"""A verdict is put behind those that are there: their text stays, and nothing is lost or half written."""

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import read_files
from govreg.diagnostics.syntax import LARGEST
from govreg.errors import GovregError
from govreg.storage.verdict_writer import Written, add_verdict

ITEM: Written = {"meetings": ("no", "other"), "verdict": "distinct", "on": "2026-11-21", "reason": "Two: “rooms” # for good", "of": "1:00"}


def reasons(folder: Path) -> list[str | None]:
    """The reasons in the file, as the register's reader reads it."""
    reading = read_files({"verdicts.yaml": (folder / "verdicts.yaml").read_bytes()})
    assert [found.code for found in reading.findings] == []
    return [verdict.reason for verdict in reading.register.verdicts]


def test_the_first_verdict_makes_the_file(tmp_path: Path) -> None:
    add_verdict(tmp_path, ITEM)

    assert reasons(tmp_path) == ["Two: “rooms” # for good"]


@pytest.mark.parametrize(
    "before",
    [
        "# Ours\n- {meetings: [one, other], verdict: related, on: 2016-10-01}   # kept\n",
        "- meetings: [one, other]\n  verdict: related\n  on: 2016-10-01",
        "  - meetings:\n      - one\n      - other\n    verdict: related\n    on: 2016-10-01\n\n# the end\n",
        "\ufeff- meetings: [one, other]\r\n  verdict: related\r\n  on: 2016-10-01\r\n",
        "-\n  meetings: [one, other]\n  verdict: related\n  on: 2016-10-01\n",
        "# nothing yet\n",
        "",
    ],
)
def test_what_stands_there_stays_to_the_byte(before: str, tmp_path: Path) -> None:
    path = tmp_path / "verdicts.yaml"
    path.write_bytes(before.encode())

    add_verdict(tmp_path, ITEM)
    add_verdict(tmp_path, {**ITEM, "reason": "Again"})

    assert path.read_bytes().startswith(before.encode())
    assert reasons(tmp_path)[-2:] == ["Two: “rooms” # for good", "Again"]


@pytest.mark.parametrize(
    "before", ["[{meetings: [one, other], verdict: related, on: 2016-10-01}]\n", "title: x\n", "- [\n", "- a\n...\n", "\x00"]
)
def test_a_file_in_another_form_is_left_alone(before: str, tmp_path: Path) -> None:
    path = tmp_path / "verdicts.yaml"
    path.write_text(before, encoding="utf-8")

    with pytest.raises(GovregError, match=r"verdicts\.yaml"):
        add_verdict(tmp_path, ITEM)
    assert path.read_text(encoding="utf-8") == before


def test_a_link_is_not_followed_out_of_the_register(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("", encoding="utf-8")
    (tmp_path / "register").mkdir()
    (tmp_path / "register" / "verdicts.yaml").symlink_to(outside)

    with pytest.raises(GovregError, match="cannot be read"):
        add_verdict(tmp_path / "register", ITEM)
    assert outside.read_text(encoding="utf-8") == ""


def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    threads = [threading.Thread(target=add_verdict, args=(tmp_path, {**ITEM, "reason": str(number)})) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(reasons(tmp_path), key=str) == sorted(map(str, range(12)))


def test_the_file_never_grows_beyond_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "verdicts.yaml"
    item = "- meetings: [one, other]\n  verdict: related\n  on: 2016-10-01\n"
    path.write_text("#" * (LARGEST - len(item) - 101) + "\n" + item, encoding="utf-8")
    before = path.read_bytes()
    assert len(before) == LARGEST - 100

    with pytest.raises(GovregError, match=r"verdicts\.yaml would be wrong with this verdict in it: The file is too large"):
        add_verdict(tmp_path, ITEM)
    assert path.read_bytes() == before


def test_whatever_the_reader_refuses_is_not_written(tmp_path: Path) -> None:
    for key, value in (("by", ""), ("on", "2016-13-01"), ("of", "x")):
        with pytest.raises(GovregError, match=r"would be wrong with this verdict in it|not in a form") as refused:
            add_verdict(tmp_path, {**ITEM, key: value})
        assert "verdicts.yaml" in refused.value.message
    assert not (tmp_path / "verdicts.yaml").exists()


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        ("a\u200db", "U+200D (zero width joiner), which joins nothing between these characters"),
        ("a\u200bb", "U+200B (zero width space), which no file of a register may hold"),
        ("a\x1bb", "U+001B (escape), which no file"),
        ("a\nb", "has several lines"),
        ("a\udcffb", "is not valid UTF-8"),
    ],
)
def test_a_refused_reason_is_refused_for_what_is_true(reason: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(GovregError) as refused:
        add_verdict(tmp_path, {**ITEM, "reason": reason})

    assert says in refused.value.message
    assert "\x1b" not in refused.value.message


@pytest.mark.parametrize("reason", ["10\u00a0November", "नहीं क्‍या", "👩‍🚒 crew", "a\u3000b"])
def test_a_reason_that_the_reader_takes_is_written(reason: str, tmp_path: Path) -> None:
    add_verdict(tmp_path, {**ITEM, "reason": reason})

    assert reasons(tmp_path) == [reason]


@given(st.text(max_size=60).filter(str.strip))
def test_any_reason_is_read_as_it_was_given_or_refused(tmp_path_factory: pytest.TempPathFactory, reason: str) -> None:
    folder = tmp_path_factory.mktemp("register")
    try:
        add_verdict(folder, {**ITEM, "reason": reason})
    except GovregError:
        assert not (folder / "verdicts.yaml").exists()
    else:
        assert reasons(folder) == [reason]
