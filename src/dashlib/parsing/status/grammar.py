"""Small questions about a dependency parse: is it a verb, is it finite, which words stand beside it."""

from collections.abc import Iterator

from spacy.tokens import Token

__all__ = [
    "auxiliaries",
    "conditional_child",
    "definite",
    "finite",
    "infinitive",
    "is_verb",
    "keys",
    "marker",
    "past",
    "perfect",
    "present",
    "subjects",
]

_AUX = frozenset({"aux", "auxpass"})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBS = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset(
    {"amod", "compound", "nsubj", "nsubjpass", "dobj", "pobj", "attr", "nmod", "poss", "dative", "appos"}
)


def is_verb(token: Token) -> bool:
    """Whether a token is a verb in its clause; a participle or gerund in a noun's place is none here."""
    return token.pos_ in _VERBS and token.dep_ not in _NOMINAL


def auxiliaries(verb: Token) -> list[Token]:
    """Give the auxiliaries of a verb in text order."""
    return [c for c in verb.children if c.dep_ in _AUX]


def subjects(verb: Token) -> list[Token]:
    """Give the subjects of a verb, active or passive."""
    return [c for c in verb.children if c.dep_ in _SUBJECT]


def finite(verb: Token) -> bool:
    """Whether a verb or one of its auxiliaries carries tense."""
    return verb.tag_ in _FINITE or any(a.tag_ in _FINITE for a in auxiliaries(verb))


def infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(a.tag_ == "TO" for a in auxiliaries(verb))


def _tenses(verb: Token) -> list[str]:
    helpers = auxiliaries(verb)
    return [helpers[0].tag_] if helpers else [verb.tag_]


def past(verb: Token) -> bool:
    """Whether the clause's first verb is in the past tense."""
    return _tenses(verb) == ["VBD"]


def present(verb: Token) -> bool:
    """Whether the clause's first verb is in the present tense."""
    return _tenses(verb)[0] in {"VBZ", "VBP"}


def perfect(verb: Token, *, tense: str) -> bool:
    """Whether a verb is in the perfect whose form of "have" has a tag such as VBD."""
    return any(a.lemma_ == "have" and a.tag_ == tense for a in auxiliaries(verb))


def marker(verb: Token) -> str:
    """Give the word that opens a dependent clause ("if", "after", "when"), or an empty string."""
    for child in verb.children:
        if child.i < verb.i and (child.dep_ == "mark" or (child.dep_ == "advmod" and child.tag_ in {"WRB", "IN"})):
            return child.lower_
    return next((c.lower_ for c in verb.children if c.i < verb.i and c.lower_ == "once"), "")


def conditional_child(verb: Token, openers: frozenset[str]) -> bool:
    """Whether a clause opened by one of these words hangs on a verb."""
    return any(c.dep_ == "advcl" and marker(c) in openers for c in verb.children)


def definite(noun: Token, determiners: frozenset[str]) -> bool:
    """Whether a noun has a determiner that presupposes it, or a possessor."""
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in determiners) for c in noun.children)


def keys(word: Token) -> Iterator[str]:
    """Give the look-up keys of a governor, the longest first: with particle, with its bare object, alone.

    "call off" and "take place" never fall back to "call" and "take".
    """
    lemma = word.lemma_.lower()
    particle = next((c.lower_ for c in word.children if c.dep_ == "prt"), "")
    if particle:
        yield f"{lemma} {particle}"
        return
    for child in word.children:
        if child.i > word.i and child.i - word.i <= 2 and child.dep_ in {"dobj", "prep", "advmod", "acomp"}:
            tail = " ".join(t.lower_ for t in word.doc[word.i + 1 : child.right_edge.i + 1][:2])
            yield f"{lemma} {tail}"
            yield f"{lemma} {child.lower_}"
    yield lemma
