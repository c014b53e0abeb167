"""Where a list, a mapping or a text belongs and another of them was written, the finding says which belongs there."""

import pytest

from building import in_short, read_files, read_meeting
from govreg.diagnostics import schema
from govreg.diagnostics.finding import Problem
from govreg.model.fields import LONGEST_NAME


@pytest.mark.parametrize(
    ("written", "belongs", "hint"),
    [
        ("purpose: [a, b]", "a text", "Write a single text."),
        ("participants: nhs", "a list", "`participants:`"),
        ("themes: {a: b}", "a list", "begin each item with “- ”"),
        ("frequency: [Quarterly]", "keys and values", "text, per_year, exceptions"),
        ("focus: [[Savings]]", "keys and values", "text, from, until, themes, visibility"),
        ("frequency: {text: Varies, exceptions: [bristol]}", "a mapping of names to values", "`name: value`"),
        ("frequency: {text: Varies, exceptions: bristol}", "a mapping of names to values", "`name: value`"),
        ("purpose: {Aim: savings}", "a text", "a text with a colon in it"),
    ],
)
def test_a_finding_says_what_to_write(written: str, belongs: str, hint: str) -> None:
    (found,) = read_meeting(f"title: Budget committee\nlead: opcc\n{written}\n").findings

    assert found.code == "GR104"
    assert f" {belongs}, but it is " in found.message
    assert hint in found.hint


@pytest.mark.parametrize(
    ("written", "where"),
    [
        ("perpose: Savings", "the meeting"),
        ("participants: [{organisation: nhs, rol: Chair}]", "the participant"),
        ("sources: [{document: Paper, pages: 3}]", "the source"),
        ("frequency: {text: Monthly, peryear: 3}", "“frequency”"),
    ],
)
def test_an_unknown_key_is_said_to_be_of_the_mapping_that_has_it(written: str, where: str) -> None:
    (found,) = read_meeting(f"title: Budget committee\nlead: opcc\n{written}\n").findings

    assert where in found.message


@pytest.mark.parametrize(
    ("file", "text", "what", "hint"),
    [
        ("meetings/a.yaml", "title: {}\nlead: opcc\n", "A title", "Put the rest into `purpose` or `notes`."),
        ("meetings/a.yaml", "title: A\nlead: opcc\naliases: [B, {}]\n", "An alias", "Put the rest into `purpose` or `notes`."),
        ("organisations.yaml", "opcc: {{name: {}}}\n", "A name", "Shorten it."),
        ("organisations.yaml", "opcc: {{name: O, aliases: [{}]}}\n", "An alias", "Shorten it."),
        ("themes.yaml", "crime: {{name: {}}}\n", "A name", "Shorten it."),
        ("register.yaml", "areas: {{bristol: {{name: Bristol, aliases: [{}]}}}}\n", "An alias", "Shorten it."),
        ("register.yaml", "areas: {{bristol: {{name: {}}}}}\n", "A name", "Shorten it."),
        ("register.yaml", "name: {}\n", "A name", "Shorten it."),
    ],
)
def test_a_name_has_at_most_500_characters(file: str, text: str, what: str, hint: str) -> None:
    files = {"organisations.yaml": "opcc: {name: O}\n", "meetings/z.yaml": "title: Z\nlead: opcc\n"}
    longest = "é" * LONGEST_NAME  # two bytes each
    assert read_files({**files, file: text.format(longest)}).findings == ()

    (found, *_) = read_files({**files, file: text.format("é" * 40_000)}).findings
    row, column = next((row, line.find("éé")) for row, line in enumerate(text.format("éé").splitlines(), 1) if "éé" in line)

    assert (found.code, found.file, found.line, found.column) == ("GR115", file, row, column + 1)
    assert found.message == f"{what} has at most 500 characters; this has 40,000."
    assert found.hint.startswith(hint)


KNOWN = {
    "chair": "Known here: organisation, role, person, basis, from, until.",
    "participants": "Known here: organisation, meeting, role, person, attendance, from, until, voting, people, visibility.",
    "source": "Known here: document, date, reference, url.",
    "frequency": "Known here: text, per_year, exceptions.",
}
QUOTE = "If this is a text with a colon in it, put the whole text in quotes."
ALL_FIELDS = "The fields are listed in docs/file-format.md; put anything else in `notes`."
LIST = "Write a list: begin each item with “- ”."
NUMBER = "Write it in digits, such as 4 or 0.5."
TO_LEAD = "Write the organisation that leads, `lead: not-stated` if the source doesn't say, or `lead: unclear` if it is ambiguous."
STATUSES = "It takes proposed, shadow, active, suspended or ended."
THERE_TOO = "“frequency” is there too: keep one of them."


