"""The helpers for other rooms, and the frame of a bare text."""

import datetime as dt
from itertools import pairwise

import pytest

from dashlib.codebook.actors import codebook
from dashlib.parsing.actors import actors_at, actors_in, actors_of, head_of, rank
from dashlib.parsing.actors.frame import COLUMNS, find_actors
from dashlib.parsing.annotations import actors


def _token(doc, text):
    return next(t for t in doc if t.text == text)


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Syrian government missiles fell.", "missiles", ["Syria"]),
        ("The decision of the Supreme Court of India stands.", "decision", ["Supreme Court of India"]),
        ("Iran and Iraq agreed.", "Iran", ["Iran", "Iraq"]),
        ("A report by the United Nations came out.", "report", ["United Nations"]),
        ("The weather was fine.", "weather", []),
    ],
)
def test_whom_a_noun_phrase_is_about(read, text, head, expected):
    """The mention on the head, else the owner of the thing."""
    doc = read(text)
    assert [m.actor.name for m in actors_of(doc, _token(doc, head))] == expected


def test_mentions_of_a_range_and_of_a_token(read):
    """A range gives the mentions whose head lies in it; a token those that cover it."""
    doc = read("Russian President Vladimir Putin called Xi Jinping.")
    (putin, xi) = actors(doc)
    assert actors_in(doc, 0, putin.last) == (putin,)
    assert actors_at(doc, xi.first) == (xi,)
    assert head_of(doc, putin).text == "Putin"


def test_rank_says_who_leads():
    """Heads of state, of government and of the large bodies lead; ministers rank below."""
    book, day = codebook(), dt.date(2025, 9, 10)
    ranks = {
        n: rank(book.actor(n, day), day) for n in ("Vladimir Putin", "Sergei Lavrov", "Mark Rutte", "Steve Witkoff")
    }
    assert ranks["Vladimir Putin"] == 1
    assert ranks["Mark Rutte"] == 1
    assert ranks["Sergei Lavrov"] == 2
    assert ranks["Steve Witkoff"] == 3


def test_find_actors_gives_a_frame():
    """A row a mention, with offsets into the text."""
    text = "Emmanuel Macron met Hezbollah envoys."
    frame = find_actors(text, "2025-09-10")
    assert list(frame.columns) == list(COLUMNS)
    assert [text[s:e] for s, e in zip(frame.start, frame.end, strict=True)] == list(frame.text)
    assert list(frame.code) == ["FRA GOV", "LBN REB"]


def test_find_actors_of_an_empty_text_is_an_empty_frame():
    """No text, no rows, the same columns."""
    assert list(find_actors("").columns) == list(COLUMNS)
    assert find_actors("").empty


def test_mentions_do_not_overlap_but_where_they_share_a_span(read):
    """Only a plural reference gives several mentions, and then on one span."""
    doc = read("Putin and Modi met the Iranian president in Moscow. They and both sides agreed. The two leaders left.")
    spans = [(m.first, m.last) for m in actors(doc)]
    assert spans == sorted(spans)
    assert all(a == b or a[1] <= b[0] for a, b in pairwise(spans))
