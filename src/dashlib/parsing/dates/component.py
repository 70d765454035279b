"""The spaCy component `dashlib_dates`: leaves the time expressions of a Doc in `doc._.timexes`."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dashlib.parsing import publication
from dashlib.parsing.annotations import article
from dashlib.parsing.dates.finder import find

__all__ = ["annotate_dates"]


@Language.component("dashlib_dates", assigns=["doc._.timexes"])
def annotate_dates(doc: Doc) -> Doc:
    """Find the time expressions, counted from the publication date of the Doc's article.

    Where the article has none it is inferred, and the Doc's article is replaced by one that holds it.
    """
    known = article(doc)
    if not known.published.known:
        published, basis = publication.infer(doc)
        if published.known:
            known = replace(known, published=published, published_basis=basis)
            doc._.article = known
    doc._.timexes = find(doc, known.published)
    return doc
