"""Reads from a paper's words who chairs a meeting."""

import re

from govreg.analysis.importing.organisations import Organisations
from govreg.analysis.importing.people import without_persons
from govreg.analysis.importing.seats import known_seat
from govreg.analysis.importing.wording import BODY, POST, is_name, says_nothing
from govreg.model.edits import Value

_MAYBE_PERSON = re.compile(r"[A-Z][a-zà-ÿ]+(?: [A-Z]\.?)?(?: (?:[A-Z]['’])?[A-Z][a-zà-ÿ]+(?:[-‑][A-Z][a-zà-ÿ]+)?){1,2}")
"""Two or three words with capitals: a chair named so, without a word such as `Council`, is more often a person than an organisation."""
_BASES = re.compile(
    r"\(?\b(?:by (?:vote|election|rotation|agreement|appointment|invitation)|elected annually|appointed annually|annually elected|rotating(?: chair)?|"
    r"on (?:a )?rotation(?:al basis)?|rotates[^,;]*|agreed by vote[^,;)–—]*|for (?:the )?first year|for (?:one|two|three|1|2|3) years?|on an interim basis|interim|"
    r"elected by (?:the )?members|elected|alternat\w+[^,;]*)\)?",
    re.IGNORECASE,
)


def read_chair(organisations: Organisations, text: str) -> tuple[dict[str, Value], bool]:
    """Who chairs a meeting, as a file has it, without dates and people's names; and whether `text` says nothing else."""
    bare = " ".join(without_persons(text.replace("\n", "; "))[0].split()).strip(" .,;")
    if not bare or says_nothing(bare):
        return {}, not bare
    chair: dict[str, Value] = {}
    basis = _BASES.search(bare)
    if basis is not None:
        chair["basis"] = basis.group().strip(" ()")
        rest = (bare[: basis.start()] + " " + bare[basis.end() :]).strip()
        bare = " ".join(rest.split()).strip(" ,;:.–—-()") or ""
    bare = re.sub(r"^(?:currently|current(?:ly)?:?|presently)\s+", "", bare, flags=re.IGNORECASE)
    if not bare:
        return chair, True
    seat = known_seat(organisations, bare)
    if seat is not None and seat.organisation is not None:
        chair["organisation"] = seat.organisation
        if seat.role:
            chair["role"] = seat.role
        return chair, True
    if _MAYBE_PERSON.fullmatch(bare) and not (BODY.search(bare) or POST.search(bare)):
        chair["person"] = bare
        return chair, True
    if not POST.search(bare) and is_name(bare) and re.search(r"[/;,]| and ", bare) is None:
        id_ = organisations.propose(bare)
        if id_ is not None:
            chair["organisation"] = id_
            return chair, True
    chair["role"] = bare
    return chair, True
