"""Every rule has a page, and the examples on it do what they say."""

import re
import unicodedata
from pathlib import Path

import pytest

from building import ORGANISATIONS, TODAY
from govreg.diagnostics.finding import Finding, Severity
from govreg.diagnostics.rule import Rule
from govreg.model.dates import last_day
from govreg.rules.catalogue import GOVERNANCE, every_rule
from govreg.rules.context import RuleContext
from govreg.rules.run import CODES, CORRECTED, run
from govreg.storage.minutes_reader import read_minutes
from govreg.storage.reader import read_register
from govreg.storage.tree import FolderTree

FINDINGS = Path(__file__).parent / "findings.txt"
"""What people see of the wrong example on each rule's page; `--write-expected` writes it."""

RULES = every_rule()
WITH_EXAMPLES = [rule for rule in RULES if rule.doc.wrong]
TESTED_ELSEWHERE = {"GR001", "GR004", "GR020", "GR021", "GR023", "GR025", "GR029", "GR326"}
"""What no example of a few lines can show; see tests/files."""


def found_in(folder: Path, files: dict[str, str]) -> list[Finding]:
    """Write an example's files into a register, and give what is found there."""
    (folder / "meetings").mkdir()
    (folder / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    for name, text in files.items():
        target, _, link = name.partition(" -> ")
        (folder / target).parent.mkdir(parents=True, exist_ok=True)
        if link:
            (folder / target).symlink_to(link)
        else:
            (folder / target).write_bytes(_bytes(text))
    reading = read_register(folder)
    sittings = read_minutes(FolderTree(folder))
    today = last_day(reading.register.as_at) if reading.register.as_at else TODAY
    found = run(RuleContext(reading.register, today, sittings.minutes), reading.sources.joined(sittings.sources).locate)
    return [*reading.findings, *sittings.findings, *found]


def _in_words(finding: Finding) -> str:
    """A finding as a reader sees it: where, what is wrong, what to write, and the other places that it mentions."""
    fix = [f"Corrected by `fix`: {finding.fix.text}"] if finding.fix is not None else []
    related = [f"{other.file}:{other.line}:{other.column} {other.says}" for other in finding.related]
    at = f"{finding.file}:{finding.line}:{finding.column}" if finding.line else finding.file
    return "".join(f"{line}\n" for line in (f"{finding.code} {finding.severity.value} {at}", finding.message, finding.hint, *fix, *related))


def _bytes(text: str) -> bytes:
    r"""The bytes of an example, in which `\xe9` stands for a byte and `\u200b` for a character."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text).encode().replace(b"\\xe9", b"\xe9")


def test_the_wrong_example_is_found_and_explained(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    found: list[Finding] = []
    for rule in WITH_EXAMPLES:
        (folder := tmp_path / rule.code).mkdir()
        own = [one for one in found_in(folder, rule.doc.wrong) if one.code == rule.code]
        assert {one.severity for one in own} == {rule.severity}, rule.code
        found += own
    assert {one.code for one in found if one.fix is not None and one.code in CODES} <= CORRECTED
    text = "\n".join(map(_in_words, found)).replace(unicodedata.unidata_version, "VERSION")

    if request.config.getoption("--write-expected"):
        FINDINGS.write_text(text, encoding="utf-8", newline="\n")
    assert text == FINDINGS.read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.code)
def test_the_right_example_has_no_findings(rule: Rule, tmp_path: Path) -> None:
    found = {one.code: one.severity for one in found_in(tmp_path, rule.doc.right)}

    assert rule.code not in found
    assert Severity.ERROR not in found.values()


def test_every_rule_has_examples_or_is_tested_elsewhere() -> None:
    assert {rule.code for rule in RULES} - {rule.code for rule in WITH_EXAMPLES} == TESTED_ELSEWHERE


def test_every_code_is_unique() -> None:
    codes = [rule.code for rule in RULES]

    assert codes == sorted(set(codes))


def test_every_title_is_a_sentence() -> None:
    assert [rule.code for rule in RULES if not rule.doc.title.endswith(".") or len(rule.doc.title) > 90] == []


def test_good_governance_is_never_an_error() -> None:
    assert {rule.severity for rule in RULES if rule.code.startswith("GR3")} == {Severity.WARNING}


def test_the_setting_accepts_exactly_the_rules_that_may_be_off() -> None:
    assert set(GOVERNANCE) == {rule.code for rule in RULES if rule.may_be_off}
