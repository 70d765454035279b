"""Whether two names mean one actor, by the scorer's definitions (`codebook/data/scoring.toml`)."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from dashlib.codebook.tables import read_toml

__all__ = ["overlap", "plain", "same_name"]

_OTHER = re.compile(r"[^a-z0-9 ]")
_LONG = 5


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return read_toml("scoring.toml")


def plain(text: str) -> str:
    """Give a text in lower case, without accents and marks."""
    return _OTHER.sub(" ", unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower())


def _canonical(name: str) -> str:
    bare = plain(name).strip()
    return str(_tables()["aliases"].get(bare, bare))


def _telling(name: str) -> frozenset[str]:
    demonyms: dict[str, str] = _tables()["demonyms"]
    return frozenset(demonyms.get(w, w) for w in name.split()) - frozenset(_tables()["stop"]["words"])


@lru_cache(maxsize=65536)
def same_name(one: str, other: str) -> bool:
    """Whether two plain names are one actor: equal, or sharing telling words (all of one, two, or a long one)."""
    if one == other:
        return True
    ours, theirs = _telling(one), _telling(other)
    if not ours or not theirs:
        return one in other or other in one
    shared = ours & theirs
    return bool(shared) and (ours <= theirs or theirs <= ours or len(shared) > 1 or max(map(len, shared)) > _LONG)


def overlap(gold: Iterable[str], predicted: Iterable[str]) -> float:
    """Give F1 of two lists of names; both empty agree."""
    ours, theirs = [_canonical(n) for n in gold], [_canonical(n) for n in predicted]
    if not ours or not theirs:
        return float(not ours and not theirs)
    precision = sum(any(same_name(x, y) for x in ours) for y in theirs) / len(theirs)
    recall = sum(any(same_name(x, y) for y in theirs) for x in ours) / len(ours)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
