"""The spaCy component `dashlib_dates`: leaves the time expressions of a Doc in `doc._.timexes`."""

from spacy.language import Language
from spacy.tokens import Doc

from dashlib.parsing.annotations import article
from dashlib.parsing.dates.finder import find

__all__ = ["annotate_dates"]


@Language.component("dashlib_dates", assigns=["doc._.timexes"])
def annotate_dates(doc: Doc) -> Doc:
    """Find the time expressions, counted from the publication date of the Doc's article."""
    doc._.timexes = find(doc, article(doc).published)
    return doc
