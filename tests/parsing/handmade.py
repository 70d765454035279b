"""Docs with mentions put on by hand, so that a component is tested without those before it."""

import re
from pathlib import Path

from dashlib.types import Mention

TABLES = Path(__file__).parent / "tables"


def table(name):
    """Give the rows of a text table: (group, first word, second word, rest)."""
    group, rows = "", []
    for line in (TABLES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            group = line[3:]
        elif line and not line.startswith("#"):
            rows.append((group, *line.split(" ", 2)))
    return rows


def marked(nlp, kind, text):
    """Parse a text and put a mention on each word in square brackets."""
    clean, starts = "", []
    for piece in re.split(r"(\[[^\]]+\])", text):
        if piece.startswith("["):
            starts.append((len(clean), len(clean) + len(piece) - 2))
        clean += piece.strip("[]") if piece.startswith("[") else piece
    doc = nlp(clean)
    spans = [doc.char_span(a, b, alignment_mode="expand") for a, b in starts]
    doc._.mentions = tuple(Mention(head=s.root.i, trigger=(s.start, s.end), kind=kind, rule="test") for s in spans)
    return doc
