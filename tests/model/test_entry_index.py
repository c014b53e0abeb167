"""An entry is found by its id, its name or an alias, in any case."""

from building import a_register

ORGANISATIONS = {
    "opcc": {"name": "Office of the Police and Crime Commissioner", "aliases": ["OPCC", "(O)PCC"]},
    "nhs": {"name": "National Health Service"},
}
DIRECTORY = a_register(organisations=ORGANISATIONS).organisations


def test_an_entry_is_found_by_id_name_or_alias_in_any_case() -> None:
    for word in ("opcc", "OPCC", "(o)pcc", " office of  the police and crime COMMISSIONER "):
        assert DIRECTORY.find(word) == "opcc"
    assert DIRECTORY.find("opc") is None


def test_an_unknown_word_offers_the_nearest_entry() -> None:
    assert DIRECTORY.nearest("national heath service") == "nhs"
    assert DIRECTORY.nearest("zebra crossing") is None


def test_an_entry_is_found_by_the_beginning_of_a_word_in_its_names() -> None:
    assert DIRECTORY.containing("health") == ("nhs",)
    assert DIRECTORY.containing("crime comm") == ("opcc",)
    assert DIRECTORY.containing("ealth") == ()


def test_ids_come_sorted_whatever_the_order_of_the_file() -> None:
    assert list(DIRECTORY) == ["nhs", "opcc"]
