"""Stretches mentions over the nouns that only count or speak for them ("dozens of …", "a spokesman for …")."""

from dashlib.codebook.context import cues
from dashlib.parsing.actors.draft import Draft
from dashlib.types import ActorMention

__all__ = ["stretch"]

_LINKS = frozenset({"of", "for"})
_INSIDE = frozenset({"DET", "ADJ", "NUM", "ADV", "PROPN", "PRON"})
_LONGEST = 5


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


def stretch(draft: Draft) -> None:
    """Let mentions take in the partitive before them; who is meant stays the same."""
    for mention in list(draft.kept()):
        first = _start(draft, mention)
        if first != mention.first and mention.how not in {"pronoun", "pair", "noun"}:
            draft.add(first, mention.last, mention.actor, mention.how)
