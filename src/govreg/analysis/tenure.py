"""Whether a role on a meeting is held now: by its dates, on a given day."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from govreg.model.dates import first_day, last_day
from govreg.model.meeting import Chair, Participant

Tenure = Literal["current", "future", "past"]
"""Whether a role is held now, begins later or is over."""


def tenure(role: Participant | Chair, today: date) -> Tenure:
    """Whether `role` is held on the day `today`; one without dates is."""
    if role.until is not None and last_day(role.until) < today:
        return "past"
    if role.from_ is not None and first_day(role.from_) > today:
        return "future"
    return "current"


def tenure_of_seat(roles: Iterable[Participant], today: date) -> Tenure:
    """Whether a seat is held on the day `today`: whether any of its roles is; else whether one begins later."""
    found = {tenure(role, today) for role in roles}
    return "current" if "current" in found else "future" if "future" in found else "past"
