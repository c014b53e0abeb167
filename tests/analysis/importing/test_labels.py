"""Which field a label means: the words that offices use, misspellings of them, labels of two parts, and an office's own."""

import pytest

from govreg.analysis.importing.labels import (
    Label,
    Labels,
    are_of_meetings,
    is_about_papers,
    is_title_word,
    is_titled_and_led,
    looks_like_title,
    names_one,
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Lead", "lead"),
        (" lead: ", "lead"),
        ("LEAD", "lead"),
        ("Lead (OPCC, Constabulary or Joint)", "lead"),
        ("(Lead)", "lead"),
        ("[Lead]", "lead"),
        ("1. Lead", "lead"),
        ("1.2) Lead", "lead"),
        ("(a) Lead", "lead"),
        ("h. Lead", "lead"),
        ("i. Lead", None),
        ("Chair's name", "chair"),
        ("Chair’s name", "chair"),
        ("Name of mtg", "title"),
        ("No. of meetings", "frequency.per_year"),
        ("Meetings p.a.", "frequency.per_year"),
        ("Aims & objectives", "purpose"),
        ("Sub-group of", "reports_to"),
        ("Sub-groups", "links_to"),
        ("Who goes?", "participants"),
        ("Why we have it", "purpose"),
        ("Tel.", "contact"),
        ("Ward", None),
        ("–", None),
        ("", None),
        ("1", None),
    ],
)
def test_a_label_is_read_whatever_its_case_numbers_brackets_and_punctuation(text: str, key: str | None) -> None:
    for exact in (True, False):
        label = Labels().read(text, exact=exact)
        assert (label.text, label.key, label.read_as, label.mapped) == (" ".join(text.split()), key, "", False)


@pytest.mark.parametrize(
    ("text", "key", "read_as"),
    [
        ("The lead", "lead", "lead"),
        ("Main aim of the group", "purpose", "aim"),
        ("Leads on it", "lead", "leads"),
        # one letter too many, too few, another, or two exchanged
        ("Frequencyy", "frequency", "frequency"),
        ("Freqency", "frequency", "frequency"),
        ("Frequancy", "frequency", "frequency"),
        ("Ttile", "title", "title"),
        ("Chairr", "chair", "chair"),
        ("Leadd", "lead", "leads"),
        ("Chai", None, ""),  # too short for a misspelling
        ("Frequuuncy", None, ""),
        # two labels in one: the first
        ("Purpose / chair", "purpose", "purpose"),
        ("Lead & chair", "lead", "lead"),
        ("Lead, chair", "lead", "lead"),
        ("Lead + chair", "lead", "lead"),
        ("Chair and lead", "chair", "chair"),
        ("Lead or chair", "lead", "lead"),
        ("Lead - chair", "lead", "lead"),
        ("Lead – chair", "lead", "lead"),
        ("Lead/", "lead", ""),
        ("Lead and ward", "lead", "lead"),  # by its one keyword
        ("Ward and post", None, ""),
        # a longer one, by its one keyword
        ("Police attendees", "participants", "attendees"),
        ("police attendees", None, ""),
        ("Police 2 attendees", None, ""),
        ("Attendees of police forces", "participants", "attendees"),
        ("Attendees of all police forces", None, ""),
        ("Attendee cost", None, ""),
        ("Police purpose board", None, ""),
        ("Police attendees chaired", None, ""),
        ("Members: NHS", None, ""),
        ("Police members:", "participants", "members"),
    ],
)
def test_a_label_that_is_read_as_another_says_which(text: str, key: str | None, read_as: str) -> None:
    label = Labels().read(text)

    assert (label.key, label.read_as if label.key else "", label.mapped) == (key, read_as, False)
    if read_as:
        assert Labels().read(text, exact=True).key is None


def test_an_office_s_own_label_means_what_it_says() -> None:
    labels = Labels({"Rhythm": "frequency", "Held (days)": "duration", "Lead": "chair"})

    for exact in (True, False):
        for text, key in (("rhythm:", "frequency"), ("Held (days)", "duration"), ("Held", "duration"), ("LEAD", "chair")):
            label = labels.read(text, exact=exact)
            assert (label.text, label.key, label.mapped) == (text, key, True)
    assert not labels.read("Purpose").mapped


@pytest.mark.parametrize(("text", "is_label"), [("Purpose (" + "x" * 110 + ")", True), ("Purpose (" + "x" * 111 + ")", False)])
def test_a_label_has_up_to_120_characters(text: str, is_label: bool) -> None:  # noqa: FBT001
    label = Labels().read(text)

    assert (label.text, label.key) == (text, "purpose" if is_label else None)


