"""The order of the steps from a parsed text to its actors."""

import datetime as dt

from spacy.tokens import Doc

from dashlib import settings
from dashlib.codebook.actors import Codebook, codebook
from dashlib.parsing.actors.draft import Draft
from dashlib.parsing.actors.entities import add_entities, add_subjects
from dashlib.parsing.actors.leftovers import read_marks
from dashlib.parsing.actors.names import mark_names
from dashlib.parsing.actors.partitives import stretch
from dashlib.parsing.actors.phrases import phrases
from dashlib.parsing.actors.references import add_references
from dashlib.parsing.actors.roles import read_role
from dashlib.parsing.actors.surnames import add_surnames
from dashlib.parsing.actors.titled import read_plural, read_title
from dashlib.parsing.annotations import article
from dashlib.types import ActorMention

__all__ = ["find"]


def _read_phrases(draft: Draft) -> None:
    for phrase in phrases(draft):
        if not read_plural(draft, phrase) and not read_title(draft, phrase):
            read_role(draft, phrase)


def _day(doc: Doc) -> dt.date | None:
    """Give the day by which offices are read: the last day of the publication interval that is known."""
    published = article(doc).published
    return published.end or published.start


def find(doc: Doc, *, book: Codebook | None = None) -> tuple[ActorMention, ...]:
    """Give the actors named or referred to in a parsed text, in text order.

    Offices are those of the day of publication (`annotations.article`); without one, those held now. A plural
    reference gives several mentions with one span; other mentions never overlap.
    """
    draft = Draft(doc, book or codebook(settings.current().user_tables), _day(doc))
    mark_names(draft)
    _read_phrases(draft)
    add_entities(draft, single=False)
    add_surnames(draft)
    add_entities(draft, single=True)
    read_marks(draft)
    add_subjects(draft)
    stretch(draft)
    add_references(draft)
    return tuple(draft.kept())
