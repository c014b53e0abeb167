"""Rules about files and their YAML, before the content is checked (GR0xx)."""

from govreg.diagnostics.finding import Problem, Severity
from govreg.diagnostics.rule import ReaderRule, reader_rule
from govreg.model.names import many, shown

ERROR, WARNING = Severity.ERROR, Severity.WARNING

LARGEST = 1024 * 1024
"""The most bytes that a file in a register may have: 1 MiB (docs/file-format.md)."""

LONGEST_TEXT = 50_000
"""The most characters of one text, some seventeen pages: the longest in `register/` and `examples/` has 310."""

MOST_BYTES = 256 * LARGEST
"""The most bytes that are read of a register, and again of its minutes: 100,000 meetings of two pages each take 190 MB."""

FEW_BYTES = 24 * LARGEST
"""The same of a register of few files, where `BYTES_PER_FILE` allow no more: 200 files of 0.6 MB are no meetings."""

BYTES_PER_FILE = 10 * 1024
"""How many bytes each file of a large register may have on average."""

MOST_FILES = 250_000
"""The most files that are read of a register, and again of its minutes."""

MOST_VALUES = 200_000
"""The most values that are read of a register, and again of its minutes, where `VALUES_PER_FILE` allow no more.

A meeting with every field filled has some 80, and those of `register/` have 29 on average. A value takes some 13 microseconds
to read and check, and as long again in each answer that looks at all of them.
"""

VALUES_PER_FILE = 100
"""How many values each file of a large register may have on average."""


@reader_rule("GR001", ERROR)
def unreadable(why: str) -> Problem:
    """A file can't be read.

    The system refused access to the file, for lack of permission or because of a disk error. The rest of the register is
    still read, and every answer says that this file is left out.
    """
    return Problem(None, f"The file can't be read: {shown(why)}.", "Give yourself permission to read it, or remove it from the register.")


@reader_rule("GR002", ERROR)
def not_a_file(why: str) -> Problem:
    """Something other than a plain file is in the place of a file.

    A register consists of plain files. A link could reveal files outside the register, a pipe would make every command
    wait for ever, and git doesn't store the content of devices.

    Wrong:

        meetings/mental-health-concordat.yaml -> ../elsewhere.yaml

    Right:

        meetings/mental-health-concordat.yaml
        title: Mental Health Concordat
        lead: opcc
    """
    return Problem(None, f"This is not a plain file: {shown(why)}.", "Replace it with a plain file.")


@reader_rule("GR003", ERROR)
def misnamed(why: str, hint: str) -> Problem:
    """A file or folder has a name that isn't allowed in a register.

    If govreg ignored a wrongly named meeting, it would be missing from every answer without a warning. The name of a
    meeting's file is its id, which has lower-case letters, digits and single hyphens, followed by `.yaml`. The name must
    also work on every system: Windows doesn't allow `con.yaml`, and treats `Budget.yaml` and `budget.yaml` as the same.

    Wrong:

        meetings/Mental Health Concordat.yml
        title: Mental Health Concordat
        lead: opcc

    Right:

        meetings/mental-health-concordat.yaml
        title: Mental Health Concordat
        lead: opcc
    """
    return Problem(None, why, hint)


@reader_rule("GR004", ERROR)
def too_large(why: str) -> Problem:
    """A file is larger than 1 MiB.

    A meeting's entry is about a page long. A file of this size is probably something else, and reading all of it could
    exhaust the computer's memory.
    """
    return Problem(
        None, f"The file is too large: {why}.", f"A file may have up to {LARGEST:,} bytes. Remove whatever isn't part of the entry."
    )


@reader_rule("GR005", ERROR)
def not_utf8(found: str, byte: bytes = b"") -> Problem:
    r"""A file is not saved as UTF-8.

    Other computers would show different letters, and git treats a UTF-16 file as binary. Older Windows programs save
    as Windows-1252 or UTF-16 by default. (In the example, `\xe9` stands for that one byte.)

    Wrong:

        meetings/comite.yaml
        title: Comit\xe9
        lead: opcc

    Right:

        meetings/comite.yaml
        title: Comité
        lead: opcc
    """
    if byte:
        return Problem(
            None,
            f"The file is not UTF-8: it has the byte {byte.hex()} here, which is “{shown(found)}” in Windows-1252.",
            "Save the file as UTF-8.",
        )
    return Problem(None, f"The file is {found}, not UTF-8.", "Save the file as UTF-8.")


