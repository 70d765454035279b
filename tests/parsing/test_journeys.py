"""Dates that need the whole pipeline: actors and events decide whose day it is."""

import datetime as dt

from dashlib.types import Article, Interval, Precision

_DAY = dt.date(2025, 8, 14)


def _mentions(nlp, text):
    doc = nlp.make_doc(text)
    doc._.article = Article(article_id="a", text=text, published=Interval(_DAY, _DAY, Precision.DAY))
    return next(nlp.pipe([doc]))._.mentions


def test_what_is_planned_on_a_dated_journey(nlp):
    """A meeting planned on a journey whose days were told falls on those days; a journey elsewhere does not."""
    _, meeting, onward = _mentions(
        nlp,
        "Foreign Minister Annalena Baerbock will travel to Egypt on August 25. "
        "In Egypt, Baerbock will meet Foreign Minister Badr Abdelatty. "
        "Baerbock will later travel to Kenya.",
    )
    assert meeting.interval.start == dt.date(2025, 8, 25)
    assert not onward.interval.known


def test_what_is_demanded_in_the_present_is_of_the_day(nlp):
    """A demand in the present tense is spoken now, though talks between the same two were dated before."""
    told = _mentions(nlp, "Egypt met Sudan on August 5. Egypt calls on Sudan to leave.")
    assert told[-1].kind == "demand"
    assert told[-1].interval.end == _DAY


def test_a_semicolon_parts_events(nlp):
    """What stands on either side of a semicolon is told apart, whatever the parse makes of it."""
    kinds = [m.kind for m in _mentions(nlp, "Chad accused Sudan of lying; Niger denied it and condemned Libya.")]
    assert kinds.count("accusation") == 2
