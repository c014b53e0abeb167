"""The sittings of a meeting: how each is called, what it decided, which papers wait, and who is to do what."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.model.minutes import Minutes
from govreg.report import BulletList, Column, Date, Heading, Paragraph, Table
from govreg.views.minutes import minutes, minutes_data, of_meeting, rows

REGISTER = a_register(a_meeting("board"), organisations={"opcc": {"name": "OPCC office"}})


def sitting(day: str = "2018-04-04", **keys: Any) -> Minutes:
    lists = {key: tuple(value) if isinstance(value, list) else value for key, value in keys.items()}
    return Minutes.model_validate({"id": f"board/{day}", **lists})


def blocks(*sittings: Minutes) -> list[Any]:
    return list(minutes(REGISTER, sittings))


@pytest.mark.parametrize(
    ("day", "keys", "called"),
    [
        ("2018-04-04", {}, "4 April 2018"),
        ("2018-04-04", {"status": "draft"}, "4 April 2018 (draft)"),
        ("2018-04-04-closed", {}, "4 April 2018 (closed)"),
        ("2018-04-04-closed", {"status": "agreed"}, "4 April 2018 (closed, agreed)"),
    ],
)
def test_a_sitting_is_called_by_its_day(day: str, keys: dict[str, Any], called: str) -> None:
    one = sitting(day, **keys)

    assert blocks(one) == [Heading(called, 3), Paragraph("No decisions or actions are recorded.")]
    assert list(rows(REGISTER, (one,))) == [("Sitting", called)]


def test_the_sittings_of_a_meeting_are_its_own_the_newest_first() -> None:
    ids = ["board/2017-01-01", "board/2018-04-04-closed", "board/2018-04-04", "boards/2018-01-01"]
    sittings = {id_: Minutes.model_validate({"id": id_}) for id_ in ids}

    assert [one.id for one in of_meeting(sittings, "board")] == ["board/2018-04-04-closed", "board/2018-04-04", "board/2017-01-01"]


@pytest.mark.parametrize(("count", "more"), [(5, None), (6, "1 earlier sitting"), (7, "2 earlier sittings")])
def test_five_sittings_are_shown_and_the_others_counted(count: int, more: str | None) -> None:
    found = blocks(*(sitting(f"2018-01-0{day}") for day in range(1, count + 1)))

    assert len([block for block in found if isinstance(block, Heading)]) == 5
    last = Paragraph(f"{more}: --format json has all.", quiet=True)
    assert (found[-1] == last) == bool(more)
    assert len(list(rows(REGISTER, tuple(sitting(f"2018-01-0{day}") for day in range(1, count + 1))))) == count


@pytest.mark.parametrize(
    ("decision", "says", "how_far"),
    [
        ({"title": "Custody"}, "Custody", None),
        ({"title": "Custody", "text": "Close it", "status": "made"}, "Custody: Close it", "made"),
        ({"text": "Close it", "status": "to-be-signed"}, "Close it", "to be signed"),
        ({"title": "Custody", "signed_on": "2018-05"}, "Custody", "signed in May 2018"),
        (
            {"title": "Custody", "status": "made", "signed_on": "2018-05-02", "condition": "a survey", "visibility": "internal"},
            "Custody (internal)",
            "made, signed on 2 May 2018, on condition: a survey",
        ),
    ],
)
def test_a_decision_says_what_was_decided_and_how_far_it_is(decision: dict[str, Any], says: str, how_far: str | None) -> None:
    one = sitting(decisions=[{"id": "1", **decision}])
    _, table = blocks(one)

    assert table == Table((Column("Number", whole=True), Column("Decision", share=3), Column("How far", share=2)), (("1", says, how_far),))
    assert list(rows(REGISTER, (one,)))[1:] == [("Decision", "; ".join(part for part in ("1", says, how_far) if part))]


def test_papers_wait_for_the_decision_that_has_their_number() -> None:
    papers = ({"id": "1", "title": "Custody"}, {"id": "2", "title": "Fleet"}, {"id": "3"}, {"title": "Unnumbered"})
    agenda = [{"item": "4", "papers": papers}]
    one = sitting(agenda=agenda, decisions=[{"id": "1", "title": "Custody"}])
    _, _, heading, points = blocks(one)

    assert (heading, points) == (Paragraph("Papers without a decision:"), BulletList(("2 Fleet", "3")))
    assert [row for row in rows(REGISTER, (one,)) if row[0] != "Decision"][1:] == [
        ("Paper without a decision", "2 Fleet"),
        ("Paper without a decision", "3"),
    ]
    assert blocks(sitting(agenda=agenda))[1:] == [Paragraph("No decisions or actions are recorded.")]
    assert Paragraph("No decisions or actions are recorded.") not in blocks(sitting(agenda=agenda, status="draft"))


@pytest.mark.parametrize(
    ("action", "row", "joined"),
    [
        ({"text": "Write"}, ("Write", None, None, None), "Write"),
        (
            {"id": "7", "text": "Write", "owner": "opcc", "due": "2018-05-02", "status": "open"},
            ("7: Write", "OPCC office", Date("2018-05-02", "2 May 2018"), "open"),
            "7: Write; OPCC office; 2 May 2018; open",
        ),
        ({"id": "7", "due": "next meeting"}, ("7", None, "next meeting", None), "7; next meeting"),
    ],
)
def test_an_action_says_who_is_to_do_what_by_when(action: dict[str, Any], row: tuple[Any, ...], joined: str) -> None:
    one = sitting(actions=[action])
    _, table = blocks(one)

    assert table.rows == (row,)
    assert [column.title for column in table.columns] == ["Action", "Who", "By when", "How far"]
    assert list(rows(REGISTER, (one,)))[1:] == [("Action", joined)]


def test_machines_get_the_keys_of_the_file_and_what_waits() -> None:
    one = sitting("2018-04-04-closed", status="draft", agenda=[{"papers": ({"id": "2", "title": "Fleet"},)}])

    assert minutes_data((one,)) == [
        {
            "day": "2018-04-04",
            "status": "draft",
            "agenda": ({"papers": ({"id": "2", "title": "Fleet"},)},),
            "papers_without_decision": [{"id": "2", "title": "Fleet"}],
            "file": "minutes/board/2018-04-04-closed.yaml",
        }
    ]
