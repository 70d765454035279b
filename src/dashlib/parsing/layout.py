"""Sentence starts at line breaks, before the parser runs: a headline is no part of the sentence below it."""

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["mark_lines"]


@Language.component("dashlib_layout")
def mark_lines(doc: Doc) -> Doc:
    """Start a sentence after every paragraph break (two line breaks, or one after closing punctuation)."""
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            before = doc[token.i - 1].text[-1] if token.i else "\n"
            if token.text.count("\n") > 1 or before in ".!?\"'”’:":
                doc[token.i + 1].is_sent_start = True
    return doc
