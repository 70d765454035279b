"""Stretches mentions over the nouns that only count, speak for or describe them.

"Dozens of …", "a spokesman for …", "the rights group …", "the senator from Ohio …" all mean whom they go with.
"""

from dashlib.codebook.context import cues
from dashlib.parsing.actors.draft import Draft
from dashlib.types import ActorMention

__all__ = ["stretch"]

_LINKS = frozenset({"of", "for"})
_INSIDE = frozenset({"DET", "ADJ", "NUM", "ADV", "PROPN", "PRON"})
_LONGEST = 5
_FROM = frozenset({"from", "of", "for"})
_GENERIC = frozenset({"noun", "role"})
_NAMES = frozenset({"name", "alias", "entity", "surname"})
_BODIES = frozenset({"group", "organisation", "armed_force"})


def _start(draft: Draft, mention: ActorMention) -> int:
    """Give the first token of the mention with the partitive before it, or its own."""
    head = draft.doc[mention.first : mention.last].root
    link = head.head
    noun = link.head
    linked = head.dep_ == "pobj" and link.lower_ in _LINKS and noun.i < link.i < mention.first
    if not linked or noun.lemma_.lower() not in cues().partitive:
        return mention.first
    between = draft.doc[noun.i + 1 : mention.first]
    plain = len(between) <= _LONGEST and all(t.i == link.i or t.pos_ in _INSIDE for t in between)
    return noun.i if plain and draft.free(noun.i, mention.first) else mention.first


def _described(draft: Draft, mention: ActorMention) -> ActorMention | None:
    """Give the generic mention right before a name, with "from", "of" or "for" and a place between at most."""
    at = mention.first
    link = next((i for i in range(at - 1, max(at - _LONGEST, 0), -1) if draft.tokens[i].lower_ in _FROM), None)
    if link is not None and link + 1 < at and all(t.pos_ == "PROPN" for t in draft.doc[link + 1 : at]):
        at = link
    generic = draft.mention(at - 1) if at else None
    if generic is None or generic.last != at or generic.how not in _GENERIC or generic.first == mention.first:
        return None
    singular = draft.tokens[at - 1].tag_ in {"NN", "NNP"}
    person, one = mention.actor.type == "person", generic.actor.type == "group"
    alike = one if person else generic.actor.type in _BODIES and mention.actor.type in _BODIES
    return generic if singular and alike and mention.how in _NAMES else None


def _describe(draft: Draft) -> None:
    """Let a name take in the noun that describes it ("the rights group Open Sea", "the senator from Ohio Ann Lee")."""
    for mention in list(draft.kept()):
        generic = _described(draft, mention)
        if generic is not None:
            draft.add(generic.first, mention.last, mention.actor, mention.how)


def stretch(draft: Draft) -> None:
    """Let mentions take in the partitive or description before them; who is meant stays the same."""
    _describe(draft)
    for mention in list(draft.kept()):
        first = _start(draft, mention)
        if first != mention.first and mention.how not in {"pronoun", "pair", "noun"}:
            draft.add(first, mention.last, mention.actor, mention.how)
