"""How many and how much: numbers, what they count, which event they belong to, and how they are written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English

from dashlib.parsing import quantities
from dashlib.parsing.quantities.numbers import find_numbers

from .handmade import marked, table

BLANK = English()


@pytest.mark.parametrize(("group", "kind", "expected", "text"), table("quantities.txt"))
def test_quantities(plain, group, kind, expected, text):
    """The quantities of the bracketed event are those the sentence gives, the main one first."""
    doc = quantities.component(marked(plain, kind, text))
    found = [quantities.in_words(q) for q in doc._.mentions[0].quantities]
    assert found == ([] if expected == "-" else expected.replace("_", " ").split(";"))


@pytest.mark.parametrize(
    ("text", "value", "high", "modifier"),
    [
        ("two hundred and fifty", 250, None, "exact"),
        ("twenty-five", 25, None, "exact"),
        ("1.5 million", 1_500_000, None, "exact"),
        ("1,234,567", 1_234_567, None, "exact"),
        ("three hundred thousand", 300_000, None, "exact"),
        ("a dozen", 12, None, "exact"),
        ("hundreds of thousands", 200_000, None, "at_least"),
        ("more than 40", 40, None, "over"),
        ("fewer than ten", 10, None, "under"),
        ("as many as 60", 60, None, "at_most"),
        ("nearly 7,000", 7000, None, "about"),
        ("no fewer than 9", 9, None, "at_least"),
        ("10 to 20", 10, 20, "range"),
        ("between two and three million", 2_000_000, 3_000_000, "range"),
        ("15–20", 15, 20, "range"),
        ("$5bn", 5_000_000_000, None, "exact"),
    ],
)
def test_number(text, value, high, modifier):
    """A number phrase has its value, its upper end and what loosens it."""
    (found,) = find_numbers(BLANK(text))
    assert (found.value, found.high, found.modifier) == (value, high, modifier)


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=10**12))
def test_written_number_is_read_back(value):
    """A whole number written with thousands separators is read as itself."""
    (found,) = find_numbers(BLANK(f"{value:,}"))
    assert found.value == value
