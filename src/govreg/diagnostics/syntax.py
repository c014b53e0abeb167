"""What can be wrong with a file before its content is looked at (GR0xx): each rule words one mistake of the reader's."""

from govreg.diagnostics.finding import Problem, Severity
from govreg.diagnostics.rule import ReaderRule, reader_rule
from govreg.model.names import shown

ERROR, WARNING = Severity.ERROR, Severity.WARNING

LARGEST = 1024 * 1024
"""The most bytes that a file of a register may have: 1 MiB (contract, section 2)."""

MOST_BYTES = 256 * LARGEST
"""How many bytes are read of a register, and as many again of its minutes: 100,000 meetings of two pages have 190 MB."""

MOST_FILES = 250_000
"""How many files are read of a register, and as many again of its minutes."""


@reader_rule("GR001", ERROR)
def unreadable(why: str) -> Problem:
    """The file cannot be read.

    The system refused to hand the file over: permission, or a fault of the disk. The rest of the register is read all
    the same, and every answer says that this file is not in it.
    """
    return Problem(None, f"The file cannot be read: {shown(why)}.", "Allow yourself to read it, or take it out of the register.")


@reader_rule("GR002", ERROR)
def not_a_file(why: str) -> Problem:
    """Something that is not a file stands where a file belongs.

    A register is made of plain files. A link would let it show what lies outside its folder, a pipe would make every
    command wait for ever, and git keeps neither a folder's nor a device's content.

    Wrong:

        meetings/mental-health-concordat.yaml -> ../elsewhere.yaml

    Right:

        meetings/mental-health-concordat.yaml
        title: Mental Health Concordat
        lead: opcc
    """
    return Problem(None, f"This is no plain file: {shown(why)}.", "Put a plain file in its place.")


@reader_rule("GR003", ERROR)
def misnamed(why: str, hint: str) -> Problem:
    """A file or folder has a name that nothing in a register has.

    A file that looks like a meeting but has another name would be passed over in silence. The name of a meeting's file
    is its id: lower-case letters, digits and single hyphens, and `.yaml` behind it. It must also be a name that every
    system can hold: Windows can't hold `con.yaml`, and there `Budget.yaml` and `budget.yaml` are one.

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

    A meeting takes a page. A file of this size is something else that got into the folder, and reading it whole could
    stop the machine.
    """
    return Problem(None, f"The file is too large: {why}.", f"At most {LARGEST:,} bytes are read; take what is no entry out of it.")


@reader_rule("GR005", ERROR)
def not_utf8(found: str, byte: bytes = b"") -> Problem:
    r"""The file is not saved as UTF-8.

    The same bytes are other letters on another machine, and git shows the file as binary. Old Windows programs save as
    Windows-1252 or UTF-16 unless told otherwise. (In the example, `\xe9` stands for that one byte.)

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
            f"The file is not UTF-8: here stands the byte {byte.hex()}, in Windows-1252 the letter “{shown(found)}”.",
            "Save the file as UTF-8.",
        )
    return Problem(None, f"The file is not UTF-8 but {found}.", "Save the file as UTF-8.")


@reader_rule("GR006", ERROR)
def odd_character(name: str) -> Problem:
    r"""A character hides, reorders or steers what is shown.

    Control characters can redraw a terminal, direction marks show a text in another order than it has, and zero-width
    characters make two names look equal that are not. More than 30 accents or other marks on one letter cover the lines
    around it. Letters of every script are fine, emoji too. Such characters come in by pasting from web pages and Word.
    (In the example, `\u200b` stands for the invisible character itself.)

    Wrong:

        meetings/budget-committee.yaml
        title: Bud\u200bget committee
        lead: opcc

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    return Problem(None, f"A character is not allowed here: {name}.", "Delete it; if you cannot see it, type the word again.")


