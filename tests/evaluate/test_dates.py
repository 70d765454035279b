"""Scores of time expressions follow TempEval-3's definitions."""

import pytest

from dashlib.evaluate.dates import Expression, TimexScores, score

MONDAY = Expression(10, 16, "DATE", "2024-03-04")
WEEK = Expression(30, 38, "DURATION", "P1W")


@pytest.mark.parametrize(
    ("found", "relaxed", "strict", "type_f1", "value"),
    [
        ([MONDAY, WEEK], 1, 1, 1, 1),
        ([MONDAY], 2 / 3, 2 / 3, 2 / 3, 2 / 3),
        ([MONDAY._replace(start=7), WEEK], 1, 0.5, 1, 1),
        ([MONDAY._replace(value="2024-03-11"), WEEK], 1, 1, 1, 0.5),
        ([MONDAY._replace(type="TIME"), WEEK], 1, 1, 0.5, 1),
        ([MONDAY, WEEK, Expression(50, 55, "DATE", "2024")], 0.8, 0.8, 0.8, 0.8),
        ([Expression(16, 30, "DATE", "2024")], 0, 0, 0, 0),
        ([Expression(8, 11, "DATE", "2024"), MONDAY], 2 / 4, 2 / 4, 2 / 4, 2 / 4),
        ([Expression(0, 99, "DATE", "2024-03-04")], 2 / 3, 0, 2 / 3, 2 / 3),
        ([], 0, 0, 0, 0),
    ],
)
def test_scores(found, relaxed, strict, type_f1, value):
    """Spans, types and values are counted one to one, the greatest overlap first."""
    scores = score([([MONDAY, WEEK], found)])
    assert scores == TimexScores(2, len(found), *map(pytest.approx, (relaxed, strict, type_f1, value)))


def test_documents_add_up():
    """Counts are summed over documents before F1 is taken."""
    assert score([([MONDAY], [MONDAY]), ([], [WEEK]), ([], [])]).relaxed_f1 == pytest.approx(2 / 3)
