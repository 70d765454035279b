"""Gives the actors of a trigger their roles, by the frame of its entry."""

from collections.abc import Iterator

from spacy.tokens import Token

from dashlib.codebook.frames import Frame, frames
from dashlib.codebook.words import word_class
from dashlib.parsing.events.actors import actors_of, covering
from dashlib.parsing.events.candidates import Candidate
from dashlib.parsing.events.grammar import of_heads
from dashlib.types import ActorMention, Argument, Role

__all__ = ["arguments", "unnamed"]

_ANY = frozenset({"", "CVL", "MIL", "REF", "LAB", "EDU", "MED", "JRN"})
_ORDER = {Role.INITIATOR: 0, Role.PARTICIPANT: 1, Role.RECIPIENT: 2}


def arguments(candidate: Candidate) -> tuple[Argument, ...]:
    """Give the arguments: strong slots first, weak ones where a role is still empty; one role an actor."""
    frame = frames()[candidate.entry.frame]
    found = list(_strong(candidate, frame))
    for slot, role in frame.weak:
        if not any(a.role is role for a in found):
            found.extend(_slot(candidate, slot, role))
    return _distinct(_named_first(candidate, found))


def _named_first(candidate: Candidate, found: list[Argument]) -> list[Argument]:
    """Leave out unnamed people as parties to a deal, and beside somebody named in their role."""
    named = {a.role for a in found if not _generic(a.mention)}
    equal = candidate.kind in word_class("two_sided")
    return [
        a
        for a in found
        if not _generic(a.mention)
        or (a.role not in named and not (equal and a.role is Role.PARTICIPANT and unnamed(a.mention)))
    ]


def _generic(mention: ActorMention) -> bool:
    """Whether it is a common noun for people of no country, whatever they do ("fighters", "civilians")."""
    return mention.how == "noun" and not mention.actor.country and mention.actor.name.islower()


def unnamed(mention: ActorMention) -> bool:
    """Whether it is only people of no country ("hostages", "five men")."""
    actor = mention.actor
    return (
        mention.how == "noun" and actor.type in {"group", "armed_force"} and not actor.country and actor.sector in _ANY
    )


def _strong(candidate: Candidate, frame: Frame) -> Iterator[Argument]:
    for slot, role in frame.roles.items():
        yield from _slot(candidate, slot, role)


def _slot(candidate: Candidate, slot: str, role: Role) -> Iterator[Argument]:
    if slot == "comp":
        tokens = [s for verb in candidate.slot("comp") for s in verb.children if s.dep_ in {"nsubj", "nsubjpass"}]
    else:
        tokens = list(candidate.slot(slot))
    for token in tokens:
        yield from (Argument(role, m) for m in _named(token, slot))


def _named(token: Token, slot: str) -> Iterator[ActorMention]:
    for inner in of_heads(token):
        for mention in actors_of(inner, depth=0 if slot == "premod" else 2):
            yield from _side_by_side(token, mention)
            yield mention


def _side_by_side(token: Token, mention: ActorMention) -> Iterator[ActorMention]:
    """Give the actors that stand before one with "and" between them where the parse joins them into one phrase."""
    doc = token.doc
    link = mention.first - 1
    if link < 1 or doc[link].lower_ not in {"and", "&"}:
        return
    inside = {t.i for t in token.subtree}
    for other in covering(doc).get(link - 1, ()):
        if other.actor.type == mention.actor.type and inside.issuperset(range(other.first, other.last)):
            yield other


def _distinct(found: list[Argument]) -> tuple[Argument, ...]:
    """Keep one role an actor: who acts is not done to, unless nobody else is."""
    kept: dict[str, Argument] = {}
    for argument in sorted(found, key=lambda a: _ORDER[a.role]):
        kept.setdefault(argument.mention.actor.name, argument)
    return tuple(sorted(kept.values(), key=lambda a: (_ORDER[a.role], a.mention.start)))
