"""The report of `govreg duplicates`: a page for each pair that a reviewer can decide from, groups, and layers of one subject."""

from collections.abc import Iterator, Sequence
from itertools import islice

from govreg.analysis.duplicates.search import Pair, SearchResult
from govreg.analysis.duplicates.signals import LAYERS, SUBJECT
from govreg.model.location import Locator
from govreg.model.meeting import Meeting
from govreg.model.names import and_more, cut, listed, many
from govreg.model.register import Register
from govreg.report import Block, Cell, Column, Command, Fields, Heading, LazyBlocks, Paragraph, Report, Table
from govreg.views import terms
from govreg.views.duplicates.data import duplicates_data, sheet
from govreg.views.duplicates.evidence import Evidence, EvidenceText
from govreg.views.duplicates.limits import limits
from govreg.views.duplicates.question import question
from govreg.views.locations import looked_up, quoted_location
from govreg.views.long_entries import about_long_entries

GRADES = {"likely": "likely the same work", "possible": "possibly the same work", "weak": "weak match"}

_MOST_PAGES = 1_000
"""How many pairs people see where they ask for no number of them: each takes half a page."""

_MOST_LAYERS = 25
"""How many layers of one subject are listed; the rest are counted, with the command that shows them."""

LAYERS_HEADING = "Same subject, different layer: which reports to which?"

_LONGEST = 160
"""Characters of a text that is shown side by side."""

_MOST_ITEMS = 4
"""How many items of work are shown side by side."""


def duplicates(register: Register, found: SearchResult, locate: Locator, as_at: str, limit: int = 0) -> Report:
    """The report of `govreg duplicates`; `limit` is how many pairs are asked for, and 0 is all, of which people see the first."""
    text = EvidenceText(found.comparison)
    pages = found.pairs[: limit or _MOST_PAGES]

    def blocks() -> Iterator[Block]:
        places = looked_up(text.places(pages), locate)
        for number, pair in enumerate(pages, 1):
            yield from _page(register, found, pair, text, places, f"{number}. ")
        if not found.pairs:
            yield Paragraph(none_found(found))
        yield from _groups(register, found)
        yield from _layers(register, found, text)

    return Report(
        LazyBlocks(blocks),
        data=lambda: duplicates_data(register, found, text, locate, as_at),
        sheet=lambda: sheet(register, found.pairs, text),
        name="Possible duplicates",
        foot=(*_foot(found, len(pages)), *about_long_entries(register), *terms.under(register, as_at)),
    )


def one_pair(register: Register, found: SearchResult, locate: Locator, as_at: str) -> Report:
    """The report of `govreg duplicates A B`: all the evidence for two meetings."""
    text = EvidenceText(found.comparison)
    return Report(
        tuple(_page(register, found, found.pairs[0], text, locate, "")),
        data=lambda: duplicates_data(register, found, text, locate, as_at),
        sheet=lambda: sheet(register, found.pairs, text),
        name="Possible duplicates",
        foot=(*about_long_entries(register), *terms.under(register, as_at)),
    )


def _page(register: Register, found: SearchResult, pair: Pair, text: EvidenceText, locate: Locator, number: str) -> Iterator[Block]:
    a, b = terms.meeting(register, pair.a), terms.meeting(register, pair.b)
    yield Heading(f"{number}{a} – {b}")
    grade = grade_words(pair)
    yield Paragraph(f"{grade[0].upper()}{grade[1:]}: score {pair.score:.3f}.{_rank(found, pair)}")
    if pair.verdict is not None:
        yield Paragraph(_verdict(pair))
    elif pair.settled_by is not None:
        yield Paragraph("Settled by what was decided about other pairs.")
    one, other = register.meetings[pair.a], register.meetings[pair.b]
    columns = (Column("", whole=True), Column(a, share=3), Column(b, share=3))
    yield Table(columns, tuple(side_by_side(register, one, other)))
    if pair.evidence:
        yield Paragraph("Evidence that it is the same work:")
        yield Fields(tuple(_pieces(register, text.evidence(pair), locate)))
    if pair.against:
        yield Paragraph("Evidence against:")
        yield Fields(tuple(_pieces(register, text.against(pair), locate)))
    bar = found.comparison.scale.bar
    yield Fields(((f"{pair.total:+.2f}", f"Total: {bar:.2f} or more is possible, {bar + 1:.2f} or more is likely."),))
    if pair.settled_by is None:
        yield Paragraph(f"To ask: {question(pair, register)}")
        group = next((number for number, ids in enumerate(found.groups, 1) if pair.a in ids and pair.b in ids), None)
        if group is not None:
            yield Paragraph(f"Group {group} below decides this pair with the others of its group.")
        yield Command(f'govreg verdict {pair.a} {pair.b} VERDICT --reason "…"', _RECORD)


