"""The language of marks: contrast, colour vision, shapes, sizes."""

from itertools import combinations

import numpy as np
import pytest

from dashlib import schema
from dashlib.charts.style import DARK, LIGHT, STATUSES, colour, contrast, sizes, symbol
from dashlib.codebook import FAMILIES, KINDS
from dashlib.types import Status

# How the three kinds of dichromats see linear RGB (Machado, Oliveira and Fernandes 2009, severity 1.0).
_VISION = {
    "normal": np.eye(3),
    "protanopia": np.array([[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]]),
    "deuteranopia": np.array([[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]]),
    "tritanopia": np.array([[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]]),
}
_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = np.array([0.9505, 1.0, 1.089])


def _lab(tone, vision):
    parts = np.array([int(tone[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    xyz = _XYZ @ np.clip(vision @ linear, 0, 1) / _WHITE
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_stands_out_from_its_ground(kind, dark):
    """Marks have a contrast of 3:1 against the paper, light and dark (WCAG 1.4.11)."""
    assert contrast(colour(kind, dark=dark), (DARK if dark else LIGHT).paper) >= 3


@pytest.mark.parametrize("ground", [LIGHT, DARK])
def test_text_is_readable_on_both_grounds(ground):
    """Text and quiet text have a contrast of 4.5:1 (WCAG 1.4.3)."""
    assert contrast(ground.ink, ground.paper) >= 4.5
    assert contrast(ground.quiet, ground.paper) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("vision", _VISION)
def test_families_are_told_apart_by_all_eyes(vision, dark):
    """Any two families differ by at least 10 in CIE76 for the three kinds of colour-blindness too."""
    tones = [f.dark if dark else f.light for f in FAMILIES.values()]
    for a, b in combinations(tones, 2):
        assert np.linalg.norm(_lab(a, _VISION[vision]) - _lab(b, _VISION[vision])) >= 10


@pytest.mark.parametrize("dark", [False, True])
def test_what_is_only_possible_still_stands_out(dark):
    """The pale outline of a possible act keeps a contrast of 3:1 for every family."""
    paper, opacity = (DARK if dark else LIGHT).paper, STATUSES[Status.POSSIBLE].opacity
    for family in FAMILIES.values():
        tone = family.dark if dark else family.light
        pairs = ((int(tone[i : i + 2], 16), int(paper[i : i + 2], 16)) for i in (1, 3, 5))
        pale = "#" + "".join(f"{round(b + (a - b) * opacity):02x}" for a, b in pairs)
        assert contrast(pale, paper) >= 3


def test_contrast_has_its_ends():
    """Black on white is 21, a colour on itself is 1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#2f6fb0", "#2f6fb0") == 1


def test_words_of_conflict_are_lighter():
    """A threat has a lighter tone than a call, of the same family."""
    assert contrast(colour("threat", dark=False), "#ffffff") < contrast(colour("call", dark=False), "#ffffff")


@pytest.mark.parametrize("status", list(Status))
def test_fill_says_the_status(status):
    """What happened is filled; what is ahead, called off or denied is outlined."""
    assert symbol("call", status).endswith("-open") == STATUSES[status].outlined
    assert STATUSES[status].outlined == (status not in (Status.HAPPENED, Status.ONGOING))


def test_size_grows_with_the_sources():
    """More independent sources make a larger mark, up to a bound."""
    events = schema.frame("events", [{"kind": "call", "independent_sources": n} for n in (1, 2, 8, 16, 500)])
    grown = sizes(events)
    assert list(grown) == sorted(grown)
    assert grown[0] < grown[1] < grown[2]
    assert grown[3] == grown[4]
