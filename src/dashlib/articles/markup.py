"""Turns a fragment of HTML into paragraphs of plain text; whole pages are trafilatura's work."""

import re
from html.parser import HTMLParser

__all__ = ["looks_marked_up", "to_text"]

_TAG = re.compile(r"</?(?:p|div|br|span|a|b|i|em|strong|ul|li|h[1-6]|blockquote|figure|img)\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|amp|quot|lt|gt|#\d{2,5}|[lr][ds]quo|[mn]dash|hellip);")
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "title",
        "tr",
        "ul",
    ]
)
_UNSEEN = frozenset(["script", "style", "template", "noscript", "head"])
_BREAKS = re.compile(r"[ \t]*\n\s*\n\s*")


def looks_marked_up(text: str) -> bool:
    """Whether a text holds the tags or entities of HTML."""
    return bool(_TAG.search(text) or _ENTITY.search(text))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's signature
        self.unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag == "br":
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in _UNSEEN and self.unseen > 0
        if tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(re.sub(r"\s+", " ", data))


def to_text(html: str) -> str:
    r"""Give the text of a fragment of HTML: blocks as paragraphs, entities as characters, scripts left out.

    >>> to_text("<p>One&nbsp;man.</p><p>Two</p>")
    'One man.\n\nTwo'
    """
    parser = _Text()
    parser.feed(html)
    parser.close()
    return _BREAKS.sub("\n\n", "".join(parser.parts)).strip()
