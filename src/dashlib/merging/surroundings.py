"""What stands around a mention: which parties and places its sentence, its headline and its article name.

One report says "Israel and Hamas agreed to a truce in Gaza", the next "the truce has held". What the one spells out and
the other leaves to its surroundings speaks for one event where the surroundings name it, and against it where they
nowhere do.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from dashlib.merging import words
from dashlib.merging.actors import Who, entity, matrix
from dashlib.merging.keys import Keys
from dashlib.merging.naming import can_be_found, named_in, opening, places_in, words_of

__all__ = ["Surroundings", "nothing", "surroundings"]

Ints = npt.NDArray[np.int64]
_QUOTE, _OPENING, _TEXT = 1.0, 0.7, 0.35


class _Named(NamedTuple):
    """What a text names, and how near to the mention: 1 in its sentence, less in the opening and in the text."""

    parties: Mapping[str, float]
    places: Mapping[str, float]


@dataclass(frozen=True)
class Surroundings:
    """Sparse matrices, a row a mention.

    `parties` and `places` hold what the mention itself says and the codebook knows, `near_parties` and `near_places`
    what it leaves to its surroundings, by nearness, `parties_told` and `places_told` the same as 0 and 1. `known` says
    that the article's text is at hand. `stories` has a row an article, in order of their ids: its opening's telling words.
    """

    parties: sparse.csr_matrix
    places: sparse.csr_matrix
    near_parties: sparse.csr_matrix
    near_places: sparse.csr_matrix
    parties_told: sparse.csr_matrix
    places_told: sparse.csr_matrix
    stories: sparse.csr_matrix
    known: npt.NDArray[np.bool_]


_NOTHING = _Named({}, {})


def _index(names: Iterable[str]) -> dict[str, list[tuple[frozenset[str], str]]]:
    """Give the words and key of each place name ("id|name") by its longest word."""
    index: dict[str, list[tuple[frozenset[str], str]]] = {}
    for key in sorted(set(names) - {""}):
        told = [w.lower() for w in words_of(key.partition("|")[2])]
        if told:
            index.setdefault(max(told, key=lambda w: (len(w), w)), []).append((frozenset(told), key))
    return index


def _nearest(texts: Iterable[tuple[str, float]], index: Mapping[str, list[tuple[frozenset[str], str]]]) -> _Named:
    parties: dict[str, float] = {}
    places: dict[str, float] = {}
    for text, nearness in texts:
        told = named_in(text)
        parties |= dict.fromkeys(told.parties - parties.keys(), nearness)
        places |= dict.fromkeys(set(places_in(told.words, index)) - places.keys(), nearness)
    return _Named(parties, places)


def _rows(
    own: Sequence[Collection[str]], near: Sequence[Mapping[str, float]], names: set[str]
) -> tuple[sparse.csr_matrix, ...]:
    """Give the matrices of what mentions say, what is near and not said, and the same as 0 and 1."""
    kept = [sorted(k for k in n if k in names and k not in o) for o, n in zip(own, near, strict=True)]
    weights = [[n[k] for k in row] for row, n in zip(kept, near, strict=True)]
    return (
        matrix([sorted(o) for o in own], names=names),
        matrix(kept, weights, names=names),
        matrix(kept, names=names),
    )


@lru_cache(maxsize=100_000)
def _findable(row: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """Give the parties of a row of (name, code) that a text can be searched for."""
    return frozenset(e for n, c in row if can_be_found(e := entity(n, c)))


def _place_keys(mentions: pd.DataFrame, keys: Keys) -> list[str]:
    rows = zip(keys.place, mentions["place"].tolist(), keys.precise.tolist(), strict=True)
    return [f"{key}|{name}" if sure and name else "" for key, name, sure in rows]


def nothing() -> Surroundings:
    """Give surroundings that were not read."""
    empty = matrix([])
    return Surroundings(empty, empty, empty, empty, empty, empty, empty, np.empty(0, dtype=bool))


def surroundings(mentions: pd.DataFrame, articles: pd.DataFrame, keys: Keys, everyone: Who) -> Surroundings:
    """Read what stands around mentions; of articles only those that hold one."""
    ids, quotes = mentions["article_id"].tolist(), mentions["quote"].tolist()
    told = articles[articles["article_id"].isin(set(ids))]
    places = _place_keys(mentions, keys)
    index = _index(places)
    by_article: dict[str, _Named] = {}
    stories: dict[str, Mapping[str, float]] = {}
    texts: dict[str, str] = {}
    for article_id, title, text in zip(*(told[c].tolist() for c in ("article_id", "title", "text")), strict=True):
        start = opening(title or "", text or "")
        by_article[article_id] = _nearest([(start, _OPENING), (text or "", _TEXT)], index)
        stories[article_id], texts[article_id] = words.weigh(start), text
    own = [_nearest([(q, _QUOTE)], index) for q in quotes]
    near = [by_article.get(a, _NOTHING) for a in ids]
    parties = [_findable(tuple(row)) for row in everyone]
    all_parties: set[str] = set().union(*parties)
    said, beside, flags = _rows(
        parties, [{**n.parties, **o.parties} for n, o in zip(near, own, strict=True)], all_parties
    )
    put = [{p} if p else set() for p in places]
    near_places = [{} if p else {**n.places, **o.places} for p, n, o in zip(places, near, own, strict=True)]
    at, around, place_flags = _rows(put, near_places, set(places) - {""})
    told_words: list[Mapping[str, float]] = [stories.get(a, {}) for a in sorted(set(ids))]
    return Surroundings(
        parties=said,
        places=at,
        near_parties=beside,
        near_places=around,
        parties_told=flags,
        places_told=place_flags,
        stories=matrix(told_words, (w.values() for w in told_words)),
        known=np.array([bool(texts.get(a)) for a in ids], dtype=bool),
    )
