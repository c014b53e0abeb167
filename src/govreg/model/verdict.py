"""What a reviewer decided of a pair of meetings, and the fingerprint of what was read when it was decided."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, PlainValidator

from govreg.model.fields import Date, Line, Record, Text, invalid

Decided = Literal["distinct", "related", "duplicate", "unsure"]


def _two(value: object) -> tuple[str, str]:
    if not isinstance(value, tuple) or len(value) != 2 or not all(isinstance(item, str) and item.strip() for item in value):  # noqa: PLR2004
        invalid("two_meetings")
    first, second = value
    if first == second:
        invalid("two_meetings")
    return first, second


def _fingerprint(text: str) -> str:
    if _FINGERPRINT.fullmatch(text) is None:
        invalid("fingerprint")
    return text


_FINGERPRINT = re.compile(r"1:[0-9a-f]+")

Fingerprint = Annotated[str, AfterValidator(_fingerprint)]
"""A version and a digest, as `govreg verdict` writes it."""


class Verdict(Record):
    """A reviewer's decision on one pair; the last one of a pair counts."""

    as_typed: Annotated[tuple[str, str], PlainValidator(_two)] = Field(alias="meetings", description="the two meetings: their ids")
    verdict: Decided = Field(description="what was decided")
    on: Date = Field(description="when")
    reason: Text | None = Field(None, description="why")
    by: Line | None = Field(None, description="who decided: a post")
    review_by: Date | None = Field(None, description="when to look again")
    of: Fingerprint | None = Field(None, description="the fingerprint of the two entries as they were; `govreg verdict` writes it")

    @property
    def meetings(self) -> tuple[str, str]:
        """The ids of the two meetings, in alphabetical order, however they were typed."""
        one, other = sorted(self.as_typed)
        return one, other
