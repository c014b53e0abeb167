"""What if: the effect of a scenario, what it would lose, whether work is taken up elsewhere, and whose agreement it needs."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from govreg.analysis.whatif.agreement import Agreement, ConsentReason
from govreg.analysis.whatif.area_sets import WHOLE
from govreg.analysis.whatif.comparison import ScenarioComparison
from govreg.analysis.whatif.loss import Loss, LossKind
from govreg.analysis.whatif.result import WhatIfResult
from govreg.analysis.whatif.scenario import StoppingMeeting
from govreg.analysis.whatif.transfers import MOST_COMPARED, WorkTransfers
from govreg.model.location import Location, Locator
from govreg.model.meeting import Meeting
from govreg.model.names import listed, many
from govreg.model.register import Register
from govreg.report import Block, BulletList, Cell, Column, Fields, Heading, LazyBlocks, Link, Paragraph, Report, Table
from govreg.views import terms
from govreg.views.data import range_data
from govreg.views.locations import looked_up, place_data
from govreg.views.long_entries import about_long_entries
from govreg.views.whatif.effect import effect_blocks, effect_data, effect_foot
from govreg.views.whatif.losses import LABELS, duty_sentence, gap_sentences, loss_sentences, searched
from govreg.views.whatif.transfers import transfer_blocks, transfer_data

_MOST_LOSSES = 100
"""How many losses of a kind are listed; where a register's every meeting ends, there are more than anyone reads."""

_MOST_TRANSFERS = 100
"""For how many meetings a report says whether their work is taken up elsewhere: a page each where their entries are long."""


def whatif(result: WhatIfResult, locate: Locator, as_at: str) -> Report:
    """The report of `govreg whatif`."""
    register = result.comparison.before
    steps = tuple(_steps(result.comparison))
    return Report(
        LazyBlocks(lambda: (Heading("What if", 1), *scenario_blocks(result, locate, 2, _MOST_LOSSES, "--format json"))),
        data=lambda: _data(result, steps, locate, as_at),
        sheet=lambda: _sheet(result, steps, locate),
        foot=(*effect_foot(result.effect), *about_long_entries(register), *terms.under(register, as_at), *_careful(result)),
    )


def scenario_blocks(result: WhatIfResult, locate: Locator, level: int, most: int, lists_all: str) -> Iterator[Block]:
    """What a scenario changes, and what comes of it under headings of `level`.

    `locate` gives the lines of the places that are named; of each kind of loss, `most` are listed and the others counted. `lists_all`
    is what lists these.
    """
    register = result.comparison.before
    steps = tuple(says for _, _, says in _steps(result.comparison))
    if not steps:
        yield Paragraph("No recommendation that would change a meeting is recorded.")
        return
    yield BulletList(steps)
    yield from (Heading("Effect", level), *effect_blocks(register, result.effect))
    yield from (Heading("Losses", level), *_losses(result, locate, most, lists_all))
    if result.duties:
        yield Heading("Statutory duties affected, not lost", level)
        yield BulletList(tuple(duty_sentence(register, one, locate) for one in result.duties))
    transfers = result.transfers.compared
    for claim in transfers[:_MOST_TRANSFERS]:
        yield from transfer_blocks(register, claim, locate, level)
    yield from _not_shown(result.transfers, lists_all)
    yield from (Heading("Agreement needed from", level), *_agreement(register, result.agreement))


def _not_shown(transfers: WorkTransfers, lists_all: str) -> Iterator[Block]:
    """For how many meetings whose work others would take on it is not shown whether they do; nothing where it is shown for all."""
    compared, shown = len(transfers.compared), min(len(transfers.compared), _MOST_TRANSFERS)
    total = compared + transfers.left_out
    if shown < total:
        all_ = f"the first {compared:,}" if transfers.left_out else "all"
        more = f"; {lists_all} lists {all_}" if shown < compared else ""
        why = f". For all it would take more than {MOST_COMPARED:,} comparisons" if transfers.left_out else ""
        of = f"{f'the first {shown:,}' if shown else 'none'} of {many(total, 'meeting')} whose work others would take on"
        yield Paragraph(f"Whether work is taken up is shown for {of}{more}{why}.", quiet=True)


Step = tuple[str, str, str]
"""What a scenario changes: the sort of change, the meeting, and a sentence about it."""


def _steps(comparison: ScenarioComparison) -> Iterator[Step]:
    scenario, register = comparison.scenario, comparison.before
    for one in scenario.stopping.values():
        yield one.how, one.meeting, _stops(register, one)
    for id_ in scenario.starting:
        entry = register.meetings[id_]
        yield "start", id_, f"“{entry.title}” starts; it is only {entry.status} so far."
    for id_, text in scenario.frequencies.items():
        entry = register.meetings[id_]
        before = entry.frequency.text if entry.frequency is not None and entry.frequency.text else ""
        instead = f"instead of “{before}”" if before else "where no frequency is recorded now"
        yield "frequency", id_, f"“{entry.title}” meets “{text}”, {instead}."
    for id_ in scenario.leads:
        yield "lead", id_, _led(comparison, id_)
    for id_ in scenario.in_words:
        entry = register.meetings[id_]
        change = entry.latest_review.change if entry.latest_review is not None else None
        yield "left-out", id_, f"Left out, as it is described in text only: “{entry.title}” changes{f' (“{change}”)' if change else ''}."


