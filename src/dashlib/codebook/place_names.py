"""Folds place names so that spellings meet: "Kupians'k", "Kupiansk" and "KUPIANSK" share one key."""

import re
import unicodedata
from functools import lru_cache

from dashlib.codebook.tables import read_toml

__all__ = [
    "ACTING",
    "BASES",
    "DESIGNATORS",
    "FACILITIES",
    "LEADING",
    "LOCATIVE",
    "NEARBY",
    "NEARBY_NOUNS",
    "OUTER",
    "QUALIFIERS",
    "fold",
    "is_latin",
    "plain_name",
    "split_designator",
    "without_article",
]

_TABLE = read_toml("place_names.toml")
_LETTERS = str.maketrans(_TABLE["letters"])
_SHORTENED: dict[str, str] = _TABLE["shortened"]
# Word or words after a name -> the precision they speak of: "oblast" -> region.
DESIGNATORS: dict[str, str] = {w: precision for precision, words in _TABLE["designators"].items() for w in words}
# What an air base is called, the longest first.
BASES: tuple[str, ...] = tuple(sorted(_TABLE["bases"]["words"], key=len, reverse=True))
# A word before "of" and a name -> the precision it speaks of: "town of".
OUTER: dict[str, str] = {w: precision for precision, words in _TABLE["outer"].items() for w in words}
# Words in front of a name that are no part of it: "northern Gaza".
LEADING = frozenset(_TABLE["leading"]["words"])
# Words that say where something is, or that it is only close by: see the table.
ACTING = frozenset(_TABLE["acting"]["words"])
FACILITIES = frozenset(_TABLE["facilities"]["words"])
QUALIFIERS = frozenset(_TABLE["facilities"]["qualifiers"])
LOCATIVE = frozenset(_TABLE["locative"]["words"])
NEARBY = frozenset(_TABLE["nearby"]["words"])
NEARBY_NOUNS = frozenset(_TABLE["nearby"]["nouns"])
_DROPPED = re.compile(r"['’‘ʼʻ`´ʹʺ″“”\"]|(?<=\w)\.(?=\w)|\.$|\.(?=\s)")
_SPACED = re.compile(r"[^\w]+|_+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Give the key of a name: lower case, no diacritics, apostrophes or full stops, hyphens as spaces, no "the".

    >>> fold("St. Petersburg"), fold("Şanʻā’"), fold("W.Va."), fold("The Gambia")
    ('saint petersburg', 'sana', 'wva', 'gambia')
    """
    plain = unicodedata.normalize("NFKD", name).lower()  # a letter in a ring or of a script font is that letter
    text = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
    text = "".join(c for c in text if not unicodedata.combining(c))
    words = _SPACED.sub(" ", _DROPPED.sub("", text)).split()
    words = [_SHORTENED.get(w, w) for w in words]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


_ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "at", "ad", "az", "an"})


def without_article(name: str) -> str:
    """Give a name without its Arabic article ("Al Karak" -> "karak"), or as it is."""
    words = fold(name).split()
    return " ".join(words[1:]) if len(words) > 1 and words[0] in _ARTICLES else name


_TRANSCRIBED = re.compile("[ʻʼ‘\u0101\u0113\u012b\u014d\u016b\u0162\u0163\u1e00-\u1e99]", re.IGNORECASE)
# Where ş is a letter of the alphabet; elsewhere it belongs to a transcription.
_CEDILLA = frozenset({"TUR", "AZE", "ROU", "MDA", "TKM", "CYP"})

# Where an apostrophe stands for a soft sign ("Ryazan’").
_SOFT_SIGN = frozenset({"RUS", "BLR", "KAZ", "KGZ", "TJK", "MNG"})


def plain_name(name: str, country: str = "") -> str:
    """Give a name for readers: one in a scholars' transcription loses its marks ("Ḩalab" -> "Halab")."""
    transcribed = (
        _TRANSCRIBED.search(name)
        or ("ş" in name.lower() and country not in _CEDILLA)
        or ("’" in name and country in _SOFT_SIGN)
    )
    if not transcribed:
        return name
    letters = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub("[ʻʼ‘’]", "", letters)


def is_latin(name: str) -> bool:
    """Whether all letters of a name are Latin ones."""
    return all(not c.isalpha() or ord(c) < 0x250 or 0x1E00 <= ord(c) <= 0x1EFF for c in name)


def split_designator(key: str) -> tuple[str, str]:
    """Split a folded name into its base and the precision its last words name ("" where none).

    >>> split_designator("kursk oblast"), split_designator("kursk")
    (('kursk', 'region'), ('kursk', ''))
    """
    words = key.split()
    for size in (2, 1):
        tail = " ".join(words[-size:])
        if len(words) > size and tail in DESIGNATORS:
            return " ".join(words[:-size]), DESIGNATORS[tail]
    return key, ""
