"""Helpers for the rooms that read actors: which stand in a range of tokens, which token heads one, who leads a state."""

import datetime as dt
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from dashlib import settings
from dashlib.codebook.actors import codebook
from dashlib.codebook.offices import titles
from dashlib.parsing.annotations import actors
from dashlib.types import Actor, ActorMention

__all__ = ["actors_at", "actors_in", "head_of", "rank"]


def actors_in(doc: Doc, first: int, last: int) -> tuple[ActorMention, ...]:
    """Give the mentions whose head lies in tokens [first, last), in text order."""
    return tuple(m for m in actors(doc) if first <= head_of(doc, m).i < last)


def actors_at(doc: Doc, token: int) -> tuple[ActorMention, ...]:
    """Give the mentions that cover a token: none, one, or several where a plural reference stands there."""
    return tuple(m for m in actors(doc) if m.first <= token < m.last)


def head_of(doc: Doc, mention: ActorMention) -> Token:
    """Give the token that heads a mention within its own tokens."""
    return doc[mention.first : mention.last].root


def rank(actor: Actor, day: dt.date | None) -> int:
    """Give how high a person of the codebook ranks on a day: 1 leads a state or a body, 2 a minister, 3 an official, 0 unknown.

    CODEBOOK, Summit: kings, supreme leaders and the heads of the EU, NATO and the UN count as leaders.
    """
    person = codebook(settings.current().user_tables).people.get(actor.name)
    if person is None:
        return 0
    office = person.office(day).title
    title = titles().get(tuple(_words(office)))
    return title.rank if title else 0


def _words(office: str) -> Iterable[str]:
    return office.replace("-", " ").split()