@reader_rule("GR006", ERROR)
def odd_character(name: str) -> Problem:
    r"""A character is invisible, changes the order of the text or controls the terminal.

    Control characters can redraw a terminal, direction marks change the order in which text is shown, and zero-width
    characters make different names look the same. More than 30 accents or other marks on one letter cover the lines
    around it. Letters from every script are allowed, and so are emoji. Such characters usually come from text pasted from
    web pages or Word. (In the example, `\u200b` stands for the invisible character.)

    Wrong:

        meetings/budget-committee.yaml
        title: Bud\u200bget committee
        lead: opcc

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    return Problem(None, f"This character isn't allowed here: {name}.", "Delete it. If you can't see it, type the word again.")


@reader_rule("GR007", ERROR)
def empty_file(what: str) -> Problem:
    """A file is empty.

    A file with nothing in it, or only comments, doesn't describe a meeting.

    Wrong:

        meetings/mental-health-concordat.yaml
        # to be written

    Right:

        meetings/mental-health-concordat.yaml
        title: Mental Health Concordat
        lead: not-stated
    """
    return Problem(None, "The file is empty.", f"Write {what}, or remove the file from the register.")


@reader_rule("GR008", ERROR)
def not_yaml(message: str, hint: str) -> Problem:
    """A file is not valid YAML.

    Usually, a text contains a colon and a space, or begins with a character that has a special meaning in YAML: put such
    a text in quotes. Indent lists and fields with spaces, never with tabs.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget: the committee
        lead: opcc

    Right:

        meetings/budget-committee.yaml
        title: "Budget: the committee"
        lead: opcc
    """
    return Problem(None, message, hint)


@reader_rule("GR009", ERROR)
def merge_conflict() -> Problem:
    """A merge conflict is unresolved.

    Two people changed the same lines. git has left both versions in the file, between markers, for you to choose from.

    Wrong:

        meetings/mental-health-concordat.yaml
        title: Mental Health Concordat
        <<<<<<< HEAD
        lead: opcc
        =======
        lead: constabulary
        >>>>>>> another-branch

    Right:

        meetings/mental-health-concordat.yaml
        title: Mental Health Concordat
        lead: opcc
    """
    return Problem(
        None,
        "The file has an unresolved merge conflict.",
        "Keep the correct lines. Delete the others, and the lines with <<<<<<<, ======= and >>>>>>>.",
    )


@reader_rule("GR010", ERROR)
def one_document(found: str) -> Problem:
    """A file contains more than one document, or a YAML directive.

    A line `---` or `...` begins another document, which most YAML readers ignore. A line that begins with `%` changes the
    meaning of the rest.

    Wrong:

        meetings/mental-health-concordat.yaml
        title: Mental Health Concordat
        lead: opcc
        ---
        title: Safeguarding Consortium
        lead: constabulary

    Right:

        meetings/mental-health-concordat.yaml
        title: Mental Health Concordat
        lead: opcc
    """
    return Problem(None, f"The file contains {found}.", "Keep one meeting per file, and remove lines that begin with ---, ... or %.")


@reader_rule("GR011", ERROR)
def alias_or_anchor(mark: str) -> Problem:
    """A value uses an anchor, an alias or a merge key.

    Readers can't see the value where it is used, and a few lines with aliases can expand to more than a computer's memory.

    Wrong:

        meetings/budget-committee.yaml
        title: &name Budget committee
        lead: opcc
        purpose: *name

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        purpose: Agree the budget
    """
    return Problem(
        None,
        f"“{shown(mark)}” refers to a value elsewhere, or names one.",
        "Write the value in full. Put a text that begins with & or * in quotes.",
    )


@reader_rule("GR012", ERROR)
def tag_on_value(tag: str) -> Problem:
    """A value has a YAML tag.

    A tag makes a YAML reader convert the text to another type, or even run code. A register contains only text.

    Wrong:

        meetings/budget-committee.yaml
        title: !secret Budget committee
        lead: opcc

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    tag = tag.replace("tag:yaml.org,2002:", "!!")
    return Problem(None, f"The value has the tag “{shown(tag)}”.", "Remove the tag. Put a text that begins with ! in quotes.")


