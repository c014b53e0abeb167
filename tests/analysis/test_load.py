"""What the meetings of many members come to is worked out once for all of them."""

from typing import Any

import pytest

from building import TODAY, a_meeting, a_register
from govreg.analysis import load as module
from govreg.analysis import overlaps as overlaps_module
from govreg.analysis.load import load
from govreg.analysis.meetings_per_year import YearlyCount, yearly_count
from govreg.analysis.organisation import organisation_profile
from govreg.analysis.overlaps import overlaps
from govreg.model.meeting import Meeting
from govreg.model.register import Register

EVERYBODY = [f"o{number}" for number in range(60)]


@pytest.mark.parametrize("where", [module, overlaps_module])
def test_the_meetings_of_many_members_are_added_up_once(monkeypatch: pytest.MonkeyPatch, where: Any) -> None:
    register = a_register(
        *(a_meeting(f"m{number}", participants=EVERYBODY, frequency={"text": "monthly"}) for number in range(4)),
        organisations={id_: {} for id_ in EVERYBODY},
    )
    added: list[Any] = []
    yearly_total = where.yearly_total

    def counted(entries: Any) -> Any:
        added.append(entries)
        return yearly_total(entries)

    monkeypatch.setattr(where, "yearly_total", counted)
    if where is module:
        found = {one.a_year.per_year for one in load(register, TODAY).members}
    else:
        found = {one.a_year.per_year for one in overlaps(register, register.meetings.values()).participants}

    assert (found, len(added)) == ({48}, 1)


def test_a_meeting_of_many_companions_is_counted_a_few_times_however_many_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    register = a_register(
        *(a_meeting(f"m{number}", participants=EVERYBODY, frequency={"text": "monthly"}) for number in range(4)),
        organisations={id_: {} for id_ in EVERYBODY},
    )
    counted: list[str] = []

    def count(meeting: Meeting, known: Register) -> YearlyCount:
        counted.append(meeting.id)
        return yearly_count(meeting, known)

    monkeypatch.setattr("govreg.analysis.organisation.yearly_count", count)
    companions = organisation_profile(register, "o0", TODAY).companions

    assert (len(companions), {one.a_year.per_year for one in companions}) == (59, {48})
    assert len(counted) < 30
