"""Findings as SARIF 2.1.0, the format of code scanners, which other tools compare from one run to the next.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; a finding's fingerprint doesn't include its line, so that
it stays the same when something above it moves.
"""

from collections import Counter
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from govreg.render.json_text import json_text
from govreg.render.target import Target
from govreg.report import FindingBlock, Report
from govreg.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(report: Report, _: Target) -> str:
    """The findings of `report` as one run of SARIF."""
    findings = report.findings
    rules = {finding.code: finding for finding in sorted(findings, key=lambda finding: finding.code)}
    seen: Counter[tuple[str, str, str]] = Counter()
    results = []
    for finding in findings:
        same = (finding.code, finding.file, finding.message)
        results.append(_result(finding, list(rules).index(finding.code), seen[same]))
        seen[same] += 1
    driver = {"name": "govreg", "version": __version__, "rules": [_rule(finding) for finding in rules.values()]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(finding: FindingBlock) -> dict[str, Any]:
    return {
        "id": finding.code,
        "shortDescription": {"text": finding.title},
        "help": {"text": f"“govreg explain {finding.code}” says what it means, why it matters, and what is wrong and right."},
        "defaultConfiguration": {"level": finding.severity},
    }


def _result(finding: FindingBlock, rule: int, before: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(finding.file)}}
    if finding.row is not None:
        place["region"] = {"startLine": finding.row, "startColumn": finding.column or 1}
    same = "\0".join((finding.code, finding.file, finding.message, str(before)))
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": f"{finding.message} {finding.hint}".strip()},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"govregFinding/v1": sha256(same.encode("utf-8", "surrogatepass")).hexdigest()[:32]},
    }