@reader_rule("GR013", ERROR)
def repeated_key(key: str, line: int) -> Problem:
    """A field or id is repeated.

    Other YAML readers silently keep the last one and ignore the first.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        title: Finance committee

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        aliases: [Finance committee]
    """
    return Problem(None, f"“{shown(key)}” is a duplicate key: it is already on line {line}.", "Keep only one of the two.")


@reader_rule("GR014", ERROR)
def too_complex(what: str) -> Problem:
    """A file has too many levels or values, or a list or text that is too long.

    A file may have 16 levels and 50,000 values. A list within an entry may have 1,000 items, and a text 50,000
    characters. No entry needs more, and larger files can be made on purpose to overwhelm the programs that read them.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        focus: [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        focus: [Savings]
    """
    return Problem(None, f"The file is too complex: it has {what}.", "Remove whatever isn't part of an entry.")


@reader_rule("GR015", ERROR)
def invalid_key(found: str) -> Problem:
    """A field's name is missing, or is not a plain text.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        [focus, themes]: Savings

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        focus: [Savings]
    """
    return Problem(None, f"This should be the name of a field, but it is {found}.", "Write the name of the field, a colon and the value.")


@reader_rule("GR016", ERROR)
def text_cut_off(lost: str) -> Problem:
    """A # cuts off a text.

    In YAML, a space and a `#` begin a comment, so the rest of the line is silently dropped. To write a comment, put a
    space after the `#`.

    Wrong:

        meetings/task-group.yaml
        title: Task group #2
        lead: opcc

    Right:

        meetings/task-group.yaml
        title: "Task group #2"
        lead: opcc   # the chair's office
    """
    return Problem(
        None,
        f"YAML reads “{shown(lost)}” as a comment and drops it.",
        "If it is part of the text, put all of the text in quotes. If it is a comment, write a space after the #.",
    )


@reader_rule("GR017", ERROR)
def key_without_value(key: str) -> Problem:
    """A field inside `{…}` has no value.

    This is usually a text with a comma, which YAML splits at the comma: put such a text in quotes.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        focus:
          - {text: Savings, reserves, from: 2017-04}

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        focus:
          - {text: "Savings, reserves", from: 2017-04}
    """
    return Problem(
        None,
        f"“{shown(key)}” is inside {{…}} without a value.",
        "If it is part of the text before the comma, put all of that text in quotes. If not, give it a value or remove it.",
    )


