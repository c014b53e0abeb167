"""The summary of a review pack: what a Board must know, on one page, and all of it borne out by the rest."""

from collections import Counter
from collections.abc import Iterator, Sequence

from govreg.analysis.duplicates.search import SearchResult
from govreg.analysis.gaps import count_gaps
from govreg.analysis.whatif.effect import Effect
from govreg.model.meeting import Meeting
from govreg.model.names import listed, many
from govreg.model.register import Register
from govreg.report import Block, BulletList, Heading, Paragraph
from govreg.views import terms
from govreg.views.diff.report import together
from govreg.views.gaps import GAPS
from govreg.views.held import held_sentences
from govreg.views.long_entries import about_long_entries
from govreg.views.pack.duplicates import NONE_RAISED
from govreg.views.pack.result import PackResult
from govreg.views.ranges import signed_range
from govreg.views.recommendations import HEADINGS, decision, recommendation
from govreg.views.review import internal_counts

_MOST_GAPS = 3


def summary(register: Register, result: PackResult, meetings: Sequence[Meeting], as_at: str) -> Iterator[Block]:
    """The heading, its points, and what the pack leaves out."""
    yield Heading("Summary")
    yield BulletList(tuple(point for point in _points(register, result, meetings) if point))
    yield from (
        Paragraph(line, quiet=True) for line in (*about_long_entries(register), *terms.under(register, as_at)[1:], *_internal(meetings))
    )


def _internal(meetings: Sequence[Meeting]) -> Iterator[str]:
    """A warning if the pack has internal entries."""
    whole, in_part = internal_counts(meetings)
    if whole or in_part:
        parts = [many(whole, "internal entry", "internal entries")] if whole else []
        parts += [f"internal parts of {many(in_part, 'entry', 'entries')}"] if in_part else []
        yield f"Not for circulation: this paper holds {listed(parts)}."


def _points(register: Register, result: PackResult, meetings: Sequence[Meeting]) -> Iterator[str]:
    yield " ".join((f"{many(len(meetings), 'meeting')} recorded.", *held_sentences(meetings, register)))
    yield _recommendations(meetings)
    yield _effect(result)
    if result.changes is not None:
        changes, compared = result.changes
        yield f"Since {compared.before}: {together(changes)}"
    yield _duplicates(result)
    close = result.overlaps.counts.close
    if close:
        share = "shares" if close == 1 else "share"
        yield f"{many(close, 'pair')} of held meetings {share} two or more member organisations."
    yield _gaps(meetings)


def _recommendations(meetings: Sequence[Meeting]) -> str:
    counted = Counter(recommendation(meeting) for meeting in meetings)
    found = [f"{counted[word]:,} to {word}" for word in HEADINGS if counted[word]]
    if not found:
        return "No recommendation is recorded."
    reviews = [meeting.latest_review for meeting in meetings if recommendation(meeting) is not None]
    decided = sum(bool(review is not None and decision(review)) for review in reviews)
    how_many = (
        "No decision is recorded." if not decided else f"A decision is recorded for {'all' if decided == len(reviews) else f'{decided:,}'}."
    )
    return f"{many(len(reviews), 'recommendation')}: {listed(found)}. {how_many}"


def _effect(result: PackResult) -> str:
    """The effect of the recommendations, and what a Board should look at first."""
    scenario = result.recommended.comparison.scenario
    if not (scenario.stopping or scenario.starting):
        return ""
    warnings = ["a statutory duty is affected"] if result.recommended.touches_duty else []
    if result.recommended.homeless:
        are = "has" if result.recommended.homeless == 1 else "have"
        warnings.append(f"{many(result.recommended.homeless, 'area', 'areas')} of work {are} no other home in this register")
    careful = f" Caution: {listed(warnings)}." if warnings else ""
    return f"If every recommendation were carried out, {_change(result.recommended.effect)}.{careful}"


def _change(effect: Effect) -> str:
    """How the number of meetings a year would change, as far as it is known."""
    if effect.change is None:
        return "it is not known how the number of meetings a year would change"
    by = signed_range(effect.limits, effect.change)
    unknown = sum(one.change is None for one in effect.meetings)
    without = f", not counting {unknown:,} of unknown frequency" if unknown else ""
    return f"the number of meetings a year would {'stay the same' if by == '0' else f'change by {by}'}{without}"


def _duplicates(result: PackResult) -> str:
    found = result.duplicates
    raised, layers = found.raised, found.layers_in_all
    sentence = NONE_RAISED
    if raised:
        may = "pair of meetings may duplicate each other" if raised == 1 else "pairs of meetings may duplicate each other"
        sentence = f"{raised:,} {may}: {_by_grade(found)}."
    work = "works" if layers == 1 else "work"
    return f"{sentence} {many(layers, 'pair')} {work} on one subject at different layers." if layers else sentence


def _by_grade(found: SearchResult) -> str:
    """How many of the pairs are likely and how many possible."""
    counts = {"likely": found.likely, "possible": found.raised - found.likely}
    return listed([f"{count:,} {grade}" for grade, count in counts.items() if count])


def _gaps(meetings: Sequence[Meeting]) -> str:
    """The gaps that most meetings have."""
    counted = sorted(count_gaps(meetings).items(), key=lambda item: -item[1])[:_MOST_GAPS]
    found = [f"{count:,} with no {GAPS[gap]}" for gap, count in counted]
    live = sum(meeting.live for meeting in meetings)
    if live == 1:
        return (
            f"The largest gaps of the one meeting that has not ended: {listed([f'no {GAPS[gap]}' for gap, _ in counted])}." if found else ""
        )
    return f"The largest gaps: of {many(live, 'meeting')} that have not ended, {listed(found)}." if found else ""
