"""Protective markings of public texts."""

import pytest

from building import a_meeting, a_register, found_at
from govreg.rules.disclosure import marked_text_public

MARKINGS = ["OFFICIAL-SENSITIVE", "OFFICIAL: Sensitive", "official sensitive", "SECRET", "TOP SECRET", "Not for publication"]


@pytest.mark.parametrize("marking", MARKINGS)
def test_each_marking_is_found_before_a_public_text_and_behind_it_but_not_within(marking: str) -> None:
    def found(notes: str, visibility: str = "public") -> list[str]:
        return found_at(marked_text_public, a_register(a_meeting(visibility=visibility, notes=notes)))

    marked = [f"budget-committee notes: This text is marked “{marking}”, but the public may see it."]
    assert found(f"{marking}: the lease ends in May") == found(f"The lease ends in May ({marking})") == found(marking) == marked
    assert found(f"Say what {marking} means") == found(f"{marking}: the lease ends in May", "partners") == []
