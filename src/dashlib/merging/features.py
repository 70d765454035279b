"""Mentions as arrays: what two of them are compared by, computed once a mention and in the order of `mention_id`."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from dashlib.codebook.tables import read_csv
from dashlib.merging import words
from dashlib.merging.rules import KIND_NUMBERS, Rules
from dashlib.types import Basis, Status

__all__ = ["NO_DAY", "Actors", "Features", "entity", "features", "is_person", "publication_days"]

Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
NO_DAY = -(10**6)
FAR_DAY = 10**6
_NONSTATE = frozenset({"REB", "UAF", "OPP", "PTY", "CVL", "BUS", "MED", "EDU", "JRN", "LAB", "REF", "IGO", "NGO"})
_AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE, Status.CANCELLED})
_CONTEXT = 90
_LOW_PRECISION = frozenset({"", "country", "other"})
_TOWN = frozenset({"point", "settlement", "district"})


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    return frozenset(row["name"] for row in read_csv("states.csv", ("name",)))


def is_person(name: str, code: str) -> bool:
    """Tell whether an actor is a person who stands for a state, from name and code ("RUS GOV")."""
    sector = code.rpartition(" ")[2]
    return sector in {"GOV", "LEG", "JUD"} and name not in _states() and " " in name


def entity(name: str, code: str) -> str:
    """Give whom an actor acts for: the country of a state, its leader or its army; any other actor is its own.

    >>> entity("Vladimir Putin", "RUS GOV"), entity("Armed Forces of Russia", "RUS MIL"), entity("Hamas", "PSE REB")
    ('RUS', 'RUS', 'Hamas')
    """
    country, _, sector = code.partition(" ")
    own = not country or len(country) != 3 or not country.isupper() or bool(_NONSTATE.intersection(sector.split()))
    return name if own or country in _NONSTATE else country


@dataclass(frozen=True)
class Actors:
    """Who takes part, as 0/1 matrices mentions × whom: `entities` (states and others), `persons`, `person_states`."""

    entities: sparse.csr_matrix
    persons: sparse.csr_matrix
    person_states: sparse.csr_matrix
    count: Ints


@dataclass(frozen=True)
class Features:
    """One row a mention. Days are ordinals; `guessed` marks windows that only the report bounds.

    `article` and `sentence` place the mention; `published` is the report's day (NO_DAY where unknown).
    """

    mention_id: Sequence[str]
    kind: Ints
    start: Ints
    end: Ints
    guessed: Flags
    explicit: Flags
    ahead: Flags
    published: Ints
    article: Ints
    sentence: Ints
    everyone: Actors
    initiators: Actors
    recipients: Actors
    place: Ints
    precise: Flags
    town: Flags
    region: Ints
    country: Ints
    latitude: Reals
    longitude: Reals
    words: sparse.csr_matrix
    trigger: Ints
    figure: Reals
    ordinals: Sequence[frozenset[words.Ordinal]]
    numbered: Flags
    anchors: Sequence[tuple[str, ...]]

    def __len__(self) -> int:
        """Give the number of mentions."""
        return len(self.mention_id)


def _codes(values: Iterable[str]) -> Ints:
    """Give texts as numbers in alphabetical order; the empty text is -1."""
    column = np.array([v or "" for v in values], dtype=object)
    names = np.array(sorted(set(column) - {""}), dtype=object)
    return np.where(column == "", -1, np.searchsorted(names, column)).astype(np.int64)


def _matrix(
    rows: Sequence[Iterable[str]], weights: Sequence[Iterable[float]] | None = None, names: Iterable[str] = ()
) -> sparse.csr_matrix:
    """Give a sparse matrix of rows of names; columns in alphabetical order, so that sums never depend on the input."""
    listed = [list(r) for r in rows]
    columns = {n: i for i, n in enumerate(sorted({n for r in listed for n in r}.union(names)))}
    indptr = np.concatenate([[0], np.cumsum([len(r) for r in listed])]).astype(np.int64)
    indices = np.fromiter((columns[n] for r in listed for n in r), dtype=np.int64, count=int(indptr[-1]))
    flat = (w for r in weights for w in r) if weights is not None else (1.0 for _ in indices)
    data = np.fromiter(flat, dtype=np.float64, count=len(indices))
    out = sparse.csr_matrix((data, indices, indptr), shape=(len(listed), max(len(columns), 1)))
    out.sort_indices()
    return out


def _pairs(names: Sequence[str], codes: Sequence[str]) -> list[tuple[str, str]]:
    padded = [*codes, *([""] * len(names))]
    return list(dict.fromkeys(zip(names, padded, strict=False)))


def _actors(rows: Sequence[Sequence[tuple[str, str]]], names: Iterable[str]) -> Actors:
    entities = [sorted({entity(n, c) for n, c in r}) for r in rows]
    people = [[(n, c) for n, c in r if is_person(n, c)] for r in rows]
    return Actors(
        entities=_matrix(entities, names=names),
        persons=_matrix([sorted({n for n, _ in p}) for p in people]),
        person_states=_matrix([sorted({entity(n, c) for n, c in p}) for p in people]),
        count=np.array([len(e) for e in entities], dtype=np.int64),
    )


def _ordinal(day: Any) -> int:
    return day.toordinal() if isinstance(day, dt.date) else NO_DAY


def publication_days(articles: pd.DataFrame) -> dict[str, int]:
    """Give each article's day of publication as an ordinal; where only an interval is known, its last day."""
    days = zip(articles["published"], articles["published_end"], articles["published_start"], strict=True)
    found = (next((d for d in row if isinstance(d, dt.date)), None) for row in days)
    return dict(zip(articles["article_id"], map(_ordinal, found), strict=True))


