"""The small language in which the trigger tables say when an entry holds.

A condition is `slot=value|value`, with `!` before it for "not"; several stand side by side and all must hold. A slot
is a grammatical argument (`subj`, `obj`, `iobj`, `mod` for what stands before a noun, `gov` for the governing word, a
preposition) or `any` (the sentence). A value is a word class of words.toml, a lemma, or one of `@actor @person
@state @force @place @money @number @clause @none @any`, `@inf` (an infinitive), `@bare` (a clause in the subjunctive:
"that he leave"), `@pair` (a plural or two actors), `@two` (two actors).

    >>> condition("!obj=weapons|word").negated
    True
"""

from typing import NamedTuple

from dashlib.codebook.words import classes
from dashlib.errors import CodebookError

__all__ = ["MARKS", "Condition", "condition", "conditions"]

MARKS = frozenset(
    {
        "@any",
        "@pair",
        "@two",
        "@bare",
        "@inf",
        "@town",
        "@actor",
        "@person",
        "@state",
        "@force",
        "@place",
        "@money",
        "@number",
        "@clause",
        "@none",
    }
)


class Condition(NamedTuple):
    """One condition: a slot, the lemmas that satisfy it, the marks that satisfy it, and whether it is denied."""

    slot: str
    lemmas: frozenset[str]
    marks: frozenset[str]
    negated: bool


def condition(text: str) -> Condition:
    """Read one condition; raises CodebookError where it has no slot or names an unknown mark."""
    negated, body = text.startswith("!"), text.removeprefix("!")
    slot, equals, values = body.partition("=")
    if not equals or not slot or not values:
        raise CodebookError(f"{text!r} is no condition; write slot=value|value")
    marks = frozenset(v for v in values.split("|") if v.startswith("@"))
    if marks - MARKS:
        raise CodebookError(f"{text!r}: {', '.join(sorted(marks - MARKS))} is unknown; use {', '.join(sorted(MARKS))}")
    known = classes()
    lemmas = frozenset[str]().union(
        *(known.get(v, frozenset({v.replace("_", " ")})) for v in values.split("|") if not v.startswith("@"))
    )
    return Condition(slot=slot, lemmas=lemmas, marks=marks, negated=negated)


def conditions(text: str) -> tuple[Condition, ...]:
    """Read conditions that stand side by side, separated by spaces."""
    return tuple(condition(part) for part in text.split())
