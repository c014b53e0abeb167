"""No text of a register is a command to the runner of GitHub Actions, in whatever format it is printed."""

import json
import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import examples
from govreg.render.formats import BY_NAME, FORMATS
from govreg.render.json_text import json_text
from govreg.render.target import Target
from govreg.render.workflow_commands import disarmed
from govreg.report import (
    Bar,
    BarChart,
    BulletList,
    Column,
    Command,
    Entry,
    Example,
    Fields,
    FindingBlock,
    Heading,
    Matrix,
    Paragraph,
    Report,
    Table,
)

TEXTS = st.lists(
    st.sampled_from(["::", ":", "##[", "#", "[", "error", "]", "x y", " ", "\n", "\u00a0", "\u2028", "a@b.cc", "|"]), max_size=8
).map("".join)


def commands(text: str) -> list[str]:
    """What the runner would take for commands, by the rules of its ActionCommand.cs."""
    lines = re.split(r"[\r\n]+", text)
    return [line for line in lines if line.lstrip().startswith("::") or "##[" in line]


def report(*texts: str) -> Report:
    """A report with `texts` in every place that a text may have."""
    first, second, third = texts
    return Report(
        (
            Heading(first),
            *(Paragraph(text) for text in texts),
            BulletList(texts),
            Fields(((first, second),)),
            Entry(first, second, ((third, first),)),
            Example(second),
            Command(third, first),
            Table((Column(first), Column(second)), ((first, second), ("", third)), caption=third),
            BarChart(first, (second, third), (Bar(first, second, 1, 2), Bar(second, third))),
            Matrix(first, second, (second,), ((third, (1,)),)),
            FindingBlock("a.yaml", 1, 1, "warning", "GR301", "Title", first, second, line=first.replace("\n", " ")),
        ),
        data=lambda: {first: texts},
        foot=texts,
    )


NOT_PRINTED = ("github", "docx", "xlsx")
"""The runner's own format, and those that are not text."""

TARGETS = st.sampled_from([Target(), Target(is_file=True), Target(width=40), Target(width=80, colour=True)])


def rendered(name: str, given: Report, target: Target) -> str:
    content = BY_NAME[name].render(given, target)
    assert not isinstance(content, bytes)
    return "".join(content)


@pytest.mark.parametrize("name", [one.name for one in FORMATS if one.name not in NOT_PRINTED])
@examples(Fraction(1, 2))
@given(target=TARGETS, texts=st.tuples(TEXTS, TEXTS, TEXTS))
def test_no_format_prints_a_command(name: str, target: Target, texts: tuple[str, str, str]) -> None:
    assert commands(rendered(name, report(*texts), target)) == []


@given(st.tuples(TEXTS, TEXTS, TEXTS))
def test_annotations_are_the_only_commands_to_the_runner(texts: tuple[str, str, str]) -> None:
    assert all(line.startswith("::warning file=a.yaml,") for line in commands(rendered("github", report(*texts), Target())))


@given(TEXTS)
def test_json_has_the_text_unchanged(text: str) -> None:
    assert json.loads(json_text([text])) == [text]


@given(TEXTS)
def test_a_text_loses_nothing_and_is_changed_once(text: str) -> None:
    assert disarmed(text).replace(" ", "") == text.replace(" ", "")
    assert disarmed(disarmed(text)) == disarmed(text)
    if not commands(text):
        assert disarmed(text) == text
