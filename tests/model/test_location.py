"""Files of meetings, and the meetings that files are of."""

import pytest

from govreg.model.location import in_meeting, in_minutes, meeting_in


def test_a_meeting_is_known_by_its_file_and_by_its_minutes() -> None:
    assert meeting_in(in_meeting("budget", "title").file) == "budget"
    assert meeting_in(in_minutes("budget/2018-04-04").file) == "budget"


@pytest.mark.parametrize("file", ["verdicts.yaml", "register.yaml", "organisations.yaml"])
def test_other_files_are_of_no_meeting(file: str) -> None:
    assert meeting_in(file) is None
