"""Findings of one rule for one reason, put together where there are so many that they would hide the others."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from govreg.diagnostics.finding import Finding

MOST = 10
"""How many findings for one reason are shown one by one, as section 6 of the contract has it."""

_QUOTED = re.compile("“[^”]*”")


def by_reason(findings: Iterable[Finding]) -> Iterator[tuple[Finding, ...]]:
    """`findings` in their order, one at a time, but all for one reason together where there are more than `MOST`.

    The reason is the rule and its message, whatever the message quotes.
    """
    every = tuple(findings)
    alike: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in every:
        alike[_reason(finding)].append(finding)
    for finding in every:
        group = alike[_reason(finding)]
        if len(group) <= MOST:
            yield (finding,)
        elif finding is group[0]:
            yield tuple(group)


def _reason(finding: Finding) -> tuple[str, str]:
    return finding.code, _QUOTED.sub("“…”", finding.message)
