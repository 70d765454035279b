"""Finds the names of places in a parsed text: what the gazetteer knows, checked against spaCy's entities and tags.

Longest name first. A name inside a person's or a body's name is none ("Paris Hilton", "Bank of England"); one that spaCy missed
or mislabelled is taken where the gazetteer is sure of it (a country, a division, a name of dashlib's own table) or a
preposition places it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from dashlib.codebook.gazetteer import Gazetteer, How, Named
from dashlib.codebook.place_names import DESIGNATORS, LEADING, LOCATIVE, NEARBY, NEARBY_NOUNS, OUTER
from dashlib.parsing.places.toponyms import senses
from dashlib.types import PlacePrecision

__all__ = ["Found", "find", "is_nearby"]

_HOW = How()
_LONGEST = 6
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_NAME_LABELS = frozenset({"PERSON", "ORG", "WORK_OF_ART", "LAW", "LANGUAGE"})
_INNER = frozenset(
    {"of", "and", "de", "la", "el", "al", "the", "on", "upon", "du", "da", "-", "–", "'", "’", "bin", "es"}
)
_TOWN_PEOPLE = 15_000


class Found(NamedTuple):
    """A name of a place: tokens [first, last), and whether the place is only close by."""

    first: int
    last: int
    nearby: bool


def find(doc: Doc, gazetteer: Gazetteer) -> Iterator[Found]:
    """Give the names of places, in text order, without overlaps."""
    persons = _surnames(doc)
    i = 0
    while i < len(doc):
        found = _longest(doc, gazetteer, i) if _may_start(doc[i]) else None
        if found is not None and _accepted(doc[found[0] : found[1]], found[2], persons):
            first, last, _ = found
            yield Found(first, last, is_nearby(doc, first))
            i = last
        else:
            i += 1


def _may_start(token: Token) -> bool:
    return token.text[:1].isupper() or (token.lower_ in LEADING and token.lower_ != "the")


def _longest(doc: Doc, gazetteer: Gazetteer, first: int) -> tuple[int, int, tuple[Named, ...]] | None:
    """Give the longest run of tokens from `first` that names a place, and what it may mean."""
    last = min(len(doc), first + _LONGEST)
    for end in range(last, first, -1):
        span = doc[first:end]
        if _is_name(span):
            named, hint = senses(gazetteer, span.text)
            named = tuple(n for n in named if _usable(n, span))
            if named and (hint == "" or any(n.place.precision.value == hint for n in named) or len(span) == 1):
                return first, end, named
    return None


def _usable(named: Named, span: Span) -> bool:
    if named.how == _HOW.code:
        return "." in span.text and len(span.text) > 2
    return named.how != _HOW.demonym


def _is_name(span: Span) -> bool:
    """Whether a run may be one name: capitalised at both ends, or ending in "region" and the like; no border inside."""
    words = [t for t in span if not t.is_space]
    if len(words) != len(span) or any(t.is_sent_start for t in span[1:]):
        return False
    end = span[-1]
    closed = end.text[:1].isupper() or (len(span) > 1 and end.lower_ in DESIGNATORS)
    inner = all(t.text[:1].isupper() or t.lower_ in _INNER or t.text == "." for t in span[1:-1])
    starts = span[0].text[:1].isupper() or len(span) > 1
    return closed and inner and starts and any(t.text[:1].isupper() for t in span)


def _surnames(doc: Doc) -> frozenset[str]:
    """Give the last words of the persons' names of the text that have more than one word."""
    return frozenset(
        words[-1]
        for e in doc.ents
        if e.label_ == "PERSON" and len(words := e.text.removesuffix("'s").removesuffix("’s").split()) > 1
    )


def _accepted(span: Span, named: tuple[Named, ...], persons: frozenset[str]) -> bool:
    entity = next((e for e in span.doc.ents if e.start < span.end and span.start < e.end), None)
    label = entity.label_ if entity is not None else ""
    placed = _is_placed(span)
    if entity is not None and label in _NAME_LABELS and not _fills(span, entity):
        return False
    if span.text in persons and not (label in _PLACE_LABELS and placed):
        return False
    if label in _PLACE_LABELS:
        return True
    if label == "PERSON" and len(span) == 1 and not placed:
        return False
    return _is_sure(span, named) or (
        placed and _is_proper(span) and any(n.place.population >= _TOWN_PEOPLE for n in named)
    )


def _fills(span: Span, entity: Span) -> bool:
    """Whether a name is the whole of an entity, but for articles and words before and after a possessive or comma."""
    before = [t for t in span.doc[entity.start : span.start] if t.lower_ not in LEADING]
    after = span.doc[span.end : entity.end]
    apart = not before or before[-1].text in {",", "'s", "’s", "(", "-"}
    return apart and (len(after) == 0 or after[0].text in {",", "'s", "’s", "(", "'", "’"})


def _is_proper(span: Span) -> bool:
    return any(t.pos_ == "PROPN" for t in span)


def _is_sure(span: Span, named: tuple[Named, ...]) -> bool:
    """Whether a name needs no entity around it: a country, a named division, dashlib's own."""
    if not _is_proper(span):
        return False
    best = max(named, key=lambda n: n.place.population)
    own = best.place.place_id.startswith("x:") and best.place.precision is not PlacePrecision.DISTRICT
    large = best.place.precision in {PlacePrecision.COUNTRY, PlacePrecision.REGION} and best.how <= _HOW.alias
    return own or large or len(span) > 1


def _is_placed(span: Span) -> bool:
    """Whether a preposition or a word such as "town" places the name."""
    doc = span.doc
    i = span.start - 1
    while i >= 0 and (doc[i].lower_ in LEADING or doc[i].text in {"'s", "’s"} or doc[i].lower_ in OUTER):
        if doc[i].lower_ in OUTER or doc[i].text in {"'s", "’s"}:
            return True
        i -= 1
    return i >= 0 and doc[i].lower_ in LOCATIVE


def is_nearby(doc: Doc, first: int) -> bool:
    """Whether the words before token `first` say that a place is only close by: "near", "10 km from", "north of"."""
    i = first - 1
    while i >= 0 and (doc[i].lower_ in {"the", "city", "town", "village"} or doc[i].lower_ in LEADING - NEARBY):
        i -= 1
    if i >= 1 and doc[i].lower_ in {"of", "from"}:
        of = i - 1
        if doc[of].lower_ in OUTER:
            return is_nearby(doc, of)
        return doc[of].lower_ in NEARBY_NOUNS
    return i >= 0 and doc[i].lower_ in NEARBY
