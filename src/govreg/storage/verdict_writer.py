"""A verdict written into verdicts.yaml: put behind those that are there, whose text stays as it is."""

import json
from pathlib import Path

from govreg.errors import GovregError
from govreg.model.characters import is_joiner, odd_character
from govreg.model.location import VERDICTS
from govreg.model.names import shown
from govreg.storage.atomic_write import locked, rewrite
from govreg.storage.overlay import new_findings
from govreg.storage.tree import FolderTree, UnreadableFileError
from govreg.yaml.document import Document
from govreg.yaml.parse import parse
from govreg.yaml.scalars import implicit_type
from govreg.yaml.text import InvalidTextError, name_of, text_of

Written = dict[str, str | tuple[str, str]]
"""A verdict as it is written: its keys in order, with text or the two ids behind them."""

_NEW = "# What reviewers decided of pairs of meetings; the last verdict on a pair counts. “govreg verdict” writes it.\n"


def add_verdict(folder: Path, verdict: Written) -> None:
    """Put `verdict` behind those in the register's verdicts.yaml, which is made where there is none.

    Comments, order and every line that is there stay. Two at once lose nothing: one waits for the other. Raises
    GovregError, with nothing written, if the file can't be read or has another form than a list of one item a dash.
    """
    for key, value in verdict.items():
        if isinstance(value, str):
            _check_characters(key, value)
    path = folder / VERDICTS
    with locked(folder):
        before = _content(folder)
        text = _text(before) if before is not None else _NEW
        after = text + _item(verdict, text)
        if not _holds(after, text, verdict):
            raise GovregError(
                f"“{VERDICTS}” is not in a form that a verdict can be put behind.",
                "Write it as a list with a dash before each verdict, one below the other, or mend what “govreg validate” tells of it.",
            )
        content = _bytes(after, before)
        _check_readable(folder, content)
        rewrite(path, content, was=before)


def _check_characters(key: str, text: str) -> None:
    """Raise GovregError if the `text` of `key` holds a character that the file can't, or line ends."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise GovregError(f"The {key} “{shown(text)}” is not valid UTF-8 text.", "Nothing was written. Type it again.") from None
    if (place := odd_character(text)) is not None:
        why = "which joins nothing between these characters" if is_joiner(text[place]) else "which no file of a register may hold"
        message = f"The {key} “{shown(text)}” holds {name_of(text[place])}, {why}."
        raise GovregError(message, "Nothing was written. Leave the character out.")
    if "\n" in text:
        raise GovregError(f"The {key} “{shown(text)}” has several lines.", "Nothing was written. Write it on one line.")


def _check_readable(folder: Path, content: bytes) -> None:
    """Raise GovregError if the reader would find anything wrong in verdicts.yaml with `content` that it doesn't find now."""
    for found in new_findings(FolderTree(folder), VERDICTS, content)[:1]:
        message = f"{found.file} would be wrong with this verdict in it: {found.message}"
        raise GovregError(message, f"Nothing was written. {found.hint}")


def _content(folder: Path) -> bytes | None:
    """What verdicts.yaml holds, or None where there is none."""
    tree = FolderTree(folder)
    try:
        if all(entry.name != VERDICTS for entry in tree.entries("")):
            return None
        return tree.read(VERDICTS)
    except UnreadableFileError as problem:
        raise GovregError(f"“{VERDICTS}” cannot be read: {problem.why}.", "Nothing was written.") from None


def _text(content: bytes) -> str:
    try:
        return text_of(content)
    except InvalidTextError as refused:
        raise GovregError(f"“{VERDICTS}” cannot be read: {refused}", "Nothing was written.") from None


def _bytes(text: str, before: bytes | None) -> bytes:
    """`text` as bytes, with the mark at its start that the file had."""
    mark = b"\xef\xbb\xbf"
    return (mark if before is not None and before.startswith(mark) else b"") + text.encode()


def _item(verdict: Written, text: str) -> str:
    """`verdict` as an item of the list in `text`, with its indentation and its line ends."""
    there = parse(text, VERDICTS)
    margin = " " * (_dash(there) if there.data else 0)
    end = "\r\n" if "\r\n" in text else "\n"
    lines = [f"{key}: {_value(key, value)}" for key, value in verdict.items()]
    item = f"{margin}- " + f"{end}{margin}  ".join(lines) + end
    return item if not text or text.endswith("\n") else end + item


def _dash(there: Document) -> int:
    """How many spaces there are before the dash of the first item."""
    lines = there.text.splitlines()[: there.position((0,)).line]
    line = next((line for line in reversed(lines) if line.lstrip(" ").startswith("-")), "")
    return len(line) - len(line.lstrip(" "))


def _value(key: str, value: str | tuple[str, str]) -> str:
    """A value as YAML: words and dates as they are, free text in double quotes, as JSON writes it."""
    if isinstance(value, tuple):
        return f"[{', '.join(json.dumps(id_) if implicit_type(id_) else id_ for id_ in value)}]"
    return value if key in _PLAIN else json.dumps(value, ensure_ascii=False)


_PLAIN = ("verdict", "on", "review_by")
"""The keys behind which a text needs no quotes."""


def _holds(after: str, before: str, verdict: Written) -> bool:
    """Whether `after` is read as what `before` holds and `verdict` behind it."""
    was, now = parse(before, VERDICTS), parse(after, VERDICTS)
    there = was.data if isinstance(was.data, tuple) else ()
    nothing = all(line.lstrip().startswith("#") for line in before.splitlines() if line.strip())
    return (bool(there) or nothing) and not now.problems and now.data == (*there, verdict)
