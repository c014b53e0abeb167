"""What would be lost and what can't be judged, in a sentence each, with the line; what belongs together in one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import heapify, heappop, heappush

from govreg.analysis.whatif.area_sets import WHOLE
from govreg.analysis.whatif.comparison import ScenarioComparison
from govreg.analysis.whatif.loss import AffectedDuty, Gap, GapKind, Loss, LossKind, Nearest, Nearness
from govreg.model.location import Location, Locator
from govreg.model.names import listed, many
from govreg.model.register import Register
from govreg.views import terms
from govreg.views.locations import short_location

WORK = (LossKind.DUTY, LossKind.THEME, LossKind.LINE)
_MOST_NAMED = 50
"""How many organisations a sentence names."""

IN_PART = "Other home in part"
"""The label of work that other meetings do in some of the areas."""

LABELS = {
    LossKind.DUTY: "Statutory duty",
    LossKind.THEME: "No other home",
    LossKind.LINE: "No other home",
    LossKind.RECEIVER: "No receiver",
    LossKind.REPORT: "Reports",
    LossKind.LEAD: "Lead unclear",
    LossKind.ALONE: "No other seat",
    LossKind.APART: "Shared meetings",
    LossKind.ROLE: "Posts",
    LossKind.LINK: "Link",
    LossKind.VERDICT: "Verdict",
}


@dataclass(frozen=True, slots=True)
class LossSentence:
    """One or several losses of a kind in one sentence."""

    kind: LossKind
    worded: Callable[[], str]
    """Makes the sentence: thousands may be lost, and few of them shown."""
    in_part: bool = False
    """Whether other meetings do it in some of the areas."""

    @property
    def says(self) -> str:
        """The sentence."""
        return self.worded()

    @property
    def label(self) -> str:
        """What to call it in a table."""
        return IN_PART if self.in_part and self.kind is not LossKind.DUTY else LABELS[self.kind]


def loss_sentences(register: Register, losses: Sequence[Loss], locate: Locator) -> tuple[LossSentence, ...]:
    """`losses` in their order; `register` as it would be. Organisations that would share no meeting, and posts, come together."""
    by_kind: dict[LossKind, list[Loss]] = defaultdict(list)
    for loss in losses:
        by_kind[loss.kind].append(loss)
    alone = {loss.about[0] for loss in by_kind.get(LossKind.ALONE, ())}
    rows: list[LossSentence] = []
    for kind, found in by_kind.items():
        match kind:
            case LossKind.ALONE:
                rows += (_worded(kind, sentence) for sentence in _alone(register, found))
            case LossKind.APART:
                rows += (_worded(kind, sentence) for sentence in _apart(register, found, alone))
            case LossKind.ROLE:
                rows += (_worded(kind, sentence) for sentence in _posts(register, found, alone))
            case _:
                rows += (
                    LossSentence(kind, partial(_sentence, register, loss, locate), kind in WORK and bool(loss.others)) for loss in found
                )
    return tuple(rows)


def _worded(kind: LossKind, sentence: str) -> LossSentence:
    return LossSentence(kind, lambda: sentence)


def gap_sentences(register: Register, gaps: Sequence[Gap], locate: Locator) -> tuple[Callable[[], str], ...]:
    """Makers of the sentences about what can’t be judged, and why: thousands may be made, and few of them shown."""
    sentences = [partial(_gap, register, gap, locate) for gap in gaps if gap.kind is not GapKind.STATUTORY]
    unsaid = [gap.meeting for gap in gaps if gap.kind is GapKind.STATUTORY]
    return (*sentences, partial(_unsaid, register, unsaid)) if unsaid else tuple(sentences)


def _gap(register: Register, gap: Gap, locate: Locator) -> str:
    title = _called(register, gap.meeting)
    match gap.kind:
        case GapKind.STUB:
            return f"{title} can’t be judged: its entry records no purpose, focus, themes or members"
        case GapKind.WORK:
            return f"What {title} works on: its entry records no purpose, focus or themes"
        case GapKind.MEMBERS:
            return f"Who sits on {title}: its entry records no members"
        case GapKind.GENERAL:
            return f"“{gap.about}”{_at(register, gap.place, locate)} is too general to look for elsewhere"
        case _:
            return (
                f"Whether another meeting serves the same duty as {title}: its entry says that it is statutory, but names no duty"
                f"{_at(register, gap.place, locate)}"
            )


def _unsaid(register: Register, meetings: Sequence[str]) -> str:
    entries = "its entry doesn’t" if len(meetings) == 1 else "their entries don’t"
    return f"Whether {_all_called(register, meetings)} {_verb(meetings, 'serves', 'serve')} a statutory duty: {entries} say"


def duty_sentence(register: Register, affected: AffectedDuty, locate: Locator) -> str:
    """How a statutory duty would be served that isn't lost."""
    title, at_line = _called(register, affected.meeting), _at(register, affected.place, locate)
    if affected.others:
        others = f"{_all_called(register, affected.others)} {_verb(affected.others, 'serves', 'serve')}"
        return f"{title} serves {affected.duty}{at_line}; {others} it too"
    return f"{title} would still serve {affected.duty or 'a statutory duty, which its entry doesn’t name'}{at_line}"


