"""What if: what a scenario would save and lose, whether work is taken up where it is said to be, and who would have to agree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from govreg.analysis.meetings_per_year import YearlyCount, number
from govreg.analysis.whatif.agreement import Agreement, ConsentReason
from govreg.analysis.whatif.coverage import WorkTransfer
from govreg.analysis.whatif.losses import Loss, LossKind
from govreg.analysis.whatif.saving import A_SEAT, HOURS, PEOPLE, MeetingSaving, Range, Saving, person_hours
from govreg.analysis.whatif.scenario import Scenario, StoppingMeeting
from govreg.model.location import Locator
from govreg.model.names import listed
from govreg.model.register import Register
from govreg.report import Block, BulletList, Cell, Column, Fields, Heading, Link, Paragraph, Report, Table
from govreg.views import terms
from govreg.views.locations import place_data
from govreg.views.whatif.coverage import transfer_blocks, transfer_data
from govreg.views.whatif.losses import LABELS, LossSentence, loss_sentences


@dataclass(frozen=True)
class WhatIfResult:
    """A scenario with all that comes of it."""

    scenario: Scenario
    after: Register
    saving: Saving
    losses: tuple[Loss, ...]
    claims: tuple[WorkTransfer, ...]
    agreement: Agreement


def whatif(register: Register, supposed: WhatIfResult, locate: Locator, as_at: str) -> Report:
    """The report of `govreg whatif`."""
    steps = tuple(_steps(register, supposed))
    rows = loss_sentences(register, supposed.losses, locate)
    blocks: list[Block] = [Heading("What if", 1), BulletList(steps)]
    blocks += [Heading("What it would save"), *_saved(register, supposed.saving)]
    blocks += [Heading("What would be lost, the worst first"), _lost(rows)]
    for claim in supposed.claims:
        blocks += transfer_blocks(register, claim, locate)
    blocks += [Heading("Who would have to agree"), *_agreement(register, supposed.agreement)]
    return Report(
        tuple(blocks),
        data=lambda: _data(register, supposed, steps, locate, as_at),
        sheet=lambda: _sheet(register, supposed, locate),
        foot=(*_assumed(supposed), *terms.under(register, as_at), *_careful(supposed.losses)),
    )


def _steps(register: Register, supposed: WhatIfResult) -> Iterator[str]:
    planned = supposed.scenario
    for one in planned.stopping.values():
        yield _stops(register, one)
    for id_ in planned.starting:
        entry = register.meetings[id_]
        yield f"“{entry.title}” starts{'; it is only proposed so far' if entry.status == 'proposed' else '; it is suspended so far'}."
    for id_, text in planned.frequencies.items():
        entry = register.meetings[id_]
        before = entry.frequency.text if entry.frequency is not None and entry.frequency.text else ""
        yield f"“{entry.title}” is held “{text}”, {f'instead of “{before}”' if before else 'where nothing is said now'}."
    for id_ in planned.leads:
        before, after = (terms.organisations(one, one.meetings[id_].leads) or "" for one in (register, supposed.after))
        joint = ", jointly" if supposed.after.meetings[id_].lead_kind == "joint" else ""
        now = f"instead of {before}" if before else "where no lead is clear now"
        yield f"“{register.meetings[id_].title}” is led by {after or 'nobody known'}{joint}, {now}."
    for id_ in planned.in_words:
        entry = register.meetings[id_]
        change = entry.latest_review.change if entry.latest_review is not None else None
        yield f"Not in this, as it is told in words only: “{entry.title}” changes{f' (“{change}”)' if change else ''}."


def _stops(register: Register, one: StoppingMeeting) -> str:
    entry = register.meetings[one.meeting]
    into = listed([f"“{terms.meeting(register, id_)}”" for id_ in one.into])
    says = ", as the register says" if one.recorded else ""
    so_far = "" if entry.is_held else " It is not held now, so nothing is lost by it."
    match one.how:
        case "merge":
            return f"“{entry.title}” merges into {into}{says}.{so_far}"
        case "suspend":
            return f"“{entry.title}” is suspended.{so_far}"
        case _:
            work = f", and its work goes to {into}{says}" if into else ", and nobody takes its work on"
            return f"“{entry.title}” ends{work}.{so_far}"


def _saved(register: Register, saving: Saving) -> Iterator[Block]:
    if not saving.changed:
        yield Paragraph("Nothing: no meeting would be held more or less often.")
        return
    unknown = listed([f"“{terms.meeting(register, one.meeting)}”" for one in saving.changed if one.saved is None])
    if saving.sittings.per_year is None:
        yield Paragraph(f"Not known: nothing gives a number of meetings a year for {unknown}.")
        return
    rows: list[tuple[str, Cell]] = [("Meetings a year", _sittings(saving)), ("Person-hours", _hours(saving.hours))]
    if unknown:
        rows.append(("Not counted", f"{unknown}: nothing gives a number of meetings a year"))
    yield Fields(tuple(rows))
    if len(saving.changed) > 1:
        columns = (Column("Meeting", share=2), Column("A year now", whole=True), Column("Then", whole=True), Column("Person-hours saved"))
        yield Table(columns, tuple(_row(register, one) for one in saving.changed))


def _row(register: Register, one: MeetingSaving) -> tuple[Cell, ...]:
    hours = _hours(person_hours(one)) if one.saved is not None else "not known"
    return (terms.meeting_link(register, one.meeting), _a_year(one.before), _a_year(one.after), hours)


def _a_year(count: YearlyCount | None) -> Cell:
    return "not held" if count is None else terms.a_year(count) if count.total is not None else "not known"


def _sittings(saving: Saving) -> str:
    net = saving.sittings.per_year
    if net is None:
        return "not known"
    said = f"{terms.count(abs(net))} {'fewer' if net > 0 else 'more'}" if net else "as many as now"
    sure = {"at-least": ", at least", "ambiguous": ", if read as most do", "varies": ", but it varies"}
    return said + sure.get(saving.sittings.certainty, "")


def _hours(hours: Range | None) -> str:
    if hours is None:
        return "not known"
    least, most = _whole(hours.least), _whole(hours.most)
    if hours.least >= 0:
        return f"{least} to {most} fewer"
    return f"{most} to {least} more" if hours.most <= 0 else f"from {least} more to {most} fewer"


def _whole(hours: Fraction) -> str:
    return f"{round(abs(hours)):,}"


def _lost(rows: Sequence[LossSentence]) -> Block:
    if not rows:
        return Paragraph("Nothing that the register knows of.")
    labels: list[str] = []
    for row in rows:
        labels.append("" if LABELS[row.kind] in labels else LABELS[row.kind])
    return Fields(tuple((label, row.says) for label, row in zip(labels, rows, strict=True)))


def _agreement(register: Register, found: Agreement) -> Iterator[Block]:
    points = []
    for why in ConsentReason:
        for id_ in dict.fromkeys(meeting for _, whys in found.who for one, meeting in whys if one is why):
            who = [organisation for organisation, whys in found.who if (why, id_) in whys]
            points.append(f"{terms.organisations(register, who)}: {_WHY[why].format(f'“{terms.meeting(register, id_)}”')}")
    if found.unknown:
        titles = listed([f"“{terms.meeting(register, id_)}”" for id_ in found.unknown])
        points.append(f"Not known: who leads {titles}, and so who speaks for {'it' if len(found.unknown) == 1 else 'them'}")
    yield BulletList(tuple(points)) if points else Paragraph("Nobody that the register knows of.")


_WHY = {
    ConsentReason.LEADS: "the lead of {}",
    ConsentReason.RECEIVES: "the lead of {}, which would take work on",
    ConsentReason.WOULD_LEAD: "would lead {}",
    ConsentReason.DUTY: "on {}, which serves a statutory duty",
}


def _assumed(supposed: WhatIfResult) -> Iterator[str]:
    counted = [one for one in supposed.saving.changed if one.saved is not None]
    if not counted:
        return
    lines = [
        "Person-hours: people, times hours, times meetings a year; without travel and papers.",
        f"A seat is 1 to {A_SEAT} people, that of a collective up to one of each member.",
    ]
    if any(one.lasts is None for one in counted):
        lines.append(f"Where no length is given, a sitting is taken to last {HOURS.least} to {HOURS.most} hours.")
    if any(one.people is None for one in counted):
        lines.append(f"Where nobody is listed, {PEOPLE.least} to {PEOPLE.most} people are taken to come.")
    signs = terms.signs(_a_year(count) for one in counted for count in (one.before, one.after))
    yield " ".join([*lines, *([f"A year: {signs}."] if signs and len(supposed.saving.changed) > 1 else [])])


def _careful(losses: Sequence[Loss]) -> Iterator[str]:
    """The last line: that a duty is touched, that work is left without a home."""
    homeless = sum(loss.kind in (LossKind.THEME, LossKind.LINE) for loss in losses)
    said = ["touches a statutory duty"] if touches_duty(losses) else []
    if homeless:
        said.append(f"leaves {terms.many(homeless, 'workstream')} without a home")
    if said:
        yield f"Careful: this {listed(said)}."


def touches_duty(losses: Sequence[Loss]) -> bool:
    """Whether any of `losses` is about a statutory duty."""
    return any(loss.kind in (LossKind.DUTY, LossKind.TOUCHED) for loss in losses)


def _data(register: Register, supposed: WhatIfResult, steps: Sequence[str], locate: Locator, as_at: str) -> dict[str, Any]:
    planned, losses = supposed.scenario, supposed.losses
    return {
        "as_at": as_at,
        "unread": list(register.unread),
        "scenario": {
            "says": list(steps),
            "stops": [{"meeting": one.meeting, "how": one.how, "into": list(one.into)} for one in planned.stopping.values()],
            "starts": list(planned.starting),
            "frequency": dict(planned.frequencies),
            "lead": {id_: list(lead) if isinstance(lead, tuple) else lead for id_, lead in planned.leads.items()},
            "in_words_only": list(planned.in_words),
        },
        "saved": {
            "per_year": number(supposed.saving.sittings.per_year),
            "per_year_certainty": supposed.saving.sittings.certainty.value,
            "not_counted": [one.meeting for one in supposed.saving.changed if one.saved is None],
            "person_hours": _range(supposed.saving.hours),
            "meetings": [_changed_data(one) for one in supposed.saving.changed],
        },
        "losses": [_loss_data(register, loss, locate) for loss in losses],
        "claims": [transfer_data(claim, locate) for claim in supposed.claims],
        "agree": [
            {"organisation": id_, "because": [{"why": why.value, "meeting": meeting} for why, meeting in whys]}
            for id_, whys in supposed.agreement.who
        ],
        "lead_not_known": list(supposed.agreement.unknown),
        "touches_duty": touches_duty(losses),
        "homeless": sum(loss.kind in (LossKind.THEME, LossKind.LINE) for loss in losses),
    }


def _range(hours: Range | None) -> dict[str, Any] | None:
    return {"least": number(hours.least), "most": number(hours.most)} if hours is not None else None


def _changed_data(one: MeetingSaving) -> dict[str, Any]:
    return {
        "meeting": one.meeting,
        "now": number(one.before.total) if one.before is not None else 0,
        "then": number(one.after.total) if one.after is not None else 0,
        "person_hours": _range(person_hours(one)) if one.saved is not None else None,
    }


def _loss_data(register: Register, loss: Loss, locate: Locator) -> dict[str, Any]:
    return {
        "kind": loss.kind.value,
        "meeting": loss.meeting,
        "about": list(loss.about),
        "areas": list(loss.areas),
        "others": list(loss.others),
        "says": loss_sentences(register, (loss,), locate)[0].says,
        "place": place_data(loss.place, locate),
    }


_SHEET = (
    *(Column(title) for title in ("kind", "meeting", "title", "says", "per_year_before", "per_year_after")),
    Column("areas", ids="area_id"),
    Column("others", ids="other_id"),
    *(Column(title) for title in ("file", "line")),
)


def _sheet(register: Register, supposed: WhatIfResult, locate: Locator) -> Table:
    """A row for each meeting that would be held more or less often, then one for each loss."""
    rows: list[tuple[Cell, ...]] = []
    for one in supposed.saving.changed:
        now, then = ("none" if count is None else terms.a_year_in_words(count) for count in (one.before, one.after))
        counts = (terms.a_year(count) if count is not None else 0 for count in (one.before, one.after))
        rows.append(
            (
                "change",
                one.meeting,
                terms.meeting(register, one.meeting),
                f"Meetings a year now: {now}; then: {then}",
                *counts,
                (),
                (),
                None,
                None,
            )
        )
    for loss in supposed.losses:
        found = place_data(loss.place, locate) or {"file": None, "line": None}
        said = loss_sentences(register, (loss,), locate)[0].says
        areas = tuple(Link("area", id_, register.area_name(id_)) for id_ in loss.areas)
        others = tuple(terms.sender_link(register, id_) for id_ in loss.others)
        title = terms.meeting(register, loss.meeting)
        rows.append((loss.kind.value, loss.meeting, title, said, None, None, areas, others, found["file"], found["line"]))
    return Table(_SHEET, tuple(rows))
