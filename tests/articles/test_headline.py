"""The first line of a text is its headline, or is not."""

import pytest

from dashlib.articles.headline import headline

BODY = "\n\nThe two sides met for three hours on Monday."


@pytest.mark.parametrize(
    "line",
    [
        "Foreign ministers meet in Astana",
        "Will the truce hold?",
        "‘We are ready’: minister answers critics",
        "Strikes resume as talks falter in U.S.",
        "PM SAYS NO TO EARLY VOTE",
        "Minister: no talks before spring",
    ],
)
def test_a_headline(line):
    """A short line without a full stop above a text is its headline."""
    assert headline(line + BODY) == line


@pytest.mark.parametrize(
    "text",
    [
        "The minister arrived on Monday." + BODY,
        "ASTANA, May 3 (Desk) — The minister arrived" + BODY,
        "ANKARA (Desk) – Ministers met" + BODY,
        "The minister, who had been expected since\nthe weekend, arrived at noon and left." + BODY,
        "one line only",
        "",
        "word " * 40 + BODY,
        "Dear readers," + BODY,
    ],
)
def test_no_headline(text):
    """A sentence, a date line, a wrapped paragraph and a lone line are no headlines."""
    assert headline(text) == ""