def test_a_label_has_up_to_nine_words() -> None:
    assert Labels().read("the main purpose of the meeting for the board").key == "purpose"
    assert Labels().read("the main purpose of the meeting for the whole board").key is None
    assert Labels().read("the main purpose of the meeting for the this board").key is None


@pytest.mark.parametrize(("word", "is_one"), [("board", True), ("Boards", True), ("sub-group", True), ("zebra", False)])
def test_words_of_titles(word: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_title_word(word) is is_one
    assert looks_like_title(f"Streets {word}, new") is is_one


@pytest.mark.parametrize("heading", ["Minutes", "Is it open?", "Open? ", "Cost of it", "Action", "Owner and deadline", "Budget"])
def test_headings_about_papers_are_not_about_who_attends(heading: str) -> None:
    assert is_about_papers(heading)
    assert not is_about_papers("NHS")


def of(words: str) -> list[Label]:
    """The labels in a list of them, divided by commas."""
    return [Labels().read(word) for word in words.split(", ")]


@pytest.mark.parametrize(
    ("labels", "beside", "in_prose"),
    [
        ("Lead", False, False),
        ("Lead, Purpose", True, False),
        ("Lead, Members", True, False),
        ("Lead, Budget", False, False),
        ("Lead, Purpose, Budget", False, False),
        ("Lead, Members, Budget", True, False),
        ("Title, Members", True, False),
        ("Title, Lead", False, False),
        ("Title, Members, Budget", False, False),
        ("Lead, Purpose, Focus", True, False),
        ("Lead, Purpose, Members", True, True),
        ("Ward, Post, Code", False, False),
    ],
)
def test_labels_that_describe_a_meeting(labels: str, beside: bool, in_prose: bool) -> None:  # noqa: FBT001
    assert are_of_meetings(of(labels)) is beside
    assert are_of_meetings(of(labels), bare=True) is in_prose


@pytest.mark.parametrize(
    ("labels", "fewest"),
    [  # of six titles, how many have a word of titles in them
        ("Meeting, Lead", 2),
        ("Meeting, Ward", None),
        ("Meeting, Lead, Purpose", 0),
        ("Meeting, Lead, Budget", None),
        ("Meeting, Members, Budget", 0),
        ("Name, Lead", 2),
        ("Name, Ward", None),
        ("Name, Lead, Purpose, Members", 0),
        ("Name, Lead, Purpose, Focus", 2),
        ("Name, Lead, Members", 2),
        ("Name, Members, Budget", 2),
        ("Name, Lead, Budget", None),
        ("Ward, Lead", 4),
        ("Ward, Post", None),
        ("Ward, Lead, Budget", None),
        ("Ward, Members, Budget", 4),
    ],
)
def test_a_table_is_of_meetings_if_enough_of_its_titles_are_titles(labels: str, fewest: int | None) -> None:
    enough = [alike for alike in range(7) if are_of_meetings(of(labels), titles=["Board"] * alike + ["Jane"] * (6 - alike))]

    assert enough == ([] if fewest is None else list(range(fewest, 7)))


def test_a_label_that_the_person_mapped_counts_whatever_else_is_there() -> None:
    labels = Labels({"Thing": "title", "Budget": "purpose"})

    assert are_of_meetings([labels.read("Thing"), labels.read("Risk")], titles=["Jane"])
    assert are_of_meetings([labels.read("Budget"), labels.read("Lead")])
    assert not are_of_meetings([labels.read("Budget"), labels.read("Ward")])


def test_a_title_with_a_label_and_a_lead_are_enough() -> None:
    board = "Streets Board"

    assert is_titled_and_led(of("Name of group, Lead"), board)
    assert not is_titled_and_led(of("Name of group, Lead"), "Streets")
    assert not is_titled_and_led(of("Name of group, Chair"), board)
    assert not is_titled_and_led(of("Name of group, Lead, Budget"), board)
    assert not is_titled_and_led(of("Name, Lead"), board)
    assert not is_titled_and_led(of("Ward, Lead"), board)
    mapped = Labels({"Budget": "purpose"})
    assert is_titled_and_led([*of("Name of group, Lead"), mapped.read("Budget")], board)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rural Crime Forum", True),
        ("2. Rural crime forum (RCF)", True),
        ("Board", False),
        ("The Partnership", False),
        *((f"Aims of {word} Board", False) for word in ("the", "this", "our", "a", "each")),
        *((f"Work {word} Safety Board", False) for word in ("with", "to", "from", "by", "about", "between", "within")),
        ("Role of this Panel", False),
        ("Links with Youth Panel", False),
        ("Reports to Safety Board", False),
        ("Board membership", False),
        ("Governance", False),
        ("", False),
    ],
)
def test_a_heading_names_a_meeting_or_is_about_one(text: str, *, names: bool) -> None:
    assert names_one(text) is names
