"""Places are scored by distance and by overlap."""

import pytest

from dashlib.evaluate.places import Located, Score, accuracy, detection, great_circle_km

KYIV = Located(0, 4, 50.45, 30.52)
FAR = Located(0, 4, 46.48, 30.72)


def test_the_distance_is_that_of_the_great_circle():
    """A quarter of the equator is a quarter of the earth's girth, and no place is far from itself."""
    assert great_circle_km((0, 0), (0, 90)) == pytest.approx(10007.6, abs=0.5)
    assert great_circle_km((12, 34), (12, 34)) == 0


def test_accuracy_counts_what_lies_within_the_limit():
    """A near answer is right, a far one and none are wrong, and gold without coordinates is left out."""
    gold = [KYIV, KYIV, KYIV, Located(0, 4, None, None)]
    score = accuracy(gold, [Located(0, 4, 50.0, 30.0), FAR, None, FAR])
    assert score == Score(gold=3, predicted=2, right=1)


def test_detection_matches_each_span_once():
    """Two finds on one gold span count one right."""
    score = detection([Located(0, 10, None, None)], [Located(0, 3, None, None), Located(4, 10, None, None)])
    assert score == Score(gold=1, predicted=2, right=1)


def test_detection_with_a_limit_leaves_the_unlocated_out():
    """Gold without coordinates and what overlaps it do not count where the place must be right."""
    gold = [KYIV, Located(10, 14, None, None)]
    found = [FAR, Located(10, 14, 1.0, 1.0)]
    assert detection(gold, found, limit_km=161) == Score(gold=1, predicted=1, right=0)


def test_scores_add_up():
    """Counts of texts are added; precision, recall and F1 are of the sums."""
    score = Score(4, 2, 1) + Score(0, 2, 2)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.75, 0.75)
    assert Score(0, 0, 0).f1 == 0
