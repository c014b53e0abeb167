"""Every format has one name, its endings in any case, and makes something of a report."""

from pathlib import Path

import pytest

from govreg.errors import GovregError
from govreg.render.formats import FOR_REPORTS, FORMATS, Format, by_ending
from govreg.render.target import Target
from govreg.report import BarChart, Column, Report, Table

REPORT = Report((Table((Column("A"),), (("x",),)), BarChart("A", ("B", "C"), ())), data=lambda: ["x"])


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_a_format_is_rendered_by_its_module(one: Format) -> None:
    assert one.render(REPORT, Target())


def test_no_two_formats_share_a_name_or_an_ending() -> None:
    names = [one.name for one in FORMATS]
    endings = [ending for one in FORMATS for ending in one.endings]

    assert len(set(names)) == len(names)
    assert len(set(endings)) == len(endings)
    assert all(ending == ending.lower() and ending.startswith(".") for ending in endings)


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_an_ending_means_its_format_in_any_case(one: Format) -> None:
    for ending in one.endings:
        assert {by_ending(FORMATS, Path(f"b{written}")) for written in (ending, ending.upper(), ending.title())} == {one}


def test_an_ending_for_findings_is_unknown_to_other_reports() -> None:
    with pytest.raises(GovregError, match="doesn't say which format to write") as raised:
        by_ending(FOR_REPORTS, Path("b.sarif"))

    assert ".html" in raised.value.hint
    assert ".sarif" not in raised.value.hint
