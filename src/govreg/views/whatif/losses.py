"""What would be lost, as a person is told it: a sentence each, with the line; what belongs together in one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from govreg.analysis.whatif.losses import Loss, LossKind
from govreg.model.location import Locator
from govreg.model.names import listed
from govreg.model.register import Register
from govreg.views import terms
from govreg.views.locations import short_location

LABELS = {
    LossKind.DUTY: "Statutory duty",
    LossKind.THEME: "No other home",
    LossKind.LINE: "No other home",
    LossKind.RECEIVER: "No receiver",
    LossKind.TOUCHED: "Statutory duty",
    LossKind.REPORT: "Reports",
    LossKind.LEAD: "Lead unclear",
    LossKind.ALONE: "Sits nowhere",
    LossKind.APART: "Meet nowhere",
    LossKind.ROLE: "Post left out",
    LossKind.LINK: "Link",
    LossKind.VERDICT: "Verdict",
}


class LossSentence(NamedTuple):
    """One or several losses of a kind in one sentence."""

    kind: LossKind
    says: str


def loss_sentences(register: Register, losses: Sequence[Loss], locate: Locator) -> tuple[LossSentence, ...]:
    """`losses` in their order; organisations that meet nowhere, and posts, are told together."""
    by_kind: dict[LossKind, list[Loss]] = defaultdict(list)
    for loss in losses:
        by_kind[loss.kind].append(loss)
    alone = {loss.about[0] for loss in by_kind.get(LossKind.ALONE, ())}
    rows: list[LossSentence] = []
    for kind, found in by_kind.items():
        match kind:
            case LossKind.ALONE:
                rows += (LossSentence(kind, says) for says in _alone(register, found))
            case LossKind.APART:
                rows += (LossSentence(kind, says) for says in _apart(register, found, alone))
            case LossKind.ROLE:
                rows += (LossSentence(kind, says) for says in _posts(register, found, alone))
            case _:
                rows += (LossSentence(kind, f"{_says(register, loss)}{_at(register, loss, locate)}") for loss in found)
    return tuple(rows)


def _at(register: Register, loss: Loss, locate: Locator) -> str:
    return f" ({short_location(register, loss.place, locate)})" if loss.place is not None else ""


def _says(register: Register, loss: Loss) -> str:
    title = _called(register, loss.meeting)
    others = _all_called(register, loss.others)
    areas = f" in {_areas(register, loss.areas)}" if loss.areas else ""
    about = loss.about[0] if loss.about else ""
    match loss.kind:
        case LossKind.DUTY:
            return f"{title} serves {about or 'a statutory duty'}; nobody else is recorded to{areas}"
        case LossKind.TOUCHED:
            also = "" if loss.others == (loss.meeting,) else f"; {others} {_verb(loss.others, 'serves', 'serve')} it too"
            return f"{title} serves {about or 'a statutory duty'}{also}"
        case LossKind.THEME:
            return f"Nobody else works on {about}{areas}"
        case LossKind.LINE:
            return f"Nobody else{areas} speaks of “{about}”"
        case LossKind.RECEIVER:
            return f"{_called(register, about)} is to take on the work of {title}, but would not be held"
        case LossKind.REPORT:
            return f"{others} reports to {title}"
        case LossKind.LEAD:
            return _lead(register, loss, title, others)
        case LossKind.LINK:
            how = "has a seat for" if about == "participants" else "is linked to"
            return f"{others} {how} {title}"
        case _:
            return _verdict(loss, title, others)


def _lead(register: Register, loss: Loss, title: str, others: str) -> str:
    leads = terms.organisations(register, loss.about)
    if not loss.others:
        return f"{title} would be led by {leads} jointly, and nobody is said to chair" if leads else f"{title} would have no clear lead"
    if any(register.meetings[id_].leads for id_ in loss.others):
        return f"{leads} leads the work of {title}; which of those who lead {others} would, is not said"
    return f"{leads} leads the work of {title}; who leads {others} is not clear"


def _verdict(loss: Loss, title: str, others: str) -> str:
    verdict, how = loss.about
    if how == "contradicted":
        return f"A reviewer found {title} and {others} {verdict}; this puts the work of one into the other"
    return f"That {title} and {others} are {verdict} was decided while another lead stood there; it would be asked again"


def _alone(register: Register, found: Sequence[Loss]) -> Iterator[str]:
    """Who would sit on nothing, told together where one meeting's end is why; who is still invited somewhere, apart."""
    together: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for loss in found:
        together[loss.meeting, loss.others].append(loss.about[0])
    for (meeting, others), organisations in together.items():
        invited = f", and only by invitation on {_all_called(register, others)}" if others else ""
        names = terms.organisations(register, organisations)
        yield f"{names} would sit on nothing without {_called(register, meeting)}{invited}"


def _apart(register: Register, found: Sequence[Loss], alone: set[str]) -> Iterator[str]:
    """Who would meet whom nowhere: the one with most others first; who sits on nothing any more is told already."""
    partners: dict[str, dict[str, Loss]] = defaultdict(dict)
    for loss in found:
        a, b = loss.about
        if a not in alone and b not in alone:
            partners[a][b] = partners[b][a] = loss
    while partners:
        one = max(sorted(partners), key=lambda id_: len(partners[id_]))
        met = partners.pop(one)
        for other in met:
            partners[other].pop(one)
            if not partners[other]:
                del partners[other]
        invited = sorted({id_ for loss in met.values() for id_ in loss.others})
        only = f"; only by invitation on {_all_called(register, invited)}" if invited else ""
        names = terms.organisations(register, sorted(met))
        none = f"and {names} would meet nowhere" if len(met) == 1 else f"would meet none of these anywhere: {names}"
        yield f"{terms.organisation(register, one)} {none}{only}"


def _posts(register: Register, found: Sequence[Loss], alone: set[str]) -> Iterator[str]:
    senders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for loss in found:
        kind, id_, role = loss.about
        if id_ not in alone:
            senders[kind, id_].append(role)
    for (kind, id_), roles in senders.items():
        name = terms.meeting(register, id_) if kind == "meeting" else terms.organisation(register, id_)
        yield f"{name}: {', '.join(roles)}"


def _called(register: Register, id_: str) -> str:
    return f"“{terms.meeting(register, id_)}”"


def _all_called(register: Register, ids: Iterable[str]) -> str:
    return listed([_called(register, id_) for id_ in ids])


def _verb(ids: Sequence[str], one: str, several: str) -> str:
    return one if len(ids) == 1 else several


def _areas(register: Register, ids: Sequence[str]) -> str:
    return listed([register.area_name(id_) for id_ in ids])
