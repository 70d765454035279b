"""Which words with a trigger give which PLOVER mode (`data/mode_words.toml`)."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from dashlib.codebook.kinds import kind
from dashlib.codebook.tables import read_toml

__all__ = ["ModeWords", "mode_words"]


class ModeWords(NamedTuple):
    """A mode and the lemmas that give it."""

    mode: str
    words: frozenset[str]


@lru_cache(maxsize=1)
def mode_words() -> Mapping[str, tuple[ModeWords, ...]]:
    """Give the rows by kind, in the order in which they are tried; raises CodebookError for an unknown kind."""
    out: dict[str, tuple[ModeWords, ...]] = {}
    for row in read_toml("mode_words.toml")["mode"]:
        for name in row["kinds"]:
            out[kind(name).name] = (*out.get(name, ()), ModeWords(row["mode"], frozenset(row["words"])))
    return out
