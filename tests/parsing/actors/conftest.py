"""One pipeline for the actor tests: spaCy, the layout and the actors."""

import datetime as dt

import pytest
from spacy.tokens import Doc

from dashlib import settings
from dashlib.parsing import pipeline
from dashlib.parsing.annotations import actors
from dashlib.types import ActorMention, Article, Interval, Precision


@pytest.fixture(scope="session")
def read():
    """Parse a text as published on a day."""
    nlp = pipeline.load(settings.current().model, ("dashlib_actors",))

    def parse(text: str, published: str = "2025-09-10") -> Doc:
        day = dt.date.fromisoformat(published)
        article = Article(article_id="t", text=text, published=Interval(day, day, Precision.DAY))
        (doc,) = pipeline.annotate(nlp, [article])
        return doc

    return parse


@pytest.fixture(scope="session")
def names(read):
    """Give (text, canonical name) of each mention of a text."""

    def found(text: str, published: str = "2025-09-10") -> list[tuple[str, str]]:
        return [(m.text, m.actor.name) for m in actors(read(text, published))]

    return found


@pytest.fixture(scope="session")
def at(read):
    """Give the mentions on a phrase of a text."""

    def found(text: str, phrase: str, published: str = "2025-09-10") -> list[ActorMention]:
        start = text.index(phrase)
        stop = start + len(phrase)
        return [m for m in actors(read(text, published)) if m.start < stop and m.end > start]

    return found
