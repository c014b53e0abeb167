"""The recommendations of a review pack, each with its number and reason, and their effect together."""

from collections import Counter
from collections.abc import Iterator, Sequence

from govreg.analysis.recommending import only_repeats
from govreg.model.meeting import Meeting, Review
from govreg.model.names import listed
from govreg.model.register import Register
from govreg.report import Block, Cell, Column, Heading, Paragraph, Table
from govreg.views import terms
from govreg.views.pack.result import PackResult
from govreg.views.recommendations import HEADINGS, attribution, reason, recommendation
from govreg.views.whatif.effect import effect_foot
from govreg.views.whatif.report import scenario_blocks

_ORDER = ("start", "change", "merge", "suspend", "end", "defer", "continue")
"""The order of the recommendations: changes come first."""

_MOST_LOSSES = 10
"""How many losses of a kind are listed; of more, the kind and the number say enough."""


def recommendations(register: Register, meetings: Sequence[Meeting]) -> Iterator[Block]:
    """The recommendations, numbered; nothing where there are none."""
    chosen = sorted(
        (meeting for meeting in meetings if recommendation(meeting) in HEADINGS), key=lambda one: _ORDER.index(recommendation(one) or "")
    )
    if not chosen:
        return
    common = Counter(attribution(meeting.latest_review) for meeting in chosen).most_common(1)[0][0]
    yield Heading("Recommendations")
    alike = all(attribution(one.latest_review) == common for one in chosen)
    yield Paragraph(f"{common}{'' if alike else ', unless another source is named'}.")
    columns = (
        Column("No", number=True, whole=True),
        Column("Meeting", share=2),
        Column("Recommendation", share=2),
        Column("Reason", share=3),
    )
    yield Table(columns, tuple(_row(register, number, meeting, common) for number, meeting in enumerate(chosen, 1)))


def _row(register: Register, number: int, meeting: Meeting, common: str) -> tuple[Cell, ...]:
    last = meeting.latest_review or Review()
    new = " (new)" if last.recommendation == "start" and not meeting.is_held else ""
    sentences = [_proposal(register, last)]
    if last.change and last.recommendation != "change" and not _is_stated(register, last, last.change):
        sentences.append(f"{last.change[0].upper()}{last.change[1:].rstrip('.')}.")
    if attribution(last) != common:
        sentences.append(f"{attribution(last)}.")
    return number, f"{terms.marked(register, meeting.id)}{new}", " ".join(sentences), reason(last) or "No reason is recorded"


def _is_stated(register: Register, review: Review, text: str) -> bool:
    """Whether `text` only repeats the recommendation and its meetings."""
    receivers = [register.meetings[id_] for id_ in review.into if id_ in register.meetings]
    return only_repeats(review.recommendation, text, (name for one in receivers for name in (one.title, *one.aliases)))


def _proposal(register: Register, review: Review) -> str:
    """The recommendation in a sentence."""
    into = listed([terms.marked(register, id_) for id_ in review.into])
    match review.recommendation:
        case "change":
            return f"Change: {review.change.rstrip('.')}." if review.change else "Change; what changes is not recorded."
        case "merge":
            return f"Merge into {into}." if into else "Merge; into what is not recorded."
        case "end":
            return f"End; its work goes to {into}." if into else "End; no meeting is named to take on its work."
        case _:
            return f"{(review.recommendation or '').capitalize()}."


def effect(result: PackResult) -> Iterator[Block]:
    """The effect of the recommendations; nothing if they change nothing."""
    scenario = result.recommended.comparison.scenario
    if not (scenario.stopping or scenario.starting or scenario.in_words):
        return
    yield Heading("Effect and losses of the recommendations")
    yield from scenario_blocks(result.recommended, lambda _: None, 3, _MOST_LOSSES, "“govreg whatif --recommended --format json”")
    yield from (Paragraph(line, quiet=True) for line in effect_foot(result.recommended.effect))
