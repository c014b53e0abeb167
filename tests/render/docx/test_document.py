"""A Word document has the structure that Word, a screen reader and the next office need, as another reader of the file sees it."""

import re
from fractions import Fraction
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from blocks import everything
from conftest import examples
from govreg.render.docx.document import render
from govreg.render.target import Target
from govreg.report import (
    Bar,
    BarChart,
    Block,
    BulletList,
    Column,
    Command,
    Count,
    Date,
    Entry,
    Example,
    Fields,
    FindingBlock,
    Heading,
    Link,
    Paragraph,
    Percent,
    Report,
    Table,
)
from hostile_texts import HOSTILE, LIVE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Word:
    """The parts of a Word file, read without the library that wrote it."""

    def __init__(self, *blocks: Block, **about: str) -> None:
        self.bytes = render(Report(blocks, data=dict, **about), Target(is_file=True))  # type: ignore[arg-type]
        with ZipFile(BytesIO(self.bytes)) as parts:
            self.names = parts.namelist()
            self.parts = {name: parts.read(name) for name in self.names}
            self.dates = {part.date_time for part in parts.infolist()}
        self.body = etree.fromstring(self.parts["word/document.xml"])[0]

    def text(self, element: etree._Element) -> str:
        """The text in an element."""
        return "".join(piece.text or "" for piece in element.iter(f"{W}t"))

    def styled(self) -> list[tuple[str, str]]:
        """The paragraphs outside tables, each with its style."""
        found = ((paragraph.find(f"{W}pPr/{W}pStyle"), self.text(paragraph)) for paragraph in self.body.findall(f"{W}p"))
        return [(style.get(f"{W}val", ""), text) for style, text in found if style is not None]

    def tables(self) -> list[list[list[str]]]:
        """The text of each cell of each row of each table."""
        return [
            [[self.text(cell) for cell in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")] for table in self.body.iter(f"{W}tbl")
        ]


TABLE = Table(
    (Column("Meeting"), Column("A year", number=True), Column("Since", whole=True)),
    (("Board", 4, Date("2016", "2016")), ("Panel", None, None)),
)


def test_headings_have_words_own_styles_and_stay_with_what_follows() -> None:
    made = Word(Heading("Review", 1), Heading("Gaps"), Heading("More", 3), Paragraph("Text"))

    assert made.styled() == [("Title", "Review"), ("Heading1", "Gaps"), ("Heading2", "More"), ("Normal", "Text")]
    styles = etree.fromstring(made.parts["word/styles.xml"])
    for id_ in ("Title", "Heading1", "Heading2", "Caption"):
        (style,) = styles.findall(f"{W}style[@{W}styleId='{id_}']")
        assert style.find(f"{W}pPr/{W}keepNext") is not None
    assert styles.find(f"{W}style[@{W}styleId='Heading1']/{W}pPr/{W}outlineLvl").get(f"{W}val") == "0"  # type: ignore[union-attr]


def test_a_report_without_a_title_gets_its_name() -> None:
    assert Word(Paragraph("Text"), name="Meetings").styled() == [("Title", "Meetings"), ("Normal", "Text")]


def test_the_titles_of_a_table_repeat_its_rows_stay_in_one_piece_and_it_can_be_read_aloud() -> None:
    made = Word(Heading("What there is"), TABLE)
    rows = list(made.body.iter(f"{W}tr"))

    assert made.tables() == [[["Meeting", "A year", "Since"], ["Board", "4", "2016"], ["Panel", "–", "–"]]]
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert [element.get(f"{W}val") for element in made.body.iter(f"{W}tblCaption", f"{W}tblDescription")] == [
        "What there is",
        "Columns: Meeting, A year, Since. Rows: 2.",
    ]


def test_only_a_row_that_would_take_most_of_a_page_may_break() -> None:
    made = Word(Table((Column("A"),), (("short",), ("long " * 500,))))

    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in made.body.iter(f"{W}tr")] == [True, True, False]


def test_numbers_are_flush_right_and_widths_fill_the_page() -> None:
    made = Word(TABLE)
    right = [made.text(paragraph) for paragraph in made.body.iter(f"{W}p") if paragraph.find(f"{W}pPr/{W}jc[@{W}val='right']") is not None]

    assert right == ["A year", "4", "–"]
    assert sum(int(column.get(f"{W}w", "0")) for column in made.body.iter(f"{W}gridCol")) == 11906 - 2 * 1134


def test_an_entry_is_one_table_whose_first_row_repeats_and_is_a_heading() -> None:
    made = Word(Entry("Meeting", "Board", (("Lead", "OPCC"), ("Purpose", "To meet"), ("", "and to talk"))))
    first = next(made.body.iter(f"{W}tr"))

    assert made.tables() == [[["Meeting", "Board"], ["Lead", "OPCC"], ["Purpose", "To meetand to talk"]]]
    assert first.find(f"{W}trPr/{W}tblHeader") is not None
    assert [style.get(f"{W}val") for style in first.iter(f"{W}pStyle")] == ["Tableheading", "Heading2"]


def test_every_block_and_cell_is_there() -> None:
    made = Word(
        BulletList(("one", "two")),
        Fields((("Lead", Link("organisation", "opcc", "OPCC")), ("", "more"))),
        Example("a: b\nc: d"),
        Command("govreg list", "Next"),
        Table((Column("A"), Column("B")), ((Percent(0.5), Count(19, "varies")), (True, ("x", "y")))),
        FindingBlock("a.yaml", 1, 2, "error", "GR001", "Title", "It is wrong.", "Mend it.", "a: b", ("b.yaml",)),
        foot=("As at today.",),  # type: ignore[arg-type]
    )
    shown = [text for _, text in made.styled()]

    assert made.tables()[0] == [["Lead", "OPCCmore"]]
    assert made.tables()[1] == [["A", "B"], ["50%", "19~"], ["yes", "x, y"]]
    assert shown == [
        *("Report", "one", "two", "a: bc: d", "Next:", "govreg list"),
        *("error GR001: It is wrong.", "a.yaml:1:2", "a: b ^", "Mend it.", "see b.yaml", "As at today."),
    ]
    assert made.styled()[1][0] == "ListBullet"


def test_a_chart_is_a_table_with_bars_in_proportion_to_its_figures() -> None:
    bars = (Bar("OPCC", "8 to 12", 8, 12), Bar("PCC", "6", 6, 6), Bar("NHS", "not known"))
    made = Word(BarChart("Meetings a year", ("Member", "A year"), bars))
    drawn = [(element.get("cx"), element.get("cy")) for element in made.body.iter("{*}extent")]
    widths = [int(width or 0) for width, _ in drawn]

    assert made.tables() == [[["Member", "A year"], ["OPCC", " 8 to 12"], ["PCC", " 6"], ["NHS", "not known"]]]
    assert made.styled()[1] == ("Caption", "Meetings a year")
    assert [round(width / widths[2] * 6, 3) for width in widths] == [8, 4, 6]
    assert [element.get("descr") for element in made.body.iter("{*}docPr")] == ["OPCC: 8 to 12", "OPCC: 8 to 12", "PCC: 6"]
    assert sorted(name for name in made.names if "media" in name) == ["word/media/image1.png", "word/media/image2.png"]
    assert len({element.get("id") for element in made.body.iter("{*}docPr")}) == 3


def test_text_charts_and_pages_come_in_the_order_of_the_report() -> None:
    wide = Table(tuple(Column(f"Column {number}") for number in range(9)), (tuple(map(str, range(9))),))
    chart = BarChart("Chart", ("Member", "A year"), (Bar("OPCC", "6", 6, 6),))
    made = Word(Heading("First"), chart, Paragraph("Below"), chart, chart, Heading("Wide"), wide, Heading("Last"), TABLE)
    order = [
        {"p": made.text(one), "tbl": "table", "sectPr": "page"}[etree.QName(one).localname]
        for one in made.body
        if one.find(f"{W}pPr/{W}spacing") is None
    ]

    assert order == [
        *("Report", "First", "Chart", "table", "Below", "Chart", "table", "Chart", "table"),
        *("", "Wide", "table", "", "Last", "table", "page"),
    ]


def test_only_a_wide_table_turns_the_page_and_its_heading_turns_with_it() -> None:
    wide = Table(tuple(Column(f"Column {number}") for number in range(9)), (tuple(map(str, range(9))),))
    made = Word(Heading("Narrow"), TABLE, Heading("Wide"), Heading("Matrix", 3), wide, Heading("After"), Paragraph("x"))
    sizes = [(size.get(f"{W}orient"), int(size.get(f"{W}w", "0")) > int(size.get(f"{W}h", "0"))) for size in made.body.iter(f"{W}pgSz")]
    feet = [len(section.findall(f"{W}footerReference")) for section in made.body.iter(f"{W}sectPr")]

    assert sizes == [("portrait", False), ("landscape", True), ("portrait", False)]
    assert feet == [1, 1, 1]
    before = made.body.index(next(made.body.iter(f"{W}sectPr")).getparent().getparent())  # type: ignore[union-attr,arg-type]
    assert [made.text(element) for element in made.body[before + 1 : before + 3]] == ["Wide", "Matrix"]


@pytest.mark.parametrize(("letters", "orientation"), [(23, "portrait"), (24, "landscape")])
def test_words_that_do_not_fit_beside_each_other_with_the_margins_of_their_cells_turn_the_page(letters: int, orientation: str) -> None:
    """A page upright has room for 78 characters in a table, of which each cell's margins take three."""
    made = Word(Table((Column("Lead"), Column("Chair"), Column("Level")), (("x" * letters,) * 3,)))

    assert [size.get(f"{W}orient") for size in made.body.iter(f"{W}pgSz")] == [orientation]


def test_the_foot_of_the_page_has_its_title_and_number() -> None:
    made = Word(Heading("Review", 1), Paragraph("x"))
    (foot,) = (etree.fromstring(made.parts[name]) for name in made.names if "/footer" in name)

    assert made.text(foot) == "Review: page 1 of 1"
    assert [field.get(f"{W}instr") for field in foot.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


def test_the_language_is_british_english() -> None:
    made = Word(Paragraph("x"))
    languages = list(etree.fromstring(made.parts["word/styles.xml"]).iter(f"{W}lang"))

    assert [language.get(f"{W}val") for language in languages] == ["en-GB"]
    assert not [name for name in made.names if b"en-US" in made.parts[name] and name != "word/settings.xml"]


def test_properties_say_what_was_asked_for_and_nothing_of_the_library() -> None:
    about = docx.Document(BytesIO(Word(Heading("Review", 1), author="Partnership team", day="2016-11-10").bytes)).core_properties

    assert (about.title, about.author, about.last_modified_by, about.language) == (
        "Review",
        "Partnership team",
        "Partnership team",
        "en-GB",
    )
    assert str(about.created) == str(about.modified) == "2016-11-10 00:00:00+00:00"
    without = Word(Paragraph("x"))
    assert not [name for name in without.names if b"python-docx" in without.parts[name] or b"2013" in without.parts[name]]
    assert "docProps/app.xml" not in without.names


def test_the_same_report_gives_the_same_bytes() -> None:
    one, other = Word(Heading("Review", 1), TABLE, day="2016-11-10"), Word(Heading("Review", 1), TABLE, day="2016-11-10")

    assert one.bytes == other.bytes
    assert one.dates == {(1980, 1, 1, 0, 0, 0)}
    assert one.names == ["[Content_Types].xml", *sorted(set(one.names) - {"[Content_Types].xml"})]


FIELDS = (
    "=1+1",
    '{ DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc" }',
    "<w:fldSimple w:instr='DATE'/>",
    "\x00\x07\x1b[31m\ud800\ufffe",
    "]]>",
)


@pytest.fixture(scope="module")
def harmless() -> Word:
    """A document with a harmless text wherever there can be one."""
    return Word(*everything("a"), name="a")


TEXTS = [*HOSTILE, *LIVE, *FIELDS]


@pytest.mark.parametrize("texts", [TEXTS[start : start + 4] for start in range(0, len(TEXTS), 4)])
def test_no_text_is_more_than_text(texts: list[str], harmless: Word) -> None:
    """Some texts share a document, which takes far longer to open and to pack than to write into."""
    hostile = Word(*(block for text in texts for block in everything(text)), name="".join(texts))

    assert {element.tag for element in hostile.body.iter()} - {f"{W}br"} == {element.tag for element in harmless.body.iter()} - {f"{W}br"}
    assert hostile.names == harmless.names
    assert b"TargetMode" not in hostile.parts["word/_rels/document.xml.rels"]
    shown = "".join(text for _, text in hostile.styled()).replace(" ", "")
    assert [
        text
        for text in texts
        if re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]", "", "".join(text.split())) not in shown
    ] == []


@examples(Fraction(1, 4))
@given(st.text(max_size=40))
def test_any_text_makes_a_document_that_opens(text: str) -> None:
    docx.Document(BytesIO(Word(*everything(text), name=text, author=text).bytes))
