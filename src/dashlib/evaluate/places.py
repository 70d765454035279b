"""Scores places against gold coordinates: accuracy within 161 km, and precision, recall and F1 of places found.

Accuracy@161 km (100 miles) is the usual measure of toponym resolution (Gritta et al. 2020, "A pragmatic guide to
geoparsing evaluation"); a toponym that gets no place counts as wrong.
"""

from collections.abc import Iterable, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

__all__ = ["LIMIT_KM", "Located", "Score", "accuracy", "detection", "great_circle_km"]

LIMIT_KM = 161.0
_EARTH_KM = 6371.0088


class Located(NamedTuple):
    """A span of a text and where it is; coordinates in degrees, None where the place has none."""

    start: int
    end: int
    latitude: float | None
    longitude: float | None


class Score(NamedTuple):
    """Counts of gold, predicted and right items."""

    gold: int
    predicted: int
    right: int

    def __add__(self, other: object) -> "Score":
        """Add the counts of another text."""
        if not isinstance(other, Score):
            return NotImplemented
        return Score(self.gold + other.gold, self.predicted + other.predicted, self.right + other.right)

    @property
    def precision(self) -> float:
        """Share of the predicted items that are right; 0 where there is none."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold items that are found; 0 where there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.predicted) if self.gold + self.predicted else 0.0


def great_circle_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Give kilometres between two points (latitude, longitude in degrees) on a sphere.

    >>> round(great_circle_km((50.45, 30.52), (46.48, 30.72)))
    442
    """
    lat1, lon1, lat2, lon2 = map(radians, (*a, *b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, h)))


def near(gold: Located, found: Located, limit_km: float = LIMIT_KM) -> bool:
    """Whether two located spans lie within the limit; False where either has no coordinates."""
    if gold.latitude is None or gold.longitude is None or found.latitude is None or found.longitude is None:
        return False
    return great_circle_km((gold.latitude, gold.longitude), (found.latitude, found.longitude)) <= limit_km


def accuracy(gold: Sequence[Located], found: Sequence[Located | None], *, limit_km: float = LIMIT_KM) -> Score:
    """Score resolution: gold spans with coordinates against what each was resolved to (None: nothing), in order."""
    pairs = [(g, f) for g, f in zip(gold, found, strict=True) if g.latitude is not None]
    right = sum(f is not None and near(g, f, limit_km) for g, f in pairs)
    return Score(len(pairs), sum(f is not None for _, f in pairs), right)


def _order(span: Located) -> tuple[int, int]:
    return span.start, span.end


def detection(gold: Iterable[Located], found: Iterable[Located], *, limit_km: float | None = None) -> Score:
    """Score finding: spans that overlap one to one, in text order.

    With a limit, they must lie within it, too; then gold spans without coordinates and what overlaps them are left out.
    """
    gold = sorted(gold, key=_order)
    left = sorted(found, key=_order)
    if limit_km is not None:
        vague = [g for g in gold if g.latitude is None]
        gold = [g for g in gold if g.latitude is not None]
        left = [f for f in left if not any(f.start < g.end and g.start < f.end for g in vague)]
    right = 0
    predicted = len(left)
    for g in gold:
        hit = next((f for f in left if f.start < g.end and g.start < f.end), None)
        if hit is not None:
            left.remove(hit)
            right += limit_km is None or near(g, hit, limit_km)
    return Score(len(gold), predicted, right)
