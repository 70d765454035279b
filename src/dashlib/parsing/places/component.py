"""The spaCy component `dashlib_places`: the places named in a text, each chosen among its namesakes."""

from spacy.language import Language
from spacy.tokens import Doc

from dashlib.codebook.gazetteer import Gazetteer, gazetteer
from dashlib.parsing import annotations
from dashlib.parsing.places.finding import Found, find
from dashlib.parsing.places.resolution import Choice, choose
from dashlib.parsing.places.surroundings import surroundings
from dashlib.parsing.places.toponyms import Toponym, read
from dashlib.types import PlaceMention

__all__ = ["SURROUNDINGS_TRUST", "create", "mention", "places"]

# How much a country named in a body's name or a demonym weighs for the choice, against a place named as such.
SURROUNDINGS_TRUST = 0.5


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
    trust = [1.0] * len(toponyms) + [SURROUNDINGS_TRUST] * len(others)
    choices = choose([*toponyms, *others], trust)[: len(toponyms)]
    return tuple(
        mention(t, c, f.first, f.last, nearby=f.nearby)
        for t, c, f in zip(toponyms, choices, found, strict=True)
        if c is not None
    )


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
