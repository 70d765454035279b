"""Nouns that point back at an event told before, and for which kinds they may stand (`data/echoes.toml`)."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from dashlib.codebook.kinds import kind
from dashlib.codebook.tables import read_toml

__all__ = ["other_words", "plural_words", "pointing_words", "stands_for"]


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Any]:
    return read_toml("echoes.toml")


@lru_cache(maxsize=1)
def _general() -> Mapping[str, frozenset[str]]:
    rows = _table()["general"]
    return {noun: frozenset(kind(k).name for k in row["kinds"]) for row in rows for noun in row["nouns"]}


@lru_cache(maxsize=1)
def pointing_words() -> frozenset[str]:
    """Give the words before a noun that points back."""
    return frozenset(_table()["pointing"])


@lru_cache(maxsize=1)
def other_words() -> frozenset[str]:
    """Give the words beside a noun that means another one than the one told before."""
    return frozenset(_table()["other"])


@lru_cache(maxsize=1)
def plural_words() -> frozenset[str]:
    """Give the nouns that may point back at one event in the plural."""
    return frozenset(_table()["plural"])


def stands_for(noun: str, own: str) -> frozenset[str]:
    """Give the kinds of event that a noun of the kind `own` may point back at."""
    return _general().get(noun, frozenset()) | {own}
