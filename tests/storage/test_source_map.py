"""A value has its place in the text of its file, also where a draft lacks the items before it."""

import pytest

from govreg.model.location import Location
from govreg.storage.source_map import SourceMap
from govreg.yaml import positions
from govreg.yaml.nodes import compose
from govreg.yaml.positions import starts

TEXT = "title: A\r\nfocus:\r\n  - a\r\n  - b\r\n"


def test_a_value_and_its_key_are_located() -> None:
    sources = SourceMap({"a.yaml": TEXT})

    assert sources.locate(Location("a.yaml", ("title",))) == (1, 8)
    assert sources.locate(Location("a.yaml", ("focus", 1), at_key=False)) == (4, 5)
    assert sources.locate(Location("a.yaml", ("focus",), at_key=True)) == (2, 1)
    assert sources.locate(Location("b.yaml", ("title",))) is None
    assert sources.span(Location("a.yaml", ("title",))) == (7, 8)
    assert sources.span(Location("a.yaml", ("focus",), at_key=True)) == (10, 15)
    assert sources.span(Location("b.yaml", ("title",))) is None


def test_the_values_of_an_entry_are_located_without_reading_its_file_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "title: A\npurpose: >-\n  a\nareas: []\nchair: {role: PCC}\nfocus:\n  - a\ntitle: B\n'notes': |\n  x: y\n"
    sources = SourceMap({"a.yaml": text}, starts={"a.yaml": starts(compose(text).root)})
    places = [Location("a.yaml", (key,)) for key in ("title", "purpose", "areas", "chair", "focus", "notes")]
    whole = SourceMap({"a.yaml": text})
    found = [whole.locate(place) for place in places]

    others = [
        Location("a.yaml"),
        Location("a.yaml", ("lead",)),
        Location("a.yaml", ("title",), at_key=True),
        Location("a.yaml", ("focus", 0)),
    ]
    assert [sources.locate(place) for place in others] == [whole.locate(place) for place in others]
    monkeypatch.setattr(positions, "root_of", None)
    assert [sources.locate(place) for place in places] == found


def test_an_item_of_a_draft_is_located_in_the_file() -> None:
    sources = SourceMap({"a.yaml": TEXT}).joined(SourceMap({"b.yaml": TEXT}, {"b.yaml": {("focus",): (1,)}}))

    assert sources.locate(Location("a.yaml", ("focus", 0))) == (3, 5)
    assert sources.locate(Location("b.yaml", ("focus", 0))) == (4, 5)
    assert sources.span(Location("b.yaml", ("focus", 0))) == (TEXT.index("b"), TEXT.index("b") + 1)


@pytest.mark.parametrize(("number", "line"), [(1, "title: A"), (2, "focus:"), (4, "  - b"), (5, ""), (6, None)])
def test_a_line_comes_without_its_end(number: int, line: str | None) -> None:
    assert SourceMap({"a.yaml": TEXT}).line("a.yaml", number) == line
    assert SourceMap({}).line("a.yaml", number) is None
