"""Finds the names of places in a parsed text: what the gazetteer knows, checked against spaCy's entities and tags.

Longest name first. A name inside a person's or a body's name is none ("Paris Hilton", "Bank of England"). One that
spaCy missed or mislabelled is taken where the gazetteer is sure of it (a country, a division, a name of dashlib's own
table) or a preposition places it; else it is a weak find, for the caller to keep where the text plays in its country.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from dashlib.codebook.gazetteer import Gazetteer, How, Named
from dashlib.codebook.place_names import (
    ACTING,
    DESIGNATORS,
    FACILITIES,
    LEADING,
    LOCATIVE,
    NEARBY,
    NEARBY_NOUNS,
    OUTER,
    QUALIFIERS,
)
from dashlib.parsing import annotations
from dashlib.parsing.places.toponyms import senses
from dashlib.types import PlacePrecision

__all__ = ["Found", "find", "is_nearby", "unknown"]

_LONGEST = 6
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_NUMBER_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_INNER = frozenset(
    {"a", "of", "and", "de", "la", "el", "al", "the", "on", "upon", "du", "da", "-", "–", "'", "’", "bin", "es"}
)
_APART = frozenset({",", "and", "'s", "’s", "(", ")", "'", "’", "/", "–", "—"})
_OBJECTS = frozenset({"dobj", "obj", "nsubjpass"})
_SHORTEST = 2
_SHORT = 4  # names that a common word may be, where spaCy sees no name
_TOWN_PEOPLE = 15_000
_KNOWN_PEOPLE = 10_000  # what a town of dashlib's own table must have to be known where spaCy sees a person
_CITY_PEOPLE = 100_000  # what a place must have where spaCy sees a person
_OTHER_ACTORS = frozenset({"person", "organisation", "group", "armed_force"})


class Found(NamedTuple):
    """A name of a place: tokens [first, last), whether the place is only close by, and whether the find is weak."""

    first: int
    last: int
    nearby: bool
    weak: bool


class _Text(NamedTuple):
    """What the checks need to know of the whole text: persons' surnames, tokens of other actors, names placed once."""

    surnames: frozenset[str]
    taken: frozenset[int]
    sure: frozenset[str]


class _Match(NamedTuple):
    """A name of the gazetteer that ends before token `last`, and what it may mean."""

    last: int
    named: tuple[Named, ...]


def find(doc: Doc, gazetteer: Gazetteer) -> Iterator[Found]:
    """Give the names of places, in text order, without overlaps.

    A name that is surely a place's once is one wherever it stands alone ("Edmonton" seen as a body's name).
    """
    matches = {i: m for i in range(len(doc)) if _may_start(doc[i]) and (m := _longest(doc, gazetteer, i))}
    text = _Text(_surnames(doc), _taken(doc), frozenset())
    sure = Counter(doc[f.first : f.last].text for f in _walk(doc, matches, text) if not f.weak)
    persons = Counter(e.text for e in doc.ents if e.label_ == "PERSON")
    yield from _walk(doc, matches, text._replace(sure=frozenset(n for n in sure if 2 * sure[n] > persons[n])))


def _walk(doc: Doc, matches: Mapping[int, _Match], text: _Text) -> Iterator[Found]:
    i = 0
    while i < len(doc):
        match = matches.get(i)
        strength = _strength(doc[i : match.last], match.named, text) if match else 0
        if match is not None and strength:
            yield Found(i, match.last, is_nearby(doc, i), strength == 1)
            i = match.last
        else:
            i += 1


def unknown(doc: Doc, found: Sequence[Found]) -> Iterator[Found]:
    """Give the entities that spaCy takes for places, that a word places, and that the gazetteer lacks."""
    known = {i for f in found for i in range(f.first, f.last)}
    known.update(i for a in annotations.actors(doc) for i in range(a.first, a.last))
    surnames = _surnames(doc)
    for entity in doc.ents:
        span = doc[entity.start + (entity[0].lower_ == "the") : entity.end]
        if entity.label_ in {"GPE", "LOC"} and len(span) and not known.intersection(range(span.start, span.end)):
            named = span[0].text[:1].isupper() and len(span.text) > _SHORT and span.text not in surnames
            if named and (_is_placed(span) or _is_acted_on(span)):
                yield Found(span.start, span.end, is_nearby(doc, span.start), weak=True)


