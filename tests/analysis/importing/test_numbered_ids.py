"""Ids for new entries, with a number where their names give an id that is taken."""

from govreg.analysis.importing.numbered_ids import NumberedIds


def test_an_id_is_numbered_where_others_have_it() -> None:
    taken = {"safer-streets-board"}
    ids = NumberedIds(taken.__contains__)
    for _ in range(3):
        taken.add(ids.free("safer-streets-board"))

    assert taken == {"safer-streets-board", *(f"safer-streets-board-{number}" for number in (2, 3, 4))}
    assert ids.free("rural-crime-forum") == "rural-crime-forum"


def test_a_number_that_another_name_has_is_left_out() -> None:
    assert NumberedIds({"board", "board-2", "board-4"}.__contains__).free("board") == "board-3"


def test_a_long_id_is_cut_before_its_number() -> None:
    assert NumberedIds({"a" * 64}.__contains__).free("a" * 64) == f"{'a' * 60}-2"
    assert NumberedIds({f"{'a' * 59}-bbbb"}.__contains__).free(f"{'a' * 59}-bbbb") == f"{'a' * 59}-2"


def test_numbers_that_are_given_are_not_tried_again() -> None:
    """A sheet may have twenty thousand titles that begin alike."""
    taken = {"board"}
    asked: list[str] = []

    def is_taken(id_: str) -> bool:
        asked.append(id_)
        return id_ in taken

    ids = NumberedIds(is_taken)
    for _ in range(50):
        taken.add(ids.free("board"))

    assert len(taken) == 51
    assert len(asked) == 100
