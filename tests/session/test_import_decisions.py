"""What `--map`, `--as` and `--take` say, and what they can't say."""

import pytest

from building import a_meeting, a_register
from govreg.analysis.importing.plan import Side
from govreg.errors import GovregError
from govreg.session.import_decisions import (
    ImportRequest,
    Taken,
    check_decisions,
    columns_of,
    names_a_new_meeting,
    new_meetings,
    same_meetings,
    taken_sides,
)
from papers import paper, planned, table, text_paper

REGISTER = a_register(a_meeting("board", title="Finance Board"), a_meeting("a.b", title="Board of St. Mary"))
FRESH = {"new forum": "forum", "forum": "forum", "crime panel": "crime-panel"}
PAPER = text_paper("New forum\nLead: OPCC\nMembers: NHS\nMeets oft: monthly\nPurpose: Crime\n")


def refusal(error: pytest.ExceptionInfo[GovregError]) -> str:
    """The message and the hint of an error."""
    return f"{error.value} {error.value.hint}"


@pytest.mark.parametrize(
    ("typed", "columns"),
    [
        ("Meets=frequency", {"Meets": "frequency"}),
        (" Meets   oft = Frequency", {"Meets oft": "frequency"}),
        ("a=b=Last met", {"a=b": "last_met"}),
        ("When=last-met", {"When": "last_met"}),
    ],
)
def test_a_label_means_a_field(typed: str, columns: dict[str, str]) -> None:
    assert columns_of([typed]) == columns


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Meets", "“Meets” doesn't say what a label means (--map)."),
        (" =frequency", "doesn't say what a label means"),
        ("Meets=frequenzy", "“frequenzy” is not a field of a meeting (--map). Did you mean “frequency”? Fields: "),
        ("Meets=zzzz", "“zzzz” is not a field of a meeting (--map). Fields: "),
    ],
)
def test_a_label_can_mean_nothing_else(typed: str, why: str) -> None:
    with pytest.raises(GovregError) as error:
        columns_of([typed])
    assert why in refusal(error)


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("file", ("", "", "file")),
        ("FIRST", ("", "", "first")),
        ("board=register", ("board", "", "register")),
        (" Finance Board = last", ("board", "", "last")),
        ("Finance Board.last met=file", ("board", "last_met", "file")),
        ("board.Lead=file", ("board", "lead", "file")),
        ("forum.lead=file", ("forum", "lead", "file")),
        ("forum=file", ("forum", "", "file")),
        ("Board of St. Mary=file", ("a.b", "", "file")),
        ("a.b=file", ("a.b", "", "file")),
    ],
)
def test_whose_value_counts(typed: str, taken: tuple[str, str, Side]) -> None:
    assert taken_sides(REGISTER, [typed]) == (taken,)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("both", "“both” doesn't say whose value counts (--take). Write it as --take file"),
        ("board=mine", "doesn't say whose value counts"),
        ("board.leed=file", "“leed” is not a field of a meeting (--take). Did you mean “lead”?"),
        ("board.zzzzzz=file", "“zzzzzz” is not a field of a meeting (--take). Fields: "),
        ("board.id=file", "“id” is not a field of a meeting (--take)."),
    ],
)
def test_nothing_else_counts(typed: str, why: str) -> None:
    with pytest.raises(GovregError) as error:
        taken_sides(REGISTER, [typed])
    assert why in refusal(error)


@pytest.mark.parametrize(
    ("same_as", "found"),
    [
        ("A board=board", {"A board": "board"}),
        (" A board = Finance Board ", {"A board": "board"}),
        ("A board=NEW", {"A board": "new"}),
        ("A=B=board", {"A=B": "board"}),
        ("Other=New forum", {"Other": "forum"}),
        ("New forum=forum", {"New forum": "new"}),
        ("Crime panel=forum", {"Crime panel": "forum"}),
    ],
)
def test_the_meeting_that_a_title_means(same_as: str, found: dict[str, str]) -> None:
    assert same_meetings(REGISTER, ImportRequest((), same_as=(same_as,)), FRESH) == found


@pytest.mark.parametrize(
    ("same_as", "why"),
    [
        ("board", "“board” doesn't say which meeting it is (--as)."),
        ("=board", "doesn't say which meeting it is"),
        ("A=new forun", "“new forun” is not a meeting in the register, or a new one in the files (--as). Did you mean “forum”?"),
        ("A=Finance Bord", "Did you mean “board”?"),
    ],
)
def test_a_title_can_mean_no_other_meeting(same_as: str, why: str) -> None:
    with pytest.raises(GovregError) as error:
        same_meetings(REGISTER, ImportRequest((), same_as=(same_as,)), FRESH)
    assert why in refusal(error)


@pytest.mark.parametrize(
    ("same_as", "names"),
    [((), False), (("A=board",), False), (("A= new",), False), (("A=forum",), True), (("A=board", "B=forum"), True)],
)
def test_whether_a_new_meeting_is_named(same_as: tuple[str, ...], names: bool) -> None:  # noqa: FBT001 - a row of the table
    assert names_a_new_meeting(REGISTER, ImportRequest((), same_as=same_as)) is names


def test_a_new_meeting_is_known_by_title_and_id() -> None:
    assert new_meetings(planned(PAPER, REGISTER)) == {"new forum": "new-forum", "new-forum": "new-forum"}
    assert new_meetings(planned(text_paper("Finance Board\nLead: OPCC\nMembers: NHS\n"), REGISTER)) == {}


@pytest.mark.parametrize(
    ("request_", "taken", "why"),
    [
        ({"columns": {"Meets often": "frequency"}}, (), "called “Meets often” (--map). Did you mean “Meets oft”?"),
        ({"columns": {"Zzzz": "frequency"}}, (), "No column or label in the files is called “Zzzz” (--map). Write the label"),
        ({"columns": {"meets oft:": "frequency"}}, (), ""),
        ({"columns": {"Lead": "lead"}}, (), ""),
        ({"same_as": ("new Forum=new",)}, (), ""),
        ({"same_as": ("New forun=new",)}, (), "No meeting in the files is called “New forun” (--as). Did you mean “New forum”?"),
        ({"same_as": ("Zzzz=new",)}, (), "is called “Zzzz” (--as). Write it as the plan shows it."),
        ({}, (("", "", "file"),), ""),
        ({}, (("new-forum", "", "file"),), ""),
        ({}, (("new-forun", "", "file"),), "“new-forun” is not the id of a meeting in the files (--take). Did you mean “new-forum”?"),
        ({}, (("zzzz", "", "file"),), "(--take). “govreg import” without --write shows the id"),
    ],
)
def test_a_decision_is_about_what_the_papers_have(request_: dict[str, object], taken: Taken, why: str) -> None:
    request = ImportRequest((PAPER,), **request_)  # type: ignore[arg-type] # as typed in the table
    plan = planned(PAPER, REGISTER)
    if not why:
        check_decisions(plan, request, taken)
        return
    with pytest.raises(GovregError) as error:
        check_decisions(plan, request, taken)
    assert why in refusal(error)


def test_a_label_is_there_even_if_no_meeting_was_found() -> None:
    document = paper(table(("Nothing", "Sits"), ("1", "2")))

    check_decisions(planned(document), ImportRequest((document,), columns={"Sits": "frequency"}), ())
