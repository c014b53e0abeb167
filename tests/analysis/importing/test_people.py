"""Names, addresses and telephone numbers of people in the texts of papers."""

import pytest

from govreg.analysis.importing.people import without_contacts, without_persons


@pytest.mark.parametrize(
    ("text", "without", "names"),
    [
        ("ACC Watson", "ACC", ("Watson",)),
        ("ACC Jane Watson", "ACC", ("Jane Watson",)),
        ("ACC Crime", "ACC Crime", ()),
        ("Acting DCC Smith", "Acting DCC", ("Smith",)),
        ("T/ACC Smith", "T/ACC", ("Smith",)),
        ("Chief Supt Bell", "Chief Supt", ("Bell",)),
        ("Cllr A. B. Smith", "Cllr", ("A. B. Smith",)),
        ("Mr Smith, Dr Jones", "", ("Mr Smith", "Dr Jones")),
        ("Mr David Oldfield (NFU)", "NFU", ("Mr David Oldfield",)),
        ("Dr. A. Khan, Medical Director", "Medical Director", ("Dr. A. Khan",)),
        ("Cllr Dr Jane Smith", "Cllr", ("Dr Jane Smith",)),
        ("Dr Foster Unit", "Dr Foster Unit", ()),
        ("Jane Smith", "", ("Jane Smith",)),
        ("Jane Board", "Jane Board", ()),
        ("Jane A. Smith", "", ("Jane A. Smith",)),
        ("Jane Smith-Jones", "", ("Jane Smith-Jones",)),
        ("Smith", "Smith", ()),
        ("Victim Support", "Victim Support", ()),
        ("Dame Mary Archer (NHS)", "NHS", ("Dame Mary Archer",)),
        ("Judge Dredd", "Judge", ("Dredd",)),
        ("PC Smith", "PC", ("Smith",)),
        ("PCC Smith", "PCC Smith", ()),
        ("Sergeant", "Sergeant", ()),
        ("HHJ Smith", "HHJ", ("Smith",)),
        ("Jane Smith (NHS)", "NHS", ("Jane Smith",)),
        ("(Jane Smith)", "", ("Jane Smith",)),
        ("NHS (Jane Smith)", "NHS", ("Jane Smith",)),
        ("NHS, Jane Smith, OPCC", "NHS, OPCC", ("Jane Smith",)),
        ("- Jane Smith, NHS", "- NHS", ("Jane Smith",)),
        ("Jane Smith – NHS", "NHS", ("Jane Smith",)),
        ("NHS (Jane Smith, head)", "NHS (head)", ("Jane Smith",)),
        ("NHS; Jane Smith; OPCC", "NHS; OPCC", ("Jane Smith",)),
        ("Jane Smith\nNHS", "NHS", ("Jane Smith",)),
        ("NHS (Jane Smith); BCC", "NHS; BCC", ("Jane Smith",)),
    ],
)
def test_names_of_people(text: str, without: str, names: tuple[str, ...]) -> None:
    assert without_persons(text) == (without, names)


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Jane Smith, a.b@c.example", ""),
        ("ring 01234 567890 or +44 (0)20 7946 0000", "ring or"),
        ("room 12345", "room 12345"),
        ("a@b", ""),
    ],
)
def test_addresses_and_telephone_numbers(text: str, without: str) -> None:
    assert without_contacts(text) == without
