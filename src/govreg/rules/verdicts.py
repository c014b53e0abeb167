"""What reviewers decided, held against what the entries say by now (GR319)."""

from collections.abc import Iterator

from govreg.analysis.verdicts import last, verdicts
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import VERDICTS, Location
from govreg.model.names import listed
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule


@rule("GR319", Severity.WARNING)
def verdict_stale(subject: RuleContext) -> Iterator[Problem]:
    """A verdict was given on entries that say something else by now.

    A verdict settles its pair as long as the two entries say what the reviewer read; then the pair is asked again. `of`
    holds what was read, in short. Where it is missing nobody can say, and the verdict settles nothing either.

    Wrong:

        verdicts.yaml
        - {meetings: [budget-committee, finance-board], verdict: distinct, on: 2026-01-31}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        meetings/finance-board.yaml
        title: Finance Board
        lead: constabulary

    Right:

        verdicts.yaml
        - meetings: [budget-committee, finance-board]
          verdict: distinct
          on: 2026-01-31
          of: "1:717c56283ee5d57c5d5b32f07b32326b32b32ddfb32f07b32144b32b32"
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        meetings/finance-board.yaml
        title: Finance Board
        lead: constabulary
    """
    register = subject.register
    held = verdicts(register)
    counting = last(register)
    for index, verdict in enumerate(register.verdicts):
        if verdict.meetings not in held or not held[verdict.meetings].stale or counting[verdict.meetings] is not verdict:
            continue
        titles = listed([f"“{register.meetings[id_].title}”" for id_ in verdict.meetings])
        message = f"The verdict on {titles} is stale: {held[verdict.meetings].why_stale}."
        a, b = verdict.meetings
        again = f'If it still holds: govreg verdict {a} {b} {verdict.verdict} --reason "…"'
        yield Problem(Location(VERDICTS, (index, "meetings")), message, f"Look at the pair again. {again}")


RULES: tuple[RegisterRule, ...] = (verdict_stale,)
