"""Whether the conditions of a lexicon entry hold for a trigger in place."""

from collections.abc import Iterable
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from dashlib.codebook.conditions import Condition
from dashlib.codebook.words import word_class
from dashlib.parsing.annotations import places
from dashlib.parsing.events.actors import actors_of, covering
from dashlib.parsing.events.grammar import antecedent, key
from dashlib.parsing.events.labels import NOUNS
from dashlib.parsing.events.reading import Reading
from dashlib.types import Actor

__all__ = ["hold", "token_marked"]

_TYPES = {
    "@state": frozenset({"state", "government"}),
    "@force": frozenset({"armed_force"}),
}
_ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "COP", "SPY"})
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_SINGULAR = frozenset({"NN", "NNP"})
_TOWN = frozenset({"settlement", "district", "point"})


def hold(reading: Reading, needs: Iterable[Condition], blocks: Iterable[Condition]) -> bool:
    """Whether all needs hold and no block does."""
    return all(_holds(reading, c) for c in needs) and not any(_holds(reading, c) for c in blocks)


def _holds(reading: Reading, condition: Condition) -> bool:
    if condition.slot == "any":
        found = bool(_sentence(reading.head.sent, reading.head.i) & condition.lemmas)
    else:
        found = any(_slot_holds(reading, name, condition) for name in _names(condition.slot))
    return found is not condition.negated


@lru_cache(maxsize=1024)
def _names(slot: str) -> tuple[str, ...]:
    return tuple(slot.removeprefix("prep_").split("|"))


def _sentence(sentence: Span, head: int) -> frozenset[str]:
    return frozenset(w for t in sentence if t.i != head for w in (key(t), t.lower_))


def _slot_holds(reading: Reading, name: str, condition: Condition) -> bool:
    if condition.lemmas and not condition.lemmas.isdisjoint(reading.lemmas(name)):
        return True
    return any(_marked(reading, name, mark) for mark in condition.marks)


def _marked(reading: Reading, name: str, mark: str) -> bool:
    tokens = reading.slot(name)
    if mark == "@any":
        return bool(tokens) or reading.marked(name)
    if mark == "@none":
        return not tokens
    if mark == "@pair":
        return len({a.actor for t in tokens for a in actors_of(t)}) > 1 or any(
            t.tag_ in {"NNS", "NNPS"} for t in tokens
        )
    if mark == "@two":
        return len({a.actor for t in tokens for a in actors_of(t)}) > 1
    if mark == "@bare":
        return any(_subjunctive(t) for t in tokens)
    if mark == "@inf":
        return any(c.tag_ == "TO" for t in tokens for c in t.children)
    return any(token_marked(t, mark) for t in tokens)


def token_marked(token: Token, mark: str) -> bool:
    """Whether a noun is what a mark says: a person, a state, a place, an amount of money, ...."""
    if mark == "@person":
        own = covering(token.doc).get(antecedent(token).i, ())
        return any(a.actor.type == "person" for a in own) or (
            key(token) in word_class("titled") and any(a.actor.type == "person" for a in actors_of(token))
        )
    if mark in _TYPES:
        return any(_is_of(a.actor, mark) for a in actors_of(token))
    if mark == "@actor":
        return bool(actors_of(token))
    if mark in {"@place", "@town"}:
        return _place(token, towns=mark == "@town")
    if mark == "@money":
        return token.ent_type_ == "MONEY"
    if mark == "@number":
        return token.like_num or any(c.dep_ == "nummod" for c in token.children)
    return mark == "@clause" and token.pos_ not in NOUNS


def _subjunctive(verb: Token) -> bool:
    """Whether a verb stands in its bare form with a subject: "that he leave" (tagged as present with a singular)."""
    if any(c.tag_ in {"TO", "MD"} or c.dep_ == "aux" for c in verb.children):
        return False
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    single = any(c.tag_ in _SINGULAR and not list(c.conjuncts) for c in own)
    return (verb.tag_ == "VB" and bool(own)) or (verb.tag_ == "VBP" and single)


def _is_of(actor: Actor, mark: str) -> bool:
    if actor.type in _TYPES[mark]:
        return True
    return mark == "@force" and actor.type in {"group", "organisation"} and actor.sector in _ARMED


def _place(token: Token, *, towns: bool) -> bool:
    doc: Doc = token.doc
    for place in places(doc):
        if place.first <= token.i < place.last:
            return not towns or str(place.precision) in _TOWN
    return token.ent_type_ in _PLACE_LABELS and not (towns and actors_of(token))
