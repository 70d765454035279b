"""Which day dates a mention when its own clause names none, or names one that belongs to something else."""

import datetime as dt

import pytest

from dashlib.parsing import pipeline
from dashlib.parsing.annotations import mentions
from dashlib.types import Article, Interval, Precision, Status

DAY = dt.date(2024, 5, 17)
FRESH = (DAY - dt.timedelta(days=1), DAY)


def read(nlp, text):
    """Parse a text of 17 May 2024, a Friday."""
    article = Article("a", text, published=Interval(DAY, DAY, Precision.DAY))
    return mentions(next(pipeline.annotate(nlp, [article])))


def days(nlp, text, kind):
    """Give the interval of the last mention of a kind."""
    last = [m for m in read(nlp, text) if m.kind == kind][-1]
    return last.interval.start, last.interval.end


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A jet crashed near Juba on Monday. Uganda accused Kenya of negligence.", "accusation"),
        ("Rebels seized Goma on Monday. The African Union condemned Rwanda.", "accusation"),
        ("Turkish jets struck Kobani on Tuesday. Iraq urged Turkey to show restraint.", "demand"),
    ],
)
def test_words_about_a_deed_are_of_the_day_of_the_report(nlp, text, kind):
    """Who condemns a deed of Monday does so later."""
    assert days(nlp, text, kind) == FRESH


def test_words_spoken_at_a_meeting_are_of_its_day(nlp):
    """What is praised in talks was said in them."""
    text = "President Ruto met Samia Suluhu Hassan in Nairobi on Monday. Ruto praised Tanzania."
    assert days(nlp, text, "support") == (dt.date(2024, 5, 13), dt.date(2024, 5, 13))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya praised the Chinese plan of last year.",
        "Nepal rejected the Indian proposal of March.",
        "Chad criticised the French law of 2021.",
    ],
)
def test_the_year_of_a_thing_does_not_date_the_words_about_it(nlp, text):
    """A plan of last year is praised today."""
    (mention,) = [m for m in read(nlp, text) if m.kind in {"support", "refusal", "accusation"}]
    assert (mention.interval.start, mention.interval.end) == FRESH


def test_a_denial_has_the_day_of_the_deed(nlp):
    """Who denies a strike of Tuesday denies what was done on Tuesday."""
    text = "A drone struck a market in Omdurman on Tuesday. The army of Sudan denied involvement."
    (denial,) = [m for m in read(nlp, text) if m.status is Status.DENIED]
    assert denial.interval.start == dt.date(2024, 5, 14)


def test_what_is_under_way_in_a_main_clause_is_of_the_day(nlp):
    """The minister is touring the region as the report is written."""
    assert days(nlp, "Foreign Minister Hakan Fidan is visiting Baghdad.", "visit") == FRESH


def test_a_clause_of_what_killed_is_of_the_same_day(nlp):
    """Killed after the bus was attacked: one day."""
    text = "Five Kenyan soldiers were killed on Tuesday after their bus was attacked in Lamu."
    assert days(nlp, text, "attack")[0] == dt.date(2024, 5, 14)


def test_a_joined_perfect_is_no_news_of_the_day(nlp):
    """What was sent and supplied over time is of no one day."""
    text = (
        "President Ruto flew to Goma on Monday. Aid groups left the town. Kenya and Uganda say that Rwanda has sent guns"
        " to the M23 and supplied it with trucks."
    )
    assert days(nlp, text, "arms_transfer") == (None, None)
