"""Sentence borders that the layout decides, before the parser runs.

A headline is no part of the sentence below it, nor a date line ("JERUSALEM, Apr. 14 (Agency) —") of the one behind it.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["date_lines", "mark_borders"]

_CLOSING = tuple(".!?…:;\"'”’»)]—–-|•*")
_HEAD = 600  # characters in which the date line of an article stands
_SHORT = 4  # letters of a place in capitals that needs more than itself: "NATO — an alliance"
_SIGNED = 2
_PLACE = r"[^\W\d_a-z][\w.'’/ \-]*"
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}\.? [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_DATE_LINE = re.compile(
    rf"(?:^|\n)[^\S\n]*(?P<place>{_PLACE})(?P<rest>(?:, {_PLACE}){{0,2}})(?P<day>,? {_DAY})?,?"
    r"(?P<agency> ?\([^)\n]{2,40}\))?[^\S\n]*(?:[—–]|--?)(?=\s)"
)  # fmt: skip


def date_lines(text: str) -> tuple[int, int]:
    """Give the characters [start, end) of the date line at the head of an article, or an empty span.

    Its place is in capitals, or a day and an agency stand behind it.
    """
    for match in _DATE_LINE.finditer(text, 0, _HEAD):
        signs = bool(match["day"]) + bool(match["agency"])
        place, behind = match["place"], text[match.end() :].lstrip()[:1]
        alone = len(place) > _SHORT and behind.isupper()
        if signs == _SIGNED or (place.isupper() and (signs or match["rest"] or alone)):
            return match.span()
    return 0, 0


@Language.component("dashlib_layout")
def mark_borders(doc: Doc) -> Doc:
    """Start a sentence after every paragraph break, and none where no closing mark stands before.

    A paragraph break is two line breaks, or one after a closing mark (a single one elsewhere is a wrapped line).
    """
    before = "."
    line = date_lines(doc.text)[1]
    for token in doc:
        if line and token.idx >= line and not token.is_space:
            token.is_sent_start, before, line = True, token.text, 0
            continue
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
