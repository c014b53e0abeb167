"""Whatever a person writes into a partners' sheet, the register then says that, and nothing else changes."""

from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from conftest import examples
from editing import FILES, write_register
from govreg.analysis.partner_sheet.columns import MEETING_COLUMNS
from govreg.analysis.partner_sheet.texts import SheetTexts, plain
from govreg.model.audience import Audience, for_audience
from govreg.storage.reader import read_register
from sheets import MEETINGS, changed, exported, imported, put

NAMES = ("Office of the Police and Crime Commissioner", "National Health Service", "Local authorities", "Avon and Somerset Constabulary")
TITLES = ("Audit Panel", "Budget committee", "Finance Board")
TEXTS = st.sampled_from(
    (
        "Plain words",
        "With: a colon",
        "# not a comment",
        "=1+1",
        "‘quotes’ and “more”",
        "yes",
        "2016-11",
        "*star*",
        "a; b",
        "- dash",
        "50 %",
        "é",
    )
)
DATES = st.sampled_from(("2016-11-10", "2016-11", "2016"))


def several(one: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Lines of a cell."""
    return st.lists(one, min_size=1, max_size=4, unique_by=str.casefold).map("\n".join)


VALUES: dict[str, st.SearchStrategy[str]] = {
    **dict.fromkeys(("purpose", "frequency.text", "duration", "quorum", "status_reason", "chair.role", "chair.basis"), TEXTS),
    **dict.fromkeys(("status_since", "last_met", "terms_of_reference.agreed_on", "terms_of_reference.review_due", "chair.from"), DATES),
    **{key: several(TEXTS) for key in ("focus",)},
    "lead": several(st.sampled_from(NAMES)),
    "chair.organisation": st.sampled_from(NAMES),
    "secretariat": st.sampled_from(NAMES),
    "areas": several(st.sampled_from(("Bristol", "Somerset"))),
    "themes": st.just("Mental health"),
    "kind": st.sampled_from(("board", "panel", "task-and-finish")),
    "level": st.sampled_from(("strategic", "operational")),
}
EDITS = st.dictionaries(st.sampled_from(TITLES), st.sampled_from(sorted(VALUES)).flatmap(lambda key: st.tuples(st.just(key), VALUES[key])))
COLUMNS = {column.key: column for column in MEETING_COLUMNS}


def cell_texts(folder: Path) -> dict[str, dict[str, str]]:
    """What the sheet says of each meeting, cell by cell."""
    register = for_audience(read_register(folder).register, Audience("partners", "left out")).register
    texts = SheetTexts(register, people=False)
    return {meeting.title: {key: plain(text) for key, text in texts.of_meeting(meeting).items()} for meeting in register.meetings.values()}


@examples(Fraction(1, 6))
@given(EDITS)
def test_values_in_cells_reach_the_register(edits: dict[str, tuple[str, str]]) -> None:
    with TemporaryDirectory() as place:
        folder = write_register(Path(place) / "register", FILES)
        expected = cell_texts(folder)

        def change(book: Workbook) -> None:
            for title, (key, text) in edits.items():
                put(book, MEETINGS, title, key, text)
                column = next(cell.column for cell in book[MEETINGS][1] if cell.value == key)
                for row in book[MEETINGS].iter_rows(min_col=column, max_col=column, min_row=3):
                    for cell in row:
                        cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type

        result = imported(folder, changed(exported(folder), change))
        assert {title for title, (key, _) in edits.items() if key in ("kind", "quorum")} <= {
            one.meeting for one in result.cells if one.outcome == "taken"
        }
        for one in result.cells:
            if one.outcome == "taken":
                key, text = edits[one.meeting]
                items = plain(text).split("\n") if COLUMNS[key].field.spec.many else [plain(text)]
                expected[one.meeting][key] = "\n".join(
                    plain(item.removeprefix("- ")) if len(items) > 1 or COLUMNS[key].field.spec.many else item for item in items
                )

        assert cell_texts(folder) == expected
        assert imported(folder, exported(folder)).cells == ()
