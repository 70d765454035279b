"""How long it takes to find the near-copies among many articles: `python -m benchmarks.duplicates [ARTICLES]`."""

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import replace

from dashlib.articles.duplicates import mark
from dashlib.types import Article

WORDS = 200
VOCABULARY = 30_000
CHANGED = 8
EVERY = 10


def articles(count: int, *, seed: int = 0) -> Iterator[Article]:
    """Give articles of 200 words drawn by Zipf's law; each tenth is the one before with eight words changed."""
    chance = random.Random(seed)
    vocabulary = [f"word{n}" for n in range(VOCABULARY)]
    weights = [1 / (rank + 1) for rank in range(VOCABULARY)]
    words: list[str] = []
    for number in range(count):
        if number % EVERY == EVERY - 1:
            for place in chance.sample(range(WORDS), CHANGED):
                words[place] = "changed"
        else:
            words = chance.choices(vocabulary, weights, k=WORDS)
        yield Article(f"{number:016x}", " ".join(words))


def main(count: int = 100_000) -> None:
    """Print articles a second and the share of copies found."""
    made = list(articles(count))
    started = time.perf_counter()
    marked = mark(made)
    seconds = time.perf_counter() - started
    copies = sum(bool(a.duplicate_of) for a in marked)
    right = sum(
        a == replace(b, duplicate_of=f"{i - 1:016x}") for i, (a, b) in enumerate(zip(marked, made, strict=True))
    )
    print(f"{count:,} articles of {WORDS} words: {seconds:.1f} s, {count / seconds:,.0f} a second")
    print(f"copies marked: {copies:,}, with the right original: {right:,} of {count // EVERY:,}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
