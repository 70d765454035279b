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
_NOUNS = frozenset({"NOUN", "PROPN"})
_ADJUNCTS = frozenset({"poss", "compound", "nmod", "npadvmod", "nummod", "amod"})
_PAST_HELPERS = frozenset({"has", "had", "was", "were", "been", "'ve", "’ve", "did"})
_PAST_PASSIVES = frozenset({"had", "was", "were", "been"})
_PRESENT_HELPERS = frozenset({"is", "are", "'re", "am", "'m"})
_PRESENT = frozenset({"VBZ", "VBP"})
_SINCE = frozenset({"since"})
_UNTIL = frozenset({"until", "till", "to", "by", "through"})
_LIMIT = 12


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_toml("dates_words.toml")["direction"].items()}


def _verb_direction(verb: Token) -> Direction | None:
    """Give what a verb says by itself; None where a verb above it decides."""
    words = _words()
    helpers = {t.lower_ for t in verb.children if t.dep_ in _HELPERS}
    past = bool(helpers & _PAST_HELPERS)
    if verb.lemma_ in words["prospective"] and verb.tag_ == "VBD" and not past:
        return Direction.FUTURE
    if "have" in helpers:
        return Direction.PAST
    if helpers & words["modals"]:
        return Direction.FUTURE
    if helpers & words["weak_modals"]:
        return Direction.NONE
    if "to" in helpers:
        if verb.head.lemma_ not in words["prospective_heads"]:
            return None
        above = {t.lower_ for t in verb.head.children if t.dep_ in _HELPERS} | {verb.head.lower_}
        return Direction.PAST if "had" in above else Direction.FUTURE
    if verb.lemma_ in words["prospective"] and verb.tag_ in {"VBN", "JJ"}:
        return Direction.NONE if helpers & _PAST_PASSIVES else Direction.FUTURE
    if past or verb.tag_ == "VBD":
        return Direction.PAST
    if verb.tag_ == "VBN":
        return Direction.NONE if helpers else Direction.PAST
    if verb.tag_ == "VBG":
        return Direction.FUTURE if helpers & _PRESENT_HELPERS else None
    return Direction.FUTURE if verb.tag_ in _PRESENT and verb.lemma_ in words["scheduled"] else Direction.NONE


def _prospective(token: Token) -> bool:
    """Whether a word above an expression says that its day is to come: "ahead of the talks", "the planned visit"."""
    words = _words()
    if token.lower_ in words["ahead"] or token.lemma_ in words["prospective_nouns"]:
        return True
    return any(c.lower_ in words["prospective_adjectives"] for c in token.children if c.dep_ == "amod")


def _after_ahead(doc: Doc, first: int) -> bool:
    """Whether "ahead of …" stands before an expression in its clause, whatever the parser attaches it to."""
    for i in range(first - 1, max(first - _LIMIT, 0), -1):
        token = doc[i]
        if token.pos_ in _VERBS or token.is_punct or token.is_sent_start:
            return False
        if token.lower_ == "of" and doc[i - 1].lower_ == "ahead":
            return True
    return False


def direction(doc: Doc, first: int, last: int) -> Direction:
    """Give the direction of tokens [first, last)."""
    token: Token = doc[first:last].root
    inside_noun = token.dep_ in _ADJUNCTS and token.head.pos_ in _NOUNS
    before = doc[first - 1].lower_ if first else ""
    if before in _SINCE:
        return Direction.PAST
    if before == "as" and first > 2 and doc[first - 2].lower_ in _words()["as_early"]:
        return Direction.FUTURE
    if _after_ahead(doc, first):
        return Direction.FUTURE
    until = before in _UNTIL
    for _ in range(_LIMIT):
        if token.pos_ in _VERBS and not first <= token.i < last:
            if until and token.lemma_ in _words()["deferring"]:
                return Direction.FUTURE
            found = _verb_direction(token)
            if found is not None:
                weak = (inside_noun and found is Direction.FUTURE) or (until and found is Direction.PAST)
                return Direction.NONE if weak else found
        elif not first <= token.i < last and _prospective(token):
            return Direction.FUTURE
        if token.head == token:
            break
        token = token.head
    return Direction.NONE
