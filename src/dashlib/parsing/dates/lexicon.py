"""The words of time and the codes by which the grammar sees them: one character a word that matters."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from dashlib.codebook.tables import read_toml

__all__ = ["BREAK", "NUMERIC", "OTHER", "Lexicon", "Value", "lexicon"]

Value = int | float | str

OTHER = "."
BREAK = "\n"
_FIRST = 0xE000  # the private use area: codes never meet a character of the text

# Tokens told by their form. The order is that of the lexer's alternatives.
NUMERIC: Mapping[str, str] = {
    "ISODATE": r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-])",
    "NUMDATE": r"\d{1,2}([/.])\d{1,2}\1(?:\d{4}|\d{2})(?![\w/])(?!\.\d)|\d{4}/\d{2}/\d{2}(?![\w/])",
    "CLOCK": r"\d{1,2}:\d{2}(?::\d{2})?(?![\w:])",
    "ORDNUM": r"\d{1,2}(?:st|nd|rd|th)(?!\w)",
    "DECADE4": r"1\d{2}0[’']?s(?!\w)|20\d0[’']?s(?!\w)",
    "DECADE2": r"\d0[’']?s(?!\w)",
    "FRACTION": r"\d/\d(?![\w/])|[½¼¾]",
    "DECIMAL": r"\d+\.\d+(?!\w)",
    "MILITARY": r"0\d{3}(?!\w)",
    "N4": r"(?:1[5-9]|20)\d{2}(?![\w,]*\d)(?![.]\d)",
    "NBIG": r"\d{1,3}(?:,\d{3})+(?!\w)",
    "N12": r"(?:0?[1-9]|1[0-2])(?!\d)(?![.,]\d)",
    "N31": r"(?:1[3-9]|2\d|3[01])(?!\d)(?![.,]\d)",
    "N99": r"\d{2}(?!\d)(?![.,]\d)",
    "NINT": r"\d+",
}
_MARKS = {
    "COMMA": ",",
    "HYPHEN": "-–—‑",
    "COLON": ":",
    "SLASH": "/",
    "LPAR": "(",
    "RPAR": ")",
    "DOT": ".",
    "APOS": "'’‘`",
}


class Lexicon(NamedTuple):
    """What the tables say, ready for the lexer and the grammar.

    `codes` gives the code of a lower-case word or of a form's name, `values` its value, `classes` the codes of a class,
    `holidays` the rule of a named day by its words, `names` the phrases that tell no time.
    """

    codes: Mapping[str, str]
    values: Mapping[str, Value]
    classes: Mapping[str, frozenset[str]]
    holidays: Mapping[tuple[str, ...], str]
    names: frozenset[tuple[str, ...]]


def _spoken(patterns: Iterator[str]) -> set[str]:
    """Give the lower-case words that patterns spell out."""
    found: set[str] = set()
    for pattern in patterns:
        found.update(re.findall(r"(?<![\w:])[a-z'’]+(?![\w:])", re.sub(r"\w+:", "", pattern)))
    return found


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Load the tables, giving every word that a class or a pattern names a code of its own."""
    table = read_toml("dates_words.toml")
    rules = read_toml("dates_rules.toml")
    patterns = [*rules["macros"].values(), *(r["pattern"] for r in rules["rules"])]
    numbers = iter(range(_FIRST, 0xF8FF))
    spoken = _spoken(iter(patterns))
    kinds: dict[str, list[str]] = {}
    values: dict[str, Value] = {}
    for name, words in table["words"].items():
        for word, value in words.items():
            kinds.setdefault(word, []).append(name)
            values.setdefault(word, value)
    codes: dict[str, str] = {}
    classes: dict[str, set[str]] = {name: set() for name in table["words"]}
    shared: dict[tuple[str, ...], str] = {}
    for word in sorted(kinds.keys() | spoken):
        of = tuple(kinds.get(word, ()))
        if word in spoken or of not in shared:
            codes[word] = chr(next(numbers))
            if word not in spoken:
                shared[of] = codes[word]
        else:
            codes[word] = shared[of]
        for name in of:
            classes[name].add(codes[word])
    for name in (*NUMERIC, *_MARKS, "HOLIDAY", "POSS"):
        codes[name] = chr(next(numbers))
        classes[name] = {codes[name]}
    codes |= {mark: codes[name] for name, marks in _MARKS.items() for mark in marks}
    return Lexicon(
        codes=codes,
        values=values,
        classes={n: frozenset(c) for n, c in classes.items()},
        holidays={tuple(split(k)): v for k, v in table["holidays"].items()},
        names=frozenset(tuple(split(n)) for n in table["names"]["names"]),
    )


def split(phrase: str) -> list[str]:
    """Split a phrase of the tables as the lexer splits a text."""
    return re.findall(r"\d+|[’']s\b|[^\W\d_]+|[^\w\s]", phrase)
