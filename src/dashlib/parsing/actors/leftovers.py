"""Reads the marks that no phrase took: states by name, acting capitals, peoples, demonyms before other nouns."""

from dashlib.codebook.context import cues
from dashlib.parsing.actors.acting import acts
from dashlib.parsing.actors.draft import Draft, Mark
from dashlib.types import Actor

__all__ = ["read_marks"]


def _hyphenated(draft: Draft, mark: Mark) -> bool:
    """Whether the state only made, backed or leads what is named ("Iranian-made drones")."""
    dash, word = draft.token(mark.last), draft.token(mark.last + 1)
    return dash is not None and word is not None and dash.text == "-" and word.lower_ in cues().hyphenated


def _how(draft: Draft, mark: Mark) -> str:
    """Give how the mark is resolved, or nothing where it names no actor."""
    if _hyphenated(draft, mark):
        return ""
    if mark.how in {"ethnic", "folk"}:
        return "people" if draft.tokens[mark.last - 1].tag_ in {"NNS", "NNPS"} else ""
    if mark.how == "capital":
        after = draft.token(mark.last)
        state = after is not None and after.lower_ == "state"
        token = draft.tokens[mark.last - 1]
        surname = any(t.dep_ == "compound" and t.pos_ == "PROPN" and draft.free(t.i, t.i + 1) for t in token.lefts)
        return "seat" if not state and not surname and acts(token) else ""
    beside = draft.mention(mark.last) if mark.last < len(draft.doc) else None
    if mark.how == "demonym" and beside is not None and beside.actor.type == "person":
        return ""
    if mark.how == "demonym" and draft.tokens[mark.last - 1].tag_ in {"NNP", "NNPS"} and _language(draft, mark):
        return ""
    return mark.how


def _language(draft: Draft, mark: Mark) -> bool:
    """Whether the demonym is the language ("in Russian")."""
    before, after = draft.token(mark.first - 1), draft.token(mark.last)
    alone = after is None or after.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}
    return before is not None and before.lower_ in {"in", "into", "from", "speak", "speaks", "spoke"} and alone


def _actor(draft: Draft, mark: Mark) -> Actor:
    return draft.book.actor(mark.key, draft.day)


def read_marks(draft: Draft) -> None:
    """Make mentions of the marks that are left."""
    for mark in draft.marked(0, len(draft.doc)):
        how = _how(draft, mark) if draft.free(mark.first, mark.last) else ""
        if how:
            draft.add(mark.first, mark.last, _actor(draft, mark), how)
