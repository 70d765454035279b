"""Mentions as arrays: what two of them are compared by, computed once a mention."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from dashlib.merging import words
from dashlib.merging.actors import Actors, actors, entity, matrix
from dashlib.merging.keys import SAID, Keys
from dashlib.merging.surroundings import Surroundings, nothing, surroundings
from dashlib.types import Basis, Status

__all__ = ["Features", "features"]

Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
_CONTEXT = 90
_TOWN = frozenset({"point", "settlement", "district"})


@dataclass(frozen=True)
class Features:
    """One row a mention; days, `guessed`, `ahead` and `published` as in Keys.

    `explicit` says that the text gave the day itself, `inherited` that another sentence did, `fresh` that only the report
    did; `coming` marks plans, `done` what took place, `off` what was called off; `vague` names no party and no place;
    `precise` marks a place that is more than a country, `placed` such a one that has a name;
    `article`, `sentence` and `offset` place the mention; `rare` is how seldom its place is in the news, 0 to 1; `numbered` marks
    those with `ordinals` ("the third round"); `pointing`, `bare` and `apart` as in Keys; `around` is what stands around;
    `victims` are the recipients, named or not.
    """

    mention_id: Sequence[str]
    kind: Ints
    start: Ints
    end: Ints
    guessed: Flags
    since: Flags
    explicit: Flags
    inherited: Flags
    fresh: Flags
    coming: Flags
    done: Flags
    off: Flags
    vague: Flags
    ahead: Flags
    pointing: Flags
    bare: Flags
    apart: Flags
    published: Ints
    article: Ints
    sentence: Ints
    offset: Ints
    everyone: Actors
    initiators: Actors
    recipients: Actors
    victims: Ints
    place: Ints
    precise: Flags
    placed: Flags
    town: Flags
    rare: Reals
    region: Ints
    country: Ints
    latitude: Reals
    longitude: Reals
    words: sparse.csr_matrix
    trigger: Ints
    figure: Reals
    ordinals: Sequence[frozenset[words.Ordinal]]
    numbered: Flags
    around: Surroundings

    def __len__(self) -> int:
        """Give the number of mentions."""
        return len(self.mention_id)


def _codes(values: Iterable[str]) -> Ints:
    """Give texts as numbers in alphabetical order; the empty text is -1."""
    column = [v or "" for v in values]
    numbers = {name: n for n, name in enumerate(sorted(set(column) - {""}))} | {"": -1}
    return np.fromiter(map(numbers.__getitem__, column), dtype=np.int64, count=len(column))


def _rarity(names: Iterable[str]) -> Reals:
    """Give how seldom each name is in the news, 0 to 1: that of its most telling word."""
    names, most = list(names), words.weight("")
    found = {n: max(map(words.weight, words.stems(n)), default=0.0) / most for n in set(names)}
    return np.array([found[n] for n in names])


def _context(quote: str, at: int) -> str:
    return quote[max(0, at - _CONTEXT) : at + _CONTEXT] if len(quote) > 2 * _CONTEXT else quote


def features(mentions: pd.DataFrame, articles: pd.DataFrame, keys: Keys, *, blind: bool = False) -> Features:
    """Compute the features of mentions from their rows, their articles and their keys.

    `blind` leaves out what stands around them, which is dear to read.
    """
    everyone = keys.everyone
    parties = {entity(n, c) for n, c in set(chain.from_iterable(everyone))}
    at = (mentions["start"] - mentions["quote_start"]).to_numpy()
    contexts = list(map(_context, mentions["quote"].tolist(), at.tolist()))
    weighed = [words.weigh(c) for c in contexts]
    numbered = [words.ordinals(c) for c in contexts]
    countries, places = mentions["country"].tolist(), mentions["place"].tolist()
    regions = [f"{c}/{a}" if a else "" for c, a in zip(countries, mentions["admin1"].tolist(), strict=True)]
    by_role = [actors(rows, parties) for rows in keys.who[:2]]
    return Features(
        mention_id=mentions["mention_id"].tolist(),
        kind=keys.kind,
        start=keys.start,
        end=keys.end,
        guessed=keys.guessed,
        since=keys.since,
        explicit=mentions["date_basis"].isin(SAID).to_numpy(dtype=bool),
        coming=mentions["status"].isin([Status.PLANNED, Status.POSSIBLE]).to_numpy(dtype=bool),
        done=mentions["status"].isin([Status.HAPPENED, Status.ONGOING]).to_numpy(dtype=bool),
        off=(mentions["status"] == Status.CANCELLED).to_numpy(dtype=bool),
        vague=np.array([not row for row in everyone], dtype=bool) & ~keys.precise,
        inherited=(mentions["date_basis"] == Basis.INHERITED).to_numpy(dtype=bool),
        fresh=(mentions["date_basis"] == Basis.PUBLISHED).to_numpy(dtype=bool),
        ahead=keys.ahead,
        pointing=keys.pointing,
        bare=keys.bare,
        apart=keys.apart,
        published=keys.published,
        article=_codes(mentions["article_id"].tolist()),
        sentence=mentions["sentence"].to_numpy(dtype=np.int64),
        offset=mentions["start"].to_numpy(dtype=np.int64),
        everyone=actors(everyone, parties),
        initiators=by_role[0],
        recipients=by_role[1],
        victims=_codes("; ".join(sorted(names)) for names in mentions["recipients"].tolist()),
        place=_codes(keys.place),
        precise=keys.precise,
        placed=keys.precise & np.array(list(map(bool, places)), dtype=bool),
        town=mentions["place_precision"].isin(_TOWN).to_numpy(dtype=bool),
        rare=_rarity(places),
        region=_codes(regions),
        country=_codes(countries),
        latitude=mentions["latitude"].to_numpy(dtype=np.float64, na_value=np.nan),
        longitude=mentions["longitude"].to_numpy(dtype=np.float64, na_value=np.nan),
        words=matrix(weighed, (w.values() for w in weighed)),
        trigger=_codes(" ".join(words.stems(t)) for t in mentions["trigger"].tolist()),
        figure=np.array([words.figure(q) for q in mentions["quantity"].tolist()], dtype=np.float64),
        ordinals=numbered,
        numbered=np.array(list(map(bool, numbered)), dtype=bool),
        around=nothing() if blind else surroundings(mentions, articles, keys, everyone),
    )
