"""The spaCy component `dashlib_places`: the places named in a text, each chosen among its namesakes."""

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from dashlib.codebook.gazetteer import Gazetteer, How, gazetteer
from dashlib.parsing import annotations
from dashlib.parsing.places.finding import Found, find, unknown
from dashlib.parsing.places.resolution import WEIGHTS, Choice, choose
from dashlib.parsing.places.surroundings import outer_trust, surroundings
from dashlib.parsing.places.toponyms import Toponym, read
from dashlib.types import PlaceMention, PlacePrecision

__all__ = ["create", "mention", "places"]

_WEAK_TRUST: float = WEIGHTS["context"]["weak"]
_KNOWN_PEOPLE = 10_000  # a place that a weak find may name by another name


def mention(toponym: Toponym, choice: Choice, first: int, last: int, *, nearby: bool) -> PlaceMention:
    """Give the mention of the place that was chosen for a name."""
    place = choice.named.place
    return PlaceMention(
        start=toponym.start,
        end=toponym.end,
        first=first,
        last=last,
        text=toponym.text,
        place_id=place.place_id,
        name=place.name,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
        admin1=place.admin1,
        precision=place.precision,
        score=round(choice.score, 3),
        nearby=nearby,
    )


def places(doc: Doc, index: Gazetteer) -> tuple[PlaceMention, ...]:
    """Give the places named in a text, in text order."""
    found: list[Found] = list(find(doc, index))
    spans = [(doc[f.first].idx, doc[f.last - 1].idx + len(doc[f.last - 1])) for f in found]
    toponyms = [read(index, doc.text, *span) for span in spans]
    others = list(surroundings(index, doc.text, spans))
    trust = [_WEAK_TRUST if f.weak else 1.0 for f in found] + [outer_trust(t) for t in others]
    choices = choose([*toponyms, *others], trust)
    at = _countries(found, choices)
    known = [
        mention(t, c, f.first, f.last, nearby=f.nearby)
        for t, c, f in zip(toponyms, choices[: len(found)], found, strict=True)
        if c is not None and (not f.weak or _is_believed(c, at))
    ]
    return tuple(sorted([*known, *_unplaced(doc, index, found)]))


def _unplaced(doc: Doc, index: Gazetteer, found: Sequence[Found]) -> Iterator[PlaceMention]:
    """Give the places that the gazetteer lacks: a name, the country where it is said, no coordinates, score 0."""
    for f in unknown(doc, found):
        span = doc[f.first : f.last]
        within = read(index, doc.text, span.start_char, span.end_char).within
        outer = max(within, key=lambda n: n.place.population).place if within else None
        country = outer.country if outer else ""
        admin1 = outer.admin1 if outer else ""
        where = (span.start_char, span.end_char, f.first, f.last, span.text, "", span.text, None, None, country, admin1)
        yield PlaceMention(*where, PlacePrecision.OTHER, 0.0, f.nearby)


def _countries(found: Sequence[Found], choices: Sequence[Choice | None]) -> frozenset[str]:
    """Give the countries in which the text plays: those of its sure places, demonyms and bodies."""
    sure = [c for c, f in zip(choices, found, strict=False) if not f.weak]
    return frozenset(c.named.place.country for c in (*sure, *choices[len(found) :]) if c is not None)


def _is_believed(choice: Choice, countries: frozenset[str]) -> bool:
    """Whether a weak find is kept: its place is where the text plays, and known by this very name."""
    place, how = choice.named
    known = how == How.NAME or (how == How.ALIAS and place.population >= _KNOWN_PEOPLE)
    return known and (place.rank > 0 or place.country in countries)


@Language.component("dashlib_places")
def create(doc: Doc) -> Doc:
    """Set the places of a text."""
    annotations.register()
    doc._.places = places(doc, gazetteer())
    return doc
