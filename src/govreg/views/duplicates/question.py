"""The question that a reviewer should ask of a pair of meetings."""

from govreg.analysis.duplicates.search import Pair
from govreg.analysis.duplicates.signals import Signal
from govreg.model.register import Register

QUESTIONS = {
    Signal.SUCCESSION: "Has all its work moved across? If so, end it; if not, who does the rest?",
    Signal.NAMED_SUCCESSION: "Has one replaced the other, and if so, why does the other still meet?",
    Signal.NAME: "Is this one body under two names?",
    Signal.COPIED: "Was one written from the other, and what does each do that the other doesn't?",
    Signal.NAMED_WORK: "Does one do the other's work, or oversee it?",
    Signal.FOCUS: "Who leads on this work, and what would be lost if one of the two left it?",
    Signal.DUTY: "Why do two meetings serve one duty, and which of them is accountable for it?",
    Signal.SEATS: "The same organisations sit on both: would one meeting do?",
}
"""The questions to ask, by the kind of evidence; the weightiest evidence of a pair that has one decides."""

_LAYERS = "Which of the two reports to the other, and does the register say so?"
_ANY = "What does each do on this that the other doesn't, and what would be lost if one of them stopped?"


_ONE_OVER = "One of the two has ended: did the other take its work on, and does the register say so?"
_BOTH_OVER = "Both have ended: does the register say where their work went?"


def question(pair: Pair, register: Register) -> str:
    """The question that a reviewer should ask of `pair`."""
    ended = sum(not register.meetings[id_].live for id_ in (pair.a, pair.b))
    if ended:
        return _ONE_OVER if ended == 1 else _BOTH_OVER
    if pair.layers:
        return _LAYERS
    return next((QUESTIONS[part.signal] for part in pair.evidence if part.signal in QUESTIONS), _ANY)
