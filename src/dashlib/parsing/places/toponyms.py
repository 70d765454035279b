"""Reads a name in its text: what places it may mean, what kind is said, and where it is said to lie."""

import re
from typing import NamedTuple

from dashlib.codebook.gazetteer import Gazetteer, How, Named
from dashlib.codebook.place_names import DESIGNATORS, LEADING, OUTER, fold, split_designator

__all__ = ["Toponym", "read", "senses"]

_POSSESSIVE = re.compile(r"['’]s?$")
_NAME = r"[^\W\d_][\w.'’ʼ-]*"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
_AFTER = re.compile(
    r"^(?:['’]s)?\s*(?:,\s*|\(\s*|\s+(?:in|of)\s+|,\s+in\s+)(?:the\s+)?(?:[a-z]+(?:ern|central|[a-z]*east|[a-z]*west|north|south)?\s+)?"
    rf"((?:{_CAPITAL}[\w.'’-]*)(?:\s+(?:and\s+|of\s+)?{_CAPITAL}[\w.'’-]*){{0,3}})"
)
_NEXT_WORD = re.compile(r"^\s+([A-Za-z]+)")
_OF = re.compile(r"([A-Za-z]+)\s+of\s+(?:the\s+)?$")
_WORDS_BEFORE = re.compile(rf"({_NAME}(?:['’]s)?)\s*$")
_LOOK = 60
_MOST_LOWER = 4


class Toponym(NamedTuple):
    """A name at characters [start, end): the places it may mean, the kind said, where it is said to lie.

    `hint` is a precision or ""; `within` holds the larger places named right after or before it ("Paris, Texas",
    "Syria's Idlib").
    """

    start: int
    end: int
    text: str
    key: str
    named: tuple[Named, ...]
    hint: str
    within: tuple[Named, ...]


def senses(gazetteer: Gazetteer, name: str, *, whole: bool = False) -> tuple[tuple[Named, ...], str]:
    """Give the places that a name may mean and the precision it speaks of, after dropping words around it.

    "Idlib province" is looked up whole, then as "Idlib" with the hint region; "northern Idlib" as "Idlib". With
    `whole`, only the whole name counts.
    """
    key = fold(_POSSESSIVE.sub("", name))
    base, hint = split_designator(key)
    found = gazetteer.lookup(key)
    if found or whole:
        return found, ""
    words = base.split()
    while len(words) > 1 and words[0] in LEADING:
        words = words[1:]
    if len(words) > 2 and words[1] == "of" and words[0] in OUTER:
        hint = hint or OUTER[words[0]]
        words = words[2:]
    return gazetteer.lookup(" ".join(words)), hint


def read(gazetteer: Gazetteer, text: str, start: int, end: int) -> Toponym:
    """Read the name at characters [start, end) of a text."""
    name = text[start:end]
    named, hint = senses(gazetteer, name)
    after, before = text[end : end + _LOOK], text[max(0, start - _LOOK) : start]
    hint = hint or _said_after(after) or _said_before(before)
    within = (*_within_after(gazetteer, after), *_within_before(gazetteer, before))
    return Toponym(start, end, name, fold(_POSSESSIVE.sub("", name)), named, hint, within)


def _said_after(after: str) -> str:
    found = _NEXT_WORD.match(after)
    word = found.group(1).lower() if found else ""
    return DESIGNATORS.get(word, "") or DESIGNATORS.get(_singular(word), "")


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def _said_before(before: str) -> str:
    found = _OF.search(before)
    return OUTER.get(found.group(1).lower(), "") if found else ""


def _within_after(gazetteer: Gazetteer, after: str) -> tuple[Named, ...]:
    found = _AFTER.match(after)
    if not found:
        return ()
    words = found.group(1).split()
    for size in range(len(words), 0, -1):
        named = _larger(gazetteer, " ".join(words[:size]).rstrip(".'’"))
        if named:
            return named
    return ()


def _within_before(gazetteer: Gazetteer, before: str) -> tuple[Named, ...]:
    """Read "Russia's Kursk", "the Syrian town of Jisr", "Syria's northern Idlib": back over words in lower case."""
    words = before.split()[-_MOST_LOWER - 3 :]
    seen = 0
    while words and words[-1].isalpha() and words[-1].islower():
        if words[-1] not in OUTER and words[-1] not in LEADING and words[-1] not in {"of", "the"} and seen == 0:
            return ()
        words.pop()
        seen += 1
        if seen > _MOST_LOWER:
            return ()
    for size in (3, 2, 1):
        tail = words[-size:]
        if len(tail) == size and all(w[:1].isupper() for w in tail):
            named = _larger(gazetteer, _POSSESSIVE.sub("", " ".join(tail)))
            owns = tail[-1].endswith(("'s", "’s"))
            return tuple(n for n in named if owns or n.how == How.DEMONYM)
    return ()


def _larger(gazetteer: Gazetteer, name: str) -> tuple[Named, ...]:
    """Give what a name may mean as the place around another."""
    named = gazetteer.named(name)
    return tuple(n for n in named if n.how in {How.NAME, How.ALIAS, How.CODE, How.DEMONYM})
