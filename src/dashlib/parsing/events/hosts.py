"""The implied recipient: whose territory is hit (codebook, Roles), where the text names a place instead of a state."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from dashlib import settings
from dashlib.codebook.actors import codebook
from dashlib.codebook.frames import frames
from dashlib.parsing.annotations import places
from dashlib.parsing.events.candidates import Candidate
from dashlib.types import Actor, ActorMention, Argument, PlaceMention, Role

__all__ = ["state_of", "with_host"]

_CIVIL = "CVL"
_SLOTS = (
    "obj",
    "of",
    "on",
    "against",
    "at",
    "into",
    "toward",
    "towards",
    "near",
    "in",
    "across",
    "inside",
    "over",
    "around",
)


def with_host(candidate: Candidate, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """Add the state in whose territory the target lies, where nobody is named as recipient and another country acts."""
    frame = frames()[candidate.entry.frame]
    if not frame.host:
        return arguments
    arguments = tuple(a for a in arguments if a.role is not Role.RECIPIENT or not _only_a_place(candidate, a))
    if any(a.role is not Role.INITIATOR and not _nameless(a) for a in arguments):
        return arguments
    doers = tuple(a for a in arguments if a.role is Role.INITIATOR)
    countries = {a.mention.actor.country for a in doers}
    for place in _targets(candidate):
        state = state_of(place.country)
        if state is not None and doers and state.country not in countries:
            return (*doers, Argument(Role.RECIPIENT, _mention(place, state)))
    return arguments


def _nameless(argument: Argument) -> bool:
    """Whether the recipient is only people of no country ("killed five people")."""
    actor = argument.mention.actor
    return argument.role is Role.RECIPIENT and actor.type == "group" and actor.sector == _CIVIL and not actor.country


def _only_a_place(candidate: Candidate, argument: Argument) -> bool:
    """Whether an unknown name is a place of the text, no actor."""
    mention = argument.mention
    if mention.actor.country or mention.actor.sector:
        return False
    return any(p.first < mention.last and mention.first < p.last for p in places(candidate.head.doc))


def state_of(country: str) -> Actor | None:
    """Give the state with an ISO 3166-1 alpha-3 code, if the codebook has it."""
    states = codebook(settings.current().user_tables).states.values()
    return next((s.actor for s in states if s.actor.country == country and s.actor.type == "state"), None)


def _mention(place: PlaceMention, state: Actor) -> ActorMention:
    return ActorMention(place.start, place.end, place.first, place.last, place.text, state, "territory")


def _targets(candidate: Candidate) -> Iterable[PlaceMention]:
    doc: Doc = candidate.head.doc
    for slot in _SLOTS:
        for token in candidate.slot(slot):
            yield from _places_in(doc, token)


def _places_in(doc: Doc, token: Token) -> Iterable[PlaceMention]:
    inside = {t.i for t in token.subtree}
    return (p for p in places(doc) if p.country and any(i in inside for i in range(p.first, p.last)))
