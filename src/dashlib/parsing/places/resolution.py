"""Chooses among namesakes, all names of a text at once.

Each name votes for its candidates by population and kind; then, in a few rounds, candidates gain from what the
other names of the text probably mean: same country, same division, nearness (a mean-field form of the "spatial
minimality" of Leidner 2007).
What is said outright ("Paris, Texas"; "the town of") weighs most.
"""

from collections.abc import Sequence
from math import exp, log10
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashlib.codebook.gazetteer import How, Named, Place
from dashlib.codebook.tables import read_toml
from dashlib.parsing.places.toponyms import Toponym
from dashlib.types import PlacePrecision

__all__ = ["WEIGHTS", "Choice", "choose"]

_Real = NDArray[np.float64]
WEIGHTS = read_toml("place_resolution.toml")
_EXTENDED = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.OTHER})
_EARTH_KM = 6371.0
_FEWEST = 8
_DISTRICT_KM = 80.0
_TOWN_KM = 50.0


class Choice(NamedTuple):
    """The place chosen for a name, and the trust in it, 0 to 1."""

    named: Named
    score: float


class _Group(NamedTuple):
    """The mentions of one name, what it may mean, and where its candidates stand in the arrays."""

    mentions: tuple[int, ...]
    named: tuple[Named, ...]
    first: int
    last: int


def _prior(named: Named) -> float:
    place, how = named
    weights = WEIGHTS["prior"]
    people = weights["population"] * log10(place.population + 10)
    if how is How.NAME:
        people += weights["rank"][place.rank]
    region = how is How.SHORT and place.precision is PlacePrecision.REGION
    return float(
        people + weights[place.precision.value] + WEIGHTS["how"]["short_region" if region else how.name.lower()]
    )


def _lies_within(place: Place, around: Named) -> float:
    """Say how well a place fits what is said to be around it: 1 in a country or division, 1/2 near a town."""
    outer = around.place
    if outer.number == place.number:
        return 0.0
    if outer.precision is PlacePrecision.COUNTRY:
        return float(outer.country == place.country and place.precision is not PlacePrecision.COUNTRY)
    if outer.precision is PlacePrecision.REGION:
        same = outer.country == place.country and outer.name == place.admin1
        return float(same and place.precision not in _EXTENDED)
    limit, gain = (_DISTRICT_KM, 1.0) if outer.precision is PlacePrecision.DISTRICT else (_TOWN_KM, 0.5)
    return gain * float(place.precision not in _EXTENDED and _km(place, outer) < limit)


def _km(a: Place, b: Place) -> float:
    return float(_distances(np.array([[a.latitude, a.longitude], [b.latitude, b.longitude]]))[0, 1])


def _said(toponym: Toponym, named: Named) -> float:
    """Give what the words around a name say for one of its candidates."""
    weights = WEIGHTS["context"]
    within = max((_lies_within(named.place, w) for w in toponym.within), default=0.0)
    return float(weights["qualified"] * within + weights["hinted"] * (named.place.precision.value == toponym.hint))


def _distances(points: _Real) -> _Real:
    """Give the great-circle distances in km between all points (rows of latitude, longitude in degrees)."""
    rad = np.radians(points)
    unit = np.stack(
        [np.cos(rad[:, 0]) * np.cos(rad[:, 1]), np.cos(rad[:, 0]) * np.sin(rad[:, 1]), np.sin(rad[:, 0])], axis=1
    )
    return np.asarray(_EARTH_KM * np.arccos(np.clip(unit @ unit.T, -1.0, 1.0)))


