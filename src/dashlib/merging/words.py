"""Words of a quote as weights: stems, how telling each is, ordinals ("the third round") and the main figure."""

import math
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from dashlib.codebook.tables import read_csv, read_toml

__all__ = ["Ordinal", "figure", "ordinals", "stem", "stems", "weigh", "weight"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


class Ordinal(NamedTuple):
    """A number in a series and what it counts: "the third round" is (3, round)."""

    number: int
    noun: str


@lru_cache(maxsize=1)
def _weights() -> tuple[Mapping[str, float], float]:
    """Give the weight of each common stem, and that of any other (inverse document frequency, smoothed)."""
    counts = {row["stem"]: int(row["documents"]) for row in read_csv("word_weights.csv", ("stem", "documents"))}
    total = counts.pop("*")
    return {s: math.log((1 + total) / (1 + n)) for s, n in counts.items()}, math.log((1 + total) / 2)


@lru_cache(maxsize=1)
def _series() -> tuple[Mapping[str, int], frozenset[str]]:
    table = read_toml("series.toml")
    return table["numbers"], frozenset(table["nouns"])


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    """Give what a text with a number in a series has at least: cheap to look for, and mostly not there."""
    return re.compile(rf"\b(?:{'|'.join(_series()[0])}|\d+(?:st|nd|rd|th))\b", re.IGNORECASE)


def stem(word: str) -> str:
    """Give a word without the endings of number, tense and possession; rough, and the same for all its forms.

    >>> [stem(w) for w in ("strikes", "striking", "struck", "carried", "talks", "Kyiv's")]
    ['strik', 'strik', 'struck', 'carri', 'talk', 'kyiv']
    """
    low = _POSSESSIVE.sub("", word.casefold())
    for ending in ("ings", "ing", "edly", "ed", "es", "s", "e"):
        if low.endswith(ending) and len(low) - len(ending) >= 4 and not low.endswith("ss"):
            return low.removesuffix(ending)
    if low.endswith("s") and len(low) >= 4 and not low.endswith("ss"):
        return low[:-1]
    return low[:-1] + "i" if low.endswith("y") and len(low) > 4 else low


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    return stem(word)


def stems(text: str) -> list[str]:
    """Give the stems of a text in order, numbers as they stand."""
    return list(map(_stem, _WORD.findall(text)))


def weight(stem_: str) -> float:
    """Give how telling a stem is: near 0 for words of every report, the most for one that the table lacks."""
    known, rare = _weights()
    return known.get(stem_, rare)


@lru_cache(maxsize=50_000)
def weigh(text: str) -> Mapping[str, float]:
    """Give the weights of a text's distinct stems, scaled to length 1, in alphabetical order.

    Words of every report drop out.
    """
    found = {s: weight(s) for s in stems(text)}
    found = {s: w for s, w in found.items() if w > 0.7}
    size = math.sqrt(sum(w * w for w in found.values()))
    return {s: found[s] / size for s in sorted(found)} if size else {}


@lru_cache(maxsize=50_000)
def ordinals(text: str) -> frozenset[Ordinal]:
    """Give the numbers in series that a text speaks of.

    >>> ordinals("the third round of talks on the EU's 18th package")
    frozenset({Ordinal(number=3, noun='round'), Ordinal(number=18, noun='package')})
    """
    if not _counted().search(text):
        return frozenset()
    return frozenset(_ordinals(re.findall(r"[a-z]+|\d+(?:st|nd|rd|th)?", text.lower())))


def _ordinals(words: list[str]) -> Iterable[Ordinal]:
    numbers, nouns = _series()
    for place, word in enumerate(words):
        number = numbers.get(word) or (int(word[:-2]) if re.fullmatch(r"\d+(?:st|nd|rd|th)", word) else 0)
        if not number or number > 400:
            continue
        for later in words[place + 1 : place + 4]:
            if later.removesuffix("s") in nouns:
                yield Ordinal(number, later.removesuffix("s"))
                break


def figure(quantity: str) -> float:
    """Give the first number of a quantity in words, or NaN: "at least 10,000 soldiers" is 10000."""
    found = _NUMBER.search(quantity)
    if found is None:
        return math.nan
    value = float(found.group().replace(",", ""))
    after = quantity[found.end() :].split()
    return value * _SCALES.get(after[0].lower(), 1.0) if after else value
