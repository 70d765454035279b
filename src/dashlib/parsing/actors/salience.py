"""Who stands out before a point of the text: the ground on which references are resolved."""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Span, Token

from dashlib.parsing.actors.draft import Draft
from dashlib.types import ActorMention

__all__ = ["SUBJECT", "before", "head", "is_subject", "sentences", "the_one"]

SUBJECT = frozenset({"nsubj", "nsubjpass"})
_BACK = 2


def head(draft: Draft, mention: ActorMention) -> Token:
    """Give the token that heads a mention."""
    return draft.doc[mention.first : mention.last].root


def is_subject(draft: Draft, mention: ActorMention) -> bool:
    """Whether the mention is a subject, alone or as the first of a coordination."""
    return head(draft, mention).dep_ in SUBJECT


def sentences(draft: Draft, token: int) -> list[Span]:
    """Give the token's sentence and the two before it, nearest first."""
    at = bisect_right(draft.sentences, token, key=lambda s: s.start)
    return draft.sentences[max(0, at - 1 - _BACK) : at][::-1]


def before(draft: Draft, token: int, sentence: Span) -> list[ActorMention]:
    """Give the mentions of a sentence that end before a token, in order."""
    return [m for m in draft.kept(sentence.start, min(token, sentence.end)) if m.last <= token]


def the_one(draft: Draft, mentions: Sequence[ActorMention]) -> ActorMention | None:
    """Give the one that is meant: the only one, else the only subject among them, else nobody."""
    if len({m.actor.name for m in mentions}) == 1:
        return mentions[-1]
    subjects = [m for m in mentions if is_subject(draft, m)]
    return subjects[-1] if len({m.actor.name for m in subjects}) == 1 else None
