"""Takes a paragraph of a paper, or a line of pasted text, as a heading, a label with its value, or prose."""

import re
from dataclasses import replace

from govreg.analysis.importing.assemble import OUTSIDE, Assembler
from govreg.analysis.importing.found import Run
from govreg.analysis.importing.labels import Label, Labels, looks_like_title, names_one
from govreg.model.document import Paragraph

_COLON = re.compile(r"([^:\n]{1,70}?)\s*:(?:\s+|$)(.*)", re.DOTALL)
_DASH = re.compile(r"([^:\n–—-]{2,40}?)\s+[–—-]\s+(.*)", re.DOTALL)
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*")
_COLUMN = re.compile(r"\t| {3,}")
_KIND_OF_PAPER = re.compile(r"\s*(?:terms of reference|constitution|agenda|minutes|version|draft|v\d)\b", re.IGNORECASE)
_MOST_WORDS = 6
"""The most words that a label of an office's own has in running text."""


def take_paragraph(assembler: Assembler, labels: Labels, paragraph: Paragraph) -> None:
    """Give `paragraph` to the `assembler` as what it is."""
    text = _EMPHASIS.sub(r"\2", paragraph.text.strip("\n"))
    if not text.strip():
        assembler.gap()
        return
    place = paragraph.place
    marked = _MARKDOWN_HEADING.fullmatch(text)
    if marked is not None:
        paragraph, text = replace(paragraph, level=len(marked[1])), marked[2]
    whole = labels.read(text.strip().rstrip(":").strip(), exact=True)
    if paragraph.level is not None:
        named = pairs_in(labels, text, place)
        if named and _is_title(*named[0]):
            assembler.heading(named[0][1], paragraph.level)
            assembler.found.labels.append((named[0][0], place))
        elif whole.key is not None and whole.key not in ("title", "number", "type"):
            assembler.bare_label(whole, place, paragraph.level)
        else:
            assembler.heading(Run(text.strip(), place), paragraph.level)
        return
    pairs = pairs_in(labels, text, place, is_open=assembler.is_open)
    if pairs and not assembler.is_open and pairs[0][0].key == "terms_of_reference" and _is_title(*pairs[0]):
        assembler.heading(pairs[0][1])
        assembler.found.labels.append((pairs[0][0], place))
    elif pairs:
        for label, value in pairs:
            assembler.pair(label, value, place)
    elif whole.key is not None and whole.key not in ("title", "number", "type") and not paragraph.item:
        assembler.bare_label(whole, place, None)
    elif assembler.awaits_label and _is_about_paper(text):
        assembler.leave(Run(text.strip(), place), OUTSIDE)
    else:
        assembler.prose(Run(text.strip(), place), item=paragraph.item, bold=paragraph.bold)


def _is_title(label: Label, value: Run) -> bool:
    """Whether a labelled text is the title of a meeting: `Meeting: …`, or `Terms of reference: …` with the name of one."""
    return (label.key == "title" and bool(value.text)) or (label.key == "terms_of_reference" and names_one(value.text))


def pairs_in(labels: Labels, text: str, place: str, *, is_open: bool = False) -> list[tuple[Label, Run]]:
    """The labels in a line, each with its value; an empty list for any other line.

    While a meeting is being described (`is_open`), labels that aren't known count too.
    """
    pieces = [piece.strip() for piece in _COLUMN.split(text.strip(" "))]
    if len(pieces) > 1 and any(pieces[1:]):
        first = labels.read(pieces[0])
        if first.key is not None or (is_open and pieces[0] and _short(pieces[0]) and ":" not in text):
            return [(first, Run(" ".join(piece for piece in pieces[1:] if piece), place))]
        each = [pair for piece in pieces if piece for pair in pairs_in(labels, piece, place, is_open=is_open)]
        return each if len(each) == sum(bool(piece) for piece in pieces) else []
    several = [_COLON.fullmatch(piece) for piece in re.split(r"\s*[;|]\s+", text.strip())]
    if len(several) > 1 and all(one is not None and labels.read(one[1]).key is not None for one in several):
        return [(labels.read(one[1]), Run(one[2].strip(), place)) for one in several if one is not None]
    found = _COLON.fullmatch(text.strip())
    if found is not None:
        label = labels.read(found[1])
        if label.key is not None or (is_open and _short(found[1]) and found[2].strip()):
            return [(label, Run(found[2].strip(), place))] if found[2].strip() or "\n" not in text else []
    found = _DASH.fullmatch(text.strip())
    if found is not None:
        label = labels.read(found[1], exact=True)
        if label.key is not None and label.key != "title":
            return [(label, Run(found[2].strip(), place))]
    return []


def _short(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and text[:1].isupper()


def _is_about_paper(text: str) -> bool:
    """Whether a line only says which kind or version of a paper this is, and names no meeting: `Draft for comment`."""
    kind = _KIND_OF_PAPER.match(text)
    return kind is not None and not looks_like_title(text[kind.end() :])