@reader_rule("GR007", ERROR)
def empty(what: str) -> Problem:
    """The file is empty.

    An empty file, or one with nothing but comments, says nothing of a meeting.

    Wrong:

        meetings/mental-health-concordat.yaml
        # to be written

    Right:

        meetings/mental-health-concordat.yaml
        title: Mental Health Concordat
        lead: not-stated
    """
    return Problem(None, "The file is empty.", f"Write {what}, or take the file out of the register.")


@reader_rule("GR008", ERROR)
def not_yaml(message: str, hint: str) -> Problem:
    """The text is not YAML.

    Most often a text holds a colon and a space, or begins with a character that YAML takes for its own: such a text
    must stand in quotes. Lists and keys are set in with spaces, never with tabs.

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
    """A merge was not finished.

    Two people changed the same lines, and git left both versions in the file, between marks, for a person to choose.

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
        "Here stands an unresolved merge conflict.",
        "Keep the lines that are right, and delete the others and the lines with <<<<<<<, ======= and >>>>>>>.",
    )


@reader_rule("GR010", ERROR)
def one_document(found: str) -> Problem:
    """The file holds more than one document, or speaks to the YAML reader.

    What stands after a line `---` or `...` is another document, which most readers pass over. A line that begins with
    `%` changes what the rest means.

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
    return Problem(None, f"Here stands {found}.", "Keep one meeting a file, and leave out lines that begin with --- or ... or %.")


@reader_rule("GR011", ERROR)
def borrowed(mark: str) -> Problem:
    """A value is borrowed from elsewhere by an anchor, an alias or a merge key.

    Who reads the entry can't see what it says, and a few lines of them can grow to more than a machine holds.

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
        None, f"“{shown(mark)}” borrows or lends a value.", "Write the value out; a text that begins with & or * goes in quotes."
    )


@reader_rule("GR012", ERROR)
def tagged(tag: str) -> Problem:
    """A value carries a tag.

    A tag tells a YAML reader to make something else of the text, or to run code. A register holds text.

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
    return Problem(None, f"The value carries the tag “{shown(tag)}”.", "Leave the tag out; a text that begins with ! goes in quotes.")


@reader_rule("GR013", ERROR)
def repeated_key(key: str, line: int) -> Problem:
    """A key is written twice.

    YAML readers keep the last one and drop the first without a word.

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
    return Problem(None, f"“{shown(key)}” is written twice; it stands in line {line} already.", "Keep one of the two.")


@reader_rule("GR014", ERROR)
def too_much(what: str) -> Problem:
    """The file is nested too deep, or holds too many values.

    No entry of a register needs it, and such files are made to stop the programs that read them.

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
    return Problem(None, f"The file holds too much: {what}.", "Take out what is no entry of a register.")


@reader_rule("GR015", ERROR)
def no_key(found: str) -> Problem:
    """A key is not a word.

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
    return Problem(None, f"Here a key should stand, but there is {found}.", "Write the key as a word, and its value after a colon.")


@reader_rule("GR016", ERROR)
def cut_off(lost: str) -> Problem:
    """A number sign cuts a text off.

    To YAML, a space and a `#` begin a comment: what follows is dropped without a word. A comment of your own is written
    with a space after the `#`.

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
        f"YAML takes “{shown(lost)}” for a comment and drops it.",
        "If it belongs to the text, quote it: put the whole text in quotes. If it is a comment, write a space after the #.",
    )


@reader_rule("GR017", ERROR)
def key_alone(key: str) -> Problem:
    """Inside `{…}` a key stands without a value.

    Most often a text with a comma in it is meant, which YAML splits at the comma: such a text must stand in quotes.

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
        f"“{shown(key)}” stands inside {{…}} without a value.",
        "If it belongs to the text before the comma, quote it: put the whole text in quotes. Otherwise give it a value or leave it out.",
    )


