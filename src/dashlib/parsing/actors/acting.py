"""Whether a place name acts as a government ("Moscow said") or is only where something is ("in Moscow")."""

from spacy.tokens import Token

from dashlib.codebook.context import cues

__all__ = ["acts"]

_MOVING = frozenset({"to", "from"})


def _top(token: Token) -> Token:
    """Follow a coordination to its first member ("Moscow and Pyongyang")."""
    while token.dep_ == "conj" and token.head.pos_ in {"PROPN", "NOUN"} and token.head is not token:
        token = token.head
    return token


def _after_preposition(token: Token) -> bool:
    link = token.head
    if link.lower_ in cues().place_prepositions:
        return False
    if link.lower_ in _MOVING:
        return link.head.lemma_.lower() not in cues().motion and link.head.pos_ != "NUM"
    if link.lower_ == "of":
        return link.head.lemma_.lower() not in cues().place_nouns and link.head.pos_ != "PROPN"
    return True


def acts(token: Token, *, named: bool = True) -> bool:
    """Whether the name headed by the token stands for those who govern there, by its place in the sentence.

    Of a place that is no capital (`named` is False) only the subject acts.
    """
    top = _top(token)
    if top.dep_ in {"nsubj", "nsubjpass"}:
        return _as_subject(top)
    return named and (_as_object(top) if top.dep_ in {"dobj", "dative"} else _as_owner(top))


def _as_subject(top: Token) -> bool:
    verb = top.head.lemma_.lower()
    return verb in cues().addressed if top.dep_ == "nsubjpass" else verb not in cues().stative


def _as_object(top: Token) -> bool:
    return top.head.pos_ in {"VERB", "AUX"} and top.head.lemma_.lower() not in cues().visited


def _as_owner(top: Token) -> bool:
    """Whether the name owns something that a government has, or stands after a preposition that makes it a party."""
    if top.dep_ == "poss":
        return top.head.lemma_.lower() not in cues().place_nouns
    return top.dep_ == "pobj" and _after_preposition(top)