def _may_start(token: Token) -> bool:
    if token.lower_ == "the":
        return False
    return token.text[:1].isupper() or token.lower_ in LEADING


def _longest(doc: Doc, gazetteer: Gazetteer, first: int) -> _Match | None:
    """Give the longest run of tokens from `first` that names a place, and what it may mean."""
    for end in range(min(len(doc), first + _LONGEST), first, -1):
        span = doc[first:end]
        if _is_name(span):
            named, hint = senses(gazetteer, span.text, whole=span[0].lower_ in LEADING)
            named = tuple(n for n in named if _usable(n, span))
            if named and (hint == "" or len(span) == 1 or any(n.place.precision.value == hint for n in named)):
                return _Match(end, named)
    return None


def _usable(named: Named, span: Span) -> bool:
    if named.how == How.CODE:
        return "." in span.text and len(span.text) > 2
    return named.how != How.DEMONYM


def _is_name(span: Span) -> bool:
    """Whether a run may be one name: capitalised at both ends, or ending in "region" and the like; no border inside."""
    if any(t.is_space for t in span) or any(t.is_sent_start for t in span[1:]):
        return False
    end = span[-1]
    if all(t.lower_ in LEADING for t in span) or len(span.text) < _SHORTEST:
        return False
    closed = end.text[:1].isupper() or (len(span) > 1 and (end.lower_ in DESIGNATORS or end.lower_ in FACILITIES))
    words = _INNER | QUALIFIERS if end.lower_ in FACILITIES else _INNER
    inner = all(t.text[:1].isupper() or t.lower_ in words or t.text == "." for t in span[1:-1])
    return closed and inner and any(t.text[:1].isupper() for t in span) and not _straddles(span)


def _straddles(span: Span) -> bool:
    """Whether a run joins a person's name with another capitalised word outside it."""
    return any(
        "PERSON" in {a.ent_type_, b.ent_type_}
        and (a.ent_type_ != b.ent_type_ or b.ent_iob_ == "B")
        and a.text[:1].isupper()
        and b.text[:1].isupper()
        for a, b in pairwise(span)
    )


def _surnames(doc: Doc) -> frozenset[str]:
    """Give the words of the persons' names of the text that have more than one word."""
    names = [e.text.removesuffix("'s").removesuffix("’s").split() for e in doc.ents if e.label_ == "PERSON"]
    return frozenset(w for words in names if len(words) > 1 for w in words)


def _taken(doc: Doc) -> frozenset[int]:
    """Give the tokens of known actors that are no states: a person's or a group's name is no place.

    What spaCy's entities alone make an actor (`how` is "entity") is left: they often take a town for a person.
    """
    known = (a for a in annotations.actors(doc) if a.actor.type in _OTHER_ACTORS and a.how != "entity")
    return frozenset(i for a in known for i in range(a.first, a.last))


def _strength(span: Span, named: tuple[Named, ...], text: _Text) -> int:
    """Say how sure a name of a place is: 2 sure, 1 weak, 0 none."""
    entity = next((e for e in span.doc.ents if e.start < span.end and span.start < e.end), None)
    label = entity.label_ if entity is not None else ""
    if label in _NUMBER_LABELS or all(t.i in text.taken for t in span):
        return 0
    if entity is not None and not (_fills(span, entity) or _is_facility(span, entity)):
        return 0
    placed = _is_placed(span)
    if span.text in text.surnames:
        return 2 if label in _PLACE_LABELS and placed else 0
    if span.text in text.sure or (label in _PLACE_LABELS and (placed or len(span.text) > _SHORTEST)):
        return 2
    return _strength_unlabelled(span, named, label, placed=placed)


def _strength_unlabelled(span: Span, named: tuple[Named, ...], label: str, *, placed: bool) -> int:
    """Say how sure a name is that spaCy sees as no place's."""
    known = _is_own(named) and len(span.text) > _SHORT
    if not (label or placed or _is_proper(span) or known):
        return 0
    if (label != "PERSON" and _is_sure(span, named)) or (placed and _is_own(named)):
        return 2
    enough = _CITY_PEOPLE if label == "PERSON" else _TOWN_PEOPLE
    if placed and max((n.place.population for n in named if n.how <= How.ALIAS), default=0) >= enough:
        return 2
    if len(span.text) < _SHORT or (label == "" and _is_part(span)):
        return 0
    bare = (label == "" and (not span[0].is_sent_start or _is_own(named))) or (label != "" and _is_town(named))
    return int(placed or bare or _is_acted_on(span) or _is_called_place(span))


