"""Tones of one colour for numbers, and the two colours of conflict and cooperation."""

from functools import cache

import numpy as np

from dashlib.charts.style import Ground, View, contrast, ground
from dashlib.codebook import FAMILIES

__all__ = ["BALANCES", "balance_of", "balance_tone", "blend", "shade", "text_on"]

BALANCES = ("Mostly conflict", "Mixed", "Mostly cooperation")
_MIXED = 1 / 3
_PALEST = 0.18
_STEP_PX = slice(1, 3), slice(3, 5), slice(5, 7)


@cache
def blend(colour: str, paper: str, share: float) -> str:
    """Mix a colour, of which there is `share` (0 to 1), with the paper below it; "#rrggbb" all."""
    parts = (int(colour[s], 16) * share + int(paper[s], 16) * (1 - share) for s in _STEP_PX)
    return "#" + "".join(f"{round(p):02x}" for p in parts)


def shade(number: float, most: float) -> float:
    """Give the share of colour for a number: pale for 1, full for `most`, by the logarithm."""
    if most <= 1:
        return 1.0
    return float(_PALEST + (1 - _PALEST) * np.log(max(number, 1)) / np.log(most))


@cache
def text_on(colour: str, tones: Ground) -> str:
    """Give the colour, ink or paper, that is read more easily on `colour`."""
    return max((tones.ink, tones.paper), key=lambda c: contrast(c, colour))


def balance_of(balance: float) -> str:
    """Give the word for a balance between -1 (all conflict) and 1 (all cooperation).

    >>> balance_of(-1), balance_of(0.2), balance_of(0.5)
    ('Mostly conflict', 'Mixed', 'Mostly cooperation')
    """
    return BALANCES[0] if balance < -_MIXED else BALANCES[2] if balance > _MIXED else BALANCES[1]


def balance_tone(balance: float, view: View) -> str:
    """Give the colour of a balance: war's for conflict, diplomacy's for cooperation, grey between them."""
    families = {BALANCES[0]: "War", BALANCES[2]: "Diplomacy"}
    family = families.get(balance_of(balance))
    if family is None:
        return ground(dark=view.dark).quiet
    return FAMILIES[family].dark if view.dark else FAMILIES[family].light
