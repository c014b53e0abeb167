"""A form is a workbook of texts to fill in, with drop-downs of any length, and a hidden sheet for the reader."""

from io import BytesIO

from openpyxl import Workbook, load_workbook

from govreg.form import Form, FormColumn, FormSheet, RowAnswer, SheetAnswer
from govreg.render.answer_xlsx import answer_xlsx
from govreg.render.form_xlsx import form_xlsx
from hostile_texts import HOSTILE

HOSTILE = [text for text in (*HOSTILE, '=cmd|" /C calc"!A0', "-1", "007", "_x000D_", "http://x") if text]


def form(*rows: tuple[str, ...], choices: tuple[str, ...] = ("one", "two")) -> Form:
    """A form with a sheet of two columns and a hidden one."""
    columns = (
        FormColumn("title", "Meeting", "Its name."),
        FormColumn("kind", "Kind", choices="kinds", only=True),
        FormColumn("id", "Row", hidden=True),
    )
    return Form(
        "T", (("What to do", "Fill it in."),), (FormSheet("Meetings", columns, rows),), {"kinds": choices}, "hidden", (("mark", "1"),)
    )


def opened(made: Form) -> Workbook:
    return load_workbook(BytesIO(form_xlsx(made)))


def test_every_cell_is_text() -> None:
    book = opened(form(*((text, "one", text) for text in HOSTILE)))

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    assert {cell.number_format for row in book["Meetings"].iter_rows() for cell in row if cell.value is not None} == {"@"}


def test_keys_and_ids_are_hidden_and_titles_stay_in_view() -> None:
    sheet = opened(form(("a", "one", "x")))["Meetings"]

    assert [cell.value for cell in sheet[1]] == ["title", "kind", "id"]
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["C"].hidden
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B3", "A2:C3")
    assert str(sheet["A2"].comment.text).strip() == "Its name."


def test_a_drop_down_offers_a_range_of_any_length() -> None:
    book = opened(form(("a", "one", "x"), choices=tuple(f"A choice with a long name {number}" for number in range(300))))
    (validation,) = book["Meetings"].data_validations.dataValidation

    assert validation.formula1 == "Lists!$A$2:$A$301"
    assert validation.errorStyle == "warning"
    assert book["Lists"].sheet_state == "hidden"
    assert book["Lists"]["A301"].value == "A choice with a long name 299"
    assert "B1003" in validation.sqref


def test_nothing_that_is_to_be_filled_in_is_protected() -> None:
    book = opened(form(("a", "one", "x")))

    assert not book["Meetings"].protection.sheet
    assert book["Help"].protection.sheet
    assert book["hidden"].sheet_state == "veryHidden"


def test_the_same_form_gives_the_same_bytes() -> None:
    assert form_xlsx(form(("a", "one", "x"))) == form_xlsx(form(("a", "one", "x")))


def test_an_answer_is_text_too() -> None:
    texts = dict(enumerate(HOSTILE, 3))
    rows = {number: RowAnswer(text, text, {f"A{number}": "conflict"}) for number, text in texts.items()}
    sent = form_xlsx(form(*((text, "one", "x") for text in HOSTILE)))
    sheet = load_workbook(BytesIO(answer_xlsx(sent, (SheetAnswer("Meetings", 2, {}, rows),))))["Meetings"]

    assert [cell.value for cell in sheet[2]][3:] == ["Answer", "Answer in full"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert {sheet[f"A{number}"].fill.fgColor.rgb for number in texts} == {"00FCE5CD"}
    assert {number: str(sheet[f"A{number}"].value).replace("_x005F_", "_") for number in texts} == texts


def test_no_text_of_an_answer_is_read_as_the_code_of_a_character() -> None:
    rows = {3: RowAnswer("_x202E_", "“_x0041_x202E_” isn't a name.", {})}
    sheet = load_workbook(BytesIO(answer_xlsx(form_xlsx(form(("A", "one", "x"))), (SheetAnswer("Meetings", 2, {}, rows),))))["Meetings"]

    assert [cell.value for cell in sheet[3]][3:] == ["_x005F_x202E_", "“_x005F_x0041_x005F_x202E_” isn't a name."]
