"""What a mention is found by: its kind, its days and its anchors. Cheap, so that it can be had for a whole store."""

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashlib.merging import words
from dashlib.merging.actors import Who, entity, is_person, nameless
from dashlib.merging.naming import pointing, says_which
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
_FIRST = 100
_TELLING = 3
_LOW_PRECISION = frozenset({"", "country", "other"})


class Keys(NamedTuple):
    """One row a mention. Days are ordinals.

    `guessed` marks windows that only the report bounds, `since` those that the text leaves open at the end; `published`
    is the report's day (NO_DAY where unknown), `ahead` says that the act was still to come; `who` holds the actors as
    (name, code) by role; `place` is the gazetteer's id or the name, `precise` means more than a country. `pointing` marks
    nouns that take their event for known ("the truce"), `bare` those among them that do not say which, nor of whom, and
    `apart` such as set theirs apart ("another strike").
    """

    kind: Ints
    start: Ints
    end: Ints
    guessed: Flags
    since: Flags
    ahead: Flags
    pointing: Flags
    bare: Flags
    apart: Flags
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
        return _everyone(self.who)


def _everyone(who: Sequence[Who]) -> Who:
    return [(*a, *b, *c) for a, b, c in zip(*who, strict=True)]


def _ordinal(day: Any) -> int:
    return day.toordinal() if isinstance(day, dt.date) else NO_DAY


def publication_days(articles: pd.DataFrame) -> dict[str, int]:
    """Give each article's day of publication as an ordinal; where only an interval is known, its last day."""
    told = (articles[c].tolist() for c in ("published", "published_end", "published_start"))
    days = zip(*told, strict=True)
    found = (next((d for d in row if isinstance(d, dt.date)), None) for row in days)
    return dict(zip(articles["article_id"].tolist(), map(_ordinal, found), strict=True))


def _windows(
    mentions: pd.DataFrame, published: Ints, ahead: Flags, pointing: Flags, rules: Rules
) -> tuple[Ints, Ints, Flags]:
    """Give each mention's days: those of the text, else the window of its report, else all time.

    What is taken for known may lie far back, whatever tense its sentence has.
    """
    start, end = (
        np.array([_ordinal(d) for d in mentions[c].tolist()], dtype=np.int64) for c in ("date_start", "date_end")
    )
    unsaid = pointing & (mentions["date_basis"] == Basis.PUBLISHED).to_numpy(dtype=bool)
    start, end = np.where(unsaid, NO_DAY, start), np.where(unsaid, NO_DAY, end)
    no_start, no_end, known = start == NO_DAY, end == NO_DAY, published != NO_DAY
    before, after = rules.dates["window_past"]
    early, late = rules.dates["window_future"]
    back = np.where(pointing, rules.dates["recalled_days"], np.where(ahead, early, before))
    low = np.where(known, published - back, -_FAR_DAY)
    high = np.where(known, published + np.where(ahead, late, after), _FAR_DAY)
    reach = rules.dates["open_days"]
    open_end = np.where(ahead | ~known, start + reach, np.maximum(published, start))
    open_start = np.where(ahead & known, np.minimum(published, end), end - reach)
    out_start = np.where(no_start & no_end, low, np.where(no_start, open_start, start))
    out_end = np.where(no_start & no_end, high, np.where(no_end, open_end, end))
    return out_start, np.maximum(out_start, out_end), no_start & no_end


