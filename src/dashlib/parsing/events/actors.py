"""From a noun to the actors that it names: its own, those before it, or those of the group it counts."""

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from spacy.tokens import Doc, Token

from dashlib.codebook.words import word_class
from dashlib.parsing.annotations import actors, places
from dashlib.parsing.events.grammar import antecedent, key, prepositional
from dashlib.parsing.events.labels import NAMING, NOUNS, VERBS
from dashlib.types import ActorMention, PlaceMention

__all__ = ["actors_of", "covering"]

_KEY = "dashlib_actor_tokens"
_PLURAL = frozenset({"NNS", "NNPS"})
_OF_OFFICE = frozenset({"role", "title"})


def covering(doc: Doc) -> Mapping[int, tuple[ActorMention, ...]]:
    """Give the actor mentions by the tokens they cover, worked out once for the mentions that a Doc has."""
    found, where = actors(doc), places(doc)
    kept = doc.user_data.get(_KEY)
    if kept is not None and kept[0] is found and kept[1] is where:
        return cast("Mapping[int, tuple[ActorMention, ...]]", kept[2])
    table: dict[int, tuple[ActorMention, ...]] = {}
    for mention in found:
        if _only_a_place(doc, mention, where):
            continue
        for i in range(mention.first, mention.last):
            table[i] = (*table.get(i, ()), mention)
    doc.user_data[_KEY] = (found, where, table)
    return table


def _only_a_place(doc: Doc, mention: ActorMention, where: Iterable[PlaceMention]) -> bool:
    """Whether an unknown name is one of places, and no region that acts ("Kyiv and Odesa")."""
    if mention.how != "entity" or mention.actor.type == "person":
        return False
    inside = [p for p in where if p.first < mention.last and mention.first < p.last]
    if not inside:
        return False
    bare = {i for p in inside for i in range(p.first, p.last)}
    named = {t.i for t in doc[mention.first : mention.last] if t.pos_ not in {"CCONJ", "PUNCT", "DET"}}
    acts = doc[mention.first : mention.last].root.dep_ in {"nsubj", "agent"} and mention.actor.type == "government"
    return named <= bare and not acts


def actors_of(token: Token, *, depth: int = 2) -> tuple[ActorMention, ...]:
    """Give the actors of a noun: covering it, else before it ("Russian missiles"), else its group's ("troops of X")."""
    token = antecedent(token)
    table = covering(token.doc)
    named = _titled(token, table)
    if named:
        return named
    if token.i in table:
        return tuple(dict.fromkeys((*table[token.i], *_joined_owners(token, table))))
    if token.pos_ in VERBS:
        return ()
    near = [m for c in token.children if c.dep_ in NAMING and c.pos_ not in VERBS for m in _inside(c, table)]
    if near:
        return tuple(dict.fromkeys(near))
    if depth and (token.pos_ in NOUNS or token.like_num or token.pos_ in {"PRON", "DET", "NUM"}):
        inner = [p for name in _links(token) for p in prepositional(token, name)]
        return tuple(dict.fromkeys(m for p in inner for t in (p, *p.conjuncts) for m in actors_of(t, depth=depth - 1)))
    return ()


def _joined_owners(token: Token, table: Mapping[int, tuple[ActorMention, ...]]) -> Iterator[ActorMention]:
    """Give the states joined to the one of which a plural speaks ("envoys of Qatar, Egypt and Israel")."""
    if token.tag_ in _PLURAL and all(m.how in _OF_OFFICE for m in table[token.i]):
        for owner in (p for name in ("of", "from") for p in prepositional(token, name)):
            yield from (m for t in owner.conjuncts for m in table.get(t.i, ()) if m.actor.type != "group")


def _titled(token: Token, table: Mapping[int, tuple[ActorMention, ...]]) -> tuple[ActorMention, ...]:
    """Give the person in apposition to a title ("the envoy for Yemen, Hans Berg")."""
    if key(token) not in word_class("titled"):
        return ()
    beside = [m for c in token.children if c.dep_ == "appos" for m in table.get(c.i, ())]
    return tuple(m for m in beside if m.actor.type == "person")


def _inside(token: Token, table: Mapping[int, tuple[ActorMention, ...]]) -> list[ActorMention]:
    own = list(table.get(token.i, ()))
    if own:
        return own + [m for c in token.children if c.dep_ == "conj" for m in table.get(c.i, ())]
    return [m for c in token.children if c.dep_ in NAMING or c.dep_ == "conj" for m in table.get(c.i, ())]


def _links(token: Token) -> tuple[str, ...]:
    if key(token) in word_class("gatherings"):
        return ()
    return ("of", "from", "in") if key(token) in word_class("groups") else ("of",)
