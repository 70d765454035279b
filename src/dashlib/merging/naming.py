"""Whom and what a text names: parties by the names of the codebook, without a parser. Cheap, and only a hint.

A mention says little where its article has said it already ("the truce has held"). What its sentence, its headline and
its article name tells whether another report's parties and place may be meant.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from dashlib.codebook.actors import codebook
from dashlib.codebook.tables import read_toml
from dashlib.codebook.triggers import lexicon
from dashlib.merging.actors import entity

__all__ = ["Named", "can_be_found", "named_in", "opening", "places_in", "pointing", "says_which", "words_of"]

_OPENING = 400
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_OWNER = re.compile(r"['’]s?$")
_LONGEST = 4
_GAP = 3


class Named(NamedTuple):
    """The parties that a text names, and its words in lower case."""

    parties: frozenset[str]
    words: frozenset[str]


def words_of(text: str) -> list[str]:
    """Give the words of a text, without the 's of an owner."""
    return [_OWNER.sub("", w) if w[-1] == "s" else w for w in _WORD.findall(text)]


def opening(title: str, text: str) -> str:
    """Give the headline and the first lines of an article."""
    return f"{title}. {text[:_OPENING]}"


@lru_cache(maxsize=1)
def _names() -> tuple[Mapping[tuple[str, ...], str], Mapping[str, Sequence[int]]]:
    """Give the party of each name in lower case, where it can be but one, and the lengths of names by their first word.

    The longest comes first.
    """
    book = codebook()
    found: dict[tuple[str, ...], set[str]] = {}
    for entries in book.index.values():
        for e in entries:
            found.setdefault(e.lower, set()).add(_party(e.key))
    for persons in book.surnames.values():
        for words, person in persons:
            found.setdefault(words, set()).add(_party(person))
    single = {w: next(iter(p)) for w, p in found.items() if len(p) == 1 and len(" ".join(w)) > 1 and len(w) <= _LONGEST}
    lengths: dict[str, set[int]] = {}
    for w in single:
        lengths.setdefault(w[0], set()).add(len(w))
    return single, {w: sorted(found, reverse=True) for w, found in lengths.items()}


def _party(key: str) -> str:
    actor = codebook().actor(key)
    return entity(key, f"{actor.country} {actor.sector}".strip())


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(_names()[0].values())


def can_be_found(party: str) -> bool:
    """Tell whether `parties_in` knows a name of the party: where a text lacks them all, it does not speak of it."""
    return party in _known()


def _parties(words: Sequence[str], lower: Sequence[str]) -> Iterator[str]:
    names, lengths = _names()
    end = 0
    for at in [n for n, word in enumerate(lower) if word in lengths]:
        if at < end or words[at].islower():
            continue
        for size in lengths[lower[at]]:
            party = names.get(tuple(lower[at : at + size]))
            if party is not None:
                yield party
                end = at + size
                break


@lru_cache(maxsize=8_192)
def named_in(text: str) -> Named:
    """Give the parties and words of a text; a state stands for its people, leaders and capital too.

    >>> sorted(named_in("Kyiv accused the Kremlin").parties)
    ['RUS', 'UKR']
    """
    words = words_of(text)
    lower = list(map(str.lower, words))
    return Named(frozenset(_parties(words, lower)), frozenset(lower))


def places_in(words: frozenset[str], wanted: Mapping[str, Sequence[tuple[frozenset[str], str]]]) -> Iterator[str]:
    """Give which of the wanted places some words name; `wanted` lists the words and key of names by a word of each."""
    for word in wanted.keys() & words:
        yield from (key for name, key in wanted[word] if name <= words)


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    return frozenset(lemma for lemma, pos in lexicon().entries if pos == "NOUN")


@lru_cache(maxsize=10_000)
def _is_noun(trigger: str) -> bool:
    word = trigger.split(maxsplit=1)[0].lower() if trigger else ""
    return bool({word, word.removesuffix("s"), word.removesuffix("es")} & _nouns())


@lru_cache(maxsize=1)
def _pointing() -> Mapping[str, frozenset[str]]:
    table = read_toml("pointing.toml")
    return {name: frozenset(table[name]) for name in ("known", "another", "break", "which")}


def _phrase(before: str) -> Iterator[str]:
    """Give the words before a noun, nearest first, as far as its phrase may reach."""
    breaks = _pointing()["break"]
    for word in reversed(before[-60:].lower().split()[-_GAP - 1 :]):
        if word in breaks or not word[-1].isalnum():
            return
        yield word


def _points(before: str) -> tuple[bool, bool]:
    phrase = list(_phrase(before))
    known, another = _pointing()["known"], _pointing()["another"]
    return any(w in known or _OWNER.search(w) for w in phrase), bool(another.intersection(phrase))


def pointing(before: str, trigger: str) -> tuple[bool, bool]:
    """Tell whether a noun takes its event for known ("the truce"), and whether it sets it apart ("another truce").

    >>> pointing("After Friday's ", "talks"), pointing("He said the men ", "met"), pointing("The next ", "talks")
    ((True, False), (False, False), (False, True))
    """
    known, apart = _points(before) if _is_noun(trigger) else (False, False)
    return known and not apart, apart


def says_which(trigger: str, after: str) -> bool:
    """Tell whether a noun is followed by what says which event is meant: "the killing of civilians"."""
    words = [*trigger.lower().split()[1:], *after.lower().split()[:1]]
    return bool(_pointing()["which"].intersection(words))
