"""Near-copies are marked with their original."""

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashlib.articles.duplicates import mark
from dashlib.articles.model import article_id
from dashlib.types import Article, Basis, Interval, Precision

WORDS = [f"word{n}" for n in range(100)]


def prose(seed, words=120):
    """Give words in a random order, the same for a seed."""
    return random.Random(seed).choices(WORDS, k=words)


def article(words, *, day=None, title=""):
    """Make an article of words, published on a day of May 2024."""
    text = " ".join(words)
    published = Interval(*[dt.date(2024, 5, day)] * 2, Precision.DAY) if day else Interval()
    basis = Basis.GIVEN if day else Basis.NONE
    return Article(article_id(title, text), text, title=title, published=published, published_basis=basis)


def originals(articles):
    """Give the position of each article's original, or None."""
    by_id = {a.article_id: i for i, a in enumerate(articles)}
    return [by_id.get(a.duplicate_of) for a in mark(articles)]


def edited(words, changes, seed=0):
    """Replace some words by others."""
    picks = random.Random(seed)
    out = list(words)
    for place in picks.sample(range(len(out)), changes):
        out[place] = "changed"
    return out


def test_an_edited_copy_points_to_the_earlier_one():
    """The first by publication is the original, wherever it stands in the list."""
    story = prose(1)
    assert originals([article(edited(story, 5), day=9), article(story, day=8), article(prose(2), day=7)]) == [
        1,
        None,
        None,
    ]


def test_a_cut_version_is_a_copy():
    """A paper that prints the first two thirds of a report prints that report."""
    story = prose(3, 240)
    assert originals([article(story, day=1), article(story[:150], day=2)]) == [None, 0]


def test_another_headline_makes_no_other_report():
    """The same text under two titles is two articles of one report."""
    story = prose(4)
    assert originals([article(story, title="One", day=1), article(story, title="Two", day=2)]) == [None, 0]


def test_a_chain_has_one_root():
    """A copy of a copy points to the first of all."""
    first = prose(5)
    second = edited(first, 10, seed=1)
    third = edited(second, 10, seed=2)
    assert originals([article(third, day=3), article(second, day=2), article(first, day=1)]) == [2, 2, None]


def test_unknown_days_come_last():
    """An article without a day is the copy of one that has a day."""
    story = prose(6)
    assert originals([article(edited(story, 3)), article(story, day=30)]) == [1, None]


@pytest.mark.parametrize("words", [0, 1, 2, 5, 20])
def test_short_texts_are_not_compared(words):
    """A line or two may be alike by chance."""
    assert originals([article(prose(7, words), title="One"), article(prose(7, words), title="Two")]) == [None, None]


def test_a_form_filled_in_anew_is_another_report():
    """A daily bulletin with other numbers in the same words is no copy of yesterday's."""
    form = prose(8)
    for at in range(5, 115, 10):
        form[at] = "{}"
    bulletin = " ".join(form)
    days = [article(bulletin.format(*range(start, start + 11)).split(), day=start // 100) for start in (100, 200)]
    assert originals(days) == [None, None]


def test_a_corrected_number_is_a_copy():
    """One figure changed among several does not make a new report."""
    story = prose(9)
    for at, number in zip(range(5, 65, 10), (12, 300, 45, 2024, 7, 81), strict=True):
        story[at] = str(number)
    later = [*story]
    later[5] = "15"
    assert originals([article(story, day=1), article(later, day=1, title="Update")]).count(None) == 1


def test_a_mark_that_does_not_hold_goes():
    """An article that is no copy of the one it names loses its mark."""
    one, other = article(prose(10)), article(prose(11))
    assert originals([one, replace(other, duplicate_of=one.article_id)]) == [None, None]


def test_an_original_elsewhere_stays_the_original():
    """What is compared with a copy alone points to the copy's own original."""
    story = prose(12)
    copy = replace(article(edited(story, 3), day=9), duplicate_of="0123456789abcdef")
    assert [a.duplicate_of for a in mark([article(story, day=20), copy])] == ["0123456789abcdef"] * 2


@given(st.permutations(range(12)))
def test_the_order_makes_no_difference(order):
    """Any order of the articles gives the same originals."""
    stories = [prose(seed) for seed in range(4)]
    pool = [article(edited(s, n * 6, seed=n), day=1 + (n + i) % 3) for i, s in enumerate(stories) for n in range(3)]
    expected = {a.article_id: a.duplicate_of for a in mark(pool)}
    assert {a.article_id: a.duplicate_of for a in mark([pool[i] for i in order])} == expected
    assert sum(map(bool, expected.values())) == 8
