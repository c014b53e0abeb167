"""People's names in free text, recognised by the title or rank before them, and mailboxes: `Cllr Jones`, `ACC Smithson`, `j.jones@…`."""

import re
from collections.abc import Iterator
from functools import lru_cache

_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Cllr|Councillor|Rev"
    r"|(?:Lord|Lady)(?! (?:Mayor|Mayoress|Lieutenant|Provost|Bishop|Warden|Chancellor|Chief Justice)\b(?! [A-Z])))\.?"
    r" (?:[A-Z]\.? )*[A-Z][a-z]+(?:[- ][A-Z][a-z]+)?"
)
_MAILBOX = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.-]*\w")
_RANKED = re.compile(
    r"\b(?:[ATD]/)?(?:CC|DCC|ACC|ACO|C/Supt|Ch(?:ief)? Supt|Supt|CI|Ch Insp|DCI|DI|DS|PC|PS|Insp|Sgt"
    r"|Chief Superintendent|Superintendent|Chief Inspector|Inspector|Sergeant|Constable|Commander)\.? (?:[A-Z][a-z]+ )?[A-Z][a-z]+\b"
)
_POSTS = frozenset(
    "And Area Business Chair Change Command Communities Community Confidence Crime Criminal Custody District East "
    "Engagement Field For Force Intelligence Investigations Justice Lead Leads Local Major Member National Neighbourhood "
    "North Of Officer Operational Operations Or Organised Partnership Partnerships People Policing Prevention "
    "Professional Protection Protective Public Regional Representative Response Roads Safeguarding Safety Serious "
    "Services South Specialist Sponsor Staff Standards Support Tasking Team Territorial Uniform Vulnerability West".split()
)
"""The words after a rank that name the post rather than the person: `ACC Crime`."""


@lru_cache(maxsize=1024)
def person_in(text: str) -> bool:
    """Whether `text` seems to name a person."""
    return any(True for _ in person_spans(text))


def person_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where in `text` names of persons begin and end, their titles or ranks among them."""
    for found in _TITLED.finditer(text):
        yield found.span()
    if "@" in text:
        for found in _MAILBOX.finditer(text):
            yield found.span()
    for found in _RANKED.finditer(text):
        if not _POSTS & set(found.group().split()[1:]):
            yield found.span()
