"""Sends each word that may refer to an actor to the module that resolves it, in reading order."""

from spacy.tokens import Token

from dashlib.codebook.context import cues
from dashlib.parsing.actors.definites import read_body, read_title_noun
from dashlib.parsing.actors.draft import Draft
from dashlib.parsing.actors.pairs import read_counterpart, read_pair
from dashlib.parsing.actors.pronouns import read_pronoun
from dashlib.parsing.actors.signatories import read_we

__all__ = ["add_references"]


def _read(draft: Draft, token: Token) -> None:
    lower, tag = token.lower_, token.pos_
    if lower == "we":
        read_we(draft, token)
    elif tag == "PRON" and lower not in cues().two:
        if draft.free(token.i, token.i + 1):
            read_pronoun(draft, token)
    elif lower in cues().two and tag in {"NUM", "DET", "PRON", "CCONJ"}:
        read_pair(draft, token)
    elif tag not in {"NOUN", "PROPN"}:
        return
    elif lower == "counterpart":
        read_counterpart(draft, token)
    elif lower in cues().anaphors:
        read_body(draft, token)
    else:
        read_title_noun(draft, token)


def add_references(draft: Draft) -> None:
    """Add the references of a text in reading order, so that a later one may build on an earlier."""
    for token in draft.tokens:
        _read(draft, token)
