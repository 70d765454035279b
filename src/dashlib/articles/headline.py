"""Tells whether the first line of a text is its headline."""

import re

__all__ = ["headline"]

_LONGEST = 160
_MOST_WORDS = 24
_ENDS_SENTENCE = re.compile(r"[.;,:]$")
_ABBREVIATION_AT_END = re.compile(r"(?:^|\s)(?:[A-Z]\.){2,}$")
_DATELINE = re.compile(r"^[A-Z][A-Z .,'/-]+[,(].{0,40}[—–-]\s")


def headline(text: str) -> str:
    r"""Give the first line where it looks like a headline: short, no full stop at its end, and more text below.

    >>> headline("Leaders meet in Oslo\n\nThe two men met on Monday.")
    'Leaders meet in Oslo'
    >>> headline("The two men met on Monday.\n\nThey talked.")
    ''
    """
    first, _, rest = text.lstrip().partition("\n")
    first = first.strip()
    if not first or not rest.strip() or len(first) > _LONGEST or len(first.split()) > _MOST_WORDS:
        return ""
    if _ENDS_SENTENCE.search(first) and not _ABBREVIATION_AT_END.search(first):
        return ""
    if _DATELINE.match(first) or _wrapped(first, rest):
        return ""
    return first


def _wrapped(first: str, rest: str) -> bool:
    """Whether the line runs on below: the next one follows at once, is no shorter in kind, and begins in lower case."""
    return rest[:1].islower() and not first.endswith(("?", "!"))
