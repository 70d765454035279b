"""Points for and against two mentions being one event by what stands around them, and by the stories they stand in."""

import numpy as np
import numpy.typing as npt
from scipy import sparse

from dashlib.merging.features import Features
from dashlib.merging.rules import PLACE_NOTHING, Rules
from dashlib.merging.sums import dot, dots

__all__ = ["around", "around_hope", "around_most", "story"]

Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
_PARTIES = 2


def around(f: Features, r: Rules, i: Ints, j: Ints) -> Reals:
    """Points for what one mention says and the other leaves to its surroundings."""
    s, a = f.around, r.around
    side = r.side[f.kind[i]]
    near = dots(s.parties, s.near_parties, i, j) + dots(s.parties, s.near_parties, j, i)
    points = side * a["party"] * np.minimum(near, _PARTIES)
    lacking = _lacking(f, s.parties, s.parties_told, i, j) + _lacking(f, s.parties, s.parties_told, j, i)
    points += a["no_party"] * np.minimum(lacking, _PARTIES)
    placed = r.place[f.kind[i]] != PLACE_NOTHING
    named = dots(s.places, s.near_places, i, j) + dots(s.places, s.near_places, j, i)
    rare = np.maximum(f.rare[i], f.rare[j])
    points += a["place"] * named * rare * placed
    lost = (
        _lacking(f, s.places, s.places_told, i, j) * f.town[i] + _lacking(f, s.places, s.places_told, j, i) * f.town[j]
    )
    points += a["no_place"] * lost * placed
    one = f.article[i] == f.article[j]
    return np.asarray(np.where(one, a["one_article"], 1.0) * points + a["vague"] * ((f.vague[i] | f.vague[j]) & ~one))


def story(f: Features, r: Rules, i: Ints, j: Ints) -> Reals:
    """Points for articles whose openings tell one story; nothing within one article."""
    alike = np.round(dot(f.around.stories, f.article[i], f.article[j]), 6)
    s = r.story
    told = np.clip((alike - s["zero"]) * s["slope"], s["least"], s["most"])
    return np.where((f.article[i] == f.article[j]) | ~f.around.known[i] | ~f.around.known[j], 0.0, told)


def _lacking(f: Features, said: sparse.csr_matrix, told: sparse.csr_matrix, i: Ints, j: Ints) -> Reals:
    """Give how much of what one mention says the other neither says nor has anywhere around it."""
    count = np.asarray(said[i].sum(axis=1)).ravel() - dot(said, i, j) - dots(said, told, i, j)
    return np.asarray(np.where(f.around.known[j], np.maximum(count, 0.0), 0.0))


def around_hope(f: Features, r: Rules, i: Ints, j: Ints) -> Reals:
    """Give the most points that `around` and `story` can give each pair, whatever stands around it.

    Only what one says and the other does not can stand around the other, and a place only around what has none.
    """
    a = r.around
    unshared = f.everyone.count[i] + f.everyone.count[j] - 2 * dot(f.everyone.entities, i, j)
    points = r.side[f.kind[i]] * a["party"] * np.minimum(unshared, _PARTIES)
    points += a["place"] * np.maximum(f.rare[i], f.rare[j]) * (f.placed[i] ^ f.placed[j])
    return np.where(f.article[i] == f.article[j], a["one_article"] * points, points + r.story["most"])


def around_most(r: Rules) -> float:
    """Give the most points that `around` and `story` can give a pair."""
    return float(_PARTIES * r.around["party"] * r.side.max() + r.around["place"] + r.story["most"])
