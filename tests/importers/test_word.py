"""Word: no run of text vanishes, whatever element it is in; deleted text is left out; a table keeps its grid."""

import re
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from conftest import examples
from govreg.importers.reader import read_document
from govreg.model.document import Document, DocumentTable, Paragraph
from office.hostile_files import W, pack, paragraph, relations, word_parts

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NS = f'xmlns:mc="{MC}" xmlns:v="urn:schemas-microsoft-com:vml"'
_MARK = "w:id='1' w:author='A' w:date='2026-11-01T00:00:00Z'"
_SHOWN = """//w:t[not(ancestor::w:del or ancestor::w:moveFrom or ancestor::mc:Fallback or ancestor::w:tr[w:trPr/w:del]
            or ancestor::w:tc[w:tcPr/w:cellDel])]"""
"""What a reader of the file's XML, who knows nothing of this program, would say is its text."""


def read(tmp_path: Path, body: str, **parts: str) -> Document:
    """The document with this body."""
    pack(tmp_path / "paper.docx", word_parts(body, **parts))
    return read_document(str(tmp_path / "paper.docx"))


def texts(document: Document) -> list[str]:
    """All texts of `document`, asides too."""
    found: list[str] = []
    for block in document.blocks:
        found += [block.text] if isinstance(block, Paragraph) else [cell.text for row in block.rows for _, cell in row.cells]
    return found


def shown(document: Document) -> list[str]:
    """The texts of `document` without the asides."""
    return texts(Document("", tuple(block for block in document.blocks if not (isinstance(block, Paragraph) and block.aside))))


def asides(document: Document) -> list[tuple[str, str]]:
    """The place and the text of each aside."""
    return [(block.place, block.text) for block in document.blocks if isinstance(block, Paragraph) and block.aside]


