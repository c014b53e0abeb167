"""What reviews recommend of meetings, in the words and rows of a governance paper."""

from collections.abc import Iterator

from govreg.analysis.recommending import only_repeats
from govreg.model.meeting import Meeting, Review
from govreg.model.register import Register
from govreg.report import Cell
from govreg.views import terms

HEADINGS = {
    "start": "Recommended to start",
    "continue": "Recommended to continue",
    "change": "Recommended to change",
    "merge": "Recommended to merge",
    "suspend": "Recommended to suspend",
    "defer": "Deferred",
    "end": "Recommended to end",
}
APPENDIX = ("Lead", "Purpose", "Key participants", "Frequency", "Current focus")
"""The rows in which a governance paper's appendix tells each meeting, in its order."""


def recommendation(meeting: Meeting) -> str | None:
    """What the latest review recommends of `meeting`; None where it has ended, or where nothing is recommended."""
    last = meeting.latest_review
    return last.recommendation if last is not None and meeting.live else None


def attribution(review: Review | None) -> str:
    """Who recommended it and when, and who decided: only as far as the review says it."""
    if review is None:
        return ""
    by = f" in {review.proposed_in}" if review.proposed_in else ""
    on = f" {terms.when(review.proposed_on)}" if review.proposed_on else ""
    proposed = f"Recommended{by}{on}" if by or on else ""
    decided = decision(review)
    if not decided:
        return f"{proposed or 'Recommended; where and when is not recorded'}; no decision is recorded"
    return f"{proposed}; {decided}" if proposed else f"{decided[0].upper()}{decided[1:]}"


def decision(review: Review) -> str:
    """Who decided and when; empty where no decision is recorded."""
    by = f" by {review.decided_by}" if review.decided_by else ""
    on = f" {terms.when(review.decided_on)}" if review.decided_on else ""
    return f"decided{by}{on}" if by or on else ""


def reason(review: Review) -> str | None:
    """Why it is recommended; None where nothing is recorded but the recommendation once more."""
    return None if review.reason is None or only_repeats(review.recommendation, review.reason) else review.reason


def appendix(register: Register, meeting: Meeting) -> Iterator[tuple[str, Cell]]:
    """A meeting in the rows of a governance paper's appendix; what it doesn't say stays out.

    The participants are those recorded: the source's own words don't follow a change of them, and serve where none are recorded.
    """
    seats = terms.seats(register, meeting)
    cells: tuple[Cell, ...] = (
        _lead(register, meeting),
        meeting.purpose or meeting.purpose_as_written,
        seats if meeting.participants else terms.members_as_written(meeting) or seats,
        meeting.frequency.text if meeting.frequency is not None else None,
        "; ".join(f"{focus.text}{terms.internal(focus.visibility)}" for focus in meeting.focus),
    )
    return ((label, cell or "Not stated") for label, cell in zip(APPENDIX, cells, strict=True))


def _lead(register: Register, meeting: Meeting) -> str:
    """Who leads, as recorded, and the source's own words where they say more than a name of that organisation."""
    recorded, words = _capital(terms.lead(register, meeting)), meeting.lead_as_written
    if words is None:
        return recorded
    if not meeting.leads or ([register.organisations.find(words)] == [*meeting.leads] and not meeting.support):
        return words
    return f"{recorded} (as written: {words})"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
