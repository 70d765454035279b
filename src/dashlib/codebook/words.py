"""Word classes (`data/words.toml`): weapons, troops, workers, sport, markets, …, as sets of lemmas."""

from collections.abc import Mapping
from functools import lru_cache

from dashlib.codebook.tables import read_toml

__all__ = ["classes", "word_class"]


@lru_cache(maxsize=1)
def classes() -> Mapping[str, frozenset[str]]:
    """Give the word classes by name; a class may take in others (`with`)."""
    rows = read_toml("words.toml")
    own = {name: frozenset(row["words"]) for name, row in rows.items()}
    return {name: own[name].union(*(own[other] for other in row.get("with", ()))) for name, row in rows.items()}


def word_class(name: str) -> frozenset[str]:
    """Give one word class; a name that words.toml lacks is a programming error and raises KeyError."""
    return classes()[name]
