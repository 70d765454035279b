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
    top, words = _top(token), cues()
    verb = top.head.lemma_.lower()
    if top.dep_ == "nsubj":
        return verb not in words.stative
    if top.dep_ == "nsubjpass":
        return verb in words.addressed
    if not named:
        return False
    if top.dep_ == "poss":
        return verb not in words.place_nouns
    if top.dep_ in {"dobj", "dative"}:
        return top.head.pos_ in {"VERB", "AUX"} and verb not in words.visited
    if top.dep_ == "pobj":
        return _after_preposition(top)
    return False