def _led(comparison: ScenarioComparison, id_: str) -> str:
    entry = comparison.after.meetings[id_]
    before, after = (terms.organisations(one, one.meetings[id_].leads) for one in (comparison.before, comparison.after))
    joint = " jointly" if entry.lead_kind == "joint" else ""
    now = f"instead of {before}" if before else "where no lead is clear now"
    return f"“{entry.title}” is led by {after}{joint}, {now}." if after else f"“{entry.title}” has no clear lead, {now}."


def _stops(register: Register, one: StoppingMeeting) -> str:
    entry = register.meetings[one.meeting]
    into = listed([f"“{terms.meeting(register, id_)}”" for id_ in one.into])
    says = ", as the register says" if one.recorded else ""
    so_far = "" if entry.is_held else " It is not held now, so no saving or loss is counted."
    match one.how:
        case "merge":
            return (
                f"“{entry.title}” merges into {into}{says}.{so_far}"
                if into
                else f"“{entry.title}” merges; the register doesn’t say into what.{so_far}"
            )
        case "suspend":
            return f"“{entry.title}” is suspended."
        case _:
            work = f", and its work goes to {into}{says}" if into else "; no meeting is named to take on its work"
            return f"“{entry.title}” ends{work}.{so_far}"


def _losses(result: WhatIfResult, locate: Locator, most: int, lists_all: str) -> Iterator[Block]:
    register = result.comparison.before
    found: dict[str, list[Callable[[], str]]] = {}
    for row in loss_sentences(result.comparison.after, result.losses, locate):
        found.setdefault(row.label, []).append(row.worded)
    if gaps := gap_sentences(register, result.gaps, locate):
        found["Not known"] = list(gaps)
    if result.left_out:
        found.setdefault(LABELS[LossKind.APART], [])  # those that are named may all be of members who would sit nowhere else
    rows: list[tuple[str, Cell]] = []
    for label, worded in found.items():
        says = [one() for one in worded[:most]]
        more = [f"And {len(worded) - most:,} more of this kind; {lists_all} lists all."] if len(worded) > most else []
        if result.left_out and label == LABELS[LossKind.APART]:
            pairs = sum(loss.kind is LossKind.APART for loss in result.losses)
            in_all = f"In all, {pairs + result.left_out:,} pairs of organisations would share no other held meeting in this register"
            more = [f"{in_all}; {lists_all} lists the first {pairs:,}."]
        rows += zip((label, *[""] * (len(says) + len(more) - 1)), (*says, *more), strict=True)
    yield Fields(tuple(rows)) if rows else Paragraph("Nothing recorded.")
    if result.comparison.no_longer_held:
        yield Paragraph(searched(result.comparison), quiet=True)


def _agreement(register: Register, found: Agreement) -> Iterator[Block]:
    points = [says for _, _, says in _agreements(register, found)]
    yield BulletList(tuple(points)) if points else Paragraph("Nobody is recorded.")


def _agreements(register: Register, found: Agreement) -> Iterator[Step]:
    """Who would have to agree, by reason and meeting."""
    asked: dict[ConsentReason, dict[str, list[str]]] = {why: {} for why in ConsentReason}
    for organisation, whys in found.who:
        for why, id_ in whys:
            asked[why].setdefault(id_, []).append(organisation)
    for why, meetings in asked.items():
        for id_, who in meetings.items():
            yield why.value, id_, f"{terms.organisations(register, who)}: {_WHY[why].format(f'“{terms.meeting(register, id_)}”')}"
    for id_ in found.unknown:
        yield "unknown", id_, f"Not known: {_no_lead(register.meetings[id_])}"


def _no_lead(entry: Meeting) -> str:
    if entry.leads:
        return f"“{entry.title}” would have no clear lead"
    return f"who leads “{entry.title}” is unclear" if entry.lead_kind == "unclear" else f"no lead is recorded for “{entry.title}”"


_WHY = {
    ConsentReason.LEADS: "the lead of {}",
    ConsentReason.RECEIVES: "the lead of {}, which would take on work",
    ConsentReason.WOULD_LEAD: "would lead {}",
    ConsentReason.DUTY: "on {}, which is recorded as statutory",
}


def _careful(result: WhatIfResult) -> Iterator[str]:
    """The last line: that a duty is touched, that work is left without a home."""
    cautions = ["touches a statutory duty"] if result.touches_duty else []
    if result.homeless:
        cautions.append(f"leaves {many(result.homeless, 'area', 'areas')} of work with no other home in this register")
    if cautions:
        yield f"Caution: this {listed(cautions)}."