@reader_rule("GR018", ERROR)
def null_value(typed: str) -> Problem:
    """A value is null.

    In YAML, `~` and `null` mean “no value”. Leave out what isn't known, so that the gap is visible.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        purpose: null

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    return Problem(None, f"In YAML, “{typed}” means “no value”.", f'Leave the field out. If you mean the text {typed}, write "{typed}".')


@reader_rule("GR019", WARNING)
def ambiguous_text(typed: str, what: str) -> Problem:
    """Other YAML readers would not read a value as text.

    govreg reads `NO`, `12:30` and `0755` as text. Other programs read them as false, a number of seconds and the number
    493, so the same file would mean something else there.

    Wrong:

        meetings/nordic-council.yaml
        title: NO
        lead: opcc

    Right:

        meetings/nordic-council.yaml
        title: "NO"
        lead: opcc
    """
    return Problem(None, f"Other programs read “{shown(typed)}” as {what}.", f'Put it in quotes: "{shown(typed)}".')


@reader_rule("GR020", ERROR)
def missing_file(name: str, what: str) -> Problem:
    """Part of the register is missing.

    A register keeps its meetings in the folder `meetings`, and its organisations in `organisations.yaml`.
    """
    return Problem(None, f"There is no {name}.", f"Add {name}: {what}.")


@reader_rule("GR021", ERROR)
def more_errors(count: int) -> Problem:
    """A file has more errors than are shown.

    Once you have corrected the first errors, the others are shown.
    """
    return Problem(None, f"This file has {many(count, 'more error')}.", "Correct the errors above first.")


@reader_rule("GR022", WARNING)
def ignored_file(*, left: bool) -> Problem:
    """A file in the register is ignored.

    Only `.yaml` files are entries. A meeting saved with another extension is missing from every answer. A temporary file
    that an interrupted write left behind can be deleted.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        meetings/finance-board.txt
        title: Finance Board
        lead: opcc

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        meetings/finance-board.yaml
        title: Finance Board
        lead: opcc
    """
    if left:
        return Problem(
            None,
            "An interrupted write left this temporary file behind. The file it was meant for is unchanged.",
            "Delete it. Otherwise, the next govreg command that writes in this folder removes it once it is an hour old.",
        )
    return Problem(None, "This file is ignored.", "If it is an entry, change its extension to .yaml. If not, move it out of this folder.")


@reader_rule("GR029", ERROR)
def unfinished() -> Problem:
    """A change of several files was interrupted.

    A command such as `rename` changes several files. When the program or the computer stops on the way, some of them are
    changed and some are not, and a file in the register's folder says what is left to do. The next command that writes in the
    register finishes the change first.
    """
    return Problem(
        None,
        "A change of several files was interrupted, so some may not fit together.",
        "Run any command that changes the register: it finishes this change first. Don't delete this file.",
    )


@reader_rule("GR024", ERROR)
def unintended_continuation(key: str | None) -> Problem:
    """A line is read as part of the text above it.

    A line that is indented more than the one above it continues the text there. So a list item that is indented too far,
    or a field without its colon, becomes part of the text before it.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        focus:
          - Savings
            - Reserves

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        focus:
          - Savings
          - Reserves
    """
    if key is None:
        meant, mend = "an item of a list", "align it with the other items, and begin it with a dash and a space"
    else:
        meant, mend = f"the field “{key}”", "align it with the field that the text belongs to, with a colon and a space after its name"
    message = f"YAML reads this line as part of the text above it, but it looks like {meant}."
    return Problem(None, message, f"If it is {meant}, {mend}. If it is part of the text, put all of the text in quotes.")


@reader_rule("GR026", WARNING)
def key_within_text(key: str) -> Problem:
    """A line in a text looks like a field of the entry.

    After `|` or `>`, every indented line is part of the text, even if it was meant as a field. Its value would then be
    missing from every answer.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        purpose: >-
          Oversee the budget.
          notes: Agreed in 2016.

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        purpose: >-
          Oversee the budget.
        notes: Agreed in 2016.
    """
    message = f"This line is part of the text above it, but it looks like the field “{key}”."
    return Problem(
        None,
        message,
        "If it is a field, indent it like the line where the text begins. If it is part of the text, put all of the text in quotes.",
    )


@reader_rule("GR027", WARNING)
def comment_within_text() -> Problem:
    """A line in a text looks like a comment.

    After `|` or `>`, every indented line is part of the text, also one that begins with `#`. So a remark that was meant for
    those who edit the file is printed with the text.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        purpose: |
          Oversee the budget.
          # check this with the Chief Finance Officer

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        # check this with the Chief Finance Officer
        purpose: |
          Oversee the budget.
    """
    return Problem(
        None,
        "This line is part of the text above it, but it looks like a comment.",
        "If it is a comment, move it above the field. If it is part of the text, put all of the text in quotes.",
    )


@reader_rule("GR023", WARNING)
def more_warnings(count: int) -> Problem:
    """A file has more warnings than are shown.

    Once you have dealt with the first warnings, the others are shown.
    """
    return Problem(None, f"This file has {many(count, 'more warning')}.", "Deal with the warnings above first.")


@reader_rule("GR025", ERROR)
def register_too_large(limit: str) -> Problem:
    """A register is too large to be read completely.

    The limits are high enough for 100,000 meetings: 250,000 files; 24 MiB, or 10 KiB per file where that is more, up to
    256 MiB; and 200,000 values, or 100 per file where that is more. A larger register probably contains something else, or decades of
    minutes, and could exhaust the computer's memory. Files are read in alphabetical order. Files beyond the limit are left
    out of every answer, and each answer says so.
    """
    message = f"This file is left out, because the register would then have more than {limit}."
    return Problem(None, message, "Move ended meetings or old minutes into a separate register.")


RULES: tuple[ReaderRule[...], ...] = (
    unreadable,
    not_a_file,
    misnamed,
    too_large,
    not_utf8,
    odd_character,
    empty_file,
    not_yaml,
    merge_conflict,
    one_document,
    alias_or_anchor,
    tag_on_value,
    repeated_key,
    too_complex,
    invalid_key,
    text_cut_off,
    key_without_value,
    null_value,
    ambiguous_text,
    missing_file,
    more_errors,
    ignored_file,
    more_warnings,
    unintended_continuation,
    key_within_text,
    comment_within_text,
    register_too_large,
    unfinished,
)
