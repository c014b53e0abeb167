"""Words in a cell that are no value of its field: they ask for a deletion, say that there is nothing, or say half of it."""

import re

from govreg.analysis.partner_sheet.columns import DELETE, SENDER, SheetColumn
from govreg.model.names import fold, shown
from govreg.model.placeholders import is_placeholder

_ASKS = "delete|deleted|deletion|remove|removed|removal|erase|erased"
_DELETION = re.compile(
    rf"(?:(?:please|pls|kindly|to be|can be|should be|now|{_ASKS}) )*(?:{_ASKS})"
    r"(?: (?:please|pls|this|the|it|all|entry|cell|text|line|row|seat|post|meeting|board|group|member|from|list|register|now))*"
)
_BRACKETED = re.compile(r"^\s*[(\[]([^()\[\]]*)[)\]]|[(\[]([^()\[\]]*)[)\]]\s*$")
"""A remark in brackets before or after a value."""
_NOTHING = frozenset({"na", "n a", "no", "nothing", "blank", "empty", "no longer", "no longer applicable", "none known"})
"""What says, besides placeholders, that there is nothing."""
_VACANT = frozenset({"vacant", "vacancy", "currently vacant", "post vacant", "vacant post", "unfilled", "empty"})
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def asks_for_deletion(text: str) -> bool:
    """Whether `text` asks in words of its own for a deletion: alone, or in brackets before or after something else."""
    if _DELETION.fullmatch(_words(text)):
        return True
    return any(_DELETION.fullmatch(_words(before or after)) for before, after in _BRACKETED.findall(text))


def why_invalid(column: SheetColumn, text: str) -> str:
    """Why `text` is no value for `column`, and what to write instead; empty if it may be one.

    The text is one item of what a cell says. The documented word for a deletion, alone in a cell, doesn't come here.
    """
    quoted = f"“{shown(text)}”"
    if asks_for_deletion(text):
        if column == SENDER:
            return f"{quoted} names no sender. To remove the seat, write {DELETE} and nothing else."
        if column.field.spec.required:
            return "A meeting needs this, so it isn't deleted. If the meeting has ended, choose “ended” under Status."
        several = " To delete one line of several, take the line out." if column.field.spec.many else ""
        return f"{quoted} is not taken as a value. To delete what the cell said, write {DELETE} and nothing else.{several}"
    if column == SENDER:
        return ""
    longest = column.field.spec.longest
    if longest is not None and len(text) > longest:
        return f"It has {len(text):,} characters, but may have at most {longest:,}. Shorten it."
    if is_placeholder(text) or (_words(text) in _NOTHING and column.field.spec.kind not in ("truth", "true or false")):
        delete = "" if column.field.spec.required else f"To delete what the cell said, write {DELETE}. "
        return f"{quoted} is not taken as a value. {delete}To change nothing, leave the cell blank."
    if column.path[-1] in ("role", "person") and _words(text) in _VACANT:
        what = "post" if column.path[-1] == "role" else "name"
        return f"{quoted} is not a {what}. Write the {what}, or {DELETE} to delete it."
    if column.key == "frequency.text" and _NUMBER.fullmatch(text):
        return f"{quoted} doesn't say how often. Write “{text} a year”, for example, or “monthly”."
    return ""


def _words(text: str) -> str:
    """The words of `text`, without brackets and punctuation."""
    return " ".join(re.sub(r"[\W_]+", " ", fold(text)).split())
