"""`find_places` and `resolve_places`: places of a text as a frame."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import pandas as pd
from spacy.language import Language

from dashlib import settings
from dashlib.codebook.gazetteer import gazetteer
from dashlib.parsing import pipeline
from dashlib.parsing.places.around import placed_around
from dashlib.parsing.places.component import mention
from dashlib.parsing.places.resolution import choose
from dashlib.parsing.places.surroundings import outer_trust, surroundings
from dashlib.parsing.places.toponyms import read
from dashlib.types import PlaceMention

__all__ = ["COLUMNS", "find_places", "resolve_places"]

COLUMNS = (
    "start", "end", "text", "place_id", "name", "latitude", "longitude", "country", "admin1", "place_precision",
    "score",
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:[.’'][^\W_]+)*\.?")


@lru_cache(maxsize=2)
def _pipeline(model: str) -> Language:
    return pipeline.load(model, ("dashlib_places",))


def _row(place: PlaceMention) -> tuple[object, ...]:
    return (
        place.start, place.end, place.text, place.place_id, place.name, place.latitude, place.longitude, place.country,
        place.admin1, place.precision.value, place.score,
    )  # fmt: skip


def _frame(rows: Iterable[tuple[object, ...]]) -> pd.DataFrame:
    out = pd.DataFrame(list(rows), columns=list(COLUMNS))
    return out.astype(
        {"start": "int64", "end": "int64", "latitude": "float64", "longitude": "float64", "score": "float64"}
    )


def find_places(text: str) -> pd.DataFrame:
    """Give the places named in a text, a row each, in text order.

    Columns `start end` (characters) `text place_id name latitude longitude` (degrees) `country` (ISO 3166-1 alpha-3)
    `admin1 place_precision score` (0 to 1, the trust in the choice among namesakes).
    Raises ModelError where the spaCy model is not installed.
    """
    doc = _pipeline(settings.current().model)(text)
    return _frame(_row(p) for p in doc._.places)


def resolve_places(text: str, spans: Sequence[tuple[int, int]]) -> pd.DataFrame:
    """Give where each (start, end) span of a text lies: a row each, in the order given; columns as `find_places`.

    A name that the gazetteer lacks is placed where the text puts it, vaguely (precision `other`, score 0.4 or less);
    where nothing tells, `place_id` is empty and there are no coordinates. `start` and `end` are those given; a span
    that begins inside a word is read from the word's start.
    """
    index = gazetteer()
    toponyms = [read(index, text, *_whole_words(text, *span)) for span in spans]
    others = list(surroundings(index, text, [(t.start, t.end) for t in toponyms]))
    trust = [1.0] * len(toponyms) + [outer_trust(t) for t in others]
    known = [*toponyms, *others]
    choices = placed_around(known, choose(known, trust))
    rows: list[tuple[object, ...]] = []
    for (start, end), toponym, choice in zip(spans, toponyms, choices, strict=False):
        if choice is None:
            rows.append((start, end, text[start:end], "", "", None, None, "", "", "", 0.0))
        else:
            rows.append((start, end, text[start:end], *_row(mention(toponym, choice, 0, 0, nearby=False))[3:]))
    return _frame(rows)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Move a span that begins inside a word back to the word's start, and end it with a word: offsets drift."""
    for word in _WORD.finditer(text, max(0, start - 40), min(len(text), end + 40)):
        if word.start() < start < word.end():
            start, end = word.start(), end - (start - word.start())
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, max(end, start + 1)
