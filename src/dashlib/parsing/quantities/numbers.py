"""Finds numbers in a text: digits, words, vague counts, ranges, and the words that loosen them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from dashlib.codebook.measures import (
    CARDINALS,
    CURRENCY_SIGNS,
    FRACTION_PARTS,
    FRACTIONS,
    MODIFIERS,
    MULTIPLIERS,
    SILENT,
    VAGUE,
    VAGUE_TENS,
)

__all__ = ["Number", "find_numbers"]

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(k|m|mn|mln|b|bn|tn)?", re.IGNORECASE)
_PAIR = re.compile(r"(\d[\d,.]*)[-–—](\d[\d,.]*)(k|m|mn|bn|tn)?", re.IGNORECASE)
_DASHES = frozenset({"-", "–", "—"})
_LONGEST = max(len(p.split()) for p in MODIFIERS)


class Number(NamedTuple):
    """A number in tokens [first, last): the digits or words alone are [core, last). `currency` is an ISO code or ""."""

    first: int
    core: int
    last: int
    value: float
    high: float | None
    modifier: str
    currency: str
    vague: bool = False
    share: bool = False


class _Read(NamedTuple):
    value: float
    last: int
    high: float | None = None
    vague: bool = False
    share: bool = False


def _lower(doc: Doc, i: int) -> str:
    return doc[i].lower_ if 0 <= i < len(doc) else ""


def _digits(text: str) -> float | None:
    found = _DIGITS.fullmatch(text)
    if not found:
        return None
    return float(found[1].replace(",", "")) * MULTIPLIERS.get((found[2] or "").lower(), 1)


def _multiplied(doc: Doc, i: int, value: float) -> tuple[float, int]:
    """Apply "million", "-billion" after a number; give the value and the token after it."""
    while True:
        j = i + 1 if _lower(doc, i) in _DASHES and _lower(doc, i + 1) in MULTIPLIERS else i
        word = _lower(doc, j)
        word = word.removesuffix(".") if len(word) <= 3 else word
        if word not in MULTIPLIERS or (len(word) < 3 and j == i + 1):
            return value, i
        value, i = value * MULTIPLIERS[word], j + 1


def _words(doc: Doc, i: int) -> _Read | None:
    """Read "two hundred and fifty", "twenty-five", "a dozen", "a hundred"."""
    start, total, current = i, 0.0, 0.0
    if _lower(doc, i) in {"a", "an"} and _lower(doc, i + 1) in MULTIPLIERS:
        current, i = 1.0, i + 1
    while True:
        word = _lower(doc, i)
        if word in CARDINALS:
            current += CARDINALS[word]
        elif word in MULTIPLIERS and len(word) > 2 and current:
            if MULTIPLIERS[word] >= 1000:
                total, current = total + current * MULTIPLIERS[word], 0.0
            else:
                current *= MULTIPLIERS[word]
        elif not (i > start and (word in _DASHES or word == "and") and _continues(doc, i, word, current)):
            break
        i += 1
    return _Read(total + current, i) if i > start and (total or current or _lower(doc, start) == "zero") else None


def _continues(doc: Doc, i: int, word: str, current: float) -> bool:
    before, after = _lower(doc, i - 1), _lower(doc, i + 1)
    if word == "and":
        return before in MULTIPLIERS and after in CARDINALS
    return (current >= 20 and CARDINALS.get(after, 99) < 10) or after in MULTIPLIERS


def _loose(doc: Doc, i: int) -> _Read | None:
    """Read vague counts and fractions: "dozens", "tens of thousands", "half", "two thirds", "several hundred"."""
    word = _lower(doc, i)
    if word in VAGUE_TENS and _lower(doc, i + 1) == "of" and _lower(doc, i + 2) in VAGUE:
        unit = MULTIPLIERS[_lower(doc, i + 2).removesuffix("s")]
        return _Read(VAGUE_TENS[word] * unit, i + 3, vague=True)
    if word in VAGUE:
        value, last = _multiplied(doc, i + 1, VAGUE[word])
        return _Read(value, last, vague=True)
    if word in CARDINALS and _lower(doc, i + 1) in FRACTION_PARTS:
        return _Read(CARDINALS[word] * FRACTION_PARTS[_lower(doc, i + 1)], i + 2, share=True)
    step = 1 if word in {"a", "one"} else 0
    if _lower(doc, i + step) in FRACTIONS and _lower(doc, i + step + 1) == "of":
        return _Read(FRACTIONS[_lower(doc, i + step)], i + step + 1, share=True)
    return None


def _pair(doc: Doc, i: int) -> _Read | None:
    found = _PAIR.fullmatch(doc[i].text)
    if not found:
        return None
    low, high = _digits(found[1].rstrip(".,")), _digits(found[2].rstrip(".,") + (found[3] or ""))
    if low is None or high is None or high <= low:
        return None
    factor, last = _multiplied(doc, i + 1, 1.0)
    return _Read(low * factor, last, high * factor)


def _single(doc: Doc, i: int) -> _Read | None:
    pair = _pair(doc, i)
    if pair:
        return pair
    value = _digits(doc[i].text)
    if value is not None:
        return _Read(*_multiplied(doc, i + 1, value))
    return _loose(doc, i) or _words(doc, i)


def _ranged(doc: Doc, i: int, low: _Read) -> _Read:
    """Extend a number by "to 20", "-20", or "and 20" after "between"."""
    joint = _lower(doc, low.last)
    between = joint == "and" and _lower(doc, i - 1) == "between"
    if low.high is not None or low.vague or not (joint in {"to", "or"} or joint in _DASHES or between):
        return low
    after = low.last + 1
    if _lower(doc, after) in CURRENCY_SIGNS or doc[min(after, len(doc) - 1)].text in CURRENCY_SIGNS:
        after += 1
    second = _single(doc, after) if after < len(doc) else None
    if second is None or second.vague or second.high is not None or second.value <= low.value:
        return low
    factor = next((m for m in (1e12, 1e9, 1e6, 1e3) if second.value >= m and second.value / m > low.value), 1.0)
    worded = any(t.lower_ in MULTIPLIERS for t in doc[after : second.last])
    return _Read(low.value * (factor if worded and low.value < factor else 1.0), second.last, second.value)


def _modifier(doc: Doc, i: int) -> tuple[int, str]:
    """Give where the loosening words before a number begin, and what they say."""
    for length in range(_LONGEST, 0, -1):
        phrase = doc[max(0, i - length) : i].text.lower()
        if length <= i and phrase in MODIFIERS:
            if phrase in SILENT:
                return _modifier(doc, i - length) if phrase != "the" else (i, "exact")
            return i - length, MODIFIERS[phrase]
    return i, "exact"


def find_numbers(doc: Doc) -> Iterator[Number]:
    """Yield the numbers of a Doc in text order, without overlaps."""
    i = 0
    while i < len(doc):
        low = _single(doc, i)
        if low is None:
            i += 1
            continue
        read = _ranged(doc, i, low)
        signed = i > 0 and doc[i - 1].text in CURRENCY_SIGNS
        begin = i - 1 if signed else i
        first, modifier = _modifier(doc, begin)
        if read.high is not None:
            between = _lower(doc, begin - 1) in {"between", "from"}
            first, modifier = (begin - 1 if between else min(first, begin)), "range"
        elif read.vague and modifier == "exact":
            modifier = "at_least"
        currency = CURRENCY_SIGNS[doc[i - 1].text] if signed else ""
        yield Number(first, begin, read.last, read.value, read.high, modifier, currency, read.vague, read.share)
        i = max(read.last, i + 1)
