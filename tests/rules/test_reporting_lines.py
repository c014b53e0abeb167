"""Reports that come back to where they began, or go to a meeting that has ended."""

import pytest

from building import a_meeting, a_register, found_at, found_by, problems, related, where
from govreg.rules.reporting_lines import reporting_cycle, reports_to_ended


def test_the_first_of_many_cycles_are_listed_and_the_rest_counted() -> None:
    ids = [f"m-{number:03}" for number in range(100)]
    all_report_to_all = [a_meeting(one, reports_to=[other for other in ids if other != one]) for one in ids]

    found = problems(reporting_cycle, a_register(*all_report_to_all))

    assert len(found) == 21
    # the shortest way back is always through the first meeting: twenty circles name it and twenty others
    assert f"{where(found[-1].place)}: {found[-1].message}" == "m-021 reports_to: 79 more meetings report in loops with “M 000”."


@pytest.mark.parametrize(
    ("size", "more"),
    [(21, None), (22, "1 more meeting reports in loops with “M 0000”."), (1_200, "1,179 more meetings report in loops with “M 0000”.")],
)
def test_up_to_twenty_loops_are_listed(size: int, more: str | None) -> None:
    ids = [f"m-{number:04}" for number in range(size)]
    star = [a_meeting(ids[0], reports_to=ids[1:]), *(a_meeting(one, reports_to=[ids[0]]) for one in ids[1:])]

    found = found_by(reporting_cycle, a_register(*star))

    assert found[20:] == ([more] if more else [])


def test_a_circle_names_the_others_in_it_and_of_a_long_one_the_first() -> None:
    def found(size: int) -> str:
        return found_by(reporting_cycle, a_register(*(a_meeting(f"m-{at}", reports_to=[f"m-{(at + 1) % size}"]) for at in range(size))))[0]

    assert found(2) == "Its reports come back to itself through “M 1”."
    assert found(3) == "Its reports come back to itself through “M 1”, “M 2”."
    assert found(11).endswith("“M 9”, “M 10”.")
    assert found(12).endswith("”, ….")
    assert found(100).endswith("”, ….")
    assert "“M 0”" not in found(100)


def test_a_loop_is_at_the_first_link_of_its_first_meeting() -> None:
    register = a_register(
        a_meeting("a", reports_to=["opcc", "a", "b"]),
        a_meeting("b", reports_to=["c"]),
        a_meeting("c", reports_to=["a"]),
        a_meeting("d", reports_to=["d", "a"]),
    )

    assert found_at(reporting_cycle, register) == ["a reports_to.2: Its reports come back to itself through “B”, “C”."]
    assert related(problems(reporting_cycle, register)[0]) == ["b reports_to: also part of the loop", "c reports_to: also part of the loop"]


def test_a_meeting_reports_to_none_that_has_ended() -> None:
    register = a_register(
        a_meeting("a", reports_to=["opcc", "suspended", "ended", "gone"]),
        a_meeting("b", reports_to=["ended"], status="ended"),
        a_meeting("ended", status="ended"),
        a_meeting("suspended", status="suspended"),
    )

    assert found_at(reports_to_ended, register) == ["a reports_to.2: The meeting reports to “Ended”, which has ended."]
    assert related(problems(reports_to_ended, register)[0]) == ["ended status: it has ended"]
