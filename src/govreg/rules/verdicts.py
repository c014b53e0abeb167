"""Verdicts in the wrong order (GR255), and on entries that have changed since (GR319)."""

from collections.abc import Iterator

from govreg.analysis.verdicts import last, verdicts
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.dates import first_day, in_words, last_day
from govreg.model.location import VERDICTS, Location
from govreg.model.names import listed
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule


@rule("GR319", Severity.WARNING)
def verdict_stale(context: RuleContext) -> Iterator[Problem]:
    """A verdict is out of date, because its entries have changed.

    A verdict on a pair counts until one of the two entries changes; then the pair needs another look. `of` holds a
    fingerprint of the entries as the reviewer read them. Without it, a change can't be detected and the verdict doesn't
    count.

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
    register = context.register
    current = verdicts(register)
    latest = last(register)
    for index, verdict in enumerate(register.verdicts):
        if verdict.meetings not in current or not current[verdict.meetings].stale or latest[verdict.meetings] is not verdict:
            continue
        titles = listed([f"“{register.meetings[id_].title}”" for id_ in verdict.meetings])
        message = f"The verdict on {titles} is out of date: {current[verdict.meetings].why_stale}."
        a, b = verdict.meetings
        again = f'If the verdict still applies: govreg verdict {a} {b} {verdict.verdict} --reason "…"'
        yield Problem(Location(VERDICTS, (index, "meetings")), message, f"Review the pair again. {again}")


@rule("GR255", Severity.WARNING)
def older_verdict_last(context: RuleContext) -> Iterator[Problem]:
    """An older verdict on two meetings is listed after a newer one.

    The last verdict on a pair is the one that counts, so the older one hides the newer one. One of the dates may be mistyped.

    Wrong:

        verdicts.yaml
        - {meetings: [budget-committee, finance-board], verdict: distinct, on: 2026-01-31}
        - {meetings: [budget-committee, finance-board], verdict: duplicate, on: 2025-01-31}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        meetings/finance-board.yaml
        title: Finance Board
        lead: constabulary

    Right:

        verdicts.yaml
        - {meetings: [budget-committee, finance-board], verdict: duplicate, on: 2025-01-31}
        - {meetings: [budget-committee, finance-board], verdict: distinct, on: 2026-01-31}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        meetings/finance-board.yaml
        title: Finance Board
        lead: constabulary
    """
    before: dict[tuple[str, str], tuple[int, str]] = {}
    for index, verdict in enumerate(context.register.verdicts):
        earlier = before.get(verdict.meetings)
        if earlier is not None and last_day(verdict.on) < first_day(earlier[1]):
            related = ((Location(VERDICTS, (earlier[0], "on")), "the newer one is here"),)
            message = f"This verdict ({in_words(verdict.on)}) is older than the one above it on the same meetings ({in_words(earlier[1])})."
            yield Problem(Location(VERDICTS, (index, "on")), message, "List the verdicts on a pair by date, newest last.", related)
        before[verdict.meetings] = (index, verdict.on)


RULES: tuple[RegisterRule, ...] = (older_verdict_last,)
GOVERNANCE: tuple[RegisterRule, ...] = (verdict_stale,)
