"""Folds spellings: accents, apostrophes, hyphens and full stops do not tell names apart."""

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold", "pieces", "slug"]

_POSSESSIVE = re.compile(r"['’`]s\b")
_DROPPED = re.compile(r"['’`‘ʻ.]")
_WORD = re.compile(r"[^\W_]+")
# Letters that NFKD leaves whole.
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae"})


def fold(text: str) -> str:
    """Give the text without accents, in the letters of English.

    >>> fold("Recep Tayyip Erdoğan")
    'Recep Tayyip Erdogan'
    """
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def pieces(text: str) -> tuple[str, ...]:
    """Give the words of a name as they are compared, with their case: no accents, apostrophes, stops or hyphens.

    >>> pieces("Kim Jong-un"), pieces("U.S."), pieces("Israel's army")
    (('Kim', 'Jong', 'un'), ('US',), ('Israel', 's', 'army'))
    """
    plain = _DROPPED.sub("", _POSSESSIVE.sub(" s", fold(text)))
    return tuple(_WORD.findall(plain))


def slug(name: str) -> str:
    """Give a name as part of an id.

    >>> slug("Armed Forces of Ukraine")
    'armed-forces-of-ukraine'
    """
    return "-".join(p.lower() for p in pieces(name))
