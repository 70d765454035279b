"""Points for and against two mentions being one event, feature by feature, over arrays of pairs.

Each function gives one column of points; `VETO` in any column settles the matter. Points stand in merging.toml.
"""

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from dashlib.merging.actors import Actors
from dashlib.merging.features import Features
from dashlib.merging.rules import PLACE_DECIDES, PLACE_NOTHING, VETO, Rules
from dashlib.merging.similarity_around import around, around_hope, around_most, story
from dashlib.merging.similarity_dates import dates, gap
from dashlib.merging.sums import dot

__all__ = ["columns", "hopes", "margins"]

Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
_EARTH_KM = 6371.0
_CHUNK = 500_000
_ROUNDING = 1e-6


def kinds(f: Features, r: Rules, i: Ints, j: Ints) -> Reals:
    """Points for the same kind, or for two that readers swap."""
    return np.nan_to_num(r.kind_points[f.kind[i], f.kind[j]], nan=VETO)


def _matched(a: Actors, i: Ints, j: Ints) -> tuple[Ints, Ints, Ints]:
    """Give how many parties are in common, and how many the poorer and the richer mention names."""
    common = dot(a.entities, i, j).astype(np.int64)
    return common, np.minimum(a.count[i], a.count[j]), np.maximum(a.count[i], a.count[j])


def _halves(f: Features, r: Rules, i: Ints, j: Ints) -> Flags:
    """Tell which pairs name one person each where two take part alike: "his talks with Putin" and "Trump's talks"."""
    alone = (f.everyone.count == 1) & (np.asarray(f.everyone.persons.sum(axis=1)).ravel() == 1)
    return np.asarray(alone[i] & alone[j] & r.mutual[f.kind[i]] & r.mutual[f.kind[j]])


def _dated_alike(f: Features, i: Ints, j: Ints) -> Flags:
    """Tell which pairs name days of their own, and the same ones."""
    return np.asarray(f.explicit[i] & f.explicit[j] & (gap(f, i, j) <= 0) & (f.end[i] - f.start[i] <= 1))


def _equal(f: Features, r: Rules, i: Ints, j: Ints) -> Reals:
    common, fewer, more = _matched(f.everyone, i, j)
    side, a = r.side[f.kind[i]], r.actors
    share = common / np.maximum(fewer, 1)
    return np.select(
        [fewer == 0, (common == fewer) & (fewer >= 2), common == fewer, share >= 0.66],
        [
            0.0,
            np.where(more == fewer, 2 * side, side * (1 + a["partial"] * np.where(_dated_alike(f, i, j), 1, -1))),
            np.where(more == 1, side, side * a["partial"]),
            2 * side * a["partial"],
        ],
        np.select([_halves(f, r, i, j), fewer >= 2], [a["halves"], a["others"]], a["unmatched"]),
    )


def _directed(f: Features, r: Rules, i: Ints, j: Ints) -> Reals:
    side, a = r.side[f.kind[i]], r.actors
    total, straight = np.zeros(len(i)), np.zeros(len(i), dtype=np.int64)
    for who in (f.initiators, f.recipients):
        common, fewer, _ = _matched(who, i, j)
        total += np.select([fewer == 0, common > 0], [0.0, side * common / np.maximum(fewer, 1)], a["unmatched"])
        straight += common
    crossed = _cross(f, i, j) + _cross(f, j, i)
    swapped = np.where(crossed > 1, a["swapped"], a["crossed"])
    total = np.where((crossed > 0) & (straight == 0), np.minimum(total, swapped), total)
    roleless = (f.initiators.count + f.recipients.count == 0)[i] | (f.initiators.count + f.recipients.count == 0)[j]
    return np.where(roleless, _equal(f, r, i, j), total)


def _cross(f: Features, i: Ints, j: Ints) -> Reals:
    """Give how many that do it in one mention suffer it in the other."""
    doers, sufferers = f.initiators.entities, f.recipients.entities
    return np.asarray(doers[i].multiply(sufferers[j]).sum(axis=1)).ravel()