def searched(comparison: ScenarioComparison) -> str:
    """What was searched for other homes, and how much of it records nothing."""
    held = [entry for entry in comparison.held.values() if entry.id not in comparison.scenario.stopping]
    counts = (
        (sum(not (entry.purpose or entry.focus or entry.themes) for entry in held), "purpose, focus or themes"),
        (sum(not entry.core_seats for entry in held), "members"),
    )
    unnamed = sum(entry.statutory is True for entry in held)
    if not held:
        return "No other meeting in this register would be held, so there was nothing to search."
    if len(held) == 1:
        silent = listed([f"no {what}" for count, what in counts if count])
        says = [*([f"records {silent}"] if silent else []), *(["is statutory without naming a duty"] if unnamed else [])]
        about = f" It {', and '.join(says)}." if says else ""
        return f"Searched: the one meeting in this register that would be held.{about}"
    unknown = [f"{count:,} {'records' if count == 1 else 'record'} no {what}" for count, what in counts if count]
    if unnamed:
        they = "records that it is" if unnamed == 1 else "record that they are"
        unknown.append(f"{unnamed:,} {they} statutory without naming a duty")
    searched_ = f"Searched: the {many(len(held), 'meeting')} in this register that would be held"
    return f"{searched_}. Of these, {listed(unknown)}." if unknown else f"{searched_}."


def areas(register: Register, ids: Iterable[str], last: str = "and") -> str:
    """What to call areas: those whose parts are all among `ids` by their name alone, others with parts `as a whole`."""
    found = set(ids)
    if WHOLE in found:
        rest = found - {WHOLE}
        return "the whole area" if rest >= set(register.areas) else listed([*_names(register, rest), "the area as a whole"], last)
    return listed(_names(register, found), last)


def _names(register: Register, ids: set[str]) -> list[str]:
    entire = {id_ for id_ in ids if register.areas_below(id_) <= ids}
    within = {below for id_ in entire for below in register.areas_below(id_) - {id_}}
    return [register.area_name(id_) + ("" if id_ in entire else " as a whole") for id_ in sorted(ids - within)]


def _at(register: Register, place: Location | None, locate: Locator) -> str:
    return f" ({short_location(register, place, locate)})" if place is not None else ""


def _sentence(register: Register, loss: Loss, locate: Locator) -> str:
    if loss.kind in WORK:
        return _work(register, loss, locate)
    title = _called(register, loss.meeting)
    others = _all_called(register, loss.others)
    at_line = _at(register, loss.place, locate)
    about = loss.about[0] if loss.about else ""
    match loss.kind:
        case LossKind.RECEIVER:
            return f"{_called(register, about)} is to take on the work of {title}, but would not be held"
        case LossKind.REPORT:
            return f"{others} reports to {title}, which would no longer be held{at_line}"
        case LossKind.LEAD:
            return f"{_lead(register, loss, title, others)}{at_line}"
        case LossKind.LINK:
            how = "has a seat for" if about == "participants" else "is linked to"
            return f"{others} {how} {title}, which would no longer be held{at_line}"
        case _:
            return f"{_verdict(loss, title, others)}{at_line}"


def _work(register: Register, loss: Loss, locate: Locator) -> str:
    """That no other meeting takes on a duty, a theme or a line, and which comes nearest."""
    about, at_line = loss.about[0], _at(register, loss.place, locate)
    where = f" in {areas(register, loss.areas, 'or')}" if loss.areas else ""
    does = (f"{_called(register, id_)} does, for {_covers(register, id_)}" for id_ in loss.others)
    elsewhere = f"; {listed(list(does))}" if loss.others else ""
    near = f"; {_nearest(register, loss.nearest, locate)}" if loss.nearest is not None else ""
    match loss.kind:
        case LossKind.DUTY | LossKind.THEME:
            duty, named = loss.kind is LossKind.DUTY, terms.subject(register, about)
            what = f"{_called(register, loss.meeting)} serves {about}{at_line};" if duty else f"{named[:1].upper()}{named[1:]}{at_line}:"
            verb = "serves" if duty else "works on"
            return f"{what} this register records no other held meeting that {verb} it{where}{elsewhere}{near}"
        case _:
            words, most = listed([f"“{word}”" for word in loss.looked_for]), len(loss.nearest.words) if loss.nearest is not None else 0
            several = f"more than {most} of the {len(loss.looked_for)} words" if most else "any of the words"
            has = several if len(loss.looked_for) > 1 else "the word"
            return f"“{about}”{at_line}: no other held meeting in this register{where} has {has} looked for ({words}){elsewhere}{near}"


