"""Where an expression stands in its text: what guards and the finder ask about the words around it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from dashlib.codebook.tables import read_toml
from dashlib.parsing.dates.grammar import Found
from dashlib.parsing.dates.words import Word

__all__ = ["Place", "known"]

_NAMED = frozenset({"ORG", "WORK_OF_ART", "PERSON", "FAC", "PRODUCT", "LAW"})
_NOUNS = frozenset({"NOUN", "PROPN"})


@lru_cache(maxsize=1)
def _context() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_toml("dates_words.toml")["context"].items()}


def known(name: str) -> frozenset[str]:
    """Give a list of context words of dates_words.toml."""
    return _context()[name]


class Place(NamedTuple):
    """Where an expression stands: its match, the Doc, and its tokens [first, last)."""

    found: Found
    doc: Doc
    first: int
    last: int

    @property
    def before(self) -> str:
        """Give the word before, in lower case."""
        return self._word(self.found.first - 1).text

    @property
    def after(self) -> str:
        """Give the word after, in lower case."""
        return self._word(self.found.last).text

    def _word(self, i: int) -> Word:
        words = self.found.words
        return words[i] if 0 <= i < len(words) else Word(0, 0, "", "")

    @property
    def mark_before(self) -> str:
        """Give the character before; empty at the start of the text."""
        return self.doc.text[self.found.start - 1 : self.found.start] if self.found.start else ""

    @property
    def marks_after(self) -> str:
        """Give the two characters after."""
        return self.doc.text[self.found.end : self.found.end + 2]

    @property
    def token(self) -> Token:
        """Give the last token."""
        return self.doc[self.last - 1]

    @property
    def previous_token(self) -> Token | None:
        """Give the token before."""
        return self.doc[self.first - 1] if self.first else None

    @property
    def next_token(self) -> Token | None:
        """Give the token after."""
        return self.doc[self.last] if self.last < len(self.doc) else None

    def has(self, *slots: str) -> bool:
        """Whether any of the slots is filled."""
        return any(self.found.has(slot) for slot in slots)

    def holds(self, *words: str) -> bool:
        """Whether any of the words is part of the match."""
        return any(word in self.found.inside for word in words)

    def capital(self, slot: str) -> bool:
        """Whether the first word of a slot begins with a capital."""
        words = self.found.slot(slot)
        return bool(words) and self.doc.text[words[0].start].isupper()

    @property
    def named(self) -> bool:
        """Whether the entity recogniser holds its last token for a part of a name."""
        return self.token.ent_type_ in _NAMED

    @property
    def in_name(self) -> bool:
        """Whether the entity recogniser holds it for a part of a name longer than itself."""
        after = self.next_token
        longer = (after is not None and after.ent_iob_ == "I") or self.doc[self.first].ent_iob_ == "I"
        return self.named and longer

    @property
    def next_is_noun(self) -> bool:
        """Whether a noun follows that the expression qualifies."""
        token = self.next_token
        return token is not None and token.pos_ in _NOUNS and not token.is_space
