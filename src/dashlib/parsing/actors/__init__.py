"""Who acts in a text: names, titles, demonyms and references, resolved to actors of the codebook."""

from spacy.language import Language
from spacy.tokens import Doc

from dashlib import settings
from dashlib.codebook.actors import codebook
from dashlib.parsing.actors.finding import find
from dashlib.parsing.actors.lookup import actors_at, actors_in, actors_of, head_of, rank

__all__ = ["ActorFinder", "actors_at", "actors_in", "actors_of", "find", "head_of", "make_finder", "rank"]


class ActorFinder:
    """The component: sets `doc._.actors` to the actors named or referred to, by the codebook read when it was made."""

    def __init__(self) -> None:
        self.book = codebook(settings.current().user_tables)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        doc._.actors = find(doc, book=self.book)
        return doc


@Language.factory("dashlib_actors", assigns=["doc._.actors"])
def make_finder(nlp: Language, name: str) -> ActorFinder:  # noqa: ARG001 - the factory's signature is spaCy's
    """Make the component, with the reader's own table where the settings name one."""
    return ActorFinder()
