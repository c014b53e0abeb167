"""Who is a member of which collective, itself or through another."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import a_register
from govreg.analysis import collectives as module
from govreg.analysis.bits import Bits, places_of, union
from govreg.analysis.collectives import Collectives, collectives

IDS = ("a", "b", "c", "d", "e")


def names(found: Collectives, bits: Bits) -> set[str]:
    called = {number: id_ for id_, number in found.numbers.items()}
    return {called[place] for place in places_of(bits)}


def test_a_member_of_a_collective_in_a_collective_is_in_both() -> None:
    found = collectives(a_register(organisations={"a": {}, "few": {"members": ["a"]}, "many": {"members": ["few", "nowhere"]}}))

    assert {id_: names(found, bits) for id_, bits in found.members.items() if bits} == {"few": {"a"}, "many": {"a", "few", "nowhere"}}
    assert [found.has_member(*pair) for pair in (("many", "a"), ("few", "a"), ("few", "nowhere"), ("a", "few"), ("few", "few"))] == [
        True,
        True,
        False,
        False,
        False,
    ]


@given(st.fixed_dictionaries({id_: st.lists(st.sampled_from((*IDS, "nowhere")), max_size=3) for id_ in IDS}))
def test_members_are_those_of_the_register_even_where_collectives_are_in_each_other(members: dict[str, list[str]]) -> None:
    register = a_register(organisations={id_: {"members": of} for id_, of in members.items()})
    found = collectives(register)

    assert {id_: names(found, found.members.get(id_, 0)) for id_ in IDS} == {id_: register.members_of(id_) for id_ in IDS}
    assert {id_: names(found, found.around.get(id_, 0)) for id_ in IDS} == {id_: register.collectives_with([id_]) - {id_} for id_ in IDS}


def test_sets_may_be_of_some_organisations_only_in_their_order() -> None:
    register = a_register(organisations={"a": {}, "b": {}, "c": {}, "few": {"members": ["a", "b"]}, "many": {"members": ["few"]}})
    found = collectives(register, ["c", "many", "b"])

    assert found.numbers == {"c": 0, "many": 1, "b": 2}
    assert (found.members["many"], found.members["few"]) == (0b100, 0b100)
    assert (found.around["b"], found.around["few"]) == (0b010, 0b010)


def test_an_organisation_in_no_collective_is_no_member_and_has_none() -> None:
    register = a_register(organisations={"a": {}, "alone": {}, "few": {"members": ["a"]}})
    found = collectives(register)

    assert {(one, other) for one in register.organisations for other in register.organisations if found.has_member(one, other)} == {
        ("few", "a")
    }


def test_a_chain_of_collectives_is_walked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """There may be twelve thousand, each with all before it as its members."""
    joined: list[Bits] = []

    def counted(sets: Iterable[Bits]) -> Bits:
        found = list(sets)
        joined.extend(found)
        return union(found)

    monkeypatch.setattr(module, "union", counted)
    chain = {f"all-{number}": {"members": [f"all-{number - 1}"] if number else []} for number in range(100)}

    assert collectives(a_register(organisations=chain)).members["all-99"].bit_count() == 99
    assert len(joined) == 99 + 2 * 100
