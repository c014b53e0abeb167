"""What is looked at in a pair of meetings: each signal once, with what it adds to the sum or explains of the likeness, and why.

The unit is a factor of ten: a signal that adds 1.00 is one that one comparable pair in ten shows by chance, 2.00 one in a hundred. These
are the weights of Fellegi and Sunter (A Theory for Record Linkage, Journal of the American Statistical Association 64, 1969), with how
often each word, subject or member agrees by chance counted in the register itself (Winkler's frequency-based weights, 1989).

A few signals are facts of a kind that a register has too seldom to count; their weights are round numbers with the reason beside them.
They are the same for every register. How far the ranking depends on each of them has not been measured.
"""

from dataclasses import dataclass
from enum import StrEnum

HUNDREDTHS = 100


class Signal(StrEnum):
    """What was seen of a pair."""

    SUCCESSION = "succession"
    NAMED_SUCCESSION = "named-in-succession"
    COPIED = "copied"
    FOCUS = "focus"
    NAME = "name"
    DUTY = "duty"
    THEME = "theme"
    NEAR = "near-theme"
    WORDS = "words"
    SEATS = "seats"
    SAME_REPORT = "same-report"
    NAMED_WORK = "named-as-work"
    NAMED = "named"
    REPORTS = "reports"
    MEMBER = "member-of-the-other"
    WITHIN = "area-within"
    EACH = "one-for-each-area"
    SEVERAL = "several-bodies"
    BELOW = "working-group"
    FORUM = "forum-and-board"
    SCRUTINY = "scrutiny-and-work"
    LEVEL = "other-level"
    LINKED = "linked"
    PARTLY = "area-partly"
    OTHER_LEAD = "other-lead"
    OTHER_BODY = "other-organisations-body"
    KEPT = "both-kept"
    OTHER_THEME = "other-theme"
    OTHER_NAME = "other-name"
    OTHER_AREA = "other-area"
    SETTLED = "predecessor-ended"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a signal means: what it says of a pair, and what it adds or takes."""

    says: str
    adds: float | None = None
    """What it adds to the sum; None where the register's own counts say."""
    explains: float = 0.0
    """The share of the likeness that it explains, from 0 to 1, and so takes away."""
    layer: bool = False
    """Whether it makes the two layers of one subject rather than one body twice."""
    related: bool = False
    """Whether it makes the pair related at most for another reason."""


