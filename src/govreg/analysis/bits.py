"""Sets as integers: a bit for each thing, by its place in a list, so that thousands are compared at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

Bits = int
"""A set: the things at the places of its bits."""


def places_of(bits: Bits) -> Iterator[int]:
    """The places in a set, in order."""
    digits = bin(bits)[:1:-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


def first_places(bits: Bits, most: int) -> Iterator[int]:
    """The first `most` places in a set, one by one: of few things among thousands they are found before all its digits are made."""
    while bits and most > 0:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
        most -= 1


def bits_of(places: Iterable[int]) -> Bits:
    """The set of `places`, made at once: a union of thousands of sets with one of many thousand places each takes far longer."""
    there = set(places)
    digits = bytearray(max(there) // 8 + 1 if there else 0)
    for place in there:
        digits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(digits, "little")


def union(sets: Iterable[Bits]) -> Bits:
    """What is in any of `sets`."""
    return reduce(or_, sets, 0)


_DENSE = 20
"""Where one in so many places of all sets is taken, it is faster to write all places out than to go from one that is taken to the next."""


def inverted(sets: Iterable[Bits]) -> dict[int, Bits]:
    """For each place, the places of the sets that it is in."""
    rows = list(sets)
    width = max(map(int.bit_length, rows), default=0)
    if _DENSE * sum(map(int.bit_count, rows)) > width * len(rows):
        columns = zip(*(f"{bits:0{width}b}" for bits in reversed(rows)), strict=True)  # the last place comes first
        return {width - 1 - at: bits for at, column in enumerate(columns) if (bits := int("".join(column), 2))}
    found: dict[int, Bits] = defaultdict(int)
    for number, bits in enumerate(rows):
        for place in places_of(bits):
            found[place] |= 1 << number
    return dict(found)


class Counts:
    """How many of some sets each thing is in: the binary digits of all these numbers, a set for each digit, the lowest first."""

    def __init__(self, sets: Iterable[Bits]) -> None:
        self.digits: list[Bits] = []
        for bits in sets:
            carry = bits
            for place, digit in enumerate(self.digits):
                self.digits[place] = digit ^ carry
                carry &= digit
                if not carry:
                    break
            else:
                self.digits.append(carry)

    def at_least(self, least: int) -> Bits:
        """The things that are in `least` of the sets, which is one at least, or more."""
        if least >> len(self.digits):
            return 0
        more, same = 0, -1
        for place in reversed(range(len(self.digits))):
            digit = self.digits[place]
            if least >> place & 1:
                same &= digit
            else:
                more |= same & digit
                same &= ~digit
        return more | same

    def most(self, among: Bits) -> Bits:
        """Those `among` a set that are in most of the sets."""
        for digit in reversed(self.digits):
            among = among & digit or among
        return among
