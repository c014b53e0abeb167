"""The evidence for many pairs names lines of each file many times: each file is looked into once, for people and for machines."""

from itertools import groupby

import pytest

from building import TODAY, a_meeting, a_register
from govreg.analysis.duplicates.search import Query, find_duplicates
from govreg.analysis.whatif.result import run_scenario
from govreg.analysis.whatif.scenario import ScenarioOptions, scenario
from govreg.model.location import Location, Position
from govreg.views.duplicates.report import duplicates
from govreg.views.whatif.report import whatif


class Lines:
    """A locator that keeps what it is asked."""

    def __init__(self) -> None:
        self.asked: list[Location] = []

    def __call__(self, place: Location) -> Position | None:
        """Say that it is in line 7."""
        self.asked.append(place)
        return Position(7, 1)


def visits(locate: Lines) -> tuple[int, int]:
    """How often the locator turned to a file, and to how many files."""
    files = [file for file, _ in groupby(locate.asked, key=lambda place: place.file)]
    return len(files), len(set(files))


@pytest.mark.parametrize("reader", ["people", "machines"])
def test_each_file_is_looked_into_once_for_all_pairs(reader: str) -> None:
    alike = [a_meeting(f"m{number}", purpose="Reduce zebra theft and walrus smuggling", focus=["Heron rustling"]) for number in range(6)]
    register, locate = a_register(*alike), Lines()
    found = find_duplicates(register, Query(everything=True))

    assert len(found.pairs) == 15
    report = duplicates(register, found, locate, "2026-11-21")
    _ = list(report.blocks) if reader == "people" else report.data()
    turned, files = visits(locate)
    assert turned == files == 6


def test_each_file_is_looked_into_once_for_all_losses() -> None:
    gone = [a_meeting(f"gone{number}", focus=["Zebra crossings", "Walrus smuggling"]) for number in range(4)]
    kept = [a_meeting(f"kept{number}", focus=["Zebra", "Walrus"]) for number in range(2)]
    register, locate = a_register(*gone, *kept), Lines()
    supposed = scenario(register, ScenarioOptions(merges=tuple((one.id, kept[place % 2].id) for place, one in enumerate(gone))))
    whatif(run_scenario(register, supposed, TODAY), locate, "2026-11-21").data()
    turned, files = visits(locate)

    assert turned == files > 4
