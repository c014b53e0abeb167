"""A nesting says of any two things what a walk from one to the other would say."""

from hypothesis import given
from hypothesis import strategies as st

from govreg.model.nesting import levels, nesting, within_levels

IDS = [f"a{number}" for number in range(9)]
FORESTS = st.lists(st.none() | st.integers(0, 8), min_size=9, max_size=9).map(
    lambda drawn: {
        id_: IDS[parent] if parent is not None and parent < number else None
        for number, (id_, parent) in enumerate(zip(IDS, drawn, strict=True))
    }
)
ANY_PARENTS = st.lists(st.none() | st.sampled_from([*IDS, "unknown"]), min_size=9, max_size=9).map(
    lambda drawn: dict(zip(IDS, drawn, strict=True))
)

Parents = dict[str, str | None]


def children(parents: Parents) -> dict[str, tuple[str, ...]]:
    return {one: tuple(part for part, parent in parents.items() if parent == one and part != one) for one in {*parents.values()} if one}


def way_up(id_: str, parents: Parents) -> list[str]:
    way = [id_]
    while (parent := parents.get(way[-1])) is not None:
        way.append(parent)
    return way


@given(FORESTS)
def test_nesting_agrees_with_a_walk_upwards(parents: Parents) -> None:
    nested = nesting(parents, children(parents))

    assert {(one, other) for one in IDS for other in IDS if nested.lies_in(one, other)} == {
        (one, other) for one in IDS for other in way_up(one, parents)
    }


@given(FORESTS, st.sets(st.sampled_from(IDS)))
def test_the_nearest_is_the_first_on_the_way_up(parents: Parents, ids: set[str]) -> None:
    brute = {one: next((other for other in way_up(one, parents)[1:] if other in ids), None) for one in ids}

    assert nesting(parents, children(parents)).nearest_among(ids) == {one: other for one, other in brute.items() if other is not None}


@given(FORESTS)
def test_the_lowest_in_a_thing_are_those_without_parts(parents: Parents) -> None:
    nested, below = nesting(parents, children(parents)), children(parents)

    for one in IDS:
        assert set(nested.lowest_in(one)) == {other for other in IDS if not below.get(other) and one in way_up(other, parents)}


@given(ANY_PARENTS)
def test_nested_spans_are_consistent(parents: Parents) -> None:
    nested = nesting(parents, children(parents))

    assert {*nested.spans} >= {*parents}
    assert sorted(span.start for span in nested.spans.values()) == list(range(len(nested.spans)))
    assert len(nested.lowest) == len(set(nested.lowest))


@given(FORESTS, st.lists(st.sampled_from(IDS)))
def test_runs_hold_the_lowest_of_several_things(parents: Parents, ids: list[str]) -> None:
    nested = nesting(parents, children(parents))
    runs = nested.runs(ids)
    lowest = {one for id_ in ids for one in nested.lowest_in(id_)}

    assert sorted(one for start, end in runs for one in nested.lowest[start:end]) == sorted(lowest)
    assert {id_: nested.count_in(id_, runs) for id_ in IDS} == {id_: len(lowest.intersection(nested.lowest_in(id_))) for id_ in IDS}
    assert nested.count_in("unknown", runs) == 0


@given(FORESTS)
def test_the_level_is_the_length_of_the_way_up(parents: Parents) -> None:
    assert levels(parents) == {one: len(way_up(one, parents)) for one in IDS}
    assert within_levels(parents) == parents


def test_all_in_a_loop_are_on_the_level_of_its_size() -> None:
    assert levels({"a": "b", "b": "c", "c": "b", "d": "d", "e": "elsewhere", "f": "a"}) == {"a": 3, "b": 2, "c": 2, "d": 1, "e": 1, "f": 4}


def test_a_chain_and_a_loop_of_thousands_are_cut() -> None:
    chain: Parents = {f"a{number}": f"a{number - 1}" if number else None for number in range(3_000)}

    assert [one for one, parent in within_levels(chain).items() if parent] == [f"a{number}" for number in range(1, 20)]
    assert {*within_levels({**chain, "a0": "a2999"}).values()} == {None}


def test_a_chain_of_thousands_does_not_recurse() -> None:
    chain: Parents = {f"a{number}": f"a{number - 1}" if number else None for number in range(20_000)}
    nested = nesting(chain, {f"a{number}": (f"a{number + 1}",) for number in range(19_999)})

    assert nested.lies_in("a19999", "a0")
    assert nested.lowest_in("a7") == ("a19999",)
