"""Two meetings, whichever is named first."""

IdPair = tuple[str, str]
"""Two ids, the lower first."""


def pair_of(one: str, other: str) -> IdPair:
    """Two ids as a pair."""
    return (one, other) if one < other else (other, one)