def run(text: str, properties: str = "") -> str:
    """A run of Word."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


WORDS = st.integers(0, 10**6).map(lambda number: f"w{number}x")
RUNS = st.builds(run, WORDS, st.sampled_from(["", "<w:b/>", "<w:vanish/>", "<w:i/><w:u w:val='single'/>"]))
DELETED = st.builds(lambda word: f"<w:del {_MARK}><w:r><w:delText>{word}</w:delText></w:r></w:del>", WORDS)


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """What may stand around runs: changes, links, controls, fields, a text box that is there twice."""
    return st.one_of(
        st.builds(lambda x: f"<w:ins {_MARK}>{x}</w:ins>", inner),
        st.builds(lambda x: f"<w:moveTo {_MARK}>{x}</w:moveTo>", inner),
        st.builds(lambda x: f"<w:moveFrom {_MARK}>{x}</w:moveFrom>", inner),
        st.builds(lambda x: f"<w:hyperlink>{x}</w:hyperlink>", inner),
        st.builds(lambda x: f"<w:smartTag>{x}</w:smartTag>", inner),
        st.builds(lambda x: f"<w:sdt><w:sdtPr/><w:sdtContent>{x}</w:sdtContent></w:sdt>", inner),
        st.builds(lambda x: f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{x}</w:sdtContent></w:sdt>", inner),
        st.builds(lambda x: f'<w:fldSimple w:instr="PAGE">{x}</w:fldSimple>', inner),
        st.builds(
            lambda x: (
                f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF _a</w:instrText></w:r>'
                f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{x}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            ),
            inner,
        ),
        st.builds(
            lambda x: (
                f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent><w:p>{x}</w:p></w:txbxContent>"
                f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p>{x}</w:p></w:txbxContent></v:textbox></w:pict>"
                f"</mc:Fallback></mc:AlternateContent></w:r>"
            ),
            inner,
        ),
    )


INLINE = st.recursive(st.one_of(RUNS, DELETED, st.just("<w:r><w:tab/><w:br/></w:r>")), _around, max_leaves=4)
PARAGRAPH_PROPERTIES = st.sampled_from(
    ["", f"<w:rPr><w:del {_MARK}/></w:rPr>", "<w:numPr><w:numId w:val='1'/></w:numPr>", "<w:outlineLvl w:val='1'/>"]
)
PARAGRAPHS = st.builds(
    lambda properties, pieces: f"<w:p><w:pPr>{properties}</w:pPr>{' '.join(pieces)}</w:p>",
    PARAGRAPH_PROPERTIES,
    st.lists(INLINE, max_size=4),
)
ROW_PROPERTIES = st.sampled_from(
    ["", f"<w:del {_MARK}/>", f"<w:ins {_MARK}/>", "<w:tblHeader/>", "<w:gridBefore w:val='1'/>", "<w:hidden/>"]
)
CELL_PROPERTIES = st.sampled_from(
    ["", "<w:gridSpan w:val='2'/>", "<w:vMerge w:val='restart'/>", "<w:vMerge/>", f"<w:cellDel {_MARK}/>", "<w:hMerge w:val='continue'/>"]
)


def _tables(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Tables of any cells, in whatever may stand around blocks, rows and cells."""
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    around = st.sampled_from(["{}", "{}", control, "<w:customXml>{}</w:customXml>"])
    cells = st.builds(
        lambda properties, content, form: form.format(f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"),
        CELL_PROPERTIES,
        st.lists(blocks, min_size=1, max_size=2),
        around,
    )
    rows = st.builds(
        lambda properties, content, form: form.format(f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(content)}</w:tr>"),
        ROW_PROPERTIES,
        st.lists(cells, max_size=3),
        around,
    )
    return st.one_of(
        st.builds(lambda content, form: form.format(f"<w:tbl>{''.join(content)}</w:tbl>"), st.lists(rows, max_size=3), around),
        st.builds(control.format, blocks),
    )


BODIES = st.lists(st.recursive(PARAGRAPHS, _tables, max_leaves=8), max_size=5).map("".join)


@examples(Fraction(1, 2), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(body=BODIES)
def test_each_run_of_text_is_there_once_and_what_was_deleted_is_not(body: str, tmp_path: Path) -> None:
    parts = word_parts(body)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:document ", f"<w:document {_NS} ".encode())
    pack(tmp_path / "paper.docx", parts)
    found = etree.fromstring(parts["word/document.xml"]).xpath(_SHOWN, namespaces={"w": W, "mc": MC})
    assert isinstance(found, list)
    expected = Counter(word for text in found for word in re.findall(r"w\d+x", getattr(text, "text", "")))

    document = read_document(str(tmp_path / "paper.docx"))

    assert Counter(re.findall(r"w\d+x", " ".join(texts(document)))) == expected


@st.composite
def grids(draw: st.DrawFn) -> list[tuple[int, int, int, int]]:
    """Rectangles that cover a grid: each its row, column, and how many rows and columns it takes."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    free = {(row, column) for row in range(height) for column in range(width)}
    found = []
    while free:
        row, column = min(free)
        columns = draw(st.integers(1, 3))
        while not all((row, column + step) in free for step in range(columns)):
            columns -= 1
        rows = draw(st.integers(1, 3))
        while not all((row + down, column + step) in free for down in range(rows) for step in range(columns)):
            rows -= 1
        free -= {(row + down, column + step) for down in range(rows) for step in range(columns)}
        found.append((row, column, rows, columns))
    return found


def _grid_xml(rectangles: list[tuple[int, int, int, int]]) -> str:
    """The table of Word that these rectangles are."""
    height = max(row + rows for row, _, rows, _ in rectangles)
    xml = ""
    for line in range(height):
        cells = sorted((column, row, rows, columns) for row, column, rows, columns in rectangles if row <= line < row + rows)
        xml += "<w:tr>"
        for column, row, rows, columns in cells:
            merge = "" if rows == 1 else "<w:vMerge w:val='restart'/>" if row == line else "<w:vMerge/>"
            text = f"cell {row} {column}" if row == line else ""
            xml += f"<w:tc><w:tcPr><w:gridSpan w:val='{columns}'/>{merge}</w:tcPr>{paragraph(text)}</w:tc>"
        xml += "</w:tr>"
    return f"<w:tbl>{xml}</w:tbl>"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rectangles=grids())
def test_merged_cells_are_there_once_with_their_place_and_size(rectangles: list[tuple[int, int, int, int]], tmp_path: Path) -> None:
    table = read(tmp_path, _grid_xml(rectangles)).blocks[0]

    assert isinstance(table, DocumentTable)
    assert [(row, column, cell.rows, cell.columns, cell.text) for row, line in enumerate(table.rows) for column, cell in line.cells] == [
        (row, column, rows, columns, f"cell {row} {column}") for row, column, rows, columns in sorted(rectangles)
    ]


def test_tracked_changes_are_counted(tmp_path: Path) -> None:
    body = f"<w:p><w:ins {_MARK}>{run('Six')}</w:ins><w:del {_MARK}><w:r><w:delText>Four</w:delText></w:r></w:del>{run(' weekly')}</w:p>"

    document = read(tmp_path, body)

    assert shown(document) == ["Six weekly"]
    assert document.remarks == ("It has tracked changes: 1 insertion is taken in, 1 deletion is left out.",)


def test_every_deletion_is_counted(tmp_path: Path) -> None:
    deleted = f"<w:del {_MARK}><w:r><w:delText>Four</w:delText></w:r></w:del>"
    row = f"<w:tr><w:trPr><w:del {_MARK}/></w:trPr><w:tc>{paragraph('old')}</w:tc></w:tr>"

    document = read(tmp_path, f"<w:p>{deleted}{run('Six')}{deleted}</w:p><w:tbl>{row}<w:tr><w:tc>{paragraph('new')}</w:tc></w:tr></w:tbl>")

    assert shown(document) == ["Six", "new"]
    assert document.remarks == ("It has tracked changes: 3 deletions are left out.",)


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next(tmp_path: Path) -> None:
    assert shown(read(tmp_path, f"<w:p><w:pPr><w:rPr><w:del {_MARK}/></w:rPr></w:pPr>{run('Police')}</w:p>{paragraph('Panel')}")) == [
        "Police Panel"
    ]


FORM = "<w:r><w:fldChar w:fldCharType='begin'><w:ffData>{}</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
ENTRY = "<w:listEntry w:val='{}'/>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>ordinate</w:t></w:r>", "co-ordinate"),
        ("<w:r><w:t>safe</w:t><w:softHyphen/><w:t>guarding\u00ad</w:t></w:r>", "safeguarding"),
        ("<w:r><w:t>South\u00a0Glos</w:t></w:r>", "South Glos"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>a </w:t><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>", "a ✓"),
        ("<w:ruby><w:rt><w:r><w:t>reading</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby>", "base"),
        (f"{FORM.format('<w:checkBox><w:checked/></w:checkBox>')}<w:r><w:t> statutory</w:t></w:r>", "☒ statutory"),
        (FORM.format(f"<w:ddList><w:result w:val='1'/>{''.join(map(ENTRY.format, ('Monthly', 'Quarterly')))}</w:ddList>"), "Quarterly"),
        ("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:t>never closed</w:t></w:r>", "never closed"),
    ],
)
def test_character_references_are_read_as_characters(inner: str, text: str, tmp_path: Path) -> None:
    assert shown(read(tmp_path, f"<w:p>{inner}</w:p>")) == [text]


STYLES = f"""<w:styles xmlns:w="{W}">
  <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Standard"/></w:style>
  <w:style w:type="paragraph" w:styleId="Board"><w:name w:val="Board title"/><w:basedOn w:val="berschrift2"/></w:style>
  <w:style w:type="paragraph" w:styleId="Level"><w:name w:val="Own"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Round2"/></w:style>
  <w:style w:type="paragraph" w:styleId="Round2"><w:name w:val="Round 2"/><w:basedOn w:val="Round"/></w:style>
  <w:style w:type="paragraph" w:styleId="Listenabsatz"><w:name w:val="List Bullet"/>
    <w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
  <w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>"""


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("<w:pStyle w:val='berschrift2'/>", (2, False)),
        ("<w:pStyle w:val='Board'/>", (2, False)),
        ("<w:pStyle w:val='Level'/>", (3, False)),
        ("<w:pStyle w:val='Round'/>", (None, False)),
        ("<w:pStyle w:val='Listenabsatz'/>", (None, True)),
        ("<w:pStyle w:val='Listenabsatz'/><w:numPr><w:numId w:val='0'/></w:numPr>", (None, False)),
        ("<w:pStyle w:val='berschrift2'/><w:outlineLvl w:val='9'/>", (None, False)),
        ("<w:outlineLvl w:val='0'/>", (1, False)),
        ("<w:pStyle w:val='missing'/>", (None, False)),
        ("", (None, False)),
    ],
)
def test_styles_say_what_is_a_heading_and_what_an_item_in_any_language(
    properties: str, expected: tuple[int | None, bool], tmp_path: Path
) -> None:
    document = read(tmp_path, f"<w:p><w:pPr>{properties}</w:pPr>{run('Safeguarding')}</w:p>", styles=STYLES)

    block = document.blocks[0]
    assert isinstance(block, Paragraph)
    assert (block.level, block.item) == expected


def test_a_paragraph_is_bold_if_all_of_its_words_are(tmp_path: Path) -> None:
    body = f"<w:p>{run('Frequency', '<w:b/>')}{run(' ')}</w:p><w:p>{run('Lead:', '<w:b/>')}{run(' PCC')}</w:p>"
    body += "<w:p><w:r><w:rPr><w:rStyle w:val='Fett'/></w:rPr><w:t>Purpose</w:t></w:r></w:p>"
    body += f"<w:p>{run('Focus', '<w:b w:val=' + repr('0') + '/>')}</w:p>"
    body += f"<w:p>{run('Chair', '<w:rStyle w:val=' + repr('Fett') + '/><w:b w:val=' + repr('0') + '/>')}</w:p>"

    document = read(tmp_path, body, styles=STYLES)

    assert [block.bold for block in document.blocks if isinstance(block, Paragraph)] == [True, False, True, False, False]


def test_lists_in_a_cell_have_a_dash_for_each_item_and_a_table_of_contents_is_aside(tmp_path: Path) -> None:
    item = "<w:p><w:pPr><w:pStyle w:val='Listenabsatz'/></w:pPr>{}</w:p>"
    cell = item.format(run("PCC")) + item.format(run("OPCC")) + paragraph("• NHS") + paragraph("·\tCouncils") + paragraph("as agreed")
    contents = f"<w:p><w:pPr><w:pStyle w:val='Verzeichnis1'/></w:pPr>{run('Board')}</w:p>"

    document = read(tmp_path, f"{contents}<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>", styles=STYLES)

    assert shown(document) == ["- PCC\n- OPCC\n- NHS\n- Councils\nas agreed"]
    assert asides(document) == [("table of contents", "Board")]


def test_text_outside_the_main_text_is_an_aside_with_its_place(tmp_path: Path) -> None:
    body = f"<w:p>{run('Quarterly')}<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:commentReference w:id='0'/></w:r></w:p>"
    body += f"<w:tbl><w:tr><w:tc><w:p>{run('Lead')}{run('check', '<w:vanish/>')}</w:p></w:tc></w:tr></w:tbl>"
    note = f'<w:footnote w:id="1"><w:p/></w:footnote><w:footnote w:id="2">{paragraph("Except August")}</w:footnote>'
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="A">{paragraph("Is it?")}</w:comment></w:comments>'
    header = f'<w:hdr xmlns:w="{W}"><w:tbl><w:tr><w:tc>{paragraph("OFFICIAL")}</w:tc></w:tr></w:tbl></w:hdr>'

    document = read(tmp_path, body, footnotes=f'<w:footnotes xmlns:w="{W}">{note}</w:footnotes>', comments=comments, header=header)

    assert shown(document) == ["Quarterly", "Lead"]
    assert asides(document) == [
        ("hidden text in table 1, row 1, column 1", "check"),
        ("page header, table 1, row 1, column 1", "OFFICIAL"),
        ("footnote on paragraph 1", "Except August"),
        ("comment on paragraph 1", "Is it?"),
    ]


def test_a_repeated_first_row_is_a_heading(tmp_path: Path) -> None:
    header = f"<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>{paragraph('Meeting')}</w:tc></w:tr>"

    table = read(tmp_path, f"<w:tbl>{header}<w:tr><w:tc>{paragraph('Board')}</w:tc></w:tr></w:tbl>").blocks[0]

    assert isinstance(table, DocumentTable)
    assert [cell.heading for row in table.rows for _, cell in row.cells] == [True, False]


def test_a_remark_names_pictures_charts_and_inserted_files_left_out(tmp_path: Path) -> None:
    parts = word_parts(f"{paragraph('Structure')}<w:altChunk/>")
    types = (
        '<Default Extension="png" ContentType="image/png"/><Override PartName="/word/c.xml" ContentType="a.drawingml.chart+xml"/></Types>'
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", types.encode())
    pack(
        tmp_path / "paper.docx",
        {**parts, "word/media/1.png": b"x", "word/media/2.png": b"x", "docProps/thumbnail.png": b"x", "word/c.xml": b"<c/>"},
    )

    assert read_document(str(tmp_path / "paper.docx")).remarks == (
        "1 inserted file was left out. Import each by itself.",
        "2 pictures were left out: no text in a picture is read.",
        "1 chart was left out.",
    )


def test_the_prompt_of_a_field_that_nobody_filled_in_is_an_aside(tmp_path: Path) -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cells = f"<w:tc><w:p>{control.format(run('Choose an item.'))}</w:p></w:tc><w:tc>{control.format(paragraph('Enter text.'))}</w:tc>"
    cells += f"<w:tc>{paragraph('PCC')}</w:tc>"

    document = read(tmp_path, f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")

    assert shown(document) == ["", "", "PCC"]
    assert asides(document) == [
        ("prompt of an empty field in table 1, row 1, column 1", "Choose an item."),
        ("prompt of an empty field in table 1, row 1, column 2", "Enter text."),
    ]


TABLE_STYLE = f"""<w:styles xmlns:w="{W}"><w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>
  <w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style></w:styles>"""


@pytest.mark.parametrize(
    ("look", "headings"),
    [
        ('w:val="0020"', [True, True, False, False]),
        ('w:val="00A0"', [True, True, True, False]),
        ('w:firstRow="0" w:firstColumn="1"', [True, False, True, False]),
        ('w:val="0000"', [False, False, False, False]),
    ],
)
def test_a_style_of_the_table_may_make_its_first_row_or_column_headings(look: str, headings: list[bool], tmp_path: Path) -> None:
    row = f"<w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>"
    properties = f"<w:tblPr><w:tblStyle w:val='Grid'/><w:tblLook {look}/></w:tblPr>"

    table = read(tmp_path, f"<w:tbl>{properties}{row}{row}</w:tbl>", styles=TABLE_STYLE).blocks[0]

    assert isinstance(table, DocumentTable)
    assert [cell.heading for line in table.rows for _, cell in line.cells] == headings


def test_a_text_box_in_a_cell_is_a_line_of_it_and_one_beside_a_paragraph_follows_it(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('Box')}</w:txbxContent></w:pict></w:r>"

    document = read(tmp_path, f"<w:p>{run('Prose')}{box}</w:p><w:tbl><w:tr><w:tc><w:p>{run('Cell')}{box}</w:p></w:tc></w:tr></w:tbl>")

    assert shown(document) == ["Prose", "Box", "Cell\nBox"]
    assert [block.place for block in document.blocks] == ["paragraph 1", "text box at paragraph 1", "table 1"]


@pytest.mark.parametrize("end", ["", "w:val='continue'"])
def test_a_cell_merged_in_the_way_of_old_converters_is_one(end: str, tmp_path: Path) -> None:
    cells = f"<w:tc><w:tcPr><w:hMerge w:val='restart'/></w:tcPr>{paragraph('Title')}</w:tc>"
    cells += f"<w:tc><w:tcPr><w:hMerge {end}/></w:tcPr><w:p/></w:tc>"

    table = read(tmp_path, f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>{cells}</w:tr></w:tbl>").blocks[0]

    assert isinstance(table, DocumentTable)
    assert [(cell.text, cell.columns) for _, cell in table.rows[0].cells] == [("Title", 2)]


def test_a_table_in_a_cell_comes_after_its_table_with_its_place(tmp_path: Path) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('inner')}</w:tc></w:tr></w:tbl>"

    document = read(
        tmp_path, f"<w:tbl><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr><w:tc>{paragraph('outer')}{inner}</w:tc></w:tr></w:tbl>"
    )

    assert [(block.place, text) for block, text in zip(document.blocks, shown(document), strict=True)] == [
        ("table 1", "outer"),
        ("table 1, row 1, column 2, table 1", "inner"),
    ]


def test_the_same_header_on_several_pages_and_a_diagram_are_there_once(tmp_path: Path) -> None:
    header = f'<w:hdr xmlns:w="{W}">{paragraph("OFFICIAL")}</w:hdr>'
    shape = '<d:t xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"><a:p><a:r><a:t>Board</a:t></a:r></a:p></d:t>'
    diagram = shape.replace("<a:p>", '<a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">')
    parts = word_parts(paragraph("x"), header=header, diagramData=diagram)
    parts["word/second.xml"] = parts["word/header.xml"]
    again = parts["word/_rels/document.xml.rels"].replace(b"</Rel", b'<Relationship Id="z" Type="x/header" Target="second.xml"/></Rel')
    pack(tmp_path / "paper.docx", {**parts, "word/_rels/document.xml.rels": again})

    assert asides(read_document(str(tmp_path / "paper.docx"))) == [("page header", "OFFICIAL"), ("diagram", "Board")]


def test_a_link_to_another_file_is_never_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text(f'<w:hdr xmlns:w="{W}">{paragraph("secret")}</w:hdr>', encoding="utf-8")
    parts = word_parts(paragraph("Board"))
    target = (tmp_path / "secret.xml").as_uri()
    parts["word/_rels/document.xml.rels"] = relations(header=target).replace(b"/>", b' TargetMode="External"/>')
    pack(tmp_path / "paper.docx", parts)

    assert texts(read_document(str(tmp_path / "paper.docx"))) == ["Board"]
