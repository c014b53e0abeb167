"""What `fix` corrects: in which files, in how many rounds, and which files it moves to their place."""

from pathlib import Path

import pytest

from building import ORGANISATIONS
from editing import write_register
from govreg.diagnostics.finding import MOST_SHOWN
from govreg.session import fix
from govreg.session.fix import AppliedFix, FixResult, fix_register
from govreg.session.load import load_register

A, B = "meetings/a.yaml", "meetings/b.yaml"
WRONG = {
    "organisations.yaml": ORGANISATIONS,
    A: "title: A\nlead: OPCC\nsupport: NHS\n",
    B: "title: B\nlead: Opcc\nlast_met: 1 May 2020\n",
}


def fixed(folder: Path, files: dict[str, str], *selected: str) -> FixResult:
    """What is fixed in a register with `files`; nothing is written."""
    loaded = load_register(write_register(folder, files), "2026-11-21")
    result = fix_register(loaded, selected)
    assert {name: (folder / name).read_text(encoding="utf-8") for name in files} == files
    return result


def now(result: FixResult) -> dict[str, str | None]:
    """The files that change, as they would be."""
    return {one.file: one.new.decode() if one.new is not None else None for one in result.changes}


def test_each_fix_is_named_with_its_line_and_a_fix_that_another_reveals_is_made_too(tmp_path: Path) -> None:
    result = fixed(tmp_path, WRONG)

    assert now(result) == {A: "title: A\nlead: opcc\nsupport:\n  - nhs\n", B: "title: B\nlead: opcc\nlast_met: 2020-05-01\n"}
    assert set(result.fixes) == {
        AppliedFix(A, 2, "OPCC", "opcc"),
        AppliedFix(A, 3, "NHS", "[NHS]"),
        AppliedFix(A, 4, "NHS", "nhs"),
        AppliedFix(B, 2, "Opcc", "opcc"),
        AppliedFix(B, 3, "1 May 2020", "2020-05-01"),
    }
    assert result.left == ()


def test_only_the_selected_files_are_fixed_and_their_findings_left(tmp_path: Path) -> None:
    result = fixed(tmp_path, {**WRONG, A: "title: A\nlead: OPCC\nsupport: [gone]\n"}, A)

    assert now(result) == {A: "title: A\nlead: opcc\nsupport: [gone]\n"}
    assert [(one.code, one.file) for one in result.left] == [("GR201", A)]
    assert [one.file for one in fixed(tmp_path / "b", WRONG, "meetings/").changes] == [A, B]
    assert fixed(tmp_path / "c", WRONG, "themes.yaml") == FixResult((), (), ())


def test_mistakes_that_only_a_person_can_correct_hide_none_that_has_one_right_answer(tmp_path: Path) -> None:
    """Each of 250 items is ambiguous, which quotes mend, and all but the first repeat another, which only a person can decide."""
    text = "title: A\nlead: opcc\nfocus:\n" + "  - yes\n" * 250

    result = fixed(tmp_path, {"organisations.yaml": ORGANISATIONS, A: text})

    assert now(result) == {A: text.replace("yes", '"yes"')}
    assert len(result.fixes) == 250
    assert {one.code for one in result.left} == {"GR209", "GR023"}


def test_a_misspelt_field_that_is_there_twice_is_left_to_a_person_until_one_of_the_two_is_gone(tmp_path: Path) -> None:
    once = {"organisations.yaml": ORGANISATIONS, A: "title: A\nlead: opcc\npurpse: Count herons\n"}

    twice = fixed(tmp_path / "twice", {**once, A: once[A] + "purpse: Count lemurs\n"})

    assert (twice.fixes, [one.code for one in twice.left]) == ((), ["GR102", "GR013"])
    assert now(fixed(tmp_path / "once", once)) == {A: once[A].replace("purpse", "purpose")}


@pytest.mark.parametrize(("field", "right"), [("support", "nhs"), ("reports_to", "opcc")])
def test_behind_a_hundred_unknown_names_one_that_is_known_is_corrected(field: str, right: str, tmp_path: Path) -> None:
    unknown = ", ".join(f"gone-{number}" for number in range(MOST_SHOWN + 1))
    text = f"title: A\nlead: opcc\nlinks_to: [{unknown}]\n{field}: [{unknown}, {right.upper()}]\n"

    result = fixed(tmp_path, {"organisations.yaml": ORGANISATIONS, A: text})

    assert now(result) == {A: text.replace(right.upper(), right)}


def test_all_names_in_a_file_are_corrected_in_one_round(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fix, "_MOST_ROUNDS", 1)
    text = f"title: A\nlead: opcc\nparticipants: [{', '.join(['NHS'] * (2 * MOST_SHOWN + 1))}]\n"

    assert now(fixed(tmp_path, {"organisations.yaml": ORGANISATIONS, A: text})) == {A: text.replace("NHS", "nhs")}


THEMES = "roads: {name: Roads, terms: [road]}\n"
RIGHT = {"organisations.yaml": ORGANISATIONS, A: "title: A\nlead: opcc\n"}


def test_a_file_of_the_register_among_the_meetings_is_moved(tmp_path: Path) -> None:
    result = fixed(tmp_path, {**RIGHT, "meetings/themes.yaml": THEMES})

    assert now(result) == {"meetings/themes.yaml": None, "themes.yaml": THEMES}
    assert result.fixes == (AppliedFix("meetings/themes.yaml", None, "meetings/themes.yaml", "themes.yaml"),)
    assert result.left == ()


@pytest.mark.parametrize(
    ("files", "selected"),
    [
        ({"meetings/themes.yaml": THEMES, "themes.yaml": THEMES}, ()),
        ({"meetings/themes.yaml": THEMES}, (A,)),
        ({"meetings/themes.yaml": "- roads\n"}, ()),
        ({"meetings/themes.yaml": "title: Themes\nlead: opcc\n"}, ()),
    ],
)
def test_a_file_stays_if_its_place_is_taken_or_it_is_not_selected_or_not_valid_there_or_is_a_meeting(
    files: dict[str, str], selected: tuple[str, ...], tmp_path: Path
) -> None:
    assert fixed(tmp_path, {**RIGHT, **files}, *selected).changes == ()
