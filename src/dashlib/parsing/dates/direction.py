"""Which side of the day of reference an expression lies on: tense and modality of the verb it depends on.

After the approach of HeidelTime (Strötgen and Gertz 2013, section 3.3: tense decides underspecified names), but on the
dependency parse: the nearest governing verb decides, not the sentence.
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


def _infinitive(verb: Token) -> Direction | None:
    """Give the direction of "to meet": ahead where a word above plans it; None where others above decide."""
    if verb.head.lemma_ not in _words()["prospective_heads"]:
        return None
    above = {t.lower_ for t in verb.head.children if t.dep_ in _HELPERS} | {verb.head.lower_}
    return Direction.PAST if "had" in above else Direction.FUTURE


def _helped(helpers: frozenset[str]) -> Direction | None:
    """Give what the helpers of a verb say: "will", "could", "would have"."""
    words = _words()
    if "have" in helpers:
        return Direction.PAST
    if helpers & words["modals"]:
        return Direction.FUTURE
    return Direction.NONE if helpers & words["weak_modals"] else None


def _planned(verb: Token, helpers: frozenset[str]) -> Direction | None:
    """Give the direction of what is planned, scheduled, expected."""
    if verb.lemma_ not in _words()["prospective"] or verb.tag_ not in {"VBN", "VBD"}:
        return None
    return Direction.NONE if helpers & _PAST_PASSIVES else Direction.FUTURE


def _tense(verb: Token, helpers: frozenset[str]) -> Direction | None:
    """Give the direction of a tense; None for a participle, which the verb above it decides."""
    if helpers & _PAST_HELPERS or verb.tag_ == "VBD":
        return Direction.PAST
    if verb.tag_ == "VBN":
        return Direction.NONE if helpers else Direction.PAST
    if verb.tag_ == "VBG":
        return Direction.FUTURE if helpers & _PRESENT_HELPERS else None
    scheduled = verb.tag_ in _PRESENT and verb.lemma_ in _words()["scheduled"]
    return Direction.FUTURE if scheduled else Direction.NONE


def _verb_direction(verb: Token) -> Direction | None:
    """Give what a verb says by itself; None where a verb above it decides."""
    helpers = frozenset(t.lower_ for t in verb.children if t.dep_ in _HELPERS)
    helped = _helped(helpers)
    if helped is not None:
        return helped
    if "to" in helpers:
        return _infinitive(verb)
    return _planned(verb, helpers) or _tense(verb, helpers)


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


def _opened(doc: Doc, first: int) -> Direction | None:
    """Give what the words before an expression say: "since", "as early as", "ahead of the talks on"."""
    before = doc[first - 1].lower_ if first else ""
    if before in _SINCE:
        return Direction.PAST
    early = before == "as" and first > 2 and doc[first - 2].lower_ in _words()["as_early"]
    return Direction.FUTURE if early or _after_ahead(doc, first) else None


def _above(token: Token, *, until: bool) -> Direction | None:
    """Give what one word above an expression says."""
    if token.pos_ not in _VERBS:
        return Direction.FUTURE if _prospective(token) else None
    if until and token.lemma_ in _words()["deferring"]:
        return Direction.FUTURE
    found = _verb_direction(token)
    return Direction.NONE if until and found is Direction.PAST else found


def direction(doc: Doc, first: int, last: int) -> Direction:
    """Give the direction of tokens [first, last): by the words before, else by the nearest word above that says it."""
    opened = _opened(doc, first)
    if opened is not None:
        return opened
    token: Token = doc[first:last].root
    beside_noun = token.dep_ in _ADJUNCTS and token.head.pos_ in _NOUNS
    until = bool(first) and doc[first - 1].lower_ in _UNTIL
    for _ in range(_LIMIT):
        if token.head == token and first <= token.i < last:
            break
        found = None if first <= token.i < last else _above(token, until=until)
        if found is not None:
            return Direction.NONE if beside_noun and token.pos_ in _VERBS else found
        if token.head == token:
            break
        token = token.head
    return Direction.NONE
