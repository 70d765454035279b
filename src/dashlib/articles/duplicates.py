"""Marks articles that are near-copies of another: agency reports that several outlets print, cut or lightly edited.

Candidates by locality-sensitive hashing of MinHash sketches over word triples (Broder 1997; Leskovec, Rajaraman and
Ullman, *Mining of Massive Datasets*, ch. 3), each then compared in full.
"""

import datetime as dt
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from datasketch import MinHash, MinHashLSH
from numpy.typing import NDArray

from dashlib.types import Article

__all__ = ["mark"]

_WORDS = re.compile(r"\w+")
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)  # odd, random bits
_HALF = np.uint64(32)
_BANDS, _ROWS = 32, 3  # proposes 99 of 100 pairs that share half of their triples
_ALIKE = 0.6  # share of triples that two versions of one report have in common
_CONTAINED = 0.85  # share of the shorter text's triples that stand in the longer one: a cut version
_LONG_ENOUGH = 30  # triples that a text needs to be compared at all: two short notices look alike by chance
_SAME_NUMBERS = 0.5  # a daily bulletin fills one form with new numbers: another report


@dataclass(frozen=True, slots=True, eq=False)
class _Sketch:
    """What is compared of a text: its word triples as sorted hashes, and the numbers in it."""

    triples: NDArray[np.uint64]
    numbers: frozenset[str]


def mark(articles: Sequence[Article]) -> list[Article]:
    """Set `duplicate_of` to the id of the original: the first of its copies by publication, then by id.

    An original that an earlier run named and that is not among these articles stays the original, so that some articles
    can be compared without all the others. The order of the articles makes no difference, and they come back in theirs.
    """
    sketches = [_sketch(a.text) for a in articles]
    roots = _Groups(len(articles))
    for one, other in _candidates(sketches):
        if roots.of(one) != roots.of(other) and _copies(sketches[one], sketches[other]):
            roots.join(one, other)
    originals = _originals(articles, roots)
    return [_marked(a, originals[roots.of(i)]) for i, a in enumerate(articles)]


def _originals(articles: Sequence[Article], roots: "_Groups") -> dict[int, str]:
    """Give the id of each group's original: one named before and not among these, else the first of the group."""
    here = {a.article_id for a in articles}
    first: dict[int, str] = {}
    elsewhere: dict[int, str] = {}
    for number in sorted(range(len(articles)), key=lambda i: _age(articles[i])):
        article, root = articles[number], roots.of(number)
        first.setdefault(root, article.article_id)
        if article.duplicate_of and article.duplicate_of not in here:
            elsewhere.setdefault(root, article.duplicate_of)
    return first | elsewhere


def _marked(article: Article, original: str) -> Article:
    return replace(article, duplicate_of="" if original == article.article_id else original)


def _age(article: Article) -> tuple[dt.date, str]:
    return article.published.start or article.published.end or dt.date.max, article.article_id


def _sketch(text: str) -> _Sketch:
    words = _WORDS.findall(text.casefold())
    codes = np.fromiter((zlib.crc32(w.encode()) for w in words), dtype=np.uint64, count=len(words))
    width = len(_FACTORS)
    if len(words) < width:
        return _Sketch(np.empty(0, np.uint64), frozenset())
    windows = np.lib.stride_tricks.sliding_window_view(codes, width)
    return _Sketch(np.unique((windows * _FACTORS).sum(axis=1, dtype=np.uint64)), frozenset(filter(str.isdigit, words)))


def _candidates(sketches: Sequence[_Sketch]) -> Iterator[tuple[int, int]]:
    """Give each pair of articles whose sketches agree in a band, once."""
    numbers = [i for i, s in enumerate(sketches) if len(s.triples) >= _LONG_ENOUGH]
    index = MinHashLSH(num_perm=_BANDS * _ROWS, params=(_BANDS, _ROWS))
    hashes = MinHash.generator(
        ((sketches[i].triples >> _HALF).tolist() for i in numbers),
        num_perm=_BANDS * _ROWS, hashfunc=int, scheme="affine32",
    )  # fmt: skip
    for number, sketch in zip(numbers, hashes, strict=True):
        yield from ((found, number) for found in index.query(sketch))
        index.insert(number, sketch, check_duplication=False)


def _copies(one: _Sketch, other: _Sketch) -> bool:
    shared = len(np.intersect1d(one.triples, other.triples, assume_unique=True))
    shorter = min(len(one.triples), len(other.triples))
    if shared < _CONTAINED * shorter and shared < _ALIKE * (len(one.triples) + len(other.triples) - shared):
        return False
    fewer = min(len(one.numbers), len(other.numbers))
    return len(one.numbers & other.numbers) >= _SAME_NUMBERS * fewer


class _Groups:
    """Which articles are linked, directly or through others (union-find)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def of(self, member: int) -> int:
        """Give the number that stands for the member's group."""
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def join(self, one: int, other: int) -> None:
        """Make one group of two."""
        self._parent[self.of(other)] = self.of(one)
