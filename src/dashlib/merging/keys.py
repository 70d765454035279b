"""What a mention is found by: its kind, its days and its anchors. Cheap, so that it can be had for a whole store."""

import datetime as dt
from collections.abc import Sequence
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
        return [[pair for role in row for pair in role] for row in zip(*self.who, strict=True)]


def _ordinal(day: Any) -> int:
    return day.toordinal() if isinstance(day, dt.date) else NO_DAY


def publication_days(articles: pd.DataFrame) -> dict[str, int]:
    """Give each article's day of publication as an ordinal; where only an interval is known, its last day."""
    days = zip(articles["published"], articles["published_end"], articles["published_start"], strict=True)
    found = (next((d for d in row if isinstance(d, dt.date)), None) for row in days)
    return dict(zip(articles["article_id"], map(_ordinal, found), strict=True))


def _windows(
    mentions: pd.DataFrame, published: Ints, ahead: Flags, pointing: Flags, rules: Rules
) -> tuple[Ints, Ints, Flags]:
    """Give each mention's days: those of the text, else the window of its report, else all time.

    What is taken for known may lie far back, whatever tense its sentence has.
    """
    start = np.fromiter((_ordinal(d) for d in mentions["date_start"]), dtype=np.int64, count=len(mentions))
    end = np.fromiter((_ordinal(d) for d in mentions["date_end"]), dtype=np.int64, count=len(mentions))
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


def _pairs(names: Sequence[str], codes: Sequence[str]) -> list[tuple[str, str]]:
    """Give (name, code) of the actors that have a name of their own; "fighters" may be anybody's."""
    padded = [*codes, *([""] * len(names))]
    return list(dict.fromkeys((n, c) for n, c in zip(names, padded, strict=False) if not nameless(n)))


def _anchors(
    who: Who, places: Sequence[str], days: Sequence[Sequence[str]], stories: Sequence[set[str]]
) -> list[tuple[str, ...]]:
    """Give what a mention can be found by: pairs of actors, a sole actor, persons, place, days, article, its story."""
    out = []
    for row, place, dated, story in zip(who, places, days, stories, strict=True):
        parties = sorted({entity(n, c) for n, c in row})[:6]
        found = {f"{a}+{b}" for i, a in enumerate(parties) for b in parties[i + 1 :]}
        found |= {n for n, c in row if is_person(n, c)} | set(parties) | story
        out.append((*sorted(found), *([f"@{place}"] if place else []), *dated))
    return out


def _days(start: Ints, end: Ints, since: Flags, said: Flags) -> list[list[str]]:
    """Give the anchors of dates that the text gives: each day of one or two, the first day of what goes on since."""
    first, last = start.tolist(), np.where(since | (end - start > 1), start, end).tolist()
    named = said & (since | (end - start <= 1))
    return [[f"on {d}" for d in range(a, b + 1)] if n else [] for a, b, n in zip(first, last, named, strict=True)]


def _headlines(articles: pd.DataFrame, wanted: set[str]) -> dict[str, set[str]]:
    """Give the most telling words of each wanted article's headline, or first words where it has none."""
    told = articles[articles["article_id"].isin(wanted)]
    rows = zip(told["article_id"], told["title"], told["text"], strict=True)
    return {a: _telling_words(title or (text or "")[:_FIRST]) for a, title, text in rows}


def _telling_words(text: str, count: int = _TELLING) -> set[str]:
    found = words.weigh(text)
    return {f"~{s}" for s in sorted(found, key=lambda s: (-found[s], s))[:count]}


def _stories(mentions: pd.DataFrame, places: Sequence[str], articles: pd.DataFrame) -> list[set[str]]:
    """Give the anchors that come from a mention's article and place name."""
    headlines = _headlines(articles, set(mentions["article_id"]))
    rows = zip(mentions["article_id"], mentions["place"], places, strict=True)
    return [{f"#{a}"} | headlines.get(a, set()) | (_telling_words(n, 1) if p else set()) for a, n, p in rows]


def _with_hosts(mentions: pd.DataFrame, who: tuple[Who, ...]) -> tuple[Who, ...]:
    """Add the country that a visit goes to: who travels to Beijing visits China."""
    initiators, recipients, participants = who
    hosts = zip(recipients, mentions["kind"], mentions["country"], strict=True)
    added = [[*row, (c, f"{c} GOV")] if kind == "visit" and c else row for row, kind, c in hosts]
    return initiators, added, participants


def _pointing(mentions: pd.DataFrame) -> tuple[Flags, Flags, Flags]:
    """Tell which triggers take their event for known, which of them do not say more, and which set theirs apart."""
    starts = (mentions["start"] - mentions["quote_start"]).clip(lower=0).tolist()
    ends = (mentions["end"] - mentions["quote_start"]).clip(lower=0).tolist()
    rows = list(zip(mentions["quote"], starts, ends, mentions["trigger"], strict=True))
    read = [pointing(q[:a], t) for q, a, _, t in rows]
    which = [k and says_which(t, q[b:]) for (q, _, b, t), (k, _) in zip(rows, read, strict=True)]
    known, apart = (np.array([pair[n] for pair in read], dtype=bool) for n in (0, 1))
    return known, known & ~np.array(which, dtype=bool) & ~_somebody(mentions), apart


def _somebody(mentions: pd.DataFrame) -> Flags:
    """Tell which mentions name parties of no name of their own ("civilians")."""
    roles = zip(*(mentions[f"{r}s"] for r in ROLES), strict=True)
    return np.array([any(nameless(n) for names in row for n in names) for row in roles], dtype=bool)


def keys_of(mentions: pd.DataFrame, articles: pd.DataFrame, rules: Rules) -> Keys:
    """Give the keys of mentions, in their order."""
    days = publication_days(articles)
    published = np.array([days.get(a, NO_DAY) for a in mentions["article_id"]], dtype=np.int64)
    ahead = mentions["status"].isin(_AHEAD).to_numpy(dtype=bool)
    known, bare, apart = _pointing(mentions)
    start, end, guessed = _windows(mentions, published, ahead, known, rules)
    since = (mentions["date_start"].notna() & mentions["date_end"].isna()).to_numpy(dtype=bool)
    who: tuple[Who, ...] = tuple(
        [_pairs(n, c) for n, c in zip(mentions[f"{r}s"], mentions[f"{r}_codes"], strict=True)] for r in ROLES
    )
    who = _with_hosts(mentions, who)
    said = mentions["date_basis"].isin(SAID).to_numpy(dtype=bool) & ~guessed
    everyone = [[pair for role in row for pair in role] for row in zip(*who, strict=True)]
    precise = ~mentions["place_precision"].isin(_LOW_PRECISION).to_numpy(dtype=bool)
    places = [i or n for i, n in zip(mentions["place_id"], mentions["place"], strict=True)]
    sure = [p if precise[n] else "" for n, p in enumerate(places)]
    anchors = _anchors(everyone, sure, _days(start, end, since, said), _stories(mentions, sure, articles))
    kind = np.array([KIND_NUMBERS[k] for k in mentions["kind"]], dtype=np.int64)
    return Keys(kind, start, end, guessed, since, ahead, known, bare, apart, published, who, places, precise, anchors)
