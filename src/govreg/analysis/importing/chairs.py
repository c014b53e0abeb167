"""Reads from a paper's words who chairs a meeting."""

import re

from govreg.analysis.importing.organisations import Organisations
from govreg.analysis.importing.paper_dates import paper_date
from govreg.analysis.importing.people import without_persons
from govreg.analysis.importing.seats import known_seat, new_holder
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
_SAID = re.compile(r"\b(?:chaired by|chair (?:is|will be|shall be|must be))\s+(?P<who>(?:(?:the|an?) )?(?-i:[A-Z])[^.;]*)", re.IGNORECASE)
"""A sentence that says who chairs."""
_SENTENCES = re.compile(r"[a-z)]{4,}\. [A-Z]")
"""Where one sentence ends and another begins: a post has none of these."""
_TERM = re.compile(
    r"\b(?:up )?(?P<word>since|from|until|till|to) (?P<when>(?:(?!\b(?:since|from|until|till|to)\b)[^(),;])+)\)?$", re.IGNORECASE
)
"""When a chair began or ends, at the end of a text."""


def read_chair(organisations: Organisations, text: str) -> tuple[dict[str, Value], bool]:
    """Who chairs a meeting and from when until when, as a file has it, without people's names; and whether `text` says nothing else."""
    bare = " ".join(without_persons(text.replace("\n", "; "))[0].split()).strip(" .,;")
    if not bare or says_nothing(bare):
        return {}, not bare
    said = _SAID.search(bare)
    if said is not None:
        chair, is_all = read_chair(organisations, re.sub(r"^(?:the|an?) ", "", said["who"], flags=re.IGNORECASE))
        return chair, is_all and said.group() == bare
    if _SENTENCES.search(bare):
        return {}, False
    bare, chair = _without_term(bare)
    basis = _BASES.search(bare)
    if basis is not None:
        chair["basis"] = ", ".join([basis.group().strip(" ()"), *([str(chair["basis"])] if "basis" in chair else [])])
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
    new = new_holder(organisations, bare)
    if new is not None:
        chair["organisation"], chair["role"] = new
        return chair, True
    if not POST.search(bare) and is_name(bare) and re.search(r"[/;,]| and ", bare) is None:
        id_ = organisations.propose(bare)
        if id_ is not None:
            chair["organisation"] = id_
            return chair, True
    chair["role"] = bare
    return chair, True


def _without_term(words: str) -> tuple[str, dict[str, Value]]:
    """`words` without those that say since when and until when, and what these say; `until the election`, without a date, is a basis."""
    term: dict[str, Value] = {}
    while (found := _TERM.search(words)) is not None:
        word = found["word"].casefold()
        date = paper_date(found["when"])
        part = "from" if word in ("since", "from") else "until"
        if date and part not in term:
            term[part] = date
        elif not term and word in ("since", "until", "till"):
            term["basis"] = f"{found['word']} {found['when']}"
        else:
            break
        words = words[: found.start()].rstrip(" (,;–—-")
    return words, term
