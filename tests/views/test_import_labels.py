"""How the labels of imported papers were read, and what of the texts below them was kept as notes."""

from collections.abc import Iterator
from typing import Any

import pytest

from govreg.analysis.importing.labels import Label
from govreg.analysis.importing.plan import ImportPlan, PlannedMeeting, ReadLabel
from govreg.analysis.importing.read_meeting import Reading
from govreg.report import Block, Paragraph, Table
from govreg.views.import_labels import labels_read

AREA = Label("Area", "areas")


def read(*readings: Reading, labels: tuple[Label, ...], meetings: bool = True, **more: Any) -> tuple[Block, ...]:
    """The blocks about the labels of a plan of one meeting, or of none."""
    one = PlannedMeeting("forum", "Forum", "new", "a.txt", "line 1", {}, readings=readings)
    found = tuple(ReadLabel(label, "a.txt", "line 2") for label in labels)
    return tuple(labels_read(ImportPlan((one,) if meetings else (), (), (), found, **more)))


def texts(blocks: tuple[Block, ...]) -> list[str]:
    """The text of each paragraph."""
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def rows(blocks: tuple[Block, ...]) -> list[tuple[Any, ...]]:
    """The rows of the tables."""

    def every() -> Iterator[tuple[Any, ...]]:
        for block in blocks:
            if isinstance(block, Table):
                yield from block.rows

    return list(every())


@pytest.mark.parametrize(
    ("label", "sentence", "row"),
    [
        (Label("Meets", "frequency"), "Labels read: “Meets” as frequency.", None),
        (Label("Chair post", "chair.role"), "Labels read: “Chair post” as chair, role.", None),
        (Label("Ref", "number"), "Labels read: “Ref” as notes.", None),
        (Label("E-mail", "contact"), "Labels read: “E-mail” as notes.", None),
        (Label("Remarks", None), 'Not known, so kept as notes: “Remarks”. To give one a field: --map "Remarks=FIELD".', None),
        (Label("Mets", "last_met", "met"), "", ("Mets", "last met", "line 2")),
        (Label("", "frequency"), "", None),
        (Label("", None), "", None),
    ],
)
def test_how_labels_were_read(label: Label, sentence: str, row: tuple[str, ...] | None) -> None:
    found = read(Reading("notes", label.text, "Text", "line 2"), labels=(label, label))

    assert texts(found) == ([sentence] if sentence else [])
    assert rows(found) == ([row, row] if row else [])


@pytest.mark.parametrize("label", [Label("Meets", "frequency"), Label("Remarks", None), Label("Mets", "last_met", "met")])
def test_labels_of_what_is_no_meeting_are_not_shown(label: Label) -> None:
    assert read(labels=(label,)) == ()


def test_labels_of_titles_are_shown_with_meetings() -> None:
    labels = (Label("Forum", "title"),)

    assert texts(read(labels=labels)) == ["Labels read: “Forum” as title."]
    assert read(labels=labels, meetings=False) == ()


def test_a_label_whose_texts_all_became_notes_is_not_said_to_be_read_as_its_field() -> None:
    found = read(
        *(Reading("notes", "Area", text, "line 2", "areas") for text in ("Wells", "Bath", "Wells", "Force-wide", "TBC")), labels=(AREA,)
    )

    assert rows(found) == [("Area", "areas", "Wells; Bath")]
    assert texts(found) == ['If one is an area, add it and import again: govreg new area "NAME".']


def test_what_is_not_a_value_is_shown_beside_what_is() -> None:
    days = ("Spring", "When\nneeded", "after Easter (ring 01234 567890)", "Jan", "Feb")
    found = read(
        Reading("last_met", "Met", "1 May 2026", "line 1", "last_met"),
        *(Reading("notes", "Met", day, "line 2", "last_met") for day in days),
        labels=(Label("Met", "last_met"),),
    )

    assert texts(found) == ["Labels read: “Met” as last met."]
    assert rows(found) == [("Met", "last met", "Spring; When needed; after Easter (ring); 2 more")]


@pytest.mark.parametrize("text", ["Force wide", "the whole area", "n/a", "not known", "–"])
def test_a_text_that_says_nothing_or_means_the_whole_area_is_not_shown(text: str) -> None:
    assert texts(read(Reading("notes", "Area", text, "line 2", "areas"), labels=(AREA,))) == ["Labels read: “Area” as areas."]