def actors(f: Features, r: Rules, i: Ints, j: Ints) -> Reals:
    """Points for the parties in common, in their roles where the kind has them; others than these count against."""
    roles = r.roles[f.kind[i]] & r.roles[f.kind[j]]
    points = np.where(roles, _directed(f, r, i, j), _equal(f, r, i, j))
    personal = r.personal[f.kind[i]] | r.personal[f.kind[j]]
    shared = dot(f.everyone.persons, i, j)
    other = np.maximum(dot(f.everyone.person_states, i, j) - shared, 0)
    points += np.minimum(shared, 2) * r.actors["person"] * personal
    alone = other * r.actors["other_person"] * ((shared == 0) | (other > 1))
    return np.asarray(points + alone * personal)


def _kilometres(f: Features, i: Ints, j: Ints) -> Reals:
    lat_i, lat_j = np.radians(f.latitude[i]), np.radians(f.latitude[j])
    turn = np.radians(f.longitude[j] - f.longitude[i])
    chord = np.sin((lat_j - lat_i) / 2) ** 2 + np.cos(lat_i) * np.cos(lat_j) * np.sin(turn / 2) ** 2
    return np.asarray(2 * _EARTH_KM * np.arcsin(np.sqrt(np.clip(chord, 0.0, 1.0))))


def places(f: Features, r: Rules, i: Ints, j: Ints) -> Reals:
    """Points for the same place, or one inside the other; two towns are a veto where the place decides."""
    p = r.places
    weight = np.minimum(r.place[f.kind[i]], r.place[f.kind[j]])
    both = (f.place[i] >= 0) & (f.place[j] >= 0)
    town_i, town_j = f.town[i], f.town[j]
    sure = f.precise[i] & f.precise[j]
    near = np.nan_to_num(_kilometres(f, i, j), nan=np.inf) <= p["near_km"]
    abroad = (f.country[i] >= 0) & (f.country[j] >= 0) & (f.country[i] != f.country[j])
    same = f.place[i] == f.place[j]
    region = (f.region[i] >= 0) & (f.region[i] == f.region[j])
    named = p["same_town"] + p["rare_town"] * f.rare[i] * np.where(r.seat[f.kind[i]], p["seat"], 1.0)
    against = np.where(weight == PLACE_DECIDES, VETO, p["other"])
    points = np.select(
        [~both, same & town_i, same & sure, same, abroad & sure, abroad, ~sure, town_i & town_j & near, town_i & town_j, region],
        [0.0, named, p["same_region"], p["same_country"], against, p["other"], p["inside_country"], p["near_town"],
         against, p["town_in_region"]],
        p["other_region"],
    )  # fmt: skip
    return np.asarray(np.where(weight == PLACE_NOTHING, np.maximum(points, 0.0) * (same & both), points))


def wording(f: Features, r: Rules, i: Ints, j: Ints) -> Reals:
    """Points for telling words, the trigger and the figure in common; nothing within one sentence."""
    w = r.words
    one_sentence = (f.article[i] == f.article[j]) & (f.sentence[i] == f.sentence[j])
    alike = np.round(dot(f.words, i, j), 6)
    points = np.clip((alike - w["zero"]) * w["slope"], w["least"], w["most"])
    points = np.where(one_sentence, 0.0, points)
    points += np.where(f.trigger[i] == f.trigger[j], w["trigger"], 0.0)
    return points + np.where(f.figure[i] == f.figure[j], w["same_number"], 0.0)


def series(f: Features, r: Rules, i: Ints, j: Ints) -> Reals:
    """Points for the same number in a series ("the third round"); another number is a veto."""
    points = np.zeros(len(i))
    for at in np.flatnonzero(f.numbered[i] & f.numbered[j]):
        a, b = f.ordinals[i[at]], f.ordinals[j[at]]
        shared = {o.noun for o in a} & {o.noun for o in b}
        if a & b:
            points[at] = r.words["same_ordinal"]
        elif shared:
            points[at] = VETO
    return points