@pytest.mark.parametrize(
    ("written", "found", "message", "hint", "replacement"),
    [
        ("perpose: x", "GR102 3:1", "“perpose” is not a field of the meeting.", "Did you mean “purpose”?", "purpose"),
        ("chairs: PCC", "GR102 3:1", "“chairs” is not a field of the meeting.", "Did you mean “chair”?", "chair"),
        ("zebra: x", "GR102 3:1", "“zebra” is not a field of the meeting.", ALL_FIELDS, None),
        ("Aim of it: x", "GR102 3:1", "“Aim of it” is not a field of the meeting.", QUOTE, None),
        ("members: [nhs]", "GR102 3:1", "“members” is not a field of the meeting.", "Write “participants”.", "participants"),
        (
            "members: NHS and others",
            "GR102 3:1",
            "“members” is not a field of the meeting.",
            "Write “participants_as_written”.",
            "participants_as_written",
        ),
        (
            "members: All\nparticipants_as_written: NHS",
            "GR102 3:1",
            "“members” is not a field of the meeting.",
            "Write `participants`, for",
            None,
        ),
        ("tor: a paper", "GR102 3:1", "“tor” is not a field of the meeting.", "Write `terms_of_reference`, for", None),
        ("how_often: monthly", "GR102 3:1", "“how_often” is not a field of the meeting.", "Write “frequency”.", "frequency"),
        ("frequncy: a\nfrequency: weekly", "GR102 3:1", "“frequncy” is not a field of the meeting.", THERE_TOO, None),
        ("chair: {person: A B, zebra: 1}", "GR102 3:22", "“zebra” is not a field of “chair”.", KNOWN["chair"], None),
        ("chair: {rol: PCC}", "GR102 3:9", "“rol” is not a field of “chair”.", "Did you mean “role”?", None),
        ("sources: [{pages: 3}]", "GR102 3:12", "“pages” is not a field of the source.", KNOWN["source"], None),
        ("review: {reasn: x}", "GR102 3:10", "“reasn” is not a field of the review.", "Did you mean “reason”?", "reason"),
        (
            "participants: [{organisation: nhs, zebra: 1}]",
            "GR102 3:36",
            "“zebra” is not a field of the participant.",
            KNOWN["participants"],
            None,
        ),
        ("participants:\n  - {role: a, organisation: }", "GR103 4:29", "“organisation” is empty.", "Write the organisation's id, or", None),
        ("status: activ", "GR105 3:9", "“activ” isn't allowed here.", f"Did you mean “active”? {STATUSES}", "active"),
        ("status: zebra", "GR105 3:9", "“zebra” isn't allowed here.", STATUSES, None),
        ("status: “active”", "GR105 3:9", "““active”” isn't allowed here.", f"Did you mean “active”? {STATUSES}", "active"),
        ("level: Strategic", "GR105 3:8", "“Strategic” isn't allowed here.", "Did you mean “strategic”?", "strategic"),
        ("review: {recommendation: mergge}", "GR105 3:26", "“mergge” isn't allowed here.", "Did you mean “merge”?", "merge"),
        ("status: [active]", "GR104 3:9", "This should be a text, but it is a list.", "Write a single text.", None),
        (
            "participants: nhs",
            "GR104 3:15",
            "This should be a list, but it is the text “nhs”.",
            "Write a list: `participants:`, and",
            "[nhs]",
        ),
        (
            "participants: nhs, cps",
            "GR104 3:15",
            "This should be a list, but it is the text “nhs, cps”.",
            "Write a list: `participants:`, and",
            None,
        ),
        ("aliases: A, B", "GR104 3:10", "This should be a list, but it is the text “A, B”.", "Write a list: `aliases:`, and", None),
        ("themes: crime", "GR104 3:9", "This should be a list, but it is the text “crime”.", "Write a list: `themes:`, and", "[crime]"),
        ("sources: paper", "GR104 3:10", "This should be a list, but it is the text “paper”.", LIST, None),
        ("participants: {organisation: nhs}", "GR104 3:15", "This should be a list, but it is a mapping.", LIST, None),
        ("participants: [[nhs]]", "GR104 3:16", "This should be keys and values, but it is a list.", KNOWN["participants"], None),
        ("frequency: [x]", "GR104 3:12", "This should be keys and values, but it is a list.", KNOWN["frequency"], None),
        ("review: x", "GR104 3:9", "This should be keys and values, but it is the text “x”.", "Known here: recommendation, into", None),
        ("purpose: {a: b}", "GR104 3:10", "This should be a text, but it is a mapping.", QUOTE, None),
        ("purpose: [a]", "GR104 3:10", "This should be a text, but it is a list.", "Write a single text.", None),
        ("frequency: {per_year: often}", "GR107 3:23", "“often” is not a number.", NUMBER, None),
        ("frequency: {text: x, per_year: -1}", "GR107 3:32", "“-1” is not a number.", NUMBER, None),
        ("status_since: 2016-02-30", "GR106 3:15", "“2016-02-30” is not a valid date: February 2016 has 29 days.", "Write a day", None),
        ("status_since: tomorrow", "GR106 3:15", "“tomorrow” is not a valid date.", "Write a day, a month or a year", None),
        (
            "participants: [{organisation: nhs, people: two}]",
            "GR107 3:44",
            "“two” is not a whole number above 0.",
            "Write the number in digits",
            None,
        ),
        ("statutory: yes", "GR108 3:12", "“yes” isn't allowed here.", "Write true or false, or preferably the duty", None),
        (
            "participants: [{role: Chair}]",
            "GR112 3:16",
            "The participant has neither an “organisation” nor a “meeting”.",
            "Write which",
            None,
        ),
    ],
)
def test_a_mistake_in_a_meeting(written: str, found: str, message: str, hint: str, replacement: str | None) -> None:
    finding = read_meeting(f"title: Budget committee\nlead: opcc\n{written}\n").findings[-1]

    assert (in_short([finding]), finding.message) == ([found], message)
    assert finding.hint.startswith(hint)
    assert (finding.fix.text if finding.fix is not None else None) == replacement