@lru_cache(maxsize=100_000)
def _pairs(names: tuple[str, ...], codes: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Give (name, code) of the actors that have a name of their own; "fighters" may be anybody's."""
    padded = [*codes, *([""] * len(names))]
    return tuple(dict.fromkeys((n, c) for n, c in zip(names, padded, strict=False) if not nameless(n)))


@lru_cache(maxsize=100_000)
def _named(row: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Give what the actors of a mention make it found by: pairs of parties, sole ones, persons."""
    parties = sorted({entity(n, c) for n, c in row})[:6]
    found = {f"{a}+{b}" for i, a in enumerate(parties) for b in parties[i + 1 :]}
    return (*(found | {n for n, c in row if is_person(n, c)} | set(parties)),)


def _anchors(
    who: Who, places: Sequence[str], days: Sequence[Sequence[str]], stories: Sequence[Sequence[frozenset[str]]]
) -> list[tuple[str, ...]]:
    """Give what a mention can be found by: pairs of actors, a sole actor, persons, place, days, article, its story."""
    out = []
    for row, place, dated, story in zip(who, places, days, stories, strict=True):
        found = set(_named(tuple(row))).union(*story)
        out.append((*sorted(found), *([f"@{place}"] if place else []), *dated))
    return out


def _days(start: Ints, end: Ints, since: Flags, said: Flags) -> list[list[str]]:
    """Give the anchors of dates that the text gives: each day of one or two, the first day of what goes on since."""
    first, last = start.tolist(), np.where(since | (end - start > 1), start, end).tolist()
    named = said & (since | (end - start <= 1))
    return [[f"on {d}" for d in range(a, b + 1)] if n else [] for a, b, n in zip(first, last, named, strict=True)]


def _headlines(articles: pd.DataFrame, wanted: set[str]) -> dict[str, frozenset[str]]:
    """Give the most telling words of each wanted article's headline, or first words where it has none."""
    told = articles[articles["article_id"].isin(wanted)]
    rows = zip(*(told[c].tolist() for c in ("article_id", "title", "text")), strict=True)
    return {a: _telling_words(title or (text or "")[:_FIRST]) for a, title, text in rows}


@lru_cache(maxsize=50_000)
def _telling_words(text: str, count: int = _TELLING) -> frozenset[str]:
    found = words.weigh(text)
    return frozenset(f"~{s}" for s in sorted(found, key=lambda s: (-found[s], s))[:count])


def _stories(
    mentions: pd.DataFrame, places: Sequence[str], articles: pd.DataFrame
) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Give the anchors that come from a mention's article and place name."""
    ids, no_words = mentions["article_id"].tolist(), frozenset[str]()
    headlines = _headlines(articles, set(ids))
    by_article = {a: headlines.get(a, no_words) | {f"#{a}"} for a in set(ids)}
    rows = zip(ids, mentions["place"].tolist(), places, strict=True)
    return [(by_article[a], _telling_words(n, 1) if p else no_words) for a, n, p in rows]


def _with_hosts(mentions: pd.DataFrame, who: tuple[Who, ...]) -> tuple[Who, ...]:
    """Add the country that a visit goes to: who travels to Beijing visits China."""
    initiators, recipients, participants = who
    hosts = zip(recipients, mentions["kind"].tolist(), mentions["country"].tolist(), strict=True)
    added = [(*row, (c, f"{c} GOV")) if kind == "visit" and c else row for row, kind, c in hosts]
    return initiators, added, participants


def _pointing(mentions: pd.DataFrame) -> tuple[Flags, Flags, Flags]:
    """Tell which triggers take their event for known, which of them do not say more, and which set theirs apart."""
    starts = (mentions["start"] - mentions["quote_start"]).clip(lower=0).tolist()
    ends = (mentions["end"] - mentions["quote_start"]).clip(lower=0).tolist()
    rows = list(zip(mentions["quote"].tolist(), starts, ends, mentions["trigger"].tolist(), strict=True))
    read = [pointing(q[:a], t) for q, a, _, t in rows]
    which = [k and says_which(t, q[b:]) for (q, _, b, t), (k, _) in zip(rows, read, strict=True)]
    known, apart = (np.array([pair[n] for pair in read], dtype=bool) for n in (0, 1))
    return known, known & ~np.array(which, dtype=bool) & ~_somebody(mentions), apart


def _somebody(mentions: pd.DataFrame) -> Flags:
    """Tell which mentions name parties of no name of their own ("civilians")."""
    found = np.zeros(len(mentions), dtype=bool)
    for role in ROLES:
        found |= np.array([any(map(nameless, names)) for names in mentions[f"{role}s"].tolist()], dtype=bool)
    return found


def keys_of(mentions: pd.DataFrame, articles: pd.DataFrame, rules: Rules) -> Keys:
    """Give the keys of mentions, in their order."""
    days = publication_days(articles)
    published = np.array([days.get(a, NO_DAY) for a in mentions["article_id"].tolist()], dtype=np.int64)
    ahead = mentions["status"].isin(_AHEAD).to_numpy(dtype=bool)
    known, bare, apart = _pointing(mentions)
    start, end, guessed = _windows(mentions, published, ahead, known, rules)
    since = (mentions["date_start"].notna() & mentions["date_end"].isna()).to_numpy(dtype=bool)
    who: tuple[Who, ...] = tuple(
        list(map(_pairs, map(tuple, mentions[f"{r}s"].tolist()), map(tuple, mentions[f"{r}_codes"].tolist())))
        for r in ROLES
    )
    who = _with_hosts(mentions, who)
    said = mentions["date_basis"].isin(SAID).to_numpy(dtype=bool) & ~guessed
    everyone = _everyone(who)
    precise = ~mentions["place_precision"].isin(_LOW_PRECISION).to_numpy(dtype=bool)
    places = [i or n for i, n in zip(mentions["place_id"].tolist(), mentions["place"].tolist(), strict=True)]
    sure = [p if s else "" for p, s in zip(places, precise.tolist(), strict=True)]
    anchors = _anchors(everyone, sure, _days(start, end, since, said), _stories(mentions, sure, articles))
    kind = np.array([KIND_NUMBERS[k] for k in mentions["kind"].tolist()], dtype=np.int64)
    return Keys(kind, start, end, guessed, since, ahead, known, bare, apart, published, who, places, precise, anchors)
