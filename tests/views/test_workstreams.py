"""Areas of work that a great many meetings share: people see the first, machines all, and each file is looked into once."""

from collections.abc import Iterable
from itertools import groupby

from building import a_meeting, a_register
from govreg.analysis.duplicates.comparison import build_comparison
from govreg.analysis.duplicates.workstreams import workstreams as found_in
from govreg.model.location import Location, Position
from govreg.report import Heading, Paragraph, Report, Table
from govreg.views.workstreams import workstreams


class Lines:
    """A locator that keeps what it is asked."""

    def __init__(self) -> None:
        self.asked: list[Location] = []

    def __call__(self, place: Location) -> Position | None:
        """Say that it is in line 7."""
        self.asked.append(place)
        return Position(7, 1)


def report(meetings: int, items: Iterable[str], limit: int = 0, locate: Lines | None = None) -> Report:
    """The report on meetings that all work on `items`."""
    register = a_register(*(a_meeting(f"m{number:03}", focus=list(items)) for number in range(meetings)))
    comparison = build_comparison(register)
    return workstreams(comparison, found_in(comparison), limit, locate or Lines(), "2026-11-21")


def headings(shown: Report) -> int:
    return sum(isinstance(block, Heading) for block in shown.blocks)


WORK = [f"zebra{letter}x walrus{letter}x" for letter in "abcdefghijklmnopqrstuvwxyz"] + [
    f"{number}q heron{number}q" for number in range(84)
]


def test_people_see_the_first_hundred_areas_of_work_and_machines_all() -> None:
    shown = report(2, WORK)

    assert headings(shown) == 100
    assert shown.foot[0] == "110 workstreams, those with most meetings first. The first 100 are shown; --format json lists all."
    assert len(shown.data()["groups"]) == 110
    assert shown.table is not None
    assert len(shown.table.rows) == 220


def test_a_number_that_was_asked_for_is_shown() -> None:
    assert headings(report(2, WORK, limit=105)) == 105
    assert report(2, WORK, limit=105).foot[0] == "105 of 110 workstreams, those with most meetings first."
    assert headings(report(2, WORK, limit=200)) == 110


def test_people_see_the_first_hundred_meetings_of_an_area_of_work_and_machines_all() -> None:
    shown = report(103, WORK[:1])
    (table,) = (block for block in shown.blocks if isinstance(block, Table))

    assert len(table.rows) == 100
    assert "3 more meetings: --format json has all." in [block.text for block in shown.paragraphs]
    assert len(shown.data()["groups"][0]["meetings"]) == 103


def test_each_file_is_looked_into_once_however_many_areas_of_work_it_is_in() -> None:
    locate = Lines()
    report(5, WORK[:20], locate=locate).data()

    assert len(locate.asked) == 100
    assert len([file for file, _ in groupby(locate.asked, key=lambda place: place.file)]) == 5


def test_a_row_of_the_spreadsheet_is_what_one_meeting_says_of_an_area_of_work() -> None:
    register = a_register(*(a_meeting(id_, focus=["Count herons"], areas=["north"]) for id_ in ("a", "b")), areas={"north": {}})
    comparison = build_comparison(register)
    shown = workstreams(comparison, found_in(comparison), 0, Lines(), "2026-11-21")

    assert shown.table is not None
    titles = [column.title for column in shown.table.columns]
    assert dict(zip(titles, shown.table.rows[1], strict=True)) == {
        "workstream": "count herons",
        "meeting": "b",
        "title": "B",
        "lead": "OPCC office",
        "area": "North",
        "says": "“Count herons” (line 7)",
    }


def test_above_the_meetings_is_how_many_there_are_and_who_leads_them() -> None:
    register = a_register(*(a_meeting(id_, lead=lead, focus=["Count herons"]) for id_, lead in (("a", "opcc"), ("b", "nhs"), ("c", "nhs"))))
    comparison = build_comparison(register)
    shown = workstreams(comparison, found_in(comparison), 0, Lines(), "2026-11-21")

    assert [block.text for block in shown.paragraphs] == ["3 meetings. Lead: nhs (2); OPCC office."]


def test_a_meeting_that_is_tagged_with_a_theme_says_so() -> None:
    themes = {"birds": {"name": "Bird counts"}}
    register = a_register(a_meeting("a", themes=["birds"]), a_meeting("b", focus=["Bird counts"]), themes=themes)
    comparison = build_comparison(register)
    shown = workstreams(comparison, found_in(comparison), 0, Lines(), "2026-11-21")

    (table,) = (block for block in shown.blocks if isinstance(block, Table))
    assert [row[-1] for row in table.rows] == ["tagged “Bird counts” (line 7)", "“Bird counts” (line 7)"]


def test_the_foot_counts_what_there_is() -> None:
    lines = "Heron counts in the marsh"

    assert report(2, []).foot[0] == "As at 21 November 2026."
    assert report(2, [lines]).foot[0] == "1 workstream."


def test_where_one_meeting_was_asked_for_nothing_is_said_of_others() -> None:
    shown = workstreams(build_comparison(a_register(a_meeting("m1", title="Board"))), (), 0, Lines(), "2026-11-21", meeting="m1")

    assert list(shown.blocks) == [Paragraph("No work of “Board” is recorded for another meeting.")]
