"""Settles the kind of a candidate by who takes part and how (codebook, Kinds and settled differences 6 and 7)."""

import datetime as dt
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from dashlib.codebook.words import word_class
from dashlib.parsing.actors import rank
from dashlib.parsing.annotations import article
from dashlib.parsing.events.candidates import Candidate
from dashlib.parsing.events.grammar import key, modifiers, prepositional
from dashlib.types import Argument, Role

__all__ = ["settle"]

_STATES = frozenset({"state", "armed_force"})
_UNSPECIFIC = frozenset({"", "targeted"})
_TWO = 2
_PARTIES = ("subj", "obj", "of", "between", "with", "among")
_PLURAL = frozenset({"NNS", "NNPS"})
_GATHERING = frozenset({"meeting", "summit", "visit", "negotiation"})
_FACE_TO_FACE = frozenset({"meeting", "summit"})


def settle(candidate: Candidate, arguments: tuple[Argument, ...]) -> tuple[str, tuple[str, ...]]:
    """Give the kind, and why where it differs from the entry's."""
    kind = candidate.kind
    if kind == "aid" and _martial(candidate):
        return "arms_transfer", ("money or means for arms",)
    if kind == "attack" and _from_afar(candidate, arguments):
        return "strike", ("a state's forces attack abroad",)
    return _gathering(candidate, arguments) if kind in _GATHERING else (kind, ())


def _gathering(candidate: Candidate, arguments: tuple[Argument, ...]) -> tuple[str, tuple[str, ...]]:
    """Give what sort of contact it is: by means, by the rank of those who take part, or by what they do."""
    kind, leaders = candidate.kind, _leaders(arguments, candidate.head.doc)
    if _remote(candidate):
        return "call", ("not in one place",)
    if kind == "meeting" and _gathered(candidate):
        return "summit", ("several leaders take part",)
    if kind == "meeting" and leaders < _TWO and _to_negotiate(candidate):
        return "negotiation", ("they meet to negotiate",)
    if kind in _FACE_TO_FACE | {"negotiation"} and leaders >= _TWO and not _about_a_deal(candidate):
        return "summit", ("two leaders take part",)
    if kind == "meeting" and candidate.verbal and "summit" in set(candidate.lemmas("at")):
        return "summit", ("at a summit",)
    if kind == "summit" and candidate.verbal and "summit" not in candidate.entry.words and not leaders:
        return "meeting", ("no leader takes part",)
    return kind, ()


def _martial(candidate: Candidate) -> bool:
    """Whether what is given is for arms (codebook, settled difference 1)."""
    things = [*candidate.tokens[1:], *candidate.slot("obj"), *(() if candidate.verbal else (candidate.head,))]
    near = {key(t) for thing in things for t in thing.subtree if t.dep_ not in {"relcl", "advcl"}}
    return not word_class("martial_aid").isdisjoint(near)


def _from_afar(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """Whether a state or its army "attacks" another country, with no word of hands, knives or guns."""
    if key(candidate.head) != "attack" or candidate.entry.mode not in _UNSPECIFIC:
        return False
    doers = {a.mention.actor.country for a in arguments if a.role is Role.INITIATOR and a.mention.actor.type in _STATES}
    others = {a.mention.actor.country for a in arguments if a.role is Role.RECIPIENT and a.mention.actor.country}
    near = {key(t) for t in candidate.head.sent}
    return bool(doers) and (not others or doers.isdisjoint(others)) and word_class("at_hand").isdisjoint(near)


def _remote(candidate: Candidate) -> bool:
    phone = word_class("phone")
    near = [
        t for t in candidate.head.subtree if key(t) in phone and t.head in {candidate.head, *candidate.head.children}
    ]
    return bool(near)


def _to_negotiate(candidate: Candidate) -> bool:
    near = [key(c) for t in candidate.tokens for c in t.children if c.dep_ in {"advcl", "xcomp", "acl"}]
    return not word_class("negotiating").isdisjoint(near) or not word_class("negotiations").isdisjoint(
        candidate.lemmas("for")
    )


def _about_a_deal(candidate: Candidate) -> bool:
    return (
        candidate.kind == "negotiation"
        and not candidate.verbal
        and any(w in word_class("purpose") for w in candidate.lemmas("mod"))
    )


def _gathered(candidate: Candidate) -> bool:
    """Whether heads of state or government meet as a group without names ("the Nordic premiers", "seven heads of state")."""
    return any(_heads_of_states(t) for name in _PARTIES for t in candidate.slot(name))


def _heads_of_states(token: Token) -> bool:
    if token.tag_ not in _PLURAL:
        return False
    before = {key(m) for m in modifiers(token)}
    if key(token) == "head":
        return any(key(t) in {"state", "government"} for t in prepositional(token, "of"))
    if key(token) == "minister":
        return "prime" in before
    return key(token) in word_class("leaders") and word_class("lesser").isdisjoint(before)


def _leaders(arguments: Iterable[Argument], doc: Doc) -> int:
    day = article(doc).published.end
    return len({a.mention.actor.name for a in arguments if is_leader(a, day)})


def is_leader(argument: Argument, day: dt.date | None) -> bool:
    """Whether it is a head of state or government: by the codebook on that day, else by the title in the text."""
    mention = argument.mention
    if mention.actor.type != "person":
        return False
    known = rank(mention.actor, day)
    if known:
        return known == 1
    return _titled(tuple(mention.text.lower().replace("-", " ").split()))


def _titled(words: tuple[str, ...]) -> bool:
    lesser = word_class("lesser") - ({"minister"} if "prime" in words else set())
    return not word_class("leaders").isdisjoint(words) and lesser.isdisjoint(words)
