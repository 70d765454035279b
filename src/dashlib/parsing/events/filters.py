"""Leaves out what is no event: words without anybody who acts, background, accidents, sport and markets (codebook, 3 and 15)."""

from collections.abc import Callable

from spacy.tokens import Token

from dashlib.codebook.words import word_class
from dashlib.parsing.annotations import timexes
from dashlib.parsing.events.candidates import Candidate
from dashlib.parsing.events.conditions import token_marked
from dashlib.parsing.events.grammar import key
from dashlib.types import Argument

__all__ = ["reported"]

_DATED = frozenset({"DATE", "TIME"})
_BACKGROUND = frozenset({"since", "amid", "despite", "regarding", "concerning", "throughout", "about"})
_PLACED = frozenset({"in", "at", "near", "on", "across", "outside", "inside", "around"})


def reported(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """Whether a candidate is told as an event of the news."""
    return all(test(candidate, arguments) for test in _TESTS)


def _grounded(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """Somebody acts or is acted on; or a place or a day is given."""
    if arguments:
        return True
    if candidate.verbal and candidate.slot("subj") and candidate.entry.words[1:]:
        return True
    return _placed(candidate) or dated(candidate)


def _placed(candidate: Candidate) -> bool:
    return any(token_marked(t, "@place") for name in ("obj", "of", "subj", *_PLACED) for t in candidate.slot(name))


def dated(candidate: Candidate) -> bool:
    """Whether a date hangs on the trigger or on the verb that carries it."""
    verb, _ = candidate.governing
    bases = {
        t.i for base in (candidate.head, verb) if base is not None for c in base.children for t in (c, *c.children)
    }
    bases |= {
        t.i
        for base in (candidate.head, verb)
        if base is not None
        for c in base.children
        if c.dep_ == "prep"
        for t in c.subtree
    }
    found = timexes(candidate.head.doc)
    if found:
        return any(t.kind in _DATED and not bases.isdisjoint(range(t.first, t.last)) for t in found)
    return any(candidate.head.doc[i].ent_type_ in _DATED for i in bases)


def _not_background(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """A noun in passing ("since the invasion", "amid protests") counts only where it is dated."""
    del arguments
    if candidate.verbal:
        return True
    _, how = candidate.governing
    prep = candidate.head.head.lower_ if candidate.head.dep_ == "pobj" else how
    return prep not in _BACKGROUND or dated(candidate)


def _not_generic(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """A bare noun that only modifies another ("ceasefire violations", "peace talks venue", "strike capability") is none."""
    del arguments
    head = candidate.head
    if candidate.verbal:
        return True
    if head.dep_ in {"compound", "nmod"} and head.head.i > head.i:
        return False
    return not (head.dep_ == "pobj" and key(head.head.head) in word_class("hypothetical"))


def _not_adjective(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """A participle before a noun ("the occupied territory", "released figures") tells no new event."""
    del arguments
    return candidate.head.dep_ != "amod"


def _title(token: Token) -> bool:
    return key(token) in word_class("bodies")


def _not_name(candidate: Candidate, arguments: tuple[Argument, ...]) -> bool:
    """Words inside the name of a body or office ("Ceasefire Commission", "Strike Force") are none."""
    del arguments
    head = candidate.head
    return not (not candidate.verbal and any(_title(t) for t in (head.head,) if head.dep_ == "compound"))


_TESTS: tuple[Callable[[Candidate, tuple[Argument, ...]], bool], ...] = (
    _not_adjective,
    _not_generic,
    _not_background,
    _not_name,
    _grounded,
)
