"""The component `dashlib_quantities`: how many, how far, how much; and a quantity in words."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dashlib.parsing.annotations import mentions
from dashlib.parsing.quantities.attach import attach
from dashlib.parsing.quantities.things import counted
from dashlib.parsing.quantities.wording import in_words

__all__ = ["component", "in_words"]


@Language.component("dashlib_quantities")
def component(doc: Doc) -> Doc:
    """Replace each mention with one that carries its quantities, the main one first."""
    found = mentions(doc)
    if found:
        rows = attach(doc, list(counted(doc)), found)
        doc._.mentions = tuple(
            replace(m, quantities=tuple(c.quantity for c in row)) for m, row in zip(found, rows, strict=True)
        )
    return doc
