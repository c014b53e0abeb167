"""The meaning of a field is declared once, beside its type."""

from building import a_meeting
from govreg.analysis.diff.classify import ChangeKind
from govreg.analysis.verdicts import PARTS, fingerprint
from govreg.model.cross_references import naming
from govreg.model.entries import Area, Organisation
from govreg.model.fields import keys
from govreg.model.markers import Means, Refers, Weighed, marked
from govreg.model.meeting import Meeting
from govreg.views.diff.fields import SENTENCES


def test_every_change_that_means_something_has_a_sentence() -> None:
    assert marked(Meeting, Means).keys() - {"frequency"} <= SENTENCES.keys()
    assert {means.aspect for means in marked(Meeting, Means).values()} <= {kind.value for kind in ChangeKind}


def test_a_verdict_depends_on_the_fields_of_the_contract() -> None:
    assert PARTS == ("title", "aliases", "purpose", "focus", "lead", "participants", "areas")
    assert set(PARTS) <= marked(Meeting, Weighed).keys()


def test_a_fingerprint_in_a_register_stays_valid() -> None:
    one = a_meeting("one", lead=["b", "a"], aliases=["Uno"], purpose="Count", focus=["Tens"], areas=["north"])
    other = a_meeting("other", lead="not-stated", participants=[{"organisation": "a", "role": "Chair", "person": "P Smith"}])

    assert fingerprint(one, other) == fingerprint(other, one) == FINGERPRINT


FINGERPRINT = "1:1d3686969e95d0193bb488e97f6ed61b321368bdb32f07b3281c57fb32"


def test_the_fields_that_name_meetings_are_found_in_parts_too() -> None:
    assert naming(Meeting, "meeting") == {"participants", "reports_to", "links_to", "supersedes", "review"}
    assert naming(Meeting, "area") == {"areas", "frequency"}
    assert set(marked(Organisation, Refers)) == {"part_of", "members"}
    assert set(marked(Area, Refers)) == {"part_of"}


def test_the_new_fields_take_no_part_in_a_verdict() -> None:
    assert {"secretariat", "status_reason", "purpose_as_written", "quorum"} <= keys(Meeting).keys() - set(PARTS)
