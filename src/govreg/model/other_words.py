"""Words that people write for a field or a value of an entry, each with govreg's own word for it."""

from collections.abc import Collection, Mapping

from govreg.model.names import fold

_FIELDS = {
    "participants": "members, membership, attendees, attendance, core members, representatives, invitees",
    "lead": "organisation, lead organisation, led by, owner, convenor, convener, host",
    "chair": "chaired by, chairman, chairperson",
    "frequency": "how often, meeting frequency, meets, schedule",
    "purpose": "aim, aims, objective, objectives, remit",
    "focus": "current focus, priorities, workstreams",
    "terms_of_reference": "tor, terms of reference",
    "title": "meeting, meeting name, name",
    "name": "title, full name",
    "aliases": "alias, also known as, aka, acronym, abbreviation",
    "reports_to": "accountable to, parent",
    "kind": "type",
    "statutory": "statutory basis, legal basis",
    "last_met": "last meeting",
    "next_meets": "next meeting",
    "notes": "comments, comment, remarks",
    "url": "link, website",
    "attended": "present, attendees",
    "role": "post, job title",
}
_NESTED = {
    "review.next_due": "review date, next review, next review date, review due, review due date",
    "review.recommendation": "recommendation, recommended",
    "terms_of_reference.review_due": "terms of reference review date",
    "chair.role": "chair post",
    "chair.until": "chair until, term of the chair",
}
_GAPS = {"review-date": "next due, review.next due, next review, review due, review", "participants": "members, membership, attendees"}
_VALUES = {
    "ended": "dissolved, closed, disbanded, abolished, stood down, wound up, discontinued",
    "active": "current, live, ongoing, open",
    "suspended": "paused, on hold",
    "proposed": "planned",
}


def _by_word(table: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for ours, theirs in table.items():
        for word in theirs.split(", "):
            found[word] = (*found.get(word, ()), ours)
    return found


_FIELD_OF, _NESTED_OF, _GAP_OF, _VALUE_OF = (_by_word(table) for table in (_FIELDS, _NESTED, _GAPS, _VALUES))


def field_meant(word: str, known: Collection[str]) -> str | None:
    """Which of the fields `known` people mean who write `word`; None where that isn't certain."""
    return _meant(_FIELD_OF, word, known)


def nested_field_meant(word: str) -> str | None:
    """Which field of a part of a meeting, such as `review.next_due`, people mean who write `word`; None where that isn't certain."""
    return _meant(_NESTED_OF, word, _NESTED)


def gap_meant(word: str, known: Collection[str]) -> str | None:
    """Which of the gaps `known` people mean who write `word`; None where that isn't certain."""
    return _meant(_GAP_OF, word, known)


def value_meant(word: str, known: Collection[str]) -> str | None:
    """Which of the values `known` people mean who write `word`; None where that isn't certain."""
    return _meant(_VALUE_OF, word, known)


def _meant(table: Mapping[str, tuple[str, ...]], word: str, known: Collection[str]) -> str | None:
    spelt = fold(word.replace("_", " ").replace("-", " "))
    found = [one for one in table.get(spelt, ()) if one in known]
    return found[0] if len(found) == 1 else None