def article(f: Features, r: Rules, i: Ints, j: Ints) -> Reals:
    """Points for standing in one article: reports come back to their own event, but seldom within a sentence."""
    same = f.article[i] == f.article[j]
    together = same & (f.sentence[i] == f.sentence[j])
    later = np.where(f.sentence[i] > f.sentence[j], i, j)
    points = r.article["same"] + r.article["pointing"] * f.pointing[later] + r.article["apart"] * f.apart[later]
    others = (f.victims[i] >= 0) & (f.victims[j] >= 0) & (f.victims[i] != f.victims[j])
    points += r.article["others"] * (others & (dot(f.recipients.entities, i, j) == 0))
    return np.select([together, same], [r.article["same_sentence"], points], 0.0)


_CHEAP: Mapping[str, Callable[[Features, Rules, Ints, Ints], Reals]] = {
    "kind": kinds, "dates": dates, "places": places, "article": article,
}  # fmt: skip
_DEAR: Mapping[str, Callable[[Features, Rules, Ints, Ints], Reals]] = {
    "actors": actors, "around": around, "story": story, "words": wording, "series": series,
}  # fmt: skip


def columns(f: Features, r: Rules, i: Ints, j: Ints) -> dict[str, Reals]:
    """Give the points of each feature for pairs of mentions."""
    return {name: give(f, r, i, j) for name, give in {**_CHEAP, **_DEAR}.items()}


def _in_part(f: Features, r: Rules, i: Ints, j: Ints, *, prune: bool) -> Reals:
    out = -np.maximum(r.needs[f.kind[i]], r.needs[f.kind[j]])
    against = np.zeros(len(i))
    for name, give in _CHEAP.items():
        points = give(f, r, i, j)
        out += points
        against += np.minimum(points, 0.0) * (name != "kind")
    alive = np.flatnonzero(out + _most(r) >= 0) if prune else np.arange(len(out))
    for give in _DEAR.values():
        more = give(f, r, i[alive], j[alive])
        out[alive] += more
        against[alive] += np.minimum(more, 0.0)
    silent = (out < 0) & (against > r.article["contradiction"])
    return np.asarray(np.round(np.where(silent, out * r.article["silence"], out), 6))


def _most(r: Rules) -> float:
    """Give the most points that the dear features can give a pair."""
    words = r.words["most"] + r.words["trigger"] + r.words["same_number"] + r.words["same_ordinal"]
    return float(2 * r.side.max() + 2 * r.actors["person"] + words + around_most(r))


def _in_chunks(give: Callable[[Ints, Ints], Reals], i: Ints, j: Ints) -> Reals:
    cuts = range(0, len(i), _CHUNK)
    parts = [give(i[at : at + _CHUNK], j[at : at + _CHUNK]) for at in cuts]
    return np.concatenate(parts) if parts else np.empty(0)


def margins(f: Features, r: Rules, i: Ints, j: Ints, *, prune: bool = False) -> Reals:
    """Give by how much the points of each pair exceed what their kinds need; below `VETO / 2` it is out of question.

    With `prune`, pairs that the dear features cannot save any more are left at what the cheap ones gave.
    """
    return _in_chunks(lambda a, b: _in_part(f, r, a, b, prune=prune), i, j)


def hopes(f: Features, r: Rules, i: Ints, j: Ints) -> Reals:
    """Give the most that `margins` can be, whatever stands around the mentions: an upper bound, cheap to have."""
    known = [give for name, give in {**_CHEAP, **_DEAR}.items() if name not in {"around", "story"}]

    def most(a: Ints, b: Ints) -> Reals:
        needs = np.maximum(r.needs[f.kind[a]], r.needs[f.kind[b]])
        return np.asarray(sum(give(f, r, a, b) for give in known) - needs + around_hope(f, r, a, b) + _ROUNDING)

    return _in_chunks(most, i, j)