def _is_part(span: Span) -> bool:
    """Whether another name stands right beside a name: "Main Street", "Secretary Rice"."""
    doc = span.doc
    beside = [doc[i] for i in (span.start - 1, span.end) if 0 <= i < len(doc) and not doc[i].is_sent_start]
    return any(t.text[:1].isupper() and t.pos_ == "PROPN" and t.ent_type_ not in _PLACE_LABELS for t in beside)


def _is_facility(span: Span, entity: Span) -> bool:
    """Whether an entity is a works or base called after a place: "Odesa port", "Engels airbase"."""
    rest = span.doc[span.end : entity.end]
    return span.start == entity.start and len(rest) > 0 and rest[-1].lower_ in FACILITIES


def _fills(span: Span, entity: Span) -> bool:
    """Whether a name is the whole of an entity, but for articles and what a possessive or a comma divides."""
    before = [t for t in span.doc[entity.start : span.start] if t.lower_ not in LEADING]
    after = span.doc[span.end : entity.end]
    return (not before or before[-1].text in _APART) and (len(after) == 0 or after[0].text in _APART)


def _is_proper(span: Span) -> bool:
    return any(t.pos_ == "PROPN" for t in span)


def _is_sure(span: Span, named: tuple[Named, ...]) -> bool:
    """Whether a name needs no entity around it: a country, a named division, dashlib's own, a long name."""
    best = max(named, key=lambda n: (n.how == How.NAME, n.place.population))
    large = best.place.precision in {PlacePrecision.COUNTRY, PlacePrecision.REGION} and best.how <= How.ALIAS
    if not _is_own(named) and span.doc[span.start].ent_type_ == "" and _is_part(span):
        return False
    return _is_own(named) or (large and len(span.text) > 3) or (len(span) > 1 and best.how <= How.ALIAS)


def _is_own(named: tuple[Named, ...]) -> bool:
    return any(n.place.rank > 0 and n.how == How.NAME for n in named)


def _is_town(named: tuple[Named, ...]) -> bool:
    return any(n.place.rank > 0 and n.how is How.NAME and n.place.population >= _KNOWN_PEOPLE for n in named)


def _is_placed(span: Span) -> bool:
    """Whether a preposition or a word such as "town" places the name."""
    doc = span.doc
    i = span.start - 1
    while i >= 0 and (doc[i].lower_ in LEADING or doc[i].lower_ in OUTER or doc[i].text in {"'s", "’s"}):
        if doc[i].lower_ in OUTER:
            return True
        i -= 1
    return i >= 0 and doc[i].lower_ in LOCATIVE


def _is_acted_on(span: Span) -> bool:
    """Whether a verb such as "capture" has the name for its object: "captured Toretsk", "Toretsk was shelled"."""
    root = span.root
    return root.head.lemma_.lower() in ACTING and (root.dep_ in _OBJECTS or root.i == root.head.i + 1)


def _is_called_place(span: Span) -> bool:
    """Whether an apposition says that the name is a town's: "Goma, the largest city in the east"."""
    return any(c.dep_ == "appos" and c.lemma_.lower() in OUTER for c in span.root.children)


def is_nearby(doc: Doc, first: int) -> bool:
    """Whether the words before token `first` say that a place is only close by: "near", "10 km from", "north of"."""
    i = first - 1
    while i >= 0 and (doc[i].lower_ in {"the", "city", "town", "village"} or doc[i].lower_ in LEADING - NEARBY_NOUNS):
        i -= 1
    if i >= 1 and doc[i].text in {"'s", "’s"}:
        while i >= 1 and doc[i - 1].pos_ == "PROPN":
            i -= 1
        return is_nearby(doc, i)
    if i >= 1 and doc[i].lower_ in {"of", "from"}:
        of = i - 1
        return is_nearby(doc, of) if doc[of].lower_ in OUTER else doc[of].lower_ in NEARBY_NOUNS
    return i >= 0 and doc[i].lower_ in NEARBY
