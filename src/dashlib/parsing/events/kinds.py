"""Settles the kind of a candidate by who takes part and how (codebook, Kinds and settled differences 6 and 7)."""

from collections.abc import Iterable

from spacy.tokens import Token

from dashlib.codebook.words import word_class
from dashlib.parsing.events.candidates import Candidate
from dashlib.parsing.events.grammar import key
from dashlib.types import Argument

__all__ = ["settle"]

_GATHERING = frozenset({"meeting", "summit", "visit", "negotiation"})
_FACE_TO_FACE = frozenset({"meeting", "summit"})


def settle(candidate: Candidate, arguments: tuple[Argument, ...]) -> tuple[str, tuple[str, ...]]:
    """Give the kind, and why where it differs from the entry's."""
    kind = candidate.kind
    if kind in _GATHERING and _remote(candidate):
        return "call", ("not in one place",)
    if kind in _FACE_TO_FACE | {"negotiation"} and _leaders(arguments) > 1 and not _about_a_deal(candidate):
        return "summit", ("two leaders take part",)
    if kind == "summit" and candidate.verbal and _leaders(arguments) == 0:
        return "meeting", ("no leader takes part",)
    return kind, ()


def _remote(candidate: Candidate) -> bool:
    phone = word_class("phone")
    near = [
        t for t in candidate.head.subtree if key(t) in phone and t.head in {candidate.head, *candidate.head.children}
    ]
    return bool(near)


def _about_a_deal(candidate: Candidate) -> bool:
    return (
        candidate.kind == "negotiation"
        and not candidate.verbal
        and any(w in word_class("purpose") for w in candidate.lemmas("mod"))
    )


def _leaders(arguments: Iterable[Argument]) -> int:
    return len({a.mention.actor.name for a in arguments if is_leader(a)})


def is_leader(argument: Argument) -> bool:
    """Whether an argument is a head of state or government, by the titles that stand with the name."""
    mention = argument.mention
    if mention.actor.type != "person":
        return False
    return _title_before(mention_head(argument))


def mention_head(argument: Argument) -> tuple[str, ...]:
    """Give the words of a mention."""
    return tuple(argument.mention.text.lower().split())


def _title_before(words: tuple[str, ...]) -> bool:
    return any(w in word_class("leaders") for w in words) and not any(
        w in word_class("lesser") - {"minister"} for w in words
    )
