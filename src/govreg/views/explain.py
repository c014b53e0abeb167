"""The report of `govreg explain`: the page of a finding, and the list of all of them."""

from collections.abc import Iterable
from typing import Any

from govreg.diagnostics.rule import Rule, RuleDoc
from govreg.model.location import MEETINGS
from govreg.report import Block, Column, Example, Heading, Paragraph, Report, Table

FAMILIES = {"GR0": "Reading a file", "GR1": "The shape of an entry", "GR2": "References and names", "GR3": "Good governance"}


def explain(rule: Rule) -> Report:
    """The page of one rule."""
    page = rule.doc
    blocks: list[Block] = [Heading(f"{rule.code}: {page.title}", 1), Paragraph(f"{_kind(rule)}.")]
    blocks += [Paragraph(why) for why in page.why]
    for title, files in (("Wrong", page.wrong), ("Right", page.right)):
        if files:
            blocks += [Heading(title), Example(_files(files))]
    return Report(tuple(blocks), data=lambda: _data(rule))


def explain_all(rules: Iterable[Rule]) -> Report:
    """The list of all rules."""
    listed = list(rules)
    columns = (Column("Code", whole=True), Column("Severity", whole=True), Column("What it says"))
    rows = tuple((rule.code, rule.severity.value, rule.doc.title) for rule in listed)
    return Report((Table(columns, rows),), data=lambda: [_data(rule) for rule in listed], name="Findings explained")


def _kind(rule: Rule) -> str:
    family = FAMILIES[rule.code[:3]]
    off = "; a register may switch it off, with a reason, in register.yaml" if rule.may_be_off else ""
    return f"{family}; {'an error' if rule.severity == 'error' else 'a warning'}{off}"


def _files(files: dict[str, str]) -> str:
    named = len(files) > 1 or not next(iter(files)).startswith(f"{MEETINGS}/") or not next(iter(files.values()))
    return "\n".join(f"# {name}\n{text}" if named or " " in name else text for name, text in files.items())


def _data(rule: Rule) -> dict[str, Any]:
    page: RuleDoc = rule.doc
    return {
        "code": rule.code,
        "severity": rule.severity.value,
        "title": page.title,
        "why": list(page.why),
        "wrong": page.wrong,
        "right": page.right,
    }
