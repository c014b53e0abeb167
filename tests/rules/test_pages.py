"""Every rule has a page, and the examples on it do what they say."""

import re
from pathlib import Path

import pytest

from building import ORGANISATIONS, TODAY
from govreg.diagnostics.finding import Severity
from govreg.diagnostics.rule import Rule
from govreg.model.dates import last_day
from govreg.rules.catalogue import GOVERNANCE, every_rule
from govreg.rules.context import RuleContext
from govreg.rules.run import run
from govreg.storage.minutes_reader import read_minutes
from govreg.storage.reader import read_register
from govreg.storage.tree import FolderTree

RULES = every_rule()
WITH_EXAMPLES = [rule for rule in RULES if rule.doc.wrong]
TESTED_ELSEWHERE = {"GR001", "GR004", "GR020", "GR021", "GR023", "GR025", "GR029"}
"""What no example of a few lines can show; see tests/files."""


def codes_in(folder: Path, files: dict[str, str]) -> dict[str, Severity]:
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
    return {one.code: one.severity for one in (*reading.findings, *sittings.findings, *found)}


def _bytes(text: str) -> bytes:
    r"""The bytes of an example, in which `\xe9` stands for a byte and `\u200b` for a character."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text).encode().replace(b"\\xe9", b"\xe9")


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.code)
def test_the_wrong_example_is_found(rule: Rule, tmp_path: Path) -> None:
    assert codes_in(tmp_path, rule.doc.wrong).get(rule.code) is rule.severity


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.code)
def test_the_right_example_has_no_findings(rule: Rule, tmp_path: Path) -> None:
    found = codes_in(tmp_path, rule.doc.right)

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
