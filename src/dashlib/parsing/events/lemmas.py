"""The word under which a token is looked up: its lemma, or the noun of verb and particle that it ends."""

from spacy.tokens import Token

from dashlib.codebook.triggers import irregular
from dashlib.codebook.words import word_class
from dashlib.parsing.events.labels import NOUNS

__all__ = ["hyphened", "key"]

_PAIR = 2


def key(token: Token) -> str:
    """Give the lemma in lower case; plural proper nouns ("Airstrikes" in a headline) lose their s.

    Nouns made of a verb and a particle, which the tokenizer splits, are given whole: "sit-in", "call-up".
    """
    lemma = token.lemma_.lower()
    before = hyphened(token)
    if before:
        return f"{before[0].lower_}-{lemma}"
    if token.pos_ == "PROPN" and lemma.endswith("s") and token.tag_ == "NNPS":
        return lemma[:-1]
    return irregular().get(lemma, lemma)


def hyphened(token: Token) -> tuple[Token, ...]:
    """Give the verb and the hyphen of a noun that ends in a particle ("sit", "-" of "sit-in"); nothing for others."""
    if token.pos_ not in NOUNS or token.i < _PAIR or token.lemma_.lower() not in word_class("particles"):
        return ()
    verb, hyphen = token.doc[token.i - 2], token.doc[token.i - 1]
    return () if hyphen.text != "-" or hyphen.whitespace_ or verb.whitespace_ else (verb, hyphen)
