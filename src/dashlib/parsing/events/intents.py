"""A first reading of the status: what is agreed, planned, weighed or only asked for has not happened yet.

The status component refines it; here it decides which words above a trigger take the act in as a plan.
"""

from spacy.tokens import Token

from dashlib.codebook.words import word_class
from dashlib.parsing.events.candidates import Candidate
from dashlib.parsing.events.grammar import key
from dashlib.parsing.events.labels import VERBS
from dashlib.types import Status

__all__ = ["first_status"]


def first_status(candidate: Candidate) -> tuple[Status, tuple[str, ...]]:
    """Give a status and the word that gives it: an auxiliary, or a verb or noun of intent above the trigger."""
    verb = candidate.head if candidate.verbal else candidate.governing[0]
    for token in _chain(verb if verb is not None else candidate.head):
        for child in token.children:
            if child.dep_ == "aux" and child.lower_ in word_class("future"):
                return Status.PLANNED, (f"'{child.text}'",)
            if child.dep_ == "aux" and child.lower_ in word_class("modal"):
                return Status.POSSIBLE, (f"'{child.text}'",)
        if token is not verb and key(token) in word_class("intent"):
            return Status.PLANNED, (f"under '{token.text}'",)
        if token is not verb and key(token) in word_class("wish"):
            return Status.POSSIBLE, (f"under '{token.text}'",)
    return Status.HAPPENED, ()


def _chain(token: Token) -> list[Token]:
    out = [token]
    while out[-1].dep_ in {"xcomp", "pcomp", "pobj", "prep", "acl", "dobj", "aux"} and len(out) < 6:
        step = out[-1]
        if step.dep_ == "acl" and not any(c.tag_ == "TO" for c in step.children):
            break
        if step.dep_ == "prep" and step.head.pos_ in VERBS and step.lower_ not in {"to", "on"}:
            break
        out.append(step.head)
    return out
