"""The table of numbers and what they count."""

import pytest

from dashlib.codebook.kinds import KINDS
from dashlib.codebook.measures import CLASSES, MODIFIERS, fits, rank


@pytest.mark.parametrize(
    ("group", "kind", "fitting"),
    [
        ("killed", "strike", True),
        ("killed", "aid", False),
        ("money", "aid", True),
        ("length", "offensive", True),
        ("share", "occupation", True),
        ("people", "demand", False),
        ("unknown", "strike", False),
    ],
)
def test_fits(group, kind, fitting):
    """A class of numbers says something of the kinds of its row only."""
    assert fits(group, kind) is fitting


def test_the_killed_come_before_the_wounded():
    """Of a strike's numbers the killed are quoted first; of an advance, the kilometres."""
    assert rank("killed", "strike") < rank("wounded", "strike")
    assert rank("length", "offensive") < rank("killed", "offensive")


def test_every_kind_has_an_order():
    """Each kind ranks each class; a class that the order lacks comes last."""
    assert all(rank("killed", k) <= rank("no such class", k) for k in KINDS)


def test_modifiers_and_classes_are_lower_case():
    """Look-ups are by lower-case phrase and lemma."""
    assert all(p == p.lower() for p in (*MODIFIERS, *CLASSES))
