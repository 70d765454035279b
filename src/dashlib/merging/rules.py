"""The points of `codebook/data/merging.toml`, checked once and laid out for arrays: one row a kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from dashlib.codebook import KINDS
from dashlib.codebook.tables import read_toml
from dashlib.errors import CodebookError

__all__ = [
    "KIND_NUMBERS",
    "PLACE_DECIDES",
    "PLACE_NOTHING",
    "PLACE_WEIGHS",
    "VETO",
    "Group",
    "Rules",
    "may_be_one",
    "rules",
]

Reals = npt.NDArray[np.float64]
KIND_NUMBERS: Mapping[str, int] = {name: number for number, name in enumerate(KINDS)}
VETO = -1000.0
PLACE_NOTHING, PLACE_WEIGHS, PLACE_DECIDES = range(3)
_PLACE = {"nothing": PLACE_NOTHING, "weighs": PLACE_WEIGHS, "decides": PLACE_DECIDES}


class Group(NamedTuple):
    """Kinds that are judged alike: points that a merge needs, worth of a matching side, weight of place and roles.

    `echoes` says that "the truce" further down is the truce told before, `often` that the same two do it every week,
    `seat` that it happens where such things happen (in capitals), so that the place tells less.
    """

    kinds: tuple[str, ...]
    needs: float
    side: float
    place: str
    roles: bool
    echoes: bool
    often: bool
    seat: bool


@dataclass(frozen=True)
class Rules:
    """The table as arrays over kind numbers.

    `kind_points` is a kinds × kinds matrix, NaN where two kinds are never one event; `needs`, `side`, `place`, `roles`,
    `echoes` `personal` and `mutual` (all sides take part alike) hold one value a kind. `blocks` lists the sets of kinds whose mentions may meet.
    """

    kind_points: Reals
    needs: Reals
    side: Reals
    place: npt.NDArray[np.int8]
    roles: npt.NDArray[np.bool_]
    echoes: npt.NDArray[np.bool_]
    often: npt.NDArray[np.bool_]
    seat: npt.NDArray[np.bool_]
    personal: npt.NDArray[np.bool_]
    mutual: npt.NDArray[np.bool_]
    blocks: tuple[tuple[int, ...], ...]
    actors: Mapping[str, Any]
    dates: Mapping[str, Any]
    places: Mapping[str, float]
    words: Mapping[str, float]
    article: Mapping[str, float]
    echo: Mapping[str, float]
    around: Mapping[str, float]
    story: Mapping[str, float]


def _kind_points(table: Mapping[str, Any]) -> tuple[Reals, tuple[tuple[int, ...], ...]]:
    points = np.full((len(KINDS), len(KINDS)), np.nan)
    np.fill_diagonal(points, table["same"])
    blocks: list[tuple[int, ...]] = [(n,) for n in range(len(KINDS))]
    for row in table["near"]:
        first, second = (_number(k) for k in row["kinds"])
        points[first, second] = points[second, first] = row["points"]
        blocks.append((first, second))
    return points, tuple(blocks)


def _number(name: str) -> int:
    if name not in KIND_NUMBERS:
        raise CodebookError(f"merging.toml: {name!r} is no kind of event; use one of {', '.join(KINDS)}")
    return KIND_NUMBERS[name]


def _by_kind(groups: Mapping[str, Group]) -> dict[str, str]:
    owner = {kind: name for name, group in groups.items() for kind in group.kinds}
    lacking = sorted(set(KINDS) - set(owner))
    if lacking:
        raise CodebookError(f"merging.toml: no group holds {', '.join(lacking)}; add each kind to one group")
    return owner


def may_be_one(first: str, second: str) -> bool:
    """Tell whether two kinds are the same, or such as readers swap for one another."""
    return not np.isnan(rules().kind_points[_number(first), _number(second)])


@lru_cache(maxsize=1)
def rules() -> Rules:
    """Give the rules of the package; raises CodebookError where the table leaves a kind out or misspells one."""
    table = read_toml("merging.toml")
    groups = {n: Group(**{**g, "kinds": tuple(g["kinds"])}) for n, g in table["groups"].items()}
    owner = _by_kind(groups)
    rows = [groups[owner[k]] for k in KINDS]
    points, blocks = _kind_points(table["kinds"])
    return Rules(
        kind_points=points,
        needs=np.array([g.needs for g in rows]),
        side=np.array([g.side for g in rows]),
        place=np.array([_PLACE[g.place] for g in rows], dtype=np.int8),
        roles=np.array([g.roles for g in rows]),
        echoes=np.array([g.echoes for g in rows]),
        often=np.array([g.often for g in rows]),
        seat=np.array([g.seat for g in rows]),
        personal=np.array([owner[k] in table["actors"]["personal"] for k in KINDS]),
        mutual=np.array([KINDS[k].relation == "equal" for k in KINDS]),
        blocks=blocks,
        actors=table["actors"],
        dates=table["dates"],
        places=table["places"],
        words=table["words"],
        article=table["article"],
        echo=table["echo"],
        around=table["around"],
        story=table["story"],
    )
