"""What a scenario's result warns of: a statutory duty that is touched, and work that would have no other home."""

from dataclasses import replace

import pytest

from building import TODAY, a_meeting, a_register
from govreg.analysis.whatif.loss import AffectedDuty, Gap, GapKind, Loss, LossKind
from govreg.analysis.whatif.result import WhatIfResult, run_scenario
from govreg.analysis.whatif.scenario import ScenarioOptions, scenario
from govreg.model.location import in_meeting

REGISTER = a_register(a_meeting("ends"), a_meeting("stays"))
PLACE = in_meeting("ends", "statutory")


def result(*, losses: tuple[Loss, ...] = (), gaps: tuple[Gap, ...] = (), duties: tuple[AffectedDuty, ...] = ()) -> WhatIfResult:
    found = run_scenario(REGISTER, scenario(REGISTER, ScenarioOptions(ends=("ends",))), TODAY)
    return replace(found, losses=losses, gaps=gaps, duties=duties)


@pytest.mark.parametrize("kind", LossKind)
def test_the_loss_of_a_duty_touches_one_and_no_other_loss_does(kind: LossKind) -> None:
    assert result(losses=(Loss(kind, "ends"),)).touches_duty is (kind is LossKind.DUTY)
    assert result(losses=(Loss(LossKind.ROLE, "ends"), Loss(kind, "ends"))).touches_duty is (kind is LossKind.DUTY)


@pytest.mark.parametrize("kind", GapKind)
def test_a_duty_that_is_not_named_touches_one_and_no_other_gap_does(kind: GapKind) -> None:
    assert result(gaps=(Gap(kind, "ends", PLACE),)).touches_duty is (kind is GapKind.DUTY)


def test_a_duty_that_would_be_served_otherwise_is_touched() -> None:
    assert result(duties=(AffectedDuty("ends", "", (), PLACE),)).touches_duty
    assert not result().touches_duty


def test_work_has_no_other_home_where_no_other_meeting_does_it_in_any_area() -> None:
    losses = [Loss(kind, "ends") for kind in LossKind]
    elsewhere = [Loss(kind, "ends", others=("stays",)) for kind in LossKind]

    assert result(losses=tuple(losses)).homeless == 2
    assert result(losses=(*losses, *losses, *elsewhere)).homeless == 4
    assert result(losses=tuple(elsewhere)).homeless == result().homeless == 0
