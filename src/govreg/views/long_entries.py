"""That entries have more words than are read to see what their meetings work on."""

from govreg.model.beginnings import MOST_WORDS, is_longer
from govreg.model.register import Register


def long_entries(register: Register) -> tuple[int, str]:
    """How many entries have more words than are compared, and that in a sentence; the sentence is empty where none has."""
    longer = sum(map(is_longer, register.meetings.values()))
    if not longer:
        return 0, ""
    entries, words = ("1 entry is", "its first {} words") if longer == 1 else (f"{longer:,} entries are", "the first {} words of each")
    return longer, f"{entries} too long: only {words.format(MOST_WORDS)} are compared."


def about_long_entries(register: Register) -> tuple[str, ...]:
    """The same as a line below an answer that compares what entries say; none where there is nothing to say."""
    _, sentence = long_entries(register)
    return (sentence,) if sentence else ()