def _nearest(register: Register, near: Nearest, locate: Locator) -> str:
    title, at_line = _called(register, near.meeting), _line(near.place, locate)
    match near.how:
        case Nearness.ELSEWHERE:
            return f"{title} does, for {_covers(register, near.meeting)}{at_line}"
        case Nearness.NOT_HELD:
            return f"{title} does, but is {register.meetings[near.meeting].status}{at_line}"
        case Nearness.MENTION:
            return f"{title} only mentions it{at_line}"
        case _:
            return f"the nearest is {title} with {listed([f'“{word}”' for word in near.words])}{at_line}"


def _line(place: Location, locate: Locator) -> str:
    position = locate(place)
    return f" (line {position.line})" if position is not None else ""


def _covers(register: Register, id_: str) -> str:
    return listed([register.area_name(area) for area in register.meetings[id_].areas]) or "the whole area"


def _lead(register: Register, loss: Loss, title: str, others: str) -> str:
    leads = terms.organisations(register, loss.about)
    if not loss.others:
        return f"{title} would be led by {leads} jointly, and no chair is recorded" if leads else f"{title} would have no clear lead"
    if any(register.meetings[id_].leads for id_ in loss.others):
        return f"{leads} {_verb(loss.about, 'leads', 'lead')} {title}; {others} have different leads, and none is named for its work"
    return f"{leads} {_verb(loss.about, 'leads', 'lead')} {title}; who leads {others} is not clear"


def _verdict(loss: Loss, title: str, others: str) -> str:
    verdict, how = loss.about
    if how == "contradicted":
        return f"A reviewer found {title} and {others} {verdict}; this puts the work of one into the other"
    return f"The verdict that {title} and {others} are {verdict} was given under another lead, and would be out of date"


def _alone(register: Register, found: Sequence[Loss]) -> Iterator[str]:
    """Who would sit on no other meeting, together where one meeting's end is why; who is still invited somewhere, apart."""
    together: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for loss in found:
        together[loss.meeting, loss.others].append(loss.about[0])
    for (meeting, others), organisations in together.items():
        invited = f", except by invitation on {_all_called(register, others)}" if others else ""
        names = _first_names(register, organisations, "and")
        yield f"{names} would sit on no other held meeting in this register without {_called(register, meeting)}{invited}"


def _apart(register: Register, found: Sequence[Loss], alone: set[str]) -> Iterator[str]:
    """Who would share no meeting with whom: the one with most others first; who sits on no other meeting is named already."""
    partners: dict[str, dict[str, Loss]] = defaultdict(dict)
    for loss in found:
        a, b = loss.about
        if a not in alone and b not in alone:
            partners[a][b] = partners[b][a] = loss
    waiting = [(-len(met), id_) for id_, met in partners.items()]
    heapify(waiting)
    while waiting:
        count, one = heappop(waiting)
        met = partners[one]
        if len(met) != -count:  # some of its partners were named before it
            heappush(waiting, (-len(met), one))
            continue
        for other in met:
            del partners[other][one]
        by_invitation: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for other in sorted(met):
            by_invitation[met[other].others].append(other)
        for invited, several in by_invitation.items():
            only = f", except by invitation on {_all_called(register, invited)}" if invited else ""
            names = _first_names(register, several, "or")
            yield f"{terms.organisation(register, one)} would share no other held meeting in this register with {names}{only}"


def _posts(register: Register, found: Sequence[Loss], alone: set[str]) -> Iterator[str]:
    senders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for loss in found:
        kind, id_, role = loss.about
        if id_ not in alone:
            senders[kind, id_].append(role)
    for (kind, id_), roles in senders.items():
        name = terms.meeting(register, id_) if kind == "meeting" else terms.organisation(register, id_)
        yield f"No other held meeting in this register lists {listed(roles, 'or')} for {name}"


def _first_names(register: Register, ids: Sequence[str], and_: str) -> str:
    """What to call the organisations `ids`: all of them, or the first and how many others there are."""
    named = ids if len(ids) <= _MOST_NAMED else ids[: _MOST_NAMED - 1]
    others = [f"{len(ids) - len(named):,} others"] if len(named) < len(ids) else []
    return listed([*(terms.organisation(register, id_) for id_ in named), *others], and_)


def _called(register: Register, id_: str) -> str:
    return f"“{terms.meeting(register, id_)}”"


def _all_called(register: Register, ids: Iterable[str]) -> str:
    return listed([_called(register, id_) for id_ in ids])


def _verb(ids: Sequence[str], one: str, several: str) -> str:
    return one if len(ids) == 1 else several
