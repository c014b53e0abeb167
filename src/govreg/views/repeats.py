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
    alike: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    groups: list[tuple[Finding, list[Finding]]] = []
    for finding in findings:
        group = alike[_reason(finding)]
        group.append(finding)
        groups.append((finding, group))
    for finding, group in groups:
        if len(group) <= MOST:
            yield (finding,)
        elif finding is group[0]:
            yield tuple(group)


def _reason(finding: Finding) -> tuple[str, str]:
    return finding.code, _QUOTED.sub("“…”", finding.message)
