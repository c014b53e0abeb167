"""The difference between two registers as data for machines."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.analysis.diff.classify import ChangeKind, field_changes, weightiest
from govreg.analysis.diff.compare import MeetingChange, RegisterDiff
from govreg.analysis.duplicates.new_pairs import NewPair
from govreg.analysis.meetings_per_year import number
from govreg.views.data import meeting_data


@dataclass(frozen=True)
class ComparedSides:
    """The two sides of a comparison, with their names for people."""

    before: str
    after: str
    commits: tuple[str | None, str | None]
    days: tuple[str | None, str | None]
    today: date
    """The date to report on."""


def changes_data(changes: RegisterDiff, compared: ComparedSides, found: tuple[NewPair, ...]) -> dict[str, Any]:
    """What `govreg diff` writes as JSON."""
    net = changes.net
    sides = [
        {"said": label, "commit": commit, "day": day, "unread": list(register.unread)}
        for label, commit, day, register in zip(
            (compared.before, compared.after), compared.commits, compared.days, (changes.before, changes.after), strict=True
        )
    ]
    return {
        "before": sides[0],
        "after": sides[1],
        "net": {
            "per_year": number(net.total),
            "per_year_certainty": net.certainty.value,
            **{name: number(abs(part.change)) if name != "unsure" else number(part.change) for name, part in net.parts.items()},
            "per_year_range": {"least": number(net.limits.least), "most": number(net.limits.most)},
            "unknown": net.unknown,
        },
        "meetings": [change_data(changes, change) for change in changes.meetings],
        "entries": [
            {"sort": one.kind, "before": one.before.id if one.before else None, "after": one.after.id if one.after else None}
            for one in changes.entries
        ],
        "register": list(changes.about),
        "not_compared": list(changes.not_compared),
        "duplicates": [
            {"a": one.pair.a, "b": one.pair.b, "score": one.pair.score, "grade": one.pair.grade, "was": one.before} for one in found
        ],
    }


def change_data(changes: RegisterDiff, change: MeetingChange) -> dict[str, Any]:
    """The change of a meeting, for machines."""
    before = meeting_data(change.before, changes.before) if change.before is not None else {}
    after = meeting_data(change.after, changes.after) if change.after is not None else {}
    meanings = {aspect.kind for aspect in field_changes(change)}
    return {
        "id": change.meeting.id,
        "title": change.meeting.title,
        "before": before.get("id"),
        "after": after.get("id"),
        "effects": [effect.value for effect in ChangeKind if effect in meanings],
        "counted_as": weightiest(change).value,
        "same_by": change.match.reason.value if change.match is not None else None,
        "likeness": change.match.likeness if change.match is not None else None,
        "into": list(change.successors) if change.ended else [],
        "from": list(change.predecessors) if change.started else [],
        "per_year_total": {"before": numbers(change)[0], "after": numbers(change)[1]},
        "changed": [{"key": key, "before": before.get(key), "after": after.get(key)} for key in change.keys],
    }


def numbers(change: MeetingChange) -> tuple[int | float | None, int | float | None]:
    """Meetings a year before and after; None where it wasn't held, or where the number isn't known."""
    before, after = change.counted_before, change.counted_after
    return (number(before.total) if before else None, number(after.total) if after else None)