def _windows(mentions: pd.DataFrame, published: Ints, ahead: Flags, rules: Rules) -> tuple[Ints, Ints, Flags]:
    """Give each mention's days: those of the text, else the window of its report, else all time."""
    start = np.fromiter((_ordinal(d) for d in mentions["date_start"]), dtype=np.int64, count=len(mentions))
    end = np.fromiter((_ordinal(d) for d in mentions["date_end"]), dtype=np.int64, count=len(mentions))
    no_start, no_end, known = start == NO_DAY, end == NO_DAY, published != NO_DAY
    before, after = rules.dates["window_past"]
    early, late = rules.dates["window_future"]
    low = np.where(known, published - np.where(ahead, early, before), -FAR_DAY)
    high = np.where(known, published + np.where(ahead, late, after), FAR_DAY)
    reach = rules.dates["open_days"]
    open_end = np.where(ahead | ~known, start + reach, np.maximum(published, start))
    open_start = np.where(ahead & known, np.minimum(published, end), end - reach)
    out_start = np.where(no_start & no_end, low, np.where(no_start, open_start, start))
    out_end = np.where(no_start & no_end, high, np.where(no_end, open_end, end))
    return out_start, np.maximum(out_start, out_end), no_start & no_end


def _context(quote: str, at: int) -> str:
    return quote[max(0, at - _CONTEXT) : at + _CONTEXT] if len(quote) > 2 * _CONTEXT else quote


def _anchors(who: Sequence[Sequence[tuple[str, str]]], places: Sequence[str], precise: Flags) -> list[tuple[str, ...]]:
    """Give what a mention can be found by: pairs of actors, a sole actor, persons, its place."""
    out = []
    for row, place, sure in zip(who, places, precise, strict=True):
        parties = sorted({entity(n, c) for n, c in row})[:6]
        found = {f"{a}+{b}" for i, a in enumerate(parties) for b in parties[i + 1 :]}
        found |= {n for n, c in row if is_person(n, c)} | set(parties)
        out.append((*sorted(found), *([f"@{place}"] if place and sure else [])))
    return out


def features(mentions: pd.DataFrame, articles: pd.DataFrame, rules: Rules) -> Features:
    """Compute the features of mentions; `mentions` must be sorted by mention_id."""
    days = publication_days(articles)
    published = np.array([days.get(a, NO_DAY) for a in mentions["article_id"]], dtype=np.int64)
    ahead = mentions["status"].isin(_AHEAD).to_numpy(dtype=bool)
    start, end, guessed = _windows(mentions, published, ahead, rules)
    roles = {
        r: [_pairs(n, c) for n, c in zip(mentions[f"{r}s"], mentions[f"{r}_codes"], strict=True)]
        for r in ("initiator", "recipient", "participant")
    }
    everyone = [[*a, *b, *c] for a, b, c in zip(*roles.values(), strict=True)]
    parties = {entity(n, c) for row in everyone for n, c in row}
    precise = ~mentions["place_precision"].isin(_LOW_PRECISION).to_numpy(dtype=bool)
    places = [i or n for i, n in zip(mentions["place_id"], mentions["place"], strict=True)]
    at = (mentions["start"] - mentions["quote_start"]).to_numpy()
    contexts = [_context(q, int(a)) for q, a in zip(mentions["quote"], at, strict=True)]
    weighed = [words.weigh(c) for c in contexts]
    numbered = [words.ordinals(c) for c in contexts]
    regions = [f"{c}/{a}" if a else "" for c, a in zip(mentions["country"], mentions["admin1"], strict=True)]
    return Features(
        mention_id=list(mentions["mention_id"]),
        kind=np.array([KIND_NUMBERS[k] for k in mentions["kind"]], dtype=np.int64),
        start=start,
        end=end,
        guessed=guessed,
        explicit=mentions["date_basis"].isin([Basis.EXPLICIT, Basis.RELATIVE]).to_numpy(dtype=bool),
        ahead=ahead,
        published=published,
        article=_codes(mentions["article_id"]),
        sentence=mentions["sentence"].to_numpy(dtype=np.int64),
        everyone=_actors(everyone, parties),
        initiators=_actors(roles["initiator"], parties),
        recipients=_actors(roles["recipient"], parties),
        place=_codes(places),
        precise=precise,
        town=mentions["place_precision"].isin(_TOWN).to_numpy(dtype=bool),
        region=_codes(regions),
        country=_codes(mentions["country"]),
        latitude=mentions["latitude"].to_numpy(dtype=np.float64, na_value=np.nan),
        longitude=mentions["longitude"].to_numpy(dtype=np.float64, na_value=np.nan),
        words=_matrix([sorted(w) for w in weighed], [[w[s] for s in sorted(w)] for w in weighed]),
        trigger=_codes([" ".join(words.stems(t)) for t in mentions["trigger"]]),
        figure=np.array([words.figure(q) for q in mentions["quantity"]], dtype=np.float64),
        ordinals=numbered,
        numbered=np.array([bool(o) for o in numbered], dtype=bool),
        anchors=_anchors(everyone, places, precise),
    )
