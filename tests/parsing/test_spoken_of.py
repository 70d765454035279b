"""A deed that an act of speech is about is not of the day on which it was spoken of."""

import datetime as dt

import pytest

from dashlib.parsing import pipeline
from dashlib.parsing.annotations import mentions
from dashlib.settings import current
from dashlib.types import Article, Interval, Precision

DAY = dt.date(2024, 5, 17)


def read(nlp, text):
    """Parse a text of 17 May 2024, a Friday."""
    article = Article("a", text, published=Interval(DAY, DAY, Precision.DAY))
    return mentions(next(pipeline.annotate(nlp, [article])))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On May 14, President Lula condemned the bombing of Khartoum by Sudan's army.", "strike"),
        ("Prime Minister Modi praised Nepal's release of Indian prisoners on Tuesday.", "concession"),
        ("On Tuesday the Kenyan president condemned the invasion of Congo by Rwanda.", "offensive"),
    ],
)
def test_what_is_spoken_of_has_no_day(nlp, text, kind):
    """The speech takes the day, the deed does not."""
    (deed,) = [m for m in read(nlp, text) if m.kind == kind]
    assert not deed.interval.known


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sudan's army launched an attack on El Obeid on Tuesday.", "offensive"),
        ("Poland condemned the Russian strike on Lviv of May 13.", "strike"),
        ("The two presidents held talks in Nairobi on Tuesday.", "summit"),
    ],
)
def test_a_deed_told_keeps_its_day(nlp, text, kind):
    """A deed that is told, or has a date of its own, keeps it."""
    found = [m for m in read(nlp, text) if m.kind == kind or m.interval.known]
    assert found
    assert found[-1].interval.known


def test_a_headline_makes_no_chronicle(nlp):
    """Headlines are in the present; what the report then tells in the perfect is of no one day."""
    text = (
        "Kenya backs Somalia ahead of talks with Ethiopia\n\nPresident Ruto met his Somali counterpart in Nairobi on"
        " Thursday.\n\nUganda has also provided Somalia with rifles and trucks."
    )
    (arms,) = [m for m in read(nlp, text) if m.kind == "arms_transfer"]
    assert not arms.interval.known


def test_the_pipeline_of_these_tests_is_the_rules(nlp):
    """The fixture leaves the judge out."""
    assert "dashlib_judge" not in nlp.pipe_names
    assert current().model
