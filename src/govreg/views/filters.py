"""The filters of a question in words."""

from collections.abc import Iterator

from govreg.analysis.selection import LEAD_KINDS, Filters
from govreg.model.names import listed, many, shown
from govreg.model.register import Register
from govreg.views import terms
from govreg.views.gaps import GAPS


def filter_words(register: Register, wanted: Filters) -> str:
    """What meetings were chosen by, as a person says it: `led by OPCC and for Bristol`; empty where nothing was asked for."""
    return listed(list(_words(register, wanted)))


def compared(register: Register, chosen: int, wanted: Filters) -> str:
    """How many meetings are compared, and what they were chosen by; empty where nothing was asked for."""
    words = filter_words(register, wanted)
    return f"{chosen:,} of {many(len(register.meetings), 'meeting')} compared: {words}." if words else ""


def _words(register: Register, wanted: Filters) -> Iterator[str]:
    itself = " itself" if wanted.exact else ""
    if wanted.lead:
        named = [terms.organisation(register, lead) for lead in wanted.lead if lead not in LEAD_KINDS]
        kinds = [lead.replace("-", " ") for lead in wanted.lead if lead in LEAD_KINDS]
        led = [f"led by {listed(named, 'or')}{itself}"] if named else []
        yield " or ".join([*led, *([f"lead {listed(kinds, 'or')}"] if kinds else [])])
    if wanted.support:
        yield f"supported by {listed([terms.organisation(register, id_) for id_ in wanted.support], 'or')}{itself}"
    if wanted.participant:
        yield f"with {listed([terms.organisation(register, id_) for id_ in wanted.participant], 'or')}{itself} taking part"
    if wanted.area:
        yield f"for {listed([register.areas[id_].name for id_ in wanted.area], 'or')}"
    if wanted.theme:
        yield f"on {listed([register.themes[id_].name for id_ in wanted.theme], 'or')}"
    if wanted.text:
        yield f"saying {listed([f'“{shown(word, longest=200)}”' for word in wanted.text], 'or')}"
    if wanted.level:
        yield listed(wanted.level, "or")
    if wanted.kind:
        yield f"of kind {listed(wanted.kind, 'or')}"
    if wanted.status:
        yield listed(wanted.status, "or")
    if wanted.statutory is not None:
        yield "statutory" if wanted.statutory else "not statutory"
    if wanted.without:
        yield f"not ended, with {listed([f'no {GAPS[gap]}' for gap in wanted.without], 'or')}"