def _data(result: WhatIfResult, steps: Sequence[Step], locate: Locator, as_at: str) -> dict[str, Any]:
    register, scenario = result.comparison.before, result.comparison.scenario
    places = looked_up(_places(result), locate)
    return {
        "as_at": as_at,
        "unread": list(register.unread),
        "scenario": {
            "says": [says for _, _, says in steps],
            "stops": [{"meeting": one.meeting, "how": one.how, "into": list(one.into)} for one in scenario.stopping.values()],
            "starts": list(scenario.starting),
            "frequency": dict(scenario.frequencies),
            "lead": {id_: list(lead) if isinstance(lead, tuple) else lead for id_, lead in scenario.leads.items()},
            "in_words_only": list(scenario.in_words),
        },
        "effect": effect_data(result.effect),
        "pairs_left_out": result.left_out,
        "losses": [_loss_data(result.comparison.after, loss, places) for loss in result.losses],
        "not_known": [
            {"kind": gap.kind.value, "meeting": gap.meeting, "about": gap.about, "place": place_data(gap.place, places)}
            for gap in result.gaps
        ],
        "duties_affected": [
            {"meeting": one.meeting, "duty": one.duty or None, "others": list(one.others), "place": place_data(one.place, places)}
            for one in result.duties
        ],
        "claims": [transfer_data(claim, places) for claim in result.transfers.compared],
        **({"claims_left_out": result.transfers.left_out} if result.transfers.left_out else {}),
        "agree": [
            {"organisation": id_, "because": [{"why": why.value, "meeting": meeting} for why, meeting in whys]}
            for id_, whys in result.agreement.who
        ],
        "lead_not_known": list(result.agreement.unknown),
        "touches_duty": result.touches_duty,
        "homeless": result.homeless,
    }


def _places(result: WhatIfResult) -> Iterator[Location | None]:
    """The places that it names."""
    yield from (gap.place for gap in result.gaps)
    yield from (duty.place for duty in result.duties)
    for loss in result.losses:
        yield loss.place
        yield loss.nearest.place if loss.nearest is not None else None
    for claim in result.transfers.compared:
        for item in claim.items:
            yield item.place
            yield from (one.place for found in (item.covered_by, item.mentioned, item.planned) for one in found)
        yield from (place for _, place in claim.too_general)


def _loss_data(register: Register, loss: Loss, locate: Locator) -> dict[str, Any]:
    near = loss.nearest
    return {
        "kind": loss.kind.value,
        "meeting": loss.meeting,
        "about": list(loss.about),
        "areas": list(loss.areas),
        "others": list(loss.others),
        "looked_for": list(loss.looked_for),
        "nearest": None
        if near is None
        else {"meeting": near.meeting, "how": near.how.value, "words": list(near.words), "place": place_data(near.place, locate)},
        "says": loss_sentences(register, (loss,), locate)[0].says,
        "place": place_data(loss.place, locate),
    }


_SHEET = (
    *(Column(title) for title in ("part", "kind", "meeting", "title", "says")),
    Column("areas", ids="area_id"),
    Column("others", ids="other_id"),
    *(Column(title) for title in ("now", "then", "change", "hours_least", "hours_most", "file", "line")),
)


def _sheet(result: WhatIfResult, steps: Sequence[Step], locate: Locator) -> Table:
    """A row for each change, and for each thing lost, not known, affected or to be agreed; names, where ids are of no use."""
    register = result.comparison.before
    effects = {one["meeting"]: one for one in effect_data(result.effect)["meetings"]}
    rows: list[dict[str, Cell]] = []
    for kind, id_, says in steps:
        found = effects.get(id_, {}) if kind not in ("lead", "left-out") else {}
        hours = found.get("person_hours") or range_data(None) or {}
        numbers = {key: found.get(key) for key in ("now", "then", "change")}
        rows.append(
            {
                "part": "change",
                "kind": kind,
                "meeting": id_,
                "says": says,
                **numbers,
                **{f"hours_{end}": value for end, value in hours.items()},
            }
        )
    for loss in result.losses:
        named = tuple(terms.sender_link(register, id_) for id_ in loss.others)
        where = tuple(Link("area", id_, "the area as a whole" if id_ == WHOLE else register.area_name(id_)) for id_ in loss.areas)
        sentence = loss_sentences(result.comparison.after, (loss,), locate)[0].says
        rows.append(
            {"part": "loss", "kind": loss.kind.value, "meeting": loss.meeting, "says": sentence, "areas": where, "others": named}
            | (place_data(loss.place, locate) or {})
        )
    for gap in result.gaps:
        sentence = gap_sentences(register, (gap,), locate)[0]()
        rows.append(
            {"part": "not known", "kind": gap.kind.value, "meeting": gap.meeting, "says": sentence} | (place_data(gap.place, locate) or {})
        )
    for one in result.duties:
        named = tuple(terms.sender_link(register, id_) for id_ in one.others)
        sentence = duty_sentence(register, one, locate)
        rows.append(
            {"part": "duty affected", "meeting": one.meeting, "says": sentence, "others": named} | (place_data(one.place, locate) or {})
        )
    rows += [
        {"part": "agreement", "kind": kind, "meeting": id_, "says": says} for kind, id_, says in _agreements(register, result.agreement)
    ]
    titled = ({**row, "title": terms.meeting(register, str(row["meeting"]))} for row in rows)
    return Table(_SHEET, tuple(tuple(row.get(column.title) for column in _SHEET) for row in titled))
