"""Sentence borders that the layout decides, before the parser runs: a headline is no part of the sentence below it."""

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["mark_borders"]

_CLOSING = tuple(".!?…:;\"'”’»)]—–-|•*")


@Language.component("dashlib_layout")
def mark_borders(doc: Doc) -> Doc:
    """Start a sentence after every paragraph break, and none where no closing mark stands before.

    A paragraph break is two line breaks, or one after a closing mark (a single one elsewhere is a wrapped line).
    """
    before = "."
    for token in doc:
        if token.is_space and token.i + 1 < len(doc):
            breaks = token.text.count("\n")
            if breaks > 1 or (breaks and before.endswith(_CLOSING)):
                doc[token.i + 1].is_sent_start = True
                before = "."
            continue
        if token.i and token.is_sent_start is None and not before.endswith(_CLOSING):
            token.is_sent_start = False
        before = token.text
    return doc