@pytest.mark.parametrize(
    ("text", "found", "message", "hint"),
    [
        ("- a\n", "GR101 1:1", "The file should contain keys and values, but it contains a list.", "See docs/file-format.md"),
        ("a\n", "GR101 1:1", "The file should contain keys and values, but it contains the text “a”.", "See docs/file-format.md"),
        ("title: A\n", "GR103 1:1", "The meeting has no “lead”.", TO_LEAD),
        ("lead: opcc\n", "GR103 1:1", "The meeting has no “title”.", "Add `title: …`."),
        ("title:\nlead: opcc\n", "GR103 1:7", "“title” is empty.", "Add `title: …`."),
        ("title: [A]\nlead: opcc\n", "GR104 1:8", "This should be a text, but it is a list.", "Write a single text."),
        ("id: x\ntitle: A\nlead: opcc\n", "GR102 1:1", "“id” is not a field of the meeting.", "Remove this field: the id is the name of"),
    ],
)
def test_a_mistake_in_what_every_meeting_has(text: str, found: str, message: str, hint: str) -> None:
    (finding,) = read_meeting(text).findings

    assert (in_short([finding]), finding.message) == ([found], message)
    assert finding.hint.startswith(hint)


def test_a_draft_is_the_entry_without_its_mistakes() -> None:
    reading = read_meeting(
        "title: A\nlead: opcc\nstatus: zebra\nfocus: [a, [b], c]\nparticipants: [{role: x}, nhs, {organisation: cps, zebra: 1}]\n"
    )
    draft = reading.drafts["budget-committee"]

    assert (draft.title, draft.lead, draft.status) == ("A", "opcc", None)
    assert [item.text for item in draft.focus] == ["a", "c"]
    assert [participant.organisation for participant in draft.participants] == ["nhs", "cps"]
    assert read_meeting("lead: [a]\nzebra: x\n").drafts["budget-committee"].title == "…"


def test_the_same_mistake_over_and_over_is_put_into_words_once(monkeypatch: pytest.MonkeyPatch) -> None:
    worded: list[str] = []
    invalid_date = schema.invalid_date

    def counted(typed: str) -> Problem:
        worded.append(typed)
        return invalid_date(typed)

    monkeypatch.setattr(schema, "invalid_date", counted)
    seats = ", ".join(f"{{organisation: nhs, role: R{number}, from: one fine day}}" for number in range(50))
    reading = read_meeting(f"title: A\nlead: opcc\nparticipants: [{seats}]\n")

    assert worded == ["one fine day"]
    assert [one.message for one in reading.findings] == ["“one fine day” is not a valid date."] * 50
    assert len({one.column for one in reading.findings}) == 50
