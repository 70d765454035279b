"""Tells the format of bytes: what they begin with, then the file's suffix, then what the text in them looks like."""

import re
from functools import cache
from io import BytesIO
from pathlib import PurePath
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from dashlib.articles.decoding import binary, decode
from dashlib.articles.draft import Source
from dashlib.codebook.tables import read_csv

__all__ = ["Format", "format_of", "suffixes"]

_HEAD = 4096
_PLAIN = ("plain", "markdown", "html", "feed")
_HTML = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html\b|head\b|body\b)", re.IGNORECASE | re.DOTALL
)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b")
_MAIL = re.compile(
    r"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:From|Received|Return-Path|Message-ID):", re.IGNORECASE
)
_MAIL_DATE = re.compile(r"^(?:Date|Subject|MIME-Version):", re.IGNORECASE | re.MULTILINE)


class Format(NamedTuple):
    """The module of `readers` that reads a format, and its media type."""

    reader: str
    media_type: str


@cache
def _formats() -> dict[str, Format]:
    rows = read_csv("article_formats.csv", ("suffix", "reader", "media_type"))
    return {row["suffix"]: Format(row["reader"], row["media_type"]) for row in rows}


@cache
def _by_media_type() -> dict[str, Format]:
    return {found.media_type: found for found in _formats().values()}


def suffixes() -> tuple[str, ...]:
    """Give the suffixes of the files that dashlib reads."""
    return tuple(_formats())


def format_of(source: Source) -> Format | None:
    """Give the format of bytes, or None where dashlib cannot read them."""
    known = _formats().get(PurePath(source.path.split("?")[0]).suffix.lower()) if not source.url else None
    known = known or _by_media_type().get(source.media_type)
    return _by_magic(source.data) or _by_text(source, known)


def _by_magic(data: bytes) -> Format | None:
    if b"%PDF-" in data[:1024]:
        return _formats()[".pdf"]
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _formats()[".docx" if _word(data) else ".zip"]
    return None


def _word(data: bytes) -> bool:
    try:
        with ZipFile(BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def _by_text(source: Source, known: Format | None) -> Format | None:
    """Correct a suffix that the text belies (a page saved as .txt), and tell a file without a known suffix."""
    head = decode(source.data[:_HEAD]).text
    if known is None or known.reader in _PLAIN:
        if _FEED.search(head[:1000]) and head.lstrip().startswith("<"):
            return _formats()[".rss"] if known is None or known.reader != "feed" else known
        if _HTML.match(head):
            return known if known and known.reader == "html" else _formats()[".html"]
    if known is not None or (PurePath(source.path).suffix and not source.url):
        return known or _by_shape(head, named=True)
    return _by_shape(head, named=False)


def _by_shape(head: str, *, named: bool) -> Format | None:
    if _MAIL.match(head) and _MAIL_DATE.search(head):
        return _formats()[".eml"]
    if head.lstrip().startswith(("{", "[{")):
        return _formats()[".json"]
    return None if named or binary(head) else _formats()[".txt"]
