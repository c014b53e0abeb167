"""The sections of a review pack on load, before and after the recommendations, and on the homes of themes and duties."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from govreg.analysis.coverage import Coverage
from govreg.analysis.load import LoadResult
from govreg.model.names import many
from govreg.model.register import Register
from govreg.report import Block, Entry, Heading, Paragraph, Table
from govreg.views import coverage as coverage_views
from govreg.views import load as load_views
from govreg.views.load import Recommended

_MOST_MEMBERS = 10


def load(register: Register, found: LoadResult, recommended: Recommended, as_at: str) -> Iterator[Block]:
    """The load of the busiest members; nothing if no meeting is held."""
    if not found.members:
        return
    report = load_views.load(register, found, as_at, limit=_MOST_MEMBERS, recommended=recommended)
    yield Heading("Load before and after the recommendations")
    blocks = list(_deeper(report.blocks))
    if len(found.members) > _MOST_MEMBERS:
        below = next(place for place, block in enumerate(blocks, 1) if isinstance(block, Table))
        blocks.insert(below, Paragraph(f"The first {_MOST_MEMBERS} of {many(len(found.members), 'member')}.", quiet=True))
    yield from blocks
    yield Paragraph(" ".join(load_views.counting(found, 0)), quiet=True)
    hours = list(load_views.about_hours(register, found))
    yield Paragraph(" ".join(hours if found.everybody.hours is not None else hours[:1]), quiet=True)


def coverage(register: Register, found: Coverage, as_at: str) -> Iterator[Block]:
    """The homes of themes and duties; nothing if there are none to show."""
    everything = register.left_out.is_internal
    if not register.meetings or not any(everything or one.homes for one in (*found.themes, *found.duties)):
        return
    yield Heading("Coverage of themes and duties")
    blocks = coverage_views.coverage(register, found, as_at).blocks
    yield from _deeper(block for block in blocks if not (isinstance(block, Paragraph) and "govreg" in block.text))
    yield Paragraph(" ".join(coverage_views.what_is_a_home(register, found)), quiet=True)


def _deeper(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a report as those of a section: without its title, and its headings a level deeper."""
    for block in blocks:
        if isinstance(block, Heading | Entry):
            if block.level > 1:
                yield replace(block, level=block.level + 1)
        else:
            yield block
