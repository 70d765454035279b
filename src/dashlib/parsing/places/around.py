"""Places names that the gazetteer lacks where the text puts them: in what is said around them, or near the last place.

"Cedar Hospital in Homs" is in Homs; a street or park with no such words is taken to lie where the closest town or
county of the text does. The trust says how little that is, and the precision is `other`.
"""

from collections.abc import Sequence

from dashlib.codebook.gazetteer import Named
from dashlib.parsing.places.resolution import Choice
from dashlib.parsing.places.toponyms import Toponym
from dashlib.types import PlacePrecision

__all__ = ["placed_around"]

_SAID = 0.4
_CLOSE = 0.1
_LOCAL = frozenset({PlacePrecision.SETTLEMENT, PlacePrecision.DISTRICT, PlacePrecision.POINT})


def placed_around(toponyms: Sequence[Toponym], choices: Sequence[Choice | None]) -> list[Choice | None]:
    """Give the choices, with one for each name that has none where the text tells its surroundings."""
    chosen = [(t, c) for t, c in zip(toponyms, choices, strict=True) if c is not None]
    numbers = {c.named.place.number for _, c in chosen}
    return [c or _said(t, numbers) or _closest(t, chosen) for t, c in zip(toponyms, choices, strict=True)]


def _said(toponym: Toponym, numbers: set[int]) -> Choice | None:
    """Give the place said around a name, one that the text means elsewhere first."""
    if not toponym.within:
        return None
    best = max(toponym.within, key=lambda n: (n.place.number in numbers, n.place.rank, n.place.population))
    return _vague(best, _SAID)


def _closest(toponym: Toponym, chosen: Sequence[tuple[Toponym, Choice]]) -> Choice | None:
    local = [(t, c) for t, c in chosen if c.named.place.precision in _LOCAL] or list(chosen)
    if not local:
        return None
    _, choice = min(local, key=lambda tc: abs(tc[0].start - toponym.start))
    return _vague(choice.named, _CLOSE)


def _vague(named: Named, score: float) -> Choice:
    return Choice(named._replace(place=named.place._replace(precision=PlacePrecision.OTHER)), score)
