"""Bootstrap intervals: seeded, around the figure, wider where texts differ more."""

from dashlib.evaluate.bootstrap import intervals


def mean(sample):
    """Give the mean of a sample as the only statistic."""
    return (sum(sample) / len(sample),)


def test_an_interval_holds_the_figure_and_comes_back():
    """The mean lies inside, and the same units give the same interval."""
    units = list(range(20))
    ((low, high),) = intervals(units, mean)
    assert low < 9.5 < high
    assert intervals(units, mean) == [(low, high)]


def test_units_that_differ_more_give_a_wider_interval():
    """Without any spread low and high fall together."""
    ((low, high),) = intervals([3.0] * 9, mean, rounds=50)
    assert low == high == 3
    ((low, high),) = intervals([0.0, 6.0] * 9, mean, rounds=50)
    assert low < 3 < high


def test_each_statistic_has_an_interval_of_its_own():
    """Two statistics of a sample give two intervals in their order."""
    found = intervals([1.0, 2.0], lambda s: (min(s), max(s) + 10), rounds=50)
    assert [low >= 11 for low, _ in found] == [False, True]
