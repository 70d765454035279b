"""The actors of a bare text as a frame: what `dashlib.find_actors` gives."""

import datetime as dt

import pandas as pd
from spacy.tokens import Doc

from dashlib import settings
from dashlib.parsing import pipeline
from dashlib.parsing.annotations import actors
from dashlib.types import Article, Interval, Precision

__all__ = ["COLUMNS", "find_actors"]

COLUMNS = ("start", "end", "text", "actor_id", "name", "type", "country", "sector", "code")
_COMPONENTS = ("dashlib_actors",)


def _rows(doc: Doc) -> list[tuple[object, ...]]:
    return [(m.start, m.end, m.text, *m.actor, m.actor.code) for m in actors(doc)]


def find_actors(text: str, published: dt.date | str | None = None, *, model: str | None = None) -> pd.DataFrame:
    """Find the actors in a text.

    Gives a frame with `start end` (characters of the text), `text actor_id name type country sector code`; a row a
    mention, several rows with one span for a plural reference. `published` (a day, or ISO 8601 text) decides who
    held an office. Raises ModelError where the spaCy pipeline is not installed, ValueError for a day it cannot read.
    """
    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    interval = Interval(day, day, Precision.DAY) if day else Interval()
    nlp = pipeline.load(model or settings.current().model, _COMPONENTS)
    (doc,) = pipeline.annotate(nlp, [Article(article_id="", text=text, published=interval)])
    return pd.DataFrame(_rows(doc), columns=list(COLUMNS))
