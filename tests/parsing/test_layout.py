"""Sentence borders follow the layout."""

import pytest

from dashlib.parsing.layout import date_lines


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


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("OSLO, Aug. 3 (Agency) — Norway sent tanks.", "OSLO, Aug. 3 (Agency) —"),
        ("OSLO, Norway (Agency) -- Norway sent tanks.", "OSLO, Norway (Agency) --"),
        ("Oslo, 3 August (Agency) – Norway sent tanks.", "Oslo, 3 August (Agency) –"),
        ("UNITED NATIONS — The council met.", "UNITED NATIONS —"),
        ("OSLO/BERGEN, Aug. 3, 2024 (Agency) - Norway sent tanks.", "OSLO/BERGEN, Aug. 3, 2024 (Agency) -"),
        ("A headline\n\nOSLO, Aug. 3 (Agency) — Norway sent tanks.", "OSLO, Aug. 3 (Agency) —"),
        ("NATO — an alliance of 32 — met in Oslo.", ""),
        ("The army – and the navy – left.", ""),
        ("The pact of August 3 (the second) - Norway's own - failed.", ""),
        ("On August 3 Norway sent tanks.", ""),
    ],
)
def test_date_lines(text, line):
    """A date line is found by its capitals or by its day and agency; dashes inside a sentence make none."""
    start, end = date_lines(text)
    assert text[start:end].strip() == line


def test_date_line_is_no_sentence_of_the_report(plain):
    """The report begins behind the date line."""
    assert [s.text for s in plain("OSLO, Aug. 3 (Agency) — Norway sent tanks.").sents][-1] == "Norway sent tanks."
