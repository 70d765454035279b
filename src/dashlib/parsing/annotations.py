"""What the components leave on a Doc, in one place: `doc._.article`, `.timexes`, `.actors`, `.places`, `.mentions`.

Each component reads the annotations of those before it and replaces its own, so that any of them can be run alone.
"""

from collections.abc import Mapping
from typing import cast

from spacy.tokens import Doc

from dashlib.types import ActorMention, Article, Mention, PlaceMention, Timex, Verdict

__all__ = ["actors", "article", "mentions", "places", "register", "timexes", "verdicts"]

_DEFAULTS = {"article": None, "timexes": (), "actors": (), "places": (), "mentions": (), "verdicts": None}


def register() -> None:
    """Declare the extension attributes (once)."""
    for name, default in _DEFAULTS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


register()


def article(doc: Doc) -> Article:
    """Give the article of a Doc; a Doc made from bare text has one without a publication date."""
    found = doc._.article
    return cast("Article", found) if found is not None else Article(article_id="", text=doc.text)


def timexes(doc: Doc) -> tuple[Timex, ...]:
    """Give the time expressions, in text order."""
    return cast("tuple[Timex, ...]", doc._.timexes)


def actors(doc: Doc) -> tuple[ActorMention, ...]:
    """Give the actors named or referred to, in text order, without overlaps."""
    return cast("tuple[ActorMention, ...]", doc._.actors)


def places(doc: Doc) -> tuple[PlaceMention, ...]:
    """Give the places named, in text order, without overlaps (a place may overlap an actor: "Moscow")."""
    return cast("tuple[PlaceMention, ...]", doc._.places)


def mentions(doc: Doc) -> tuple[Mention, ...]:
    """Give the event mentions found so far, in text order."""
    return cast("tuple[Mention, ...]", doc._.mentions)


def verdicts(doc: Doc) -> Mapping[int, Verdict]:
    """Give the judge's verdicts by token; empty where the judge is switched off."""
    found = doc._.verdicts
    return cast("Mapping[int, Verdict]", found) if found is not None else {}
