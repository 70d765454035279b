"""Coreference is scored as the reference scorer does it, on its own published examples and on the limits."""

import pytest

from dashlib.evaluate import gold_mentions
from dashlib.evaluate.coreference import b_cubed, ceaf_e, clusters_of, muc, score
from dashlib.evaluate.identity import Label, identity
from dashlib.schema import Frames, frame


def partition(text: str) -> list[frozenset[str]]:
    """Give clusters of letters: "abc de"."""
    return [frozenset(part) for part in text.split()]


# Luo (2005), "On Coreference Resolution Performance Metrics", figure 1: truth and four responses.
TRUTH = "ABCDE FG HIJKL"
LUO = [
    ("ABCDE FGHIJKL", 0.9474, 0.8650, 0.7333),
    ("ABCDEHIJKL FG", 0.9474, 0.7368, 0.6667),
    ("ABCDEFGHIJKL", 0.9000, 0.5454, 0.2941),
    ("A B C D E F G H I J K L", 0.0, 0.4000, 0.1778),
]


@pytest.mark.parametrize(("response", "muc_f1", "b3_f1", "ceaf_f1"), LUO)
def test_luos_examples(response, muc_f1, b3_f1, ceaf_f1):
    """The figures of the paper's table (φ4 for CEAF)."""
    gold, said = partition(TRUTH), partition(response)
    assert muc(gold, said).f1 == pytest.approx(muc_f1, abs=6e-4)
    assert b_cubed(gold, said).f1 == pytest.approx(b3_f1, abs=6e-4)
    assert ceaf_e(gold, said).f1 == pytest.approx(ceaf_f1, abs=6e-4)


def test_the_truth_scores_one_and_nothing_scores_nothing():
    """The CoNLL score is the mean of the three."""
    assert score(partition(TRUTH), partition(TRUTH)).conll == 1
    assert score(partition("ab"), []).conll == 0


def test_clusters_are_read_off_names():
    """Mentions of one name are one cluster."""
    assert set(clusters_of({"a": 1, "b": 2, "c": 1})) == {frozenset("ac"), frozenset("b")}


ROWS = [
    {"id": "d1", "text": "Thieves robbed the bank in Lyon on Monday. The police arrested two men.",
     "mentions": [{"span": [8, 14], "tag": "ACTION_OCCURRENCE", "cluster": "R"},
                  {"span": [54, 62], "tag": "ACTION_OCCURRENCE", "cluster": None},
                  {"span": [0, 7], "tag": "HUMAN_PART_PER", "cluster": "T"},
                  {"span": [27, 31], "tag": "LOC_GEO", "cluster": "L"}]},
    {"id": "d2", "text": "The robbery of a bank in Lyon by thieves shocked the police.",
     "mentions": [{"span": [4, 11], "tag": "ACTION_OCCURRENCE", "cluster": "R"},
                  {"span": [25, 29], "tag": "LOC_GEO", "cluster": "L"}]},
    {"id": "d3", "text": "The team won the cup after extra time in Oslo.",
     "mentions": [{"span": [9, 12], "tag": "ACTION_OCCURRENCE", "cluster": None}]},
]  # fmt: skip


def test_given_mentions_are_clustered_by_words(plain):
    """A verb and its noun in reports of one story are one event; other acts are not."""
    documents = gold_mentions.documents_of(ROWS)
    found = gold_mentions.predict(documents, plain)
    assert found["d1 0"] == found["d2 0"]
    assert len(set(found.values())) == 3
    assert gold_mentions.evaluate(documents, plain).conll == 1


def test_wrong_merges_and_missed_ones_are_listed():
    """Two labelled events in one are wrong; one event in two is missed; a clause without a mention counts as missed."""
    text = "A met B. C met D. A met B again in the evening. E met F."
    quotes = ["A met B.", "C met D.", "A met B again", "E met F."]
    labels = [Label(event, "meeting", "x/a.txt", quote) for event, quote in zip("1212", quotes, strict=True)]
    mentions = [
        {"mention_id": f"m{n}", "article_id": "a", "kind": "meeting", "event_id": event, "start": text.index(quote) + 2,
         "end": text.index(quote) + 5, "quote_start": text.index(quote), "quote_end": text.index(quote) + len(quote)}
        for n, (quote, event) in enumerate(zip(quotes[:3], ["e1", "e1", "e2"], strict=True))
    ]  # fmt: skip
    article = {"article_id": "a", "path": "/demo/x/a.txt", "text": text}
    scores = identity(labels, Frames.of(articles=frame("articles", [article]), mentions=frame("mentions", mentions)))
    assert (scores.found, scores.labelled) == (3, 4)
    assert [(p.first.quote, p.second.quote) for p in scores.wrong] == [("A met B.", "C met D.")]
    assert [(p.first.quote, p.second.quote) for p in scores.missed] == [("A met B again", "A met B.")]
    assert scores.end_to_end.f1 < scores.merging.f1 < 1
