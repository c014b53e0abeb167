"""Minutes lie in a folder for each meeting, one file a sitting."""

import pytest

from building import in_short, tree_of
from govreg.storage.minutes_reader import read_minutes


def test_minutes_are_read_by_meeting_and_day() -> None:
    sittings = read_minutes(tree_of({"minutes/board/2018-04-04.yaml": "status: agreed\nagenda: [{item: '4', title: Decisions}]\n"}))

    assert sittings.findings == ()
    minutes = sittings.minutes["board/2018-04-04"]
    assert (minutes.meeting, minutes.day, minutes.status, minutes.agenda[0].item) == ("board", "2018-04-04", "agreed", "4")


def test_files_in_the_wrong_place_are_reported() -> None:
    sittings = read_minutes(
        tree_of({"minutes/2018-04-04.yaml": "{}", "minutes/board/april.yaml": "{}", "minutes/The Board/2018-04-04.yaml": "{}"})
    )

    assert {found.file for found in sittings.findings} == {"minutes/2018-04-04.yaml", "minutes/board/april.yaml", "minutes/The Board"}
    assert {found.code for found in sittings.findings} == {"GR003"}


def test_one_invalid_sitting_hides_no_other() -> None:
    days = {
        "2018-04-04": "status: final\nvenue: Here\n",
        "2018-05-02": "venue: Gordano Room\n",
        "2018-06-06": "venue: Here #1\n",
        "2018-07-04": "venue: [",
    }
    sittings = read_minutes(tree_of({f"minutes/board/{day}.yaml": text for day, text in days.items()}))

    assert list(sittings.minutes) == ["board/2018-05-02"]
    assert {id_: draft.venue for id_, draft in sittings.drafts.items()} == {"board/2018-04-04": "Here", "board/2018-06-06": "Here"}
    assert [(found.code, found.line) for found in sittings.findings] == [("GR105", 1), ("GR016", 1), ("GR008", 1)]
    assert sittings.unread == tuple(f"minutes/board/{day}.yaml" for day in ("2018-04-04", "2018-06-06", "2018-07-04"))


@pytest.mark.parametrize("locked", ["minutes", "minutes/board"])
def test_a_folder_of_minutes_that_cannot_be_listed_is_reported(locked: str) -> None:
    assert [(found.code, found.file) for found in read_minutes(tree_of({"minutes/board/2018-04-04.yaml": ""}, locked)).findings] == [
        ("GR001", locked)
    ]


def test_a_decision_id_that_other_programs_read_as_a_number_is_reported() -> None:
    sittings = read_minutes(tree_of({"minutes/board/2018-04-04.yaml": "decisions: [{id: 2018, title: Custody}]\n"}))

    assert in_short(sittings.findings) == ["GR019 1:18"]
    assert sittings.minutes["board/2018-04-04"].decisions[0].id == "2018"


def codes(text: str) -> list[str]:
    return in_short(read_minutes(tree_of({"minutes/budget-committee/2018-04-04.yaml": text})).findings)


def test_a_papers_number_is_a_text_that_other_programs_may_misread() -> None:
    assert codes("agenda:\n- papers: [{id: 12:30}]\n") == ["GR019 2:17"]
    assert codes("agenda:\n- papers: [{idd: 2018/005}]\n") == ["GR102 2:13"]


def test_an_attendee_needs_an_organisation_role_or_name() -> None:
    assert codes("attended: [{}]\n") == ["GR103 1:12"]
    assert codes("attended:\n- organisation:\n  role: PCC\n") == ["GR103 2:16"]


def test_an_action_is_due_on_a_date_or_in_words() -> None:
    assert codes("actions: [{due: 2018-05-02}, {due: next meeting}]\n") == []
    assert codes("actions: [{due: 2018-13-01}]\n") == ["GR106 1:17"]


def test_what_is_no_file_of_minutes_is_reported_beside_those_that_are() -> None:
    files = {
        "minutes/board/2018-04-04.yaml": "{}",
        "minutes/board/papers/": "",
        "minutes/board/2018-05-02.yaml": "-> ../x.yaml",
        "minutes/notes.docx": "",
        "minutes/.gitkeep": "",
    }
    sittings = read_minutes(tree_of(files))

    assert list(sittings.minutes) == ["board/2018-04-04"]
    assert {found.file: found.code for found in sittings.findings} == {
        "minutes/board/papers": "GR003",
        "minutes/board/2018-05-02.yaml": "GR002",
        "minutes/notes.docx": "GR022",
    }
