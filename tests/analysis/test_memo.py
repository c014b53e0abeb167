"""A memo asks for each key once."""

from govreg.analysis.memo import Memo


def test_a_key_is_asked_for_once_and_none_is_known_before() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    memo = Memo(length)

    assert [memo[word] for word in ("a", "abc", "a")] == [1, 3, 1]
    assert asked == ["a", "abc"]
    assert "b" not in memo
