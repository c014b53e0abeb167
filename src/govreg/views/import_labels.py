"""How the labels of imported papers were read: as which fields, and what of the texts below them was kept as notes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from govreg.analysis.importing.fields import is_whole_area
from govreg.analysis.importing.labels import plain
from govreg.analysis.importing.people import without_contacts
from govreg.analysis.importing.plan import ImportPlan
from govreg.analysis.importing.read_meeting import Reading
from govreg.analysis.importing.wording import says_nothing
from govreg.model.names import article, listed, shown
from govreg.report import Block, Column, Heading, Paragraph, Table

_UNCLEAR = (Column("Label", share=2), Column("Taken as", share=2), Column("Where it is", share=2))
_KEPT = (Column("Label", share=2), Column("Read as"), Column("Text", share=4))
_NOTES = ("notes", "number", "contact")
"""What labels may mean that has no field of its own."""
_MOST_TEXTS = 3
_SHORT = 60
"""The most characters of a text where several are listed."""
_SEVERAL = 2


def labels_read(plan: ImportPlan) -> Iterator[Block]:
    """How the labels were read, and which of the texts below them were kept as notes."""
    used = {reading.label for meeting in plan.meetings for reading in meeting.readings}
    labels = [one for one in plan.labels if one.label.text in used or (one.label.key == "title" and plan.meetings)]
    near = [one for one in labels if one.label.read_as and one.label.key is not None]
    if near:
        rows = tuple((one.label.text, _field(one.label.key), place_of(plan, one.file, one.place)) for one in near)
        yield Heading("Labels that were unclear")
        yield Table(_UNCLEAR, rows)
    kept = _kept_as_notes(plan)
    sure = [one for one in labels if one.label.key is not None and not one.label.read_as and one.label.text]
    sure = [one for one in sure if one.label.text not in kept or kept[one.label.text].some_taken]
    meanings: dict[tuple[str, str | None], str] = {}
    for one in sure:
        meanings.setdefault((plain(one.label.text), one.label.key), f"“{one.label.text}” as {_field(one.label.key)}")
    if meanings:
        yield Paragraph(f"Labels read: {'; '.join(meanings.values())}.", quiet=True)
    unknown = [one for one in labels if one.label.key is None and one.label.text]
    if kept:
        yield Heading("Kept as notes")
        yield Table(_KEPT, tuple((label, _field(one.key), _some(plan, one.texts)) for label, one in kept.items()))
    for key, sort in (("areas", "area"), ("themes", "theme")):
        if any(one.key == key for one in kept.values()):
            yield Paragraph(f'If one is {article(sort)} {sort}, add it and import again: govreg new {sort} "NAME".', quiet=True)
    if unknown:
        named = listed(list(dict.fromkeys(f"“{one.label.text}”" for one in unknown)))
        yield Paragraph(f'Not known, so kept as notes: {named}. To give one a field: --map "{unknown[0].label.text}=FIELD".')


class _Kept(NamedTuple):
    """The texts below a label that aren't, or not only, values of its field, and so became notes."""

    key: str
    texts: tuple[str, ...]
    some_taken: bool
    """Whether others below it are nothing but values."""


def _kept_as_notes(plan: ImportPlan) -> Mapping[str, _Kept]:
    """By label, the texts that were kept as notes although its field is known; not those that say nothing, or only `force-wide`."""
    found: dict[str, list[Reading]] = {}
    for meeting in plan.meetings:
        for one in meeting.readings:
            if one.label and one.field and one.field not in _NOTES:
                found.setdefault(one.label, []).append(one)
    kept = {
        label: (readings, [one.text for one in readings if one.key == "notes" and not _says_nothing_more(one)])
        for label, readings in found.items()
    }
    return {
        label: _Kept(readings[0].field, tuple(dict.fromkeys(texts)), any(one.key != "notes" for one in readings))
        for label, (readings, texts) in kept.items()
        if texts
    }


def _says_nothing_more(one: Reading) -> bool:
    return says_nothing(one.text) or (one.field == "areas" and is_whole_area(one.text))


def _some(plan: ImportPlan, texts: Sequence[str]) -> str:
    """The first of several texts, and how many more there are."""
    some = [shown(" ".join((text if plan.people else without_contacts(text)).split()), _SHORT) for text in texts[:_MOST_TEXTS]]
    rest = len(texts) - len(some)
    return "; ".join([*some, *([f"{rest:,} more"] if rest > 0 else [])])


def _field(key: str | None) -> str:
    return ("notes" if key is None or key in _NOTES else key).replace("_", " ").replace(".", ", ")


def place_of(plan: ImportPlan, file: str, place: str) -> str:
    """A place in a file; the file is named if there are several."""
    return place if plan.files < _SEVERAL else f"{file}, {place}"
