"""Helpers for the rooms that read actors: who stands in some tokens, whom a noun phrase is about, who leads a state."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dashlib import settings
from dashlib.codebook.actors import codebook
from dashlib.codebook.offices import rank_of
from dashlib.parsing.annotations import actors
from dashlib.types import Actor, ActorMention

__all__ = ["actors_at", "actors_in", "actors_of", "head_of", "rank"]

# Dependents that say whose a thing is, nearest first ("Syrian government missiles", "a report by the UN").
_OWNERS = ("appos", "poss", "nmod", "compound", "amod")
_LINKS = frozenset({"of", "by", "from", "for", "against", "in", "on", "with"})
_DEEP = 3


def actors_in(doc: Doc, first: int, last: int) -> tuple[ActorMention, ...]:
    """Give the mentions whose head lies in tokens [first, last), in text order."""
    found = actors(doc)
    near = max(0, bisect_left(found, first, key=lambda m: m.first) - 1)
    start = bisect_left(found, found[near].first, key=lambda m: m.first) if found else 0
    stop = bisect_left(found, last, key=lambda m: m.first)
    return tuple(m for m in found[start:stop] if first <= head_of(doc, m).i < last)


def actors_at(doc: Doc, token: int) -> tuple[ActorMention, ...]:
    """Give the mentions that cover a token: none, one, or several where a plural reference stands there."""
    found = actors(doc)
    stop = bisect_right(found, token, key=lambda m: m.first)
    start = bisect_left(found, found[stop - 1].first, key=lambda m: m.first) if stop else 0
    return tuple(m for m in found[start:stop] if token < m.last)


def head_of(doc: Doc, mention: ActorMention) -> Token:
    """Give the token that heads a mention within its own tokens."""
    return doc[mention.first : mention.last].root


def actors_of(doc: Doc, token: Token, *, coordinated: bool = True) -> tuple[ActorMention, ...]:
    """Give whom the noun phrase headed by a token names or is about, with those coordinated to it.

    The mention on the head itself, else the owner of the thing ("Syrian government missiles" is Syria's, "the decision
    of the Supreme Court" the court's), else nobody.
    """
    found = _about(doc, token, 0)
    if coordinated:
        for other in token.conjuncts:
            found += tuple(m for m in _about(doc, other, 0) if other.i > token.i and m not in found)
    return found


def _about(doc: Doc, token: Token, depth: int) -> tuple[ActorMention, ...]:
    here = actors_at(doc, token.i)
    if here or depth == _DEEP:
        return here
    for dependent in _dependents(token):
        found = _about(doc, dependent, depth + 1)
        if found:
            return found
    return ()


def _dependents(token: Token) -> Iterator[Token]:
    for label in _OWNERS:
        yield from (t for t in token.children if t.dep_ == label)
    for link in token.children:
        if link.dep_ in {"prep", "agent"} and link.lower_ in _LINKS:
            yield from (t for t in link.children if t.dep_ == "pobj")


def rank(actor: Actor, day: dt.date | None) -> int:
    """Give how high a person of the codebook ranks on a day: 1 leads, 2 a minister, 3 an official, 0 not known.

    CODEBOOK, Summit: kings, supreme leaders and the heads of the EU, NATO and the UN count as leaders.
    """
    person = codebook(settings.current().user_tables).people.get(actor.name)
    if person is None:
        return 0
    return rank_of(person.office(day).title)