SIGNALS: dict[Signal, Meaning] = {
    # What the two have in common: likeness.
    Signal.THEME: Meaning(
        "Both work on one subject: how few comparable pairs do so as plainly (title or tag, purpose, focus); half for each further one."
    ),
    Signal.NEAR: Meaning("They work on two subjects that go together; most partners of one sit with the other.", adds=0.15),
    Signal.WORDS: Meaning("Telling words in common: how few entries say each, less what the words that are not in common take away."),
    Signal.COPIED: Meaning(
        "The same words next to each other: a coin toss for each run of three, in whatever order, that hardly any other entry has."
    ),
    Signal.FOCUS: Meaning("The same items among what both work on now: a coin toss for each, beside its subject and words."),
    Signal.NAME: Meaning(
        "One name, apart from places, small words, abbreviations and the kind of body: how few comparable pairs share it."
    ),
    Signal.NAMED_WORK: Meaning("One works on what the other is called after: taken as what one pair in ten shows by chance.", adds=1.0),
    Signal.NAMED_SUCCESSION: Meaning(
        "One text names the other meeting and speaks of replacing, merging or renaming: taken as one in ten.", adds=1.0
    ),
    Signal.NAMED: Meaning("One text names the other meeting: a coin toss, since bodies name others for many reasons.", adds=0.3),
    # What speaks for one piece of work beside the texts.
    Signal.SUCCESSION: Meaning("One is recorded to take the other's place, and neither has ended: taken as one in a hundred.", adds=2.0),
    Signal.DUTY: Meaning(
        "Both serve one statutory duty in one area, as their work: an Act makes one body do it, so taken as one in ten.", adds=1.0
    ),
    Signal.SEATS: Meaning(
        "Members in common: how few comparable pairs share each, less those not in common; of that 0.3, since partners come in sets."
    ),
    Signal.SAME_REPORT: Meaning("Both report to one place, as many do.", adds=0.1),
    # Layers of one subject: bodies that are bound to be alike.
    Signal.REPORTS: Meaning("One reports to the other.", explains=0.5, layer=True),
    Signal.MEMBER: Meaning(
        "One is a member of the other, as partnerships are of the board that brings them together.", explains=0.5, layer=True
    ),
    Signal.WITHIN: Meaning("One's area lies in the other's.", explains=0.2, layer=True),
    Signal.EACH: Meaning("One is held once for each area, and the other once for all of them.", explains=0.2, layer=True),
    Signal.SEVERAL: Meaning("One is several bodies by its name, such as partnerships, and the other is one.", explains=0.2, layer=True),
    Signal.BELOW: Meaning("One is called a group that works for another body, and the other isn't.", explains=0.5, layer=True),
    Signal.FORUM: Meaning("One is a forum, a network or an advisory group, and the other isn't.", explains=0.5, layer=True),
    Signal.SCRUTINY: Meaning("One is a committee that scrutinises others, and the other isn't.", explains=0.5, layer=True),
    Signal.LEVEL: Meaning("One is strategic where the other is tactical or operational.", explains=0.5, layer=True),
    # What explains likeness otherwise, or sets the two apart.
    Signal.LINKED: Meaning("One is linked to the other.", explains=0.1),
    Signal.PARTLY: Meaning("Their areas are partly the same.", explains=0.1),
    Signal.OTHER_LEAD: Meaning("Other organisations lead them.", explains=0.2),
    Signal.KEPT: Meaning("One review looked at both and recommends to keep both.", explains=0.3),
    Signal.OTHER_THEME: Meaning("Each is called after a subject, and not the same one.", explains=0.5),
    Signal.OTHER_NAME: Meaning("Each is named for something that neither the name nor the purpose of the other mentions.", explains=0.5),
    Signal.OTHER_BODY: Meaning(
        "They have one name, and each belongs to another organisation: all likeness is explained.", explains=1.0, related=True
    ),
    Signal.OTHER_AREA: Meaning("Their areas have nothing to do with each other: all likeness is explained.", explains=1.0, related=True),
    Signal.SETTLED: Meaning("One took the other's place, and the other has ended: all likeness is explained.", explains=1.0, related=True),
}
"""Every signal, in the order in which the shares that they explain are taken."""

LAYERS = frozenset(signal for signal, meaning in SIGNALS.items() if meaning.layer)
RELATED = frozenset(signal for signal, meaning in SIGNALS.items() if meaning.layer or meaning.related)
"""What makes a pair related at most: two bodies for good reason, or two layers of one subject."""

COPIES = frozenset((Signal.COPIED, Signal.FOCUS, Signal.NAME))
"""What was seen of one text in both entries."""

ONE_TEXT = frozenset((Signal.COPIED, Signal.FOCUS))
"""What both entries have word for word: from 1.00 on no name or level makes them two layers."""
SUBJECT = frozenset((Signal.THEME, Signal.NAME, Signal.NAMED_WORK, Signal.COPIED, Signal.FOCUS))
"""What shows that two meetings have one subject: without it they are no layers of one."""

EXPECTED = 1 / 3
"""How many of the words or members of one body two papers about it have in common, by Fellegi and Sunter's m: a third. So a word that a
third of the entries say shows nothing, and each word of the shorter entry that the other lacks takes 0.18 away."""
UNSEEN = 20
"""Entries beside the register's own that say none of it: what is rare in a register of five need not be rare (additive smoothing)."""
FEWEST_WORDS, FEWEST_SEATS = 8, 5
"""What an entry is taken to have at least, so that a single word or member in common shows next to nothing however short the entry."""
SET = 0.3
"""How much members count, since partners of one area come in sets: six in common are about two surprises, not six."""
FURTHER = 0.5
"""How much each further subject in common counts beside the most surprising one, since subjects of one body come together too."""
COPIED_RUN = 0.3
"""What a run of three words, in whatever order, adds beside the words: a coin toss, log10 2."""
FEWEST_RUNS = 3
"""Fewer runs in common than this are chance."""
APART = 1.0
"""What is taken beside all the likeness where it is wholly explained."""
