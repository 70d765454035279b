"""The words that decide an event's status: which governor has which effect, from `data/status.toml`, checked once."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from dashlib.codebook.kinds import KINDS
from dashlib.codebook.tables import read_toml
from dashlib.errors import CodebookError

__all__ = ["Effect", "effect_of", "in_group", "phrases", "words"]


class Effect(StrEnum):
    """What a governing word, auxiliary or adverb does to the status of the event below it."""

    FACT = "fact"
    THROUGH = "through"
    REPORT = "report"
    ONGOING = "ongoing"
    PLAN = "plan"
    POSSIBLE = "possible"
    CANCEL = "cancel"
    DENY = "deny"
    LAPSE = "lapse"
    END = "end"
    MOTION = "motion"
    ANNOUNCE = "announce"
    DONE = "done"
    GIVEN = "given"
    REBUT = "rebut"
    PERMIT = "permit"
    STANDING = "standing"
    NEGATE = "negate"


class _Rule(NamedTuple):
    effect: Effect
    kinds: frozenset[str]
    but: frozenset[str]


_TABLE = read_toml("status.toml")
_GROUPS: Mapping[str, frozenset[str]] = {n: frozenset(v) for n, v in _TABLE["groups"].items()}


def _kinds(names: Iterable[str]) -> frozenset[str]:
    out: set[str] = set()
    for name in names:
        if name not in _GROUPS and name not in KINDS:
            raise CodebookError(f"status.toml: {name!r} is neither a group nor a kind; add it to [groups] or mend it")
        out |= _GROUPS.get(name, {name})
    return frozenset(out)


def _index() -> dict[tuple[str, str, str], list[_Rule]]:
    out: dict[tuple[str, str, str], list[_Rule]] = {}
    for row in _TABLE["rule"]:
        rule = _Rule(Effect(row["effect"]), _kinds(row.get("kinds", ())), _kinds(row.get("but", ())))
        for word in row["words"]:
            for slot in row["slots"]:
                out.setdefault((row["pos"], slot, word), []).append(rule)
    for rules in out.values():  # the narrower rule speaks first; within a class the order of the file
        rules.sort(key=lambda r: (not r.kinds, not r.but))
    return out


_RULES = _index()


def effect_of(pos: str, slot: str, word: str, kind: str) -> Effect | None:
    """Give the effect of a governing word (lemma with particle) on an event of a kind; None where unknown."""
    for rule in _RULES.get((pos, slot, word), ()):
        if kind not in rule.but and (not rule.kinds or kind in rule.kinds):
            return rule.effect
    return None


def in_group(kind: str, group: str) -> bool:
    """Whether a kind belongs to a group of status.toml, such as `speech` or `gathering`."""
    return kind in _GROUPS[group]


def words(table: str, name: str = "words") -> frozenset[str]:
    """Give a set of words of status.toml, such as `words("auxiliaries", "future")`."""
    return frozenset(_TABLE[table][name])


def phrases(table: str) -> Mapping[str, Effect | str]:
    """Give phrase → class of a table whose keys are classes (`prepositions`, `predicates`, `marks`)."""
    return {w: name for name, row in _TABLE[table].items() if name != "source" for w in row}
