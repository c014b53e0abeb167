"""Who is below whom, who is in which collective, which areas lie where; circles end every walk."""

import pytest

from building import a_meeting, a_register

REGISTER = a_register(
    organisations={
        "force": {},
        "cog": {"part_of": "force"},
        "acc": {"part_of": "cog"},
        "councils": {"members": ["bristol-council", "north"]},
        "north": {"members": ["north-council"]},
        "bristol-council": {},
        "north-council": {},
        "left": {"part_of": "right", "members": ["right"]},
        "right": {"part_of": "left", "members": ["left"]},
    },
    areas={"county": {}, "city": {"part_of": "county"}, "ward": {"part_of": "city"}, "town": {"part_of": "county"}, "other": {}},
)


def test_organisations_below_count_with_it_but_collectives_do_not() -> None:
    assert REGISTER.organisations_below("force") == {"force", "cog", "acc"}
    assert REGISTER.organisations_below("councils") == {"councils"}


def test_an_organisation_is_in_every_collective_above_it() -> None:
    assert REGISTER.collectives_with(["north-council"]) == {"north", "councils"}
    assert REGISTER.members_of("councils") == {"bristol-council", "north", "north-council"}


def test_a_cycle_ends_the_walk() -> None:
    assert REGISTER.organisations_below("left") == {"left", "right"}
    assert REGISTER.organisations_above("left") == ("left", "right")
    assert REGISTER.members_of("left") == {"right"}


def test_the_lowest_areas_represent_an_area_with_parts() -> None:
    assert REGISTER.lowest_areas(["city", "town"]) == ("town", "ward")
    assert REGISTER.lowest_areas() == ("other", "town", "ward")
    assert REGISTER.areas_above("ward") == ("ward", "city", "county")


def test_an_area_that_the_register_does_not_have_is_called_by_its_id() -> None:
    assert REGISTER.area_name("county") == REGISTER.areas["county"].name
    assert REGISTER.area_name("elsewhere") == "elsewhere"


def test_the_lowest_areas_of_a_deep_tree_are_found_in_one_walk(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = {f"a{number}": {"name": f"A {number}", **({"part_of": f"a{number - 1}"} if number else {})} for number in range(20)}
    register = a_register(areas=deep)
    monkeypatch.delattr("govreg.model.register.Register.areas_below")

    assert register.lowest_areas() == register.lowest_areas(["a0", "a7", "nowhere"]) == ("a19",)


def test_what_is_deeper_than_twenty_levels_is_part_of_nothing() -> None:
    deep = {f"a{number}": {"name": f"A {number}", **({"part_of": f"a{number - 1}"} if number else {})} for number in range(3_000)}
    register = a_register(areas=deep, organisations=deep)

    for below, above in ((register.areas_below, register.areas_above), (register.organisations_below, register.organisations_above)):
        assert below("a0") == {f"a{number}" for number in range(20)}
        assert above("a19") == tuple(f"a{number}" for number in reversed(range(20)))
        assert sum(len(above(id_)) for id_ in deep) <= 20 * len(deep)


@pytest.mark.parametrize("areas", [["county"], ["city", "town"], ["ward", "county"], ["nowhere"], ["nowhere", "ward"], []])
def test_the_areas_of_instances_are_counted_as_they_are_listed(areas: list[str]) -> None:
    meeting = a_meeting(areas=areas, instances="per-area")
    runs, listed = REGISTER.instance_runs(meeting), REGISTER.lowest_areas(areas)

    assert {id_ for start, end in runs for id_ in REGISTER.nested_areas.lowest[start:end]} == {*listed}
    assert {id_: REGISTER.nested_areas.count_in(id_, runs) for id_ in REGISTER.areas} == {
        id_: len({*listed} & {*REGISTER.lowest_areas([id_])}) for id_ in REGISTER.areas
    }
    assert REGISTER.instance_runs(meeting.model_copy(update={"instances": "one"})) == ()


def test_registers_with_the_same_areas_share_their_names() -> None:
    one, other, more = (a_register(areas={"town": {"aliases": aliases}}) for aliases in (["Old town"], ["Old town"], []))

    assert one.area_names is other.area_names
    assert one.area_names == (("Town", "town"), ("Old town", "town"))
    assert hash(one.area_names) == hash(tuple(one.area_names))
    assert more.area_names == (("Town", "town"),)


def test_a_theme_is_spelled_as_the_first_of_that_name_is() -> None:
    register = a_register(themes={"b": {"name": "VAWG"}, "a": {"name": "Vawg"}, "c": {"name": "Housing"}})

    assert register.theme_spellings == {"vawg": next(iter(register.themes.values())).name, "housing": "Housing"}
