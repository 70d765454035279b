"""The spaCy component `dashlib_places`: the places named in a text, each chosen among its namesakes."""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from dashlib.codebook.gazetteer import Gazetteer, How, gazetteer
from dashlib.parsing import annotations
from dashlib.parsing.places.finding import Found, find
from dashlib.parsing.places.resolution import WEIGHTS, Choice, choose
from dashlib.parsing.places.surroundings import outer_trust, surroundings
from dashlib.parsing.places.toponyms import Toponym, read
from dashlib.types import PlaceMention

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
    return tuple(
        mention(t, c, f.first, f.last, nearby=f.nearby)
        for t, c, f in zip(toponyms, choices[: len(found)], found, strict=True)
        if c is not None and (not f.weak or _is_believed(c, at))
    )


def _countries(found: Sequence[Found], choices: Sequence[Choice | None]) -> frozenset[str]:
    """Give the countries in which the text plays: those of its sure places, demonyms and bodies."""
    sure = [c for c, f in zip(choices, found, strict=False) if not f.weak]
    return frozenset(c.named.place.country for c in (*sure, *choices[len(found) :]) if c is not None)


def _is_believed(choice: Choice, countries: frozenset[str]) -> bool:
    """Whether a weak find is kept: its place is where the text plays, and known by this very name."""
    place, how = choice.named
    known = how == How().name or (how == How().alias and place.population >= _KNOWN_PEOPLE)
    return known and (place.rank > 0 or place.country in countries)


@Language.factory("dashlib_places")
def create(nlp: Language, name: str) -> "Places":
    """Create the component."""
    return Places(gazetteer())


class Places:
    """Sets `doc._.places`."""

    def __init__(self, index: Gazetteer) -> None:
        self._index = index

    def __call__(self, doc: Doc) -> Doc:
        """Find the places of a text and replace those it had."""
        annotations.register()
        doc._.places = places(doc, self._index)
        return doc
