"""Each name of an entry comes with the id of the entry, and its place is where its file has it."""

from building import a_meeting, a_register
from govreg.model.location import Location, in_meeting
from govreg.rules.names import names


def test_every_name_has_its_place() -> None:
    register = a_register(
        a_meeting("a", title="Board", aliases=["The board", "Panel"]),
        organisations={"opcc": {"name": "Office", "aliases": ["OPCC"]}},
        areas={"bath": {"name": "Bath"}},
    )

    found = {name: of_kind.place(id_, path) for of_kind in names(register) for name, id_, path in of_kind}

    assert found == {
        "Office": Location("organisations.yaml", ("opcc", "name")),
        "OPCC": Location("organisations.yaml", ("opcc", "aliases", 0)),
        "Bath": Location("register.yaml", ("areas", "bath", "name")),
        "Board": in_meeting("a", "title"),
        "The board": in_meeting("a", "aliases", 0),
        "Panel": in_meeting("a", "aliases", 1),
    }


def test_an_id_is_a_key_of_the_file_or_the_file_of_a_meeting() -> None:
    places = [of_kind.place("x", ()) for of_kind in names(a_register())]

    assert places == [
        Location("organisations.yaml", ("x",), at_key=True),
        Location("themes.yaml", ("x",), at_key=True),
        Location("register.yaml", ("areas", "x"), at_key=True),
        in_meeting("x"),
    ]
