"""Problems are placed file by file, however many files each of them concerns."""

from itertools import groupby

from building import TODAY, a_meeting, a_register
from govreg.model.location import Location, Position
from govreg.rules.context import RuleContext
from govreg.rules.run import run


def test_each_file_is_parsed_once_for_all_its_locations() -> None:
    ids = [f"m-{number}" for number in range(30)]
    register = a_register(*(a_meeting(one, supersedes=[other for other in ids if other > one]) for one in ids))
    files: list[str] = []

    def locate(place: Location) -> Position:
        files.append(place.file)
        return Position(1, 1)

    found = run(RuleContext(register, TODAY), locate)

    assert any(one.related and one.related[0].file != one.file for one in found)
    assert len([file for file, _ in groupby(files)]) == len(set(files))
