"""Puts the verb of a clause into the form that the status asks for: "met", "are to meet", "may meet", "did not meet"."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import NamedTuple

from dashlib.codebook.tables import read_toml

__all__ = ["VERBS", "Tense", "finite"]


class _Verb(NamedTuple):
    base: str
    third: str
    past: str
    participle: str
    ing: str


VERBS: Mapping[str, _Verb] = {
    base: _Verb(base, *row.split()) for base, row in read_toml("briefing.toml")["verbs"].items()
}


class Tense(Enum):
    """What the clause says of the time and the truth of the act."""

    PAST = auto()
    NOT = auto()
    NOW = auto()
    SINCE = auto()
    THEN = auto()
    TO_COME = auto()
    WAS_TO_COME = auto()
    MAY = auto()
    MIGHT = auto()
    DENIED = auto()


_IS, _WAS, _HAS = ("is", "are"), ("was", "were"), ("has been", "have been")
_BEFORE: Mapping[Tense, tuple[str, str]] = {
    Tense.TO_COME: ("is to", "are to"),
    Tense.WAS_TO_COME: ("was to", "were to"),
    Tense.MAY: ("may", "may"),
    Tense.MIGHT: ("might", "might"),
}
_GOING_ON: Mapping[Tense, tuple[str, str]] = {Tense.NOW: _IS, Tense.THEN: _WAS, Tense.SINCE: _HAS}


def finite(base: str, tense: Tense, *, plural: bool, lasting: bool = False, second: bool = False) -> str:
    """Give the verb of a clause; `lasting` verbs take no -ing, a `second` verb after "or" shares the first's auxiliary.

    >>> finite("meet", Tense.TO_COME, plural=True), finite("be", Tense.NOT, plural=False)
    ('are to meet', 'was not')
    >>> finite("hold", Tense.NOW, plural=False, lasting=True), finite("strike", Tense.SINCE, plural=False)
    ('holds', 'has been striking')
    >>> finite("strike", Tense.DENIED, plural=False)
    'denied striking'
    """
    if base == "be":
        return _be(tense, plural=plural, lasting=lasting)
    verb = VERBS[base]
    if tense is Tense.DENIED:
        return verb.ing if second else f"denied {verb.ing}"
    if tense in _BEFORE:
        return verb.base if second else f"{_BEFORE[tense][plural]} {verb.base}"
    if tense is Tense.NOT:
        return verb.base if second else f"did not {verb.base}"
    if tense is Tense.PAST or (lasting and tense is Tense.THEN):
        return verb.past
    if lasting:
        return _state(verb, tense, plural=plural)
    return verb.ing if second else f"{_GOING_ON[tense][plural]} {verb.ing}"


def _state(verb: _Verb, tense: Tense, *, plural: bool) -> str:
    if tense is Tense.SINCE:
        return f"{'have' if plural else 'has'} {verb.participle}"
    return verb.base if plural else verb.third


def _be(tense: Tense, *, plural: bool, lasting: bool) -> str:
    if tense is Tense.DENIED:
        return "denied being"
    if tense in _BEFORE:
        return f"{_BEFORE[tense][plural]} be"
    if tense in _GOING_ON:
        return _GOING_ON[tense][plural] if lasting or tense is Tense.SINCE else f"{_GOING_ON[tense][plural]} being"
    return _WAS[plural] + (" not" if tense is Tense.NOT else "")
