"""Who acts in a text: names, titles, demonyms and references, resolved to actors of the codebook."""

from spacy.language import Language
from spacy.tokens import Doc

from dashlib.parsing.actors.finding import find
from dashlib.parsing.actors.lookup import actors_at, actors_in, actors_of, head_of, rank

__all__ = ["actors_at", "actors_in", "actors_of", "annotate_actors", "find", "head_of", "rank"]


@Language.component("dashlib_actors", assigns=["doc._.actors"])
def annotate_actors(doc: Doc) -> Doc:
    """Set `doc._.actors` to the actors named or referred to."""
    doc._.actors = find(doc)
    return doc
