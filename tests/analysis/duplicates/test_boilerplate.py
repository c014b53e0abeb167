"""Sentences that every description of a register has make no two of its meetings likely the same work."""

from itertools import product

from building import a_meeting, a_register
from govreg.analysis.duplicates.search import Query, find_duplicates

SUBJECTS = "archives bicycles canals dogs elms ferries gliders harbours islands jetties kites looms mills nurseries organs ponds".split()
KINDS = "forum|working party|user group|advisory panel|network".split("|")
OPENINGS = (
    "If you are interested in {0}, join this meeting.",
    "Everybody who cares about {0} is welcome to join this meeting.",
    "This meeting is for people with an interest in {0}.",
)
REST = (
    "We meet online and in person, share what we know and learn from each other. "
    "Minutes are kept and can be had from the secretary. New members are always welcome, and no experience is needed. "
    "Please let the secretary know if you need help to take part, or wish to put something on the agenda."
)


def test_boilerplate_alone_makes_no_pair_likely() -> None:
    made = [
        a_meeting(
            f"{subject}-{kind}".replace(" ", "-"),
            title=f"{subject.capitalize()} {kind} {number}",
            purpose=f"{OPENINGS[number % len(OPENINGS)].format(f'{subject} of the {kind} {number}')} {REST}",
            participants=["opcc", "constabulary"],
        )
        for number, (subject, kind) in enumerate(product(SUBJECTS, KINDS))
    ]
    assert len(made) == 80

    pairs = find_duplicates(a_register(*made), Query(everything=True)).pairs

    assert {(pair.a, pair.b) for pair in pairs if pair.grade == "likely" and pair.a.partition("-")[0] != pair.b.partition("-")[0]} == set()