def _grouped(toponyms: Sequence[Toponym]) -> list[_Group]:
    by_key: dict[str, list[int]] = {}
    for i, toponym in enumerate(toponyms):
        if toponym.named:
            by_key.setdefault(toponym.key, []).append(i)
    weights = WEIGHTS["context"]
    most = max(_FEWEST, min(weights["most_candidates"], weights["all_candidates"] // max(1, len(by_key))))
    groups: list[_Group] = []
    first = 0
    for mentions in by_key.values():
        said = {n: max(_said(toponyms[i], n) for i in mentions) for n in toponyms[mentions[0]].named}
        named = sorted(said, key=lambda n: _prior(n) + said[n], reverse=True)[:most]
        groups.append(_Group(tuple(mentions), tuple(named), first, first + len(named)))
        first += len(named)
    return groups


class _Kinship(NamedTuple):
    """How candidates of different names support each other: same country, same division, nearness."""

    country: _Real
    admin1: _Real
    near: _Real


def _codes(values: Sequence[str]) -> NDArray[np.int64]:
    numbers = {v: i for i, v in enumerate(dict.fromkeys(values))}
    return np.array([numbers[v] if v.strip("|") else -1 - i for i, v in enumerate(values)], dtype=np.int64)


def _kinship(groups: Sequence[_Group]) -> _Kinship:
    places = [n.place for g in groups for n in g.named]
    country = _codes([p.country for p in places])
    admin1 = _codes([f"{p.country}|{p.admin1}" if p.admin1 else "" for p in places])
    points = np.array([[p.latitude, p.longitude] for p in places])
    extended = np.array([p.precision in _EXTENDED for p in places])
    near = np.exp(-_distances(points) / WEIGHTS["context"]["reach_km"])
    near[extended, :] = 0.0
    near[:, extended] = 0.0
    return _Kinship(
        np.asarray(country[:, None] == country[None, :], dtype=np.float64),
        np.asarray(admin1[:, None] == admin1[None, :], dtype=np.float64),
        near,
    )


def _closeness(toponyms: Sequence[Toponym], groups: Sequence[_Group], trust: Sequence[float]) -> _Real:
    """Give how much each name's meaning weighs for each other's: more where they stand close in the text."""
    weights = WEIGHTS["context"]
    out = np.zeros((len(groups), len(groups)))
    for a, one in enumerate(groups):
        for b in range(a):
            gap = min(abs(toponyms[i].start - toponyms[j].start) for i in one.mentions for j in groups[b].mentions)
            out[a, b] = out[b, a] = 1.0 + weights["close_bonus"] * exp(-gap / weights["close_characters"])
    return np.asarray(out * np.asarray(trust)[None, :])


def _spread(values: _Real, groups: Sequence[_Group]) -> _Real:
    out = np.zeros_like(values)
    for g in groups:
        part = values[g.first : g.last]
        part = np.exp(part - part.max())
        out[g.first : g.last] = part / part.sum()
    return out


def _vote(toponyms: Sequence[Toponym], groups: Sequence[_Group], trust: Sequence[float]) -> _Real:
    """Give each candidate's value after the rounds."""
    weights = WEIGHTS["context"]
    kin = _kinship(groups)
    closeness = _closeness(toponyms, groups, trust)
    owner = np.repeat(np.arange(len(groups)), [g.last - g.first for g in groups])
    pull = closeness[np.ix_(owner, owner)]
    base = np.array([_prior(n) + max(_said(toponyms[i], n) for i in g.mentions) for g in groups for n in g.named])
    value = base
    for _ in range(weights["rounds"]):
        share = _spread(weights["sharpness"] * value, groups)[None, :] * pull
        value = base + sum(
            weights[name] * np.log1p((getattr(kin, name) * share).sum(axis=1)) for name in ("country", "admin1", "near")
        )
    return np.asarray(value)


def _choose_by_halves(toponyms: Sequence[Toponym], trust: Sequence[float] | None) -> list[Choice | None]:
    """Choose in the first and the last half of a long text apart, so that time and memory stay bounded."""
    order = sorted(range(len(toponyms)), key=lambda i: toponyms[i].start)
    out: list[Choice | None] = [None] * len(toponyms)
    for half in (order[: len(order) // 2], order[len(order) // 2 :]):
        chosen = choose([toponyms[i] for i in half], [trust[i] for i in half] if trust else None)
        for i, choice in zip(half, chosen, strict=True):
            out[i] = choice
    return out


def choose(toponyms: Sequence[Toponym], trust: Sequence[float] | None = None) -> list[Choice | None]:
    """Give what each name of one text means, in order; None where the gazetteer has no place of that name.

    `trust` says how much each name may weigh for the others (1: all of it).
    """
    out: list[Choice | None] = [None] * len(toponyms)
    if len({t.key for t in toponyms}) > WEIGHTS["context"]["most_names"]:
        return _choose_by_halves(toponyms, trust)
    groups = _grouped(toponyms)
    if not groups:
        return out
    weight = [max(trust[i] for i in g.mentions) if trust else 1.0 for g in groups]
    value = _vote(toponyms, groups, weight)
    for g in groups:
        for i in g.mentions:
            own = value[g.first : g.last] + np.array([_said(toponyms[i], n) for n in g.named])
            part = np.exp(own - own.max())
            best = int(own.argmax())
            out[i] = Choice(g.named[best], float(part[best] / part.sum()))
    return out
