"""The same reports give the same events, in any order and however they came in."""

import datetime as dt

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from dashlib import schema
from dashlib.merging import consolidate, touched
from dashlib.merging.blocking import lineup
from dashlib.merging.features import features
from dashlib.merging.keys import keys_of
from dashlib.merging.rules import rules
from dashlib.merging.similarity import hopes, margins

KINDS = ("call", "summit", "strike", "attack", "sanction")
SIDES = (("Russia", "RUS GOV"), ("Ukraine", "UKR GOV"), ("Vladimir Putin", "RUS GOV"), ("Hamas", "PSE REB"))
TOWNS = (("", "", ""), ("Odesa", "1", "UKR"), ("Kharkiv", "2", "UKR"))
WORDS = ("drones hit the port", "the leaders spoke by phone", "the second round", "the third round of talks",
         "Since the strike", "After their summit", "another attack by Russia")  # fmt: skip
TRIGGERS = ("drones", "spoke", "round", "round", "strike", "summit", "attack")
TITLES = ("Drones over Odesa", "Putin calls", "", "Russia and Ukraine talk", "Kharkiv hit", "Hamas", "Drones again")

ROW = st.tuples(
    st.sampled_from(KINDS), st.integers(0, 6), st.integers(0, 9), st.sets(st.sampled_from(range(4)), max_size=2),
    st.sampled_from(TOWNS), st.sampled_from(WORDS), st.booleans(),
)  # fmt: skip
START = dt.date(2025, 8, 1)


def frames(rows) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give mentions and articles of drawn rows."""
    mentions = []
    for number, (kind, article, day, who, (town, place, country), words, dated) in enumerate(rows):
        trigger = TRIGGERS[WORDS.index(words)]
        at = number * 50 + words.index(trigger)
        names = [SIDES[n] for n in sorted(who)]
        role = "participant" if kind in {"call", "summit"} else "initiator"
        when = START + dt.timedelta(day) if dated else None
        mentions.append(
            {"mention_id": f"m{number:03}", "article_id": f"a{article}", "sentence": number, "start": at,
             "end": at + len(trigger), "trigger": trigger, "quote": words, "quote_start": number * 50,
             "quote_end": number * 50 + len(words), "kind": kind, "quad": 1, "status": "happened", "date_start": when,
             "date_end": when, "date_precision": "day" if dated else "unknown",
             "date_basis": "explicit" if dated else "none", f"{role}s": [n for n, _ in names],
             f"{role}_codes": [c for _, c in names], "place": town, "place_id": place, "country": country,
             "place_precision": "settlement" if town else "", "confidence": 0.7}
        )  # fmt: skip
    days = [START + dt.timedelta(n + 2) for n in range(7)]
    articles = [
        {"article_id": f"a{n}", "published": d, "published_end": d, "source": f"S{n}", "title": TITLES[n],
         "text": f"{TITLES[n]} on the eastern front." * (n % 3)}
        for n, d in enumerate(days)
    ]  # fmt: skip
    return schema.frame("mentions", mentions), schema.frame("articles", articles)


def partition(event_ids) -> set[frozenset[str]]:
    """Give the clusters, without their names."""
    groups: dict[str, set[str]] = {}
    for mention, event in event_ids.items():
        groups.setdefault(event, set()).add(mention)
    return {frozenset(g) for g in groups.values()}


@settings(deadline=None, max_examples=40)
@given(st.lists(ROW, min_size=2, max_size=14), st.randoms(use_true_random=False))
def test_order_makes_no_difference(rows, dice):
    """Shuffled mentions and articles: the same events, ids and rows."""
    mentions, articles = frames(rows)
    once = consolidate(mentions, articles)
    order = list(range(len(mentions)))
    dice.shuffle(order)
    again = consolidate(mentions.iloc[order], articles.iloc[::-1])
    assert once.event_ids == again.event_ids
    assert once.events.astype(str).equals(again.events.astype(str))


@settings(deadline=None, max_examples=40)
@given(st.lists(ROW, min_size=3, max_size=14), st.integers(1, 12))
def test_what_new_mentions_do_not_touch_stays(rows, cut):
    """Clustering anew only what the new mentions touch gives what clustering everything gives."""
    mentions, articles = frames(rows)
    cut = min(cut, len(mentions) - 1)
    merged = added(consolidate(mentions.iloc[:cut], articles).event_ids, mentions, articles)
    assert partition(merged) == partition(consolidate(mentions, articles).event_ids)
    assert merged == consolidate(mentions, articles).event_ids


@settings(deadline=None, max_examples=40)
@given(
    st.lists(ROW, min_size=3, max_size=20), st.lists(st.integers(1, 19), max_size=4, unique=True), st.integers(0, 999)
)
def test_any_batches_in_any_order_give_the_same_events(rows, cuts, seed):
    """A store that grows by batches holds what one that came at once holds."""
    mentions, articles = frames(rows)
    drawn = mentions.sample(frac=1, random_state=seed)
    merged: dict[str, str] = {}
    for cut in [*sorted(c for c in cuts if c < len(rows)), len(rows)]:
        merged = added(merged, drawn.iloc[:cut], articles)
    assert merged == consolidate(mentions, articles).event_ids


@settings(deadline=None, max_examples=60)
@given(st.lists(ROW, min_size=2, max_size=20), st.lists(st.booleans(), min_size=20, max_size=20))
def test_the_pairs_of_a_few_mentions_are_among_those_of_all(rows, chosen):
    """To look for the pairs of some mentions gives what picking theirs from all the pairs gives."""
    mentions, articles = frames(rows)
    found = lineup(keys_of(mentions, articles, rules()), rules())
    some = np.array(chosen[: len(mentions)])
    i, j = found.pairs()
    theirs = some[i] | some[j]
    assert np.array_equal(found.pairs_with(some), (i[theirs], j[theirs]))


@settings(deadline=None, max_examples=60)
@given(st.lists(ROW, min_size=2, max_size=14))
def test_no_pair_is_given_up_that_its_surroundings_would_save(rows):
    """What can be hoped for a pair before its articles are read is never less than what it comes to."""
    mentions, articles = frames(rows)
    keys, r = keys_of(mentions, articles, rules()), rules()
    i, j = np.triu_indices(len(mentions), 1)
    hoped = hopes(features(mentions, articles, keys, blind=True), r, i, j)
    reached = margins(features(mentions, articles, keys), r, i, j)
    assert not ((reached >= 0) & (hoped < reached)).any()


def added(before, mentions, articles) -> dict[str, str]:
    """Give the event of each mention where those that have none yet are new."""
    fresh = set(mentions["mention_id"]) - before.keys()
    ids = touched(mentions, articles, fresh)
    part = consolidate(mentions[mentions["mention_id"].isin(ids)], articles).event_ids
    gone = {before[m] for m in ids if m in before}
    return {m: e for m, e in before.items() if e not in gone} | part
