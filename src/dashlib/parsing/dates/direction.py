"""Which side of the day of reference an expression lies on: tense and modality of the verb it depends on.

After the approach of HeidelTime (Strötgen and Gertz 2013, section 3.3: tense of the sentence decides underspecified names), but on
the dependency parse: the nearest governing verb decides, not the sentence.
"""

from collections.abc import Mapping
from functools import lru_cache

from spacy.tokens import Doc, Token

from dashlib.codebook.tables import read_toml
from dashlib.parsing.dates.reading import Direction

__all__ = ["direction"]

_VERBS = frozenset({"VERB", "AUX"})
_HELPERS = frozenset({"aux", "auxpass"})
_LIMIT = 12


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_toml("dates_words.toml")["direction"].items()}


def _verb_direction(verb: Token) -> Direction | None:
    """Give what a verb says by itself; None where a verb above it decides."""
    words = _words()
    helpers = [t for t in verb.children if t.dep_ in _HELPERS]
    lower = {t.lower_ for t in helpers}
    if verb.lemma_ in words["prospective"] and verb.tag_ == "VBN":
        return Direction.FUTURE
    if lower & words["modals"]:
        return Direction.PAST if "have" in lower else Direction.FUTURE
    if "to" in lower and verb.tag_ == "VB":
        head = verb.head
        if head is not verb and head.lemma_ in words["implicative"]:
            return None
        return Direction.FUTURE
    if verb.tag_ in {"VBD"}:
        return Direction.PAST
    if verb.tag_ == "VBN":
        if lower & {"has", "have", "had", "was", "were", "been", "'ve", "'s"}:
            return Direction.PAST
        if lower & {"is", "are", "being", "am", "be"}:
            return Direction.FUTURE if verb.lemma_ in words["prospective"] else Direction.NONE
        return Direction.PAST
    if verb.tag_ == "VBG":
        if lower & {"was", "were"}:
            return Direction.PAST
        if lower & {"is", "are", "'re", "am"}:
            return Direction.FUTURE
        return None
    if verb.tag_ in {"VBZ", "VBP"}:
        return Direction.FUTURE if verb.lemma_ in words["scheduled"] else Direction.NONE
    return Direction.NONE


def _prospective(token: Token) -> bool:
    words = _words()
    if token.lower_ in words["ahead"] or token.lemma_ in words["prospective_nouns"]:
        return True
    return any(c.lower_ in words["prospective_adjectives"] for c in token.children if c.dep_ == "amod")


def direction(doc: Doc, first: int, last: int) -> Direction:
    """Give the direction of tokens [first, last)."""
    token: Token = doc[first:last].root
    for _ in range(_LIMIT):
        if token.pos_ in _VERBS and not first <= token.i < last:
            found = _verb_direction(token)
            if found is not None:
                return found
        elif _prospective(token):
            return Direction.FUTURE
        if token.head is token:
            break
        token = token.head
    return Direction.NONE
