"""What a mention is found by: its kind, its days and its anchors. Cheap, so that it can be had for a whole store."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashlib.merging.actors import Who, entity, is_person
from dashlib.merging.rules import KIND_NUMBERS, Rules
from dashlib.types import Basis, Status

__all__ = ["NO_DAY", "ROLES", "SAID", "Keys", "keys_of", "publication_days"]

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
NO_DAY = -(10**6)
ROLES = ("initiator", "recipient", "participant")
_FAR_DAY = 10**6
_AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE, Status.CANCELLED})
SAID = frozenset({Basis.EXPLICIT, Basis.RELATIVE})
_LOW_PRECISION = frozenset({"", "country", "other"})


class Keys(NamedTuple):
    """One row a mention. Days are ordinals.

    `guessed` marks windows that only the report bounds, `since` those that the text leaves open at the end; `published`
    is the report's day (NO_DAY where unknown), `ahead` says that the act was still to come; `who` holds the actors as
    (name, code) by role; `place` is the gazetteer's id or the name, `precise` means more than a country.
    """

    kind: Ints
    start: Ints
    end: Ints
    guessed: Flags
    since: Flags
    ahead: Flags
    published: Ints
    who: tuple[Who, ...]
    place: Sequence[str]
    precise: Flags
    anchors: Sequence[tuple[str, ...]]

    def take(self, rows: Ints) -> "Keys":
        """Give the keys of some mentions."""
        arrays = {
            name: getattr(self, name)[rows] for name in self._fields if isinstance(getattr(self, name), np.ndarray)
        }
        listed = rows.tolist()
        return self._replace(
            **arrays,
            who=tuple([role[row] for row in listed] for role in self.who),
            place=[self.place[row] for row in listed],
            anchors=[self.anchors[row] for row in listed],
        )

    @property
    def everyone(self) -> Who:
        """Give the actors of each mention, whatever their role."""
        return [[pair for role in row for pair in role] for row in zip(*self.who, strict=True)]


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
    low = np.where(known, published - np.where(ahead, early, before), -_FAR_DAY)
    high = np.where(known, published + np.where(ahead, late, after), _FAR_DAY)
    reach = rules.dates["open_days"]
    open_end = np.where(ahead | ~known, start + reach, np.maximum(published, start))
    open_start = np.where(ahead & known, np.minimum(published, end), end - reach)
    out_start = np.where(no_start & no_end, low, np.where(no_start, open_start, start))
    out_end = np.where(no_start & no_end, high, np.where(no_end, open_end, end))
    return out_start, np.maximum(out_start, out_end), no_start & no_end


def _pairs(names: Sequence[str], codes: Sequence[str]) -> list[tuple[str, str]]:
    """Give (name, code) of the actors that have a name of their own; "fighters" may be anybody's."""
    padded = [*codes, *([""] * len(names))]
    return list(dict.fromkeys((n, c) for n, c in zip(names, padded, strict=False) if not n.islower()))


def _anchors(who: Who, places: Sequence[str], precise: Flags, days: Ints) -> list[tuple[str, ...]]:
    """Give what a mention can be found by: pairs of actors, a sole actor, persons, its place, the day it names."""
    out = []
    for row, place, sure, day in zip(who, places, precise, days.tolist(), strict=True):
        parties = sorted({entity(n, c) for n, c in row})[:6]
        found = {f"{a}+{b}" for i, a in enumerate(parties) for b in parties[i + 1 :]}
        found |= {n for n, c in row if is_person(n, c)} | set(parties)
        out.append((*sorted(found), *([f"@{place}"] if place and sure else []), *([f"on {day}"] if day else [])))
    return out


def _with_hosts(mentions: pd.DataFrame, who: tuple[Who, ...]) -> tuple[Who, ...]:
    """Add the country that a visit goes to: who travels to Beijing visits China."""
    initiators, recipients, participants = who
    hosts = zip(recipients, mentions["kind"], mentions["country"], strict=True)
    added = [[*row, (c, f"{c} GOV")] if kind == "visit" and c else row for row, kind, c in hosts]
    return initiators, added, participants


def keys_of(mentions: pd.DataFrame, articles: pd.DataFrame, rules: Rules) -> Keys:
    """Give the keys of mentions, in their order."""
    days = publication_days(articles)
    published = np.array([days.get(a, NO_DAY) for a in mentions["article_id"]], dtype=np.int64)
    ahead = mentions["status"].isin(_AHEAD).to_numpy(dtype=bool)
    start, end, guessed = _windows(mentions, published, ahead, rules)
    since = (mentions["date_start"].notna() & mentions["date_end"].isna()).to_numpy(dtype=bool)
    who: tuple[Who, ...] = tuple(
        [_pairs(n, c) for n, c in zip(mentions[f"{r}s"], mentions[f"{r}_codes"], strict=True)] for r in ROLES
    )
    who = _with_hosts(mentions, who)
    said = (start == end) & mentions["date_basis"].isin(SAID).to_numpy(dtype=bool)
    everyone = [[pair for role in row for pair in role] for row in zip(*who, strict=True)]
    precise = ~mentions["place_precision"].isin(_LOW_PRECISION).to_numpy(dtype=bool)
    places = [i or n for i, n in zip(mentions["place_id"], mentions["place"], strict=True)]
    anchors = _anchors(everyone, places, precise, np.where(said, start, 0))
    kind = np.array([KIND_NUMBERS[k] for k in mentions["kind"]], dtype=np.int64)
    return Keys(kind, start, end, guessed, since, ahead, published, who, places, precise, anchors)
