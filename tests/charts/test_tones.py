"""Tones of a colour, and the colours of conflict and cooperation."""

import pytest

from dashlib.charts import View
from dashlib.charts.style import DARK, LIGHT, contrast
from dashlib.charts.tones import BALANCES, balance_of, balance_tone, blend, shade, text_on


@pytest.mark.parametrize(("share", "mixed"), [(0, "#ffffff"), (1, "#102030"), (0.5, "#889098")])
def test_a_blend_lies_between_paper_and_colour(share, mixed):
    """None of the colour is the paper, all of it the colour."""
    assert blend("#102030", "#ffffff", share) == mixed


def test_more_is_darker_and_the_most_is_full():
    """One event can still be seen."""
    tones = [shade(n, 50) for n in (1, 2, 10, 50)]
    assert tones == sorted(tones)
    assert (tones[0] > 0.1, tones[-1]) == (True, 1)
    assert shade(1, 1) == 1


@pytest.mark.parametrize("tones", [LIGHT, DARK])
@pytest.mark.parametrize("share", [0.18, 0.4, 0.6, 0.8, 1.0])
@pytest.mark.parametrize("colour", ["#2f6fb0", "#c8452f", "#6ba6e0", "#ee7a63"])
def test_numbers_in_cells_can_be_read(colour, share, tones):
    """Ink or paper, whichever has the better contrast: 3:1 at the least."""
    tone = blend(colour, tones.paper, share)
    assert contrast(text_on(tone, tones), tone) >= 3


@pytest.mark.parametrize("dark", [False, True])
def test_conflict_and_cooperation_are_seen_on_the_ground(view, dark):
    """Each of the three words has its own colour, with 3:1 against the paper."""
    paper = (DARK if dark else LIGHT).paper
    tones = [balance_tone(b, View(view.today, dark=dark)) for b in (-1, 0, 1)]
    assert len(set(tones)) == len({balance_of(b) for b in (-1, 0, 1)}) == len(BALANCES)
    assert min(contrast(t, paper) for t in tones) >= 3
