"""Ends a meeting in its file: its status, the date, the reason, and the meetings that take on its work."""

from collections.abc import Mapping, Sequence
from typing import Literal

from govreg.analysis.changes.file_data import Files, add_to, set_at, value_at
from govreg.analysis.changes.redirect import Redirection, redirect
from govreg.analysis.whatif.scenario import Scenario
from govreg.model.edits import Edit, FileEdit, RegisterChange, RemoveValue, SetValue, Value
from govreg.model.location import meeting_file

Ending = Literal["end", "merge", "suspend"]


def end_meeting(files: Files, id_: str, *, how: Ending, on: str, reason: str | None, into: Sequence[str] = ()) -> RegisterChange:
    """End (or suspend) the meeting `id_` on the date `on`, its work going to the meetings `into`.

    A review says where the work goes: the latest one if it recommends the same, else one more.
    """
    file = meeting_file(id_)
    data = files(file)
    edits: list[Edit] = [SetValue(("status",), "suspended" if how == "suspend" else "ended"), SetValue(("status_since",), on)]
    if reason:
        edits.append(SetValue(("status_reason",), reason))
    if into:
        edits += _review(data, how, tuple(into))
    return RegisterChange(tuple(FileEdit(file, edit) for edit in edits))


def _review(data: Value, how: Ending, into: tuple[str, ...]) -> list[Edit]:
    reviews = value_at(data, ("review",))
    path = ("review", len(reviews) - 1) if isinstance(reviews, tuple) and reviews else ("review",)
    latest = value_at(data, path)
    if not isinstance(latest, Mapping) or latest.get("recommendation") != how:
        review: Value = {"recommendation": how, "into": into}
        return add_to(data, ("review",), review) if reviews else [SetValue(("review",), review)]
    known = latest.get("into") or ()
    receivers = tuple(dict.fromkeys((*(known if isinstance(known, tuple) else (known,)), *into)))
    return [set_at(data, (*path, "into"), receivers)] if receivers != known else []


def merged_in(scenario: Scenario) -> Mapping[str, str]:
    """The meeting into which `scenario` merges each meeting, followed through those that stop as well."""
    merging = (one.meeting for one in scenario.stopping.values() if one.how == "merge")
    return {id_: receivers[0] for id_ in merging if len(receivers := scenario.receivers(id_)) == 1}


def carry_out_scenario(
    files: Files, scenario: Scenario, redirected: Sequence[Redirection] = (), *, on: str, reason: str | None
) -> RegisterChange:
    """Carry out `scenario`: end and start meetings, change frequencies and leads, and write what is `redirected`."""
    change = redirect(files, redirected)
    for stopping in scenario.stopping.values():
        change = change.joined(end_meeting(files, stopping.meeting, how=stopping.how, on=on, reason=reason, into=stopping.into))
    edits: list[FileEdit] = []
    for id_ in scenario.starting:
        file = meeting_file(id_)
        edits += [FileEdit(file, SetValue(("status",), "active")), FileEdit(file, SetValue(("status_since",), on))]
        if value_at(files(file), ("status_reason",)) is not None:  # why it was suspended, or only proposed
            edits.append(FileEdit(file, RemoveValue(("status_reason",))))
    edits += [FileEdit(meeting_file(id_), SetValue(("frequency",), text)) for id_, text in scenario.frequencies.items()]
    for id_, lead in scenario.leads.items():
        file = meeting_file(id_)
        edits.append(FileEdit(file, SetValue(("lead",), lead)))
        if value_at(files(file), ("lead_as_written",)) is not None:  # the source's words for who led it before
            edits.append(FileEdit(file, RemoveValue(("lead_as_written",))))
    return change.joined(RegisterChange(tuple(edits)))
