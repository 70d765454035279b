"""Words by which readings of a name are told apart (actor_context.toml)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

from dashlib.codebook.tables import read_toml
from dashlib.errors import CodebookError

__all__ = ["Cues", "cues"]


@dataclass(frozen=True, slots=True)
class Cues:
    """The word lists of actor_context.toml, as sets of lemmas or lower-case forms; the file says what each is for.

    `anaphors` gives for a noun the sectors of the bodies that it may mean.
    """

    place_prepositions: frozenset[str]
    motion: frozenset[str]
    visited: frozenset[str]
    stative: frozenset[str]
    addressed: frozenset[str]
    place_nouns: frozenset[str]
    hyphenated: frozenset[str]
    not_in_office: frozenset[str]
    two: frozenset[str]
    pair_nouns: frozenset[str]
    state_nouns: frozenset[str]
    speaking: frozenset[str]
    regimes: frozenset[str]
    abroad: frozenset[str]
    partitive: frozenset[str]
    not_actors: frozenset[str]
    declarations: frozenset[str]
    thing_names: frozenset[str]
    carrying: frozenset[str]
    hardware: frozenset[str]
    common_surnames: frozenset[str]
    shared_offices: frozenset[str]
    anaphors: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def cues() -> Cues:
    """Give the word lists; raises CodebookError where the file lacks one."""
    table = read_toml("actor_context.toml")
    lacking = [f.name for f in fields(Cues) if f.name not in table]
    if lacking:
        raise CodebookError(f"actor_context.toml: the list {', '.join(lacking)} is missing; add it")
    anaphors = {noun: frozenset(sectors) for noun, sectors in table["anaphors"].items()}
    lists = {f.name: frozenset(table[f.name]) for f in fields(Cues) if f.name != "anaphors"}
    return Cues(**lists, anaphors=anaphors)
