"""Markdown: plain text whose marks are taken off, so that quotes read as they would on paper."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dashlib.articles.draft import Draft, Found, Source
from dashlib.articles.headline import headline
from dashlib.articles.readers import plain

__all__ = ["read"]

_MARKS = (
    (re.compile(r"^(?:```|~~~).*$", re.MULTILINE), ""),
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),
    (re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"\[([^\]\n]+)\]\[[^\]\n]*\]"), r"\1"),
    (re.compile(r"^\[[^\]\n]+\]:[ \t]+\S.*$", re.MULTILINE), ""),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE), r"\1"),
    (re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__|~~)(?=\S)(.{1,1000}?)(?<=\S)\1", re.DOTALL), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])"), r"\1"),
)
_HEADING = re.compile(r"\A\s*#[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)


def read(source: Source) -> Iterator[Found]:
    """Give the article of a Markdown file; its first heading is the title where the front matter names none."""
    for found in plain.read(source):
        yield _unmarked(found) if isinstance(found, Draft) else found


def _unmarked(draft: Draft) -> Draft:
    heading = _HEADING.match(draft.text)
    text = _strip(draft.text)
    title = draft.title if draft.title and not draft.title.startswith("#") else ""
    return replace(draft, text=text, title=_strip(title or (heading[1] if heading else headline(text))))


def _strip(text: str) -> str:
    for mark, instead in _MARKS:
        text = mark.sub(instead, text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
