"""Finds what else in a text tells where it plays: countries, divisions and demonyms, in names of bodies too."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dashlib.codebook.gazetteer import Gazetteer, How
from dashlib.codebook.place_names import fold
from dashlib.codebook.tables import read_toml
from dashlib.parsing.places.toponyms import Toponym, read
from dashlib.types import PlacePrecision

__all__ = ["outer_trust", "surroundings"]

_WEIGHTS = read_toml("place_resolution.toml")["context"]
_WORD = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž]\.(?:\s?[A-Z]\.)+|[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'ʼ-]*\.?)")
_LARGE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.DISTRICT})
_LONGEST = 4


def surroundings(gazetteer: Gazetteer, text: str, taken: Iterable[tuple[int, int]]) -> Iterator[Toponym]:
    """Give the larger places that are named outside the taken spans, longest name first."""
    used = sorted(taken)
    words = [(m.start(), m.end()) for m in _WORD.finditer(text) if m.group() != "The"]
    i = 0
    while i < len(words):
        step = 1
        for size in range(min(_LONGEST, len(words) - i), 0, -1):
            start, end = words[i][0], words[i + size - 1][1]
            if (
                _adjacent(text, words[i : i + size])
                and not _overlaps(used, start, end)
                and _large(gazetteer, text[start:end])
            ):
                yield read(gazetteer, text, start, end)
                step = size
                break
        i += step


def outer_trust(toponym: Toponym) -> float:
    """Give how much a name outside the places may weigh for the choice among namesakes."""
    demonym = all(n.how == How.DEMONYM for n in toponym.named)
    return float(_WEIGHTS["demonyms" if demonym else "bodies"])


def _adjacent(text: str, words: list[tuple[int, int]]) -> bool:
    return all(text[a[1] : b[0]] in {" ", " of ", " and ", "-"} for a, b in pairwise(words))


def _overlaps(used: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(s < end and start < e for s, e in used)


def _large(gazetteer: Gazetteer, name: str) -> bool:
    """Whether a name is first of all that of a country, a division with its designator, or a demonym."""
    plain = name.removesuffix("’s").removesuffix("'s")
    if len(plain) <= 2 and plain.isupper():
        return False
    named = gazetteer.lookup(fold(plain))
    return any(
        n.place.precision in _LARGE and (n.how in {How.NAME, How.DEMONYM} or (n.how == How.CODE and "." in name))
        for n in named
    )
