"""Resolves the "we" of a declaration: those who sign it ("We, the ministers of …", "a joint statement by …")."""

from spacy.tokens import Token

from dashlib.codebook.context import cues
from dashlib.parsing.actors.draft import Draft
from dashlib.types import Actor

__all__ = ["read_we"]

_HEAD = 3  # sentences in which a declaration says whose it is
_SIGNERS = frozenset({"state", "government", "organisation", "person"})
_OPENING, _CLOSING = "“", "”"


def read_we(draft: Draft, token: Token) -> None:
    """Make a "we" outside of quotations stand for those who sign the text, where it says who they are."""
    if token.dep_ != "nsubj" or _quoted(draft, token):
        return
    signers = _apposed(draft, token) or draft.signers or _heading(draft, token)
    if signers:
        draft.signers = signers
        draft.share(token.i, token.i + 1, signers, "pronoun")


def _quoted(draft: Draft, token: Token) -> bool:
    """Whether a quotation is open at the token."""
    before = draft.doc.text[: token.idx]
    return before.count('"') % 2 == 1 or before.count(_OPENING) > before.count(_CLOSING)


def _actors(draft: Draft, first: int, last: int) -> list[Actor]:
    return list(dict.fromkeys(m.actor for m in draft.kept(first, last) if m.actor.type in _SIGNERS))


def _apposed(draft: Draft, token: Token) -> list[Actor]:
    """Give the actors in apposition: "We, the foreign ministers of X and Y, condemn …"."""
    named = next((c for c in token.children if c.dep_ == "appos"), None)
    return [] if named is None else _actors(draft, named.left_edge.i, min(named.right_edge.i + 1, token.head.i))


def _heading(draft: Draft, token: Token) -> list[Actor]:
    """Give the two or more actors of the sentence at the head that calls the text a joint statement."""
    for sentence in draft.sentences[:_HEAD]:
        words = [t.lower_ for t in sentence]
        if sentence.end <= token.i and "joint" in words and not cues().declarations.isdisjoint(words):
            found = _actors(draft, sentence.start, sentence.end)
            if len(found) > 1:
                return found
    return []
