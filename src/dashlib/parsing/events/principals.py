"""Who acts when an official announces a state's act: the state (codebook, settled difference 14)."""

from dashlib.codebook.words import word_class
from dashlib.parsing.actors import rank
from dashlib.parsing.annotations import article
from dashlib.parsing.events.actors import actors_of
from dashlib.parsing.events.candidates import Candidate
from dashlib.parsing.events.grammar import key
from dashlib.parsing.events.hosts import state_of
from dashlib.types import Argument, Role

__all__ = ["with_principals"]

_BETWEEN = 2
_GOVERNING = frozenset({1, 2})
_PARTIES = frozenset({"REB", "UAF", "PRM", "OPP", "PTY"})
_SENT = frozenset({"labour_transfer", "troop_transfer"})


def with_principals(candidate: Candidate, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """Put the state in the place of an official who announces; who announces a deal of others is no party to it."""
    if candidate.kind in _SENT:
        arguments = tuple(_sender(a) if a.role is Role.INITIATOR else a for a in arguments)
    if candidate.kind == "refusal":
        arguments = _spoken(candidate, arguments)
    if candidate.kind in word_class("acts_of_state"):
        arguments = tuple(_officially(candidate, a) if a.role is Role.INITIATOR else a for a in arguments)
    if candidate.kind not in word_class("state_acts") or not _announced(candidate):
        return arguments
    announcers = {t.i for s in candidate.slot("subj") for t in s.subtree}
    parties = [a for a in arguments if a.role is Role.PARTICIPANT and not _covers(a, announcers)]
    if len(parties) >= _BETWEEN:
        return tuple(a for a in arguments if not _covers(a, announcers))
    return tuple(_principal(a) if a.role is not Role.RECIPIENT else a for a in arguments)


def _spoken(candidate: Candidate, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """Put the official who says that his state will not do it in its place: refusing is an act of speech."""
    speakers = [m for t in candidate.slot("speaker") for m in actors_of(t) if m.actor.type == "person"]
    states = {s.actor.country for s in speakers if s.actor.country}
    if not states or key(candidate.head.head) not in word_class("saying"):
        return arguments
    own = [a for a in arguments if a.role is Role.INITIATOR and a.mention.actor.country in states]
    kept = tuple(a for a in arguments if a not in own)
    return (*(Argument(Role.INITIATOR, s) for s in speakers), *kept) if own else arguments


def _covers(argument: Argument, tokens: set[int]) -> bool:
    return not tokens.isdisjoint(range(argument.mention.first, argument.mention.last))


def _announced(candidate: Candidate) -> bool:
    verb = candidate.head if candidate.verbal else candidate.governing[0]
    if verb is None:
        return False
    plan = verb.head
    if verb.dep_ == "acl" and key(plan) in word_class("plans"):
        verb = plan.head
    return key(verb) in word_class("announcing")


def _principal(argument: Argument) -> Argument:
    actor = argument.mention.actor
    state = state_of(actor.country) if actor.type == "person" and actor.sector == "GOV" and actor.country else None
    return argument if state is None else argument._replace(mention=argument.mention._replace(actor=state))


def _officially(candidate: Candidate, argument: Argument) -> Argument:
    """Put the state in the place of its leader or minister of the day."""
    office = rank(argument.mention.actor, article(candidate.head.doc).published.end)
    return _principal(argument) if office in _GOVERNING else argument


def _sender(argument: Argument) -> Argument:
    """Put the state in the place of its workers or soldiers: they are sent, it sends."""
    actor = argument.mention.actor
    army = actor.type == "armed_force" and actor.sector == "MIL"
    people = actor.type == "group" and actor.sector not in _PARTIES
    state = state_of(actor.country) if (army or people) and actor.country else None
    return argument if state is None else argument._replace(mention=argument.mention._replace(actor=state))
