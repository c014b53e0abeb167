"""The history of a meeting: a sentence for each commit that changed it, the oldest first, with the day and the commit."""

from typing import Any

import pytest

from building import TODAY, a_meeting, a_register
from govreg.analysis.diff.compare import compare
from govreg.model.meeting import Meeting
from govreg.model.register import LeftOut, Register
from govreg.report import Fields, Heading, Paragraph
from govreg.values import dataclass
from govreg.views.history import History, HistoryEntry, history


@dataclass(frozen=True)
class Commit:
    """A commit as it is referred to."""

    name: str
    day: str
    subject: str

    @property
    def short(self) -> str:
        """The first letters of its name."""
        return self.name[:4]


def step(commit: Commit | None, before: list[Meeting], after: list[Meeting]) -> HistoryEntry:
    changes = compare(a_register(*before), a_register(*after))
    return HistoryEntry(commit, (changes, changes.meetings[0]))


def called(title: str, id_: str = "board", **keys: Any) -> list[Meeting]:
    return [a_meeting(id_, title=title, frequency="Quarterly", **keys)]


BEGUN = Commit("1111222233334444", "2016-11-10", "Begin")
RENAMED = Commit("5555666677778888", "2017-05-04", "")
BROKEN = Commit("9999000011112222", "2017-06-01", "Break")
STEPS = (
    step(None, called("Heron board", quorum="3"), called("Heron board", quorum="4", notes="x")),
    HistoryEntry(BROKEN, None),
    step(RENAMED, called("Bird board"), called("Heron board", aliases=["Bird board"])),
    step(BEGUN, [], called("Bird board")),
)


def of(*entries: HistoryEntry, register: Register | None = None, cut_off: bool = False) -> Any:
    return history(History("board", register or a_register(*called("Heron board")), entries, TODAY, cut_off))


def test_each_commit_is_a_sentence_with_its_day_and_its_name_the_oldest_first() -> None:
    assert of(*STEPS).blocks == (
        Heading("History of Heron board", 1),
        Fields(
            (
                ("10 November 2016", "Recorded for the first time; led by OPCC office; 4 a year."),
                ("", "1111 Begin"),
                ("4 May 2017", "Was called “Bird board”; administrative changes: other names."),
                ("", "5555"),
                ("1 June 2017", "Its file has errors here; the next commit in which it can be read shows what changed."),
                ("", "9999 Break"),
                ("Not committed", "Quorum 4, was 3; administrative changes: notes."),
            )
        ),
    )


def test_its_title_is_the_newest_that_could_be_read() -> None:
    assert of(*STEPS[1:]).title == "History of Heron board"
    assert of(*STEPS[3:]).title == "History of Bird board"
    assert of(STEPS[1]).title == "History of Heron board"
    assert of(STEPS[1], register=a_register()).title == "History of board"


def test_a_meeting_that_no_commit_has_says_so() -> None:
    assert of().blocks[1:] == (Paragraph("No commit has this meeting."),)
    assert of().foot == ("0 changes, oldest first, in every commit and in the files as they are now.",)


@pytest.mark.parametrize(("cut_off", "left_out"), [(False, 0), (True, 0), (False, 2), (True, 1)])
def test_the_foot_says_what_is_missing(cut_off: bool, left_out: int) -> None:  # noqa: FBT001 - a case
    register = a_register(left_out=LeftOut(visibility="partners", meetings=left_out))
    foot = of(STEPS[3], register=register, cut_off=cut_off).foot

    assert foot[0] == "1 change, oldest first, in every commit and in the files as they are now."
    assert any("left out because" in line for line in foot) == bool(left_out)
    shallow = "This copy of the repository is shallow, so older commits are missing. Run: git fetch --unshallow"
    assert (shallow in foot) == cut_off


def test_machines_get_the_changes_and_a_spreadsheet_the_sentences() -> None:
    data = of(*STEPS).data()

    assert data["id"] == "board"
    steps = data["steps"]
    assert [(one["commit"], one["day"], one["subject"], one["readable"]) for one in steps] == [
        (BEGUN.name, "2016-11-10", "Begin", True),
        (RENAMED.name, "2017-05-04", "", True),
        (BROKEN.name, "2017-06-01", "Break", False),
        (None, None, None, True),
    ]
    assert steps[0]["effects"] == ["started"]
    assert "effects" not in steps[2]
    assert [change["key"] for change in steps[3]["changed"]] == ["quorum", "notes"]
    table = of(*STEPS).table
    assert [column.title for column in table.columns] == ["day", "commit", "subject", "says"]
    assert table.rows[0] == ("2016-11-10", BEGUN.name, "Begin", "Recorded for the first time; led by OPCC office; 4 a year.")
    assert table.rows[3] == (None, None, None, "Quorum 4, was 3; administrative changes: notes.")


def test_a_history_follows_another_id() -> None:
    moved = step(RENAMED, called("Heron board", "birds", quorum="3"), called("Heron board", quorum="3"))

    assert of(moved).blocks[1].rows[0] == ("4 May 2017", "Its id was “birds” and is “board”.")
