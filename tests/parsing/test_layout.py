"""Sentence borders follow the layout."""

import pytest


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Leaders meet in Oslo\n\nMinisters met on Monday.", ["Leaders meet in Oslo", "Ministers met on Monday."]),
        ("He left.\nShe stayed.", ["He left.", "She stayed."]),
        ("The talks in\nOslo went on.", ["The talks in\nOslo went on."]),
        ("Macron and Scholz spoke days before.", ["Macron and Scholz spoke days before."]),
    ],
)
def test_sentence_borders(plain, text, sentences):
    """A paragraph break ends a sentence, a wrapped line does not, and none starts without a closing mark before it."""
    assert [s.text.strip() for s in plain(text).sents] == sentences
