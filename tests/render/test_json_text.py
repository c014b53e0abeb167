"""JSON reads back as what was put in, in any language, with no control character raw."""

import json

from hypothesis import given
from hypothesis import strategies as st

from govreg.render.json_text import json_text


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
)
def test_it_reads_back(data: object) -> None:
    assert json.loads(json_text(data)) == data


def test_people_can_read_it() -> None:
    assert json_text({"title": "Café – “A”"}) == '{\n  "title": "Café – “A”"\n}\n'