@reader_rule("GR018", ERROR)
def null(typed: str) -> Problem:
    """A value says that there is none.

    `~` and `null` read as nothing at all. What is not known is left out, so that the gap shows.

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
    return Problem(None, f"“{typed}” means no value to YAML.", f'Leave the key out; if the text {typed} is meant, write "{typed}".')


@reader_rule("GR019", WARNING)
def looks_like(typed: str, what: str) -> Problem:
    """A text looks like something else to other YAML readers.

    govreg reads `NO`, `12:30` and `0755` as the text that stands there. Others read a false, a number of seconds and
    the number 493, so that the same file says other things in another program.

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
    """A part of the register is missing.

    A register has its meetings in the folder `meetings` and its organisations in `organisations.yaml`.
    """
    return Problem(None, f"There is no {name}.", f"Add {name}: {what}.")


@reader_rule("GR021", ERROR)
def more_errors(count: int) -> Problem:
    """A file has so many errors that not all are told.

    The first ones are told; when they are mended, the rest shows.
    """
    return Problem(None, f"This file has {count:,} more error{'s' if count > 1 else ''}.", "Mend those above first.")


@reader_rule("GR022", WARNING)
def passed_over(*, left: bool) -> Problem:
    """A file among the entries is not read.

    Only `.yaml` files are entries. A meeting saved with another ending would be missing from every answer; a file that
    an interrupted write left behind holds nothing that is needed.

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
            "A write was interrupted and left this file behind. The file it was meant for is as it was before.",
            "Delete it. A govreg command that writes in this folder also removes it, once it is an hour old.",
        )
    return Problem(None, "This file is not read.", "If it is an entry, give it the ending .yaml; otherwise keep it elsewhere.")


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
def runs_on(meant: str) -> Problem:
    """A line runs into the text above it, where something new was meant.

    A line that is set in deeper than the text above it goes on with that text. So an item of a list that is set in too
    far, or a key without its colon, is read as a part of what stands before it.

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
    hint = f"If {meant} is meant, set it in as the one above, with its sign; if it is one text, put the whole text in quotes."
    return Problem(None, f"YAML reads this line as part of the text above it, but it looks like {meant}.", hint)


@reader_rule("GR026", WARNING)
def like_a_key(key: str) -> Problem:
    """A line in a text looks like a field of the entry.

    After `|` or `>`, every indented line is part of the text, even one that was meant as a field of its own. What it says
    would then be missing from every answer.

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
    message = f"This line is part of the text above it, but it begins like the field “{key}”."
    return Problem(
        None,
        message,
        "If it is the field, indent it as little as the line that the text begins in; if it is text, put all of it in quotes.",
    )


@reader_rule("GR023", WARNING)
def more_warnings(count: int) -> Problem:
    """A file has so many warnings that not all are told.

    The first ones are told; when they are settled, the rest shows.
    """
    return Problem(None, f"This file has {count:,} more warning{'s' if count > 1 else ''}.", "Look at those above first.")


@reader_rule("GR025", ERROR)
def register_too_large(*, files: bool) -> Problem:
    """The register has more files, or more bytes in them, than are read.

    A register of 100,000 meetings is read whole. What is larger holds something else, or the minutes of decades, and
    would fill the memory of the machine. Files are read in the order of their names; those beyond the limit are in no
    answer, and each answer says so.
    """
    read = f"{MOST_FILES:,} files" if files else f"{MOST_BYTES // LARGEST} MiB"
    message = f"This file is not read: with it, the register would have more than {read}."
    return Problem(None, message, "Move ended meetings or old minutes into a register of their own.")


RULES: tuple[ReaderRule[...], ...] = (
    unreadable,
    not_a_file,
    misnamed,
    too_large,
    not_utf8,
    odd_character,
    empty,
    not_yaml,
    merge_conflict,
    one_document,
    borrowed,
    tagged,
    repeated_key,
    too_much,
    no_key,
    cut_off,
    key_alone,
    null,
    looks_like,
    missing_file,
    more_errors,
    passed_over,
    more_warnings,
    runs_on,
    like_a_key,
    register_too_large,
    unfinished,
)
