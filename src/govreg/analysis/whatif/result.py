"""The answer to a scenario: its effect, its losses, what can't be judged, and whose agreement it needs."""

from dataclasses import dataclass
from datetime import date

from govreg.analysis.whatif.agreement import Agreement, agreement
from govreg.analysis.whatif.apart import apart
from govreg.analysis.whatif.comparison import ScenarioComparison
from govreg.analysis.whatif.effect import Effect, effect
from govreg.analysis.whatif.loss import AffectedDuty, Gap, GapKind, Loss, LossKind
from govreg.analysis.whatif.losses import losses
from govreg.analysis.whatif.scenario import Scenario, apply_scenario
from govreg.analysis.whatif.transfers import WorkTransfers, work_transfers
from govreg.analysis.whatif.work_index import WorkIndex, work_index
from govreg.analysis.whatif.work_losses import affected_duties, gaps
from govreg.model.register import Register


@dataclass(frozen=True)
class WhatIfResult:
    """A scenario with all that comes of it."""

    comparison: ScenarioComparison
    effect: Effect
    losses: tuple[Loss, ...]
    gaps: tuple[Gap, ...]
    duties: tuple[AffectedDuty, ...]
    transfers: WorkTransfers
    agreement: Agreement
    left_out: int = 0
    """How many more pairs of organisations would share no other meeting than `losses` names."""

    @property
    def touches_duty(self) -> bool:
        """Whether a statutory duty is lost, or would be served otherwise."""
        return (
            bool(self.duties)
            or any(loss.kind is LossKind.DUTY for loss in self.losses)
            or any(gap.kind is GapKind.DUTY for gap in self.gaps)
        )

    @property
    def homeless(self) -> int:
        """How many themes and lines of work would have no other home in any area."""
        return sum(loss.kind in (LossKind.THEME, LossKind.LINE) and not loss.others for loss in self.losses)


def run_scenario(register: Register, scenario: Scenario, today: date, works: WorkIndex | None = None) -> WhatIfResult:
    """The result of `scenario` in `register` on the day `today`; `works` is its index of work on that day, where there is one."""
    works = works or work_index(register, today)
    comparison = ScenarioComparison(register, apply_scenario(register, scenario), scenario, works)
    shared = apart(comparison)
    return WhatIfResult(
        comparison,
        effect(register, comparison.after, scenario, today),
        losses(comparison, shared.losses),
        tuple(gaps(comparison)),
        tuple(affected_duties(comparison)),
        work_transfers(comparison),
        agreement(comparison),
        shared.left_out,
    )
