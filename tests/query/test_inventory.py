"""What the frames hold, counted."""

import datetime as dt

from tests.ui.sample import frames

from dashlib import schema
from dashlib.codebook import KINDS
from dashlib.query import inventory
from dashlib.schema import Frames

DAY = dt.date(2025, 8, 12)


def _world():
    articles = [
        {"article_id": "a1", "source": "B", "language": "en", "published_start": DAY, "published_end": DAY},
        {"article_id": "a2", "source": "A", "language": "en", "duplicate_of": "a1"},
        {"article_id": "a3", "source": "A", "language": "fr", "published_start": dt.date(2025, 8, 1)},
        {"article_id": "a4", "language": "xx"},
    ]
    mentions = [
        {"mention_id": "m1", "article_id": "a1", "event_id": "e1"},
        {"mention_id": "m2", "article_id": "a3", "event_id": "e1"},
        {"mention_id": "m3", "article_id": "a3", "event_id": "e2"},
    ]
    events = [
        {"event_id": "e1", "kind": "call", "mentions": 2, "disagreements": ["date"], "date_start": DAY},
        {"event_id": "e2", "kind": "call", "mentions": 1},
    ]
    merges = [
        {"event_id": "e1", "mention_id": "m1", "with_mention_id": "m2", "why": "same day (12 Aug 2025); same kind (call)"},
        {"event_id": "e1", "mention_id": "m2", "with_mention_id": "m1", "why": "same kind (call); dates that meet on 1 May"},
    ]  # fmt: skip
    return Frames.of(
        articles=schema.frame("articles", articles),
        mentions=schema.frame("mentions", mentions),
        events=schema.frame("events", events),
        merges=schema.frame("merges", merges),
    )


def test_everything_is_counted():
    """Copies, articles without an event, events told twice or contested, and the days from first to last."""
    held = inventory.inventory(_world())
    assert (held.articles, held.copies, held.silent, held.mentions, held.events) == (4, 1, 2, 3, 2)
    assert (held.retold, held.contested, held.sources, held.problems) == (1, 1, 2, 0)
    assert held.published == (dt.date(2025, 8, 1), DAY)
    assert held.happened == (DAY, None)


def test_nothing_is_counted_as_nothing():
    """A new store has zeros and no days."""
    held = inventory.inventory(Frames.of())
    assert set(held[:9]) == {0}
    assert held.published == held.happened == (None, None)
    assert inventory.sources(Frames.of()).empty
    assert inventory.merges(Frames.of()).empty


def test_sources_are_listed_by_their_articles():
    """The busiest first; articles without a source last; an event counts once a source."""
    rows = inventory.sources(_world())
    assert rows["Source"].tolist() == ["A", "B", "Not given"]
    assert rows["Articles"].tolist() == [2, 1, 1]
    assert rows["Events"].tolist() == [2, 1, 0]
    assert rows["Copies"].tolist() == [1, 0, 0]
    assert inventory.sources(frames())["Articles"].sum() == len(frames().articles)


def test_languages_have_names():
    """The most frequent first; a code without a name stands for itself."""
    assert inventory.languages(_world()) == ["English", "French", "xx"]


def test_reasons_for_merging_are_counted_by_their_sort():
    """Which day or which kind it was makes no other reason."""
    rows = inventory.merges(_world())
    assert rows.to_dict("list") == {"Reason": ["same kind", "same day", "dates that meet"], "Merges": [2, 1, 1]}


def test_every_kind_stands_in_the_codebook():
    """With its definition and its codes, and how often it occurs."""
    rows = inventory.kinds(_world())
    assert len(rows) == len(KINDS)
    assert rows["Events"].sum() == 2
    assert rows["What it is"].str.len().min() > 10
    assert rows.loc[rows["Kind"] == "● Call", ["PLOVER", "CAMEO", "Events"]].iloc[0].tolist() == ["CONSULT", "041", 2]
