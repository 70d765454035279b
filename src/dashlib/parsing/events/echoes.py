"""Nouns that point back ("the talks lasted five hours"): who took part is told before, and so is the kind.

A definite noun without actors is the nearest event before it of a kind that it may stand for, unless a word beside it says
that another one is meant ("the next meeting"), or it is given a date or a place that the other sentence does not name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dashlib.codebook.echoes import other_words, plural_words, pointing_words, stands_for
from dashlib.parsing.annotations import places, timexes
from dashlib.parsing.events.arguments import unnamed
from dashlib.parsing.events.found import Found
from dashlib.parsing.events.grammar import key

__all__ = ["with_echoes"]

_NAMING = frozenset({"det", "predet", "poss"})
_CLAUSES = frozenset({"relcl", "acl", "advcl"})
_PLURAL = frozenset({"NNS", "NNPS"})
_DAYS = frozenset({"DATE", "TIME"})


def with_echoes(told: Iterable[Found]) -> list[Found]:
    """Give the events of a text, in order, those that point back with the actors and the kind of what they point at."""
    out: list[Found] = []
    for item in told:
        source = _source(item, out) if _points_back(item) else None
        out.append(item if source is None else _echo(item, source))
    return out


def _points_back(item: Found) -> bool:
    """Whether an event is told by a definite noun that names nobody."""
    if item.candidate.verbal or _named(item):
        return False
    if item.head.tag_ in _PLURAL and key(item.head) not in plural_words():
        return False
    if any(c.dep_ in _CLAUSES for c in item.head.children):
        return False
    beside = {c.lower_ for c in item.head.children}
    before = {c.lower_ for c in item.head.children if c.dep_ in _NAMING and c.i < item.head.i}
    return bool(before & pointing_words()) and not beside & other_words()


def _source(item: Found, before: Sequence[Found]) -> Found | None:
    """Give the nearest event before a noun that it may stand for."""
    kinds = stands_for(key(item.head), item.kind)
    return next((f for f in reversed(before) if f.kind in kinds and _named(f) and _agree(item, f)), None)


def _named(item: Found) -> bool:
    return any(not unnamed(a.mention) for a in item.arguments)


def _agree(item: Found, source: Found) -> bool:
    """Whether the other sentence names the places and days by which the noun is told apart."""
    inside = _phrase(item.head)
    doc, sentence = item.head.doc, source.head.sent
    own = [p for p in places(doc) if p.first in inside]
    days = [t for t in timexes(doc) if t.kind in _DAYS]
    said = {t.interval for t in days if sentence.start <= t.first < sentence.end}
    if any(t.first in inside and t.interval not in said for t in days):
        return False
    known = {p.place_id for p in places(doc) if sentence.start <= p.first < sentence.end}
    return all(p.place_id in known for p in own)


def _phrase(noun: Token) -> set[int]:
    """Give the tokens of a noun phrase without its clauses."""
    out = {noun.i}
    for child in noun.children:
        if child.dep_ not in _CLAUSES:
            out |= _phrase(child)
    return out


def _echo(item: Found, source: Found) -> Found:
    why = f"'{item.head.text}' points back at '{source.head.text}'"
    mode = item.mode if item.kind == source.kind else source.mode
    return replace(item, kind=source.kind, mode=mode, arguments=source.arguments, cues=(*item.cues, why))