_RECORD = "To record what is decided; VERDICT is distinct, related, duplicate or unsure"


def side_by_side(register: Register, one: Meeting, other: Meeting) -> Iterator[tuple[Cell, ...]]:
    """Both entries in short, row by row: a label, and the text of each, where at least one has a text."""
    rows = (
        ("Lead", terms.lead(register, one), terms.lead(register, other)),
        ("Area", terms.areas(register, one), terms.areas(register, other)),
        ("Purpose", _short(one.purpose), _short(other.purpose)),
        ("Works on", _items(one), _items(other)),
        ("Members", _members(one), _members(other)),
        ("How often", *(entry.frequency.text if entry.frequency else None for entry in (one, other))),
        ("Status", *(_over(entry) for entry in (one, other))),
    )
    return (row for row in rows if row[1] or row[2])


def _over(meeting: Meeting) -> str | None:
    """That a meeting has ended, and when; None where it has not."""
    since = f" {terms.when(meeting.status_since)}" if meeting.status_since else ""
    return None if meeting.live else f"ended{since}"


def _short(text: str | None) -> str | None:
    return cut(text, _LONGEST) if text is not None else None


def _items(meeting: Meeting) -> str | None:
    items = [cut(focus.text, _LONGEST) for focus in islice(meeting.focus, _MOST_ITEMS)]
    return "; ".join(and_more(items, len(meeting.focus))) or None


def _members(meeting: Meeting) -> str | None:
    count = len(meeting.senders)
    return many(count, "member") if count else None


def _rank(found: SearchResult, pair: Pair) -> str:
    rank, every = found.rank(pair), found.comparison.weighs_every_pair
    if rank is None:
        return ""
    of = f"the {many(found.comparison.comparable, 'pair')} that can be compared in this register"
    if rank == 1:
        return f" Of {of}, no other scores as high." if every else " No other pair that was weighed scores as high."
    return f" Of {of}, {'' if every else 'at least '}{rank:,} score as high as this one, itself included."


def _pieces(register: Register, pieces: tuple[Evidence, ...], locate: Locator) -> Iterator[tuple[str, Cell]]:
    """Each part of the sum, and below it the words and lines of both entries."""
    for piece in pieces:
        yield f"{piece.weight:+.2f}", piece.says
        for place in (piece.a, piece.b):
            if place is not None:
                yield "", quoted_location(register, place, locate)


def _groups(register: Register, found: SearchResult) -> Iterator[Block]:
    if not found.groups:
        return
    yield Heading("Groups to decide together")
    yield Paragraph("Every two of these meetings are a possible duplicate. One verdict on a group records each of its pairs.")
    for number, ids in enumerate(found.groups, 1):
        yield Paragraph(f"{number}. {listed([terms.meeting(register, id_) for id_ in ids])}.")
        yield Command(f'govreg verdict {" ".join(ids)} VERDICT --reason "…"', _RECORD)


