"""The report of `govreg review` as a document: the pack that a Board takes."""

from collections.abc import Iterator
from dataclasses import replace

from govreg.model.dates import last_day
from govreg.model.names import many
from govreg.model.register import Register
from govreg.report import Block, Heading, Paragraph, Report
from govreg.views.diff.report import change_blocks
from govreg.views.load import Recommended
from govreg.views.pack.appendix import appendices
from govreg.views.pack.cover import cover
from govreg.views.pack.duplicates import duplicates, shared_members
from govreg.views.pack.glossary import glossary
from govreg.views.pack.issues import issues
from govreg.views.pack.load_and_coverage import coverage, load
from govreg.views.pack.recommendations import effect, recommendations
from govreg.views.pack.result import PackResult
from govreg.views.pack.summary import summary


def pack(register: Register, result: PackResult, as_at: str) -> Report:
    """The pack: a cover, a page of summary, and a section for each question that has an answer."""
    meetings = sorted(register.meetings.values(), key=lambda meeting: (meeting.title.casefold(), meeting.id))
    first = [*cover(register, result.paper, as_at), *summary(register, result, meetings, as_at)]
    rest = [
        *recommendations(register, meetings),
        *_changes(result),
        *effect(result),
        *duplicates(register, result.duplicates),
        *shared_members(register, result.overlaps),
        *load(register, result.load, Recommended(result.recommended.comparison.scenario, result.load_then), as_at),
        *coverage(register, result.coverage, as_at),
        *issues(register, meetings, result.findings),
        *appendices(register, meetings),
    ]
    blocks = [*first, *_on_a_new_page(rest)]
    blocks += glossary(register.glossary, blocks)
    return Report(
        tuple(blocks),
        data=dict,
        author=result.paper.author or "",
        day=last_day(as_at).isoformat(),
    )


def _on_a_new_page(blocks: list[Block]) -> list[Block]:
    """`blocks`, the first of which is a heading, on the page after the summary's."""
    match blocks:
        case [Heading() as heading, *others]:
            return [replace(heading, new_page=True), *others]
    return blocks


def _changes(result: PackResult) -> Iterator[Block]:
    if result.changes is None:
        return
    changes, compared = result.changes
    yield Heading(f"Changes since {compared.before}")
    yield from change_blocks(changes, compared.today)
    unread = sorted({file for register in (changes.before, changes.after) for file in register.unread})
    if unread:
        yield Paragraph(f"{many(len(unread), 'file')} with errors could not be compared in full.", quiet=True)