def _layers(register: Register, found: SearchResult, text: EvidenceText) -> Iterator[Block]:
    """Pairs that are layers of one subject, a line each."""
    if not found.layers:
        return
    most = _MOST_LAYERS if len(found.pairs) == found.raised else min(_MOST_LAYERS, len(found.pairs))
    yield Heading(LAYERS_HEADING)
    yield layers_table(register, found.layers[:most], text)
    if found.layers_in_all > most:
        more = many(found.layers_in_all - most, "more pair")
        them = _them(found.layers_in_all - most)
        yield Paragraph(f"{more} of this sort; “govreg duplicates --all” includes {them}.", quiet=True)


def layers_table(register: Register, pairs: Sequence[Pair], text: EvidenceText) -> Table:
    """`pairs` that are layers of one subject, with what they have in common and what sets them apart."""
    rows = tuple(
        (
            terms.meeting(register, pair.a),
            terms.meeting(register, pair.b),
            next(piece.says for piece in text.evidence(pair) if piece.signal in SUBJECT),
            next(piece.says for piece in text.against(pair) if piece.signal in LAYERS),
        )
        for pair in pairs
    )
    columns = (Column("Meeting", share=2), Column("and", share=2), Column("In common", share=3), Column("Apart", share=3))
    return Table(columns, rows)


def grade_words(pair: Pair) -> str:
    """How sure a pair is, in words."""
    if pair.kind == "duplicate":
        return GRADES[pair.grade]
    return "same subject, different layer" if pair.layers else "related, and may be properly separate"


def _verdict(pair: Pair) -> str:
    held = pair.verdict
    if held is None:
        return ""
    verdict = held.verdict
    by = f" by {verdict.by}" if verdict.by else ""
    reason = f": {verdict.reason}" if verdict.reason else ""
    sentence = f"Decided as {verdict.verdict} {terms.when(verdict.on)}{by}{reason}"
    sentence += "" if sentence.endswith((".", "!", "?")) else "."
    if not held.stale:
        return sentence
    return f"{sentence} Raised again because {held.why_stale}."


def _more(pairs: int) -> str:
    return f"{many(pairs, 'more pair')} {'is' if pairs == 1 else 'are'}"


def _them(pairs: int) -> str:
    return "it" if pairs == 1 else "them"


def none_found(found: SearchResult) -> str:
    """The sentence for a register in which no pair is raised."""
    if not found.comparison.has_pairs:
        return "There are no two meetings to compare."
    before = " that did not before" if found.query.among is not None else ""
    meeting, least = found.query.meeting, found.query.least
    named = f"“{terms.meeting(found.comparison.register, meeting)}”" if meeting is not None else ""
    if least is not None:
        return f"No pair{f' with {named}' if named else ''} has a score of {least:g} or more{before}."
    return f"No meeting looks like the same work as {named}{before}." if named else f"No two meetings look like the same work{before}."


def _foot(found: SearchResult, pages: int) -> Iterator[str]:
    if pages < len(found.pairs):
        has = "all" if len(found.pairs) == found.raised else f"{len(found.pairs):,}"
        yield f"{many(found.raised, 'pair')}, the most certain first. The first {pages:,} are shown; --format json has {has}."
    elif found.raised > len(found.pairs):
        yield f"{len(found.pairs):,} of {many(found.raised, 'pair')}, the most certain first."
    elif found.pairs:
        yield f"{many(len(found.pairs), 'pair')}{', the most certain first' if len(found.pairs) > 1 else ''}."
    yield from limits(found)
    if found.layers:
        are = "is a possible duplicate" if found.layers_in_all == 1 else "are possible duplicates"
        yield f"{many(found.layers_in_all, 'pair')} on different layers of one subject {are} only if one does the other's work."
    if found.settled:
        yield f"{_more(found.settled)} settled by verdicts; --all includes {_them(found.settled)}."
    if found.related:
        yield f"{_more(found.related)} related, and may be properly separate; --all includes {_them(found.related)}."
    if found.pairs:
        scale = found.comparison.scale
        yield (
            f"For discussion, not a finding. Likely means a total of {scale.bar + 1:.2f} or more, and possible {scale.bar:.2f} or more, "
            "which an average meeting would reach with one other by chance."
        )
