"""An article and its row: identity by content, the publication day in whatever form the metadata has it."""

import datetime as dt
import hashlib
import math
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from dashlib.articles.publication import day_of, interval_of
from dashlib.types import Article, Basis, Interval, Precision

__all__ = ["article_id", "day_of", "from_mapping", "to_row"]

_SPACE = re.compile(r"\s+")
_SURROGATES = re.compile("[\ud800-\udfff]")  # half characters, which neither UTF-8 nor Arrow can hold


def article_id(title: str, text: str) -> str:
    """Give 16 hex digits of a hash of title and text, blind to case, spacing and Unicode form.

    >>> article_id("A", "b  c") == article_id("a", "B c")
    True
    """
    normal = _SPACE.sub(" ", unicodedata.normalize("NFKC", f"{title}\n{text}")).strip().casefold()
    return hashlib.sha256(normal.encode()).hexdigest()[:16]


def from_mapping(row: Mapping[str, Any]) -> Article:
    """Make an Article of a row with at least `text`; `title published source url path language …` are kept where given.

    A row of the articles frame comes back as it was; any other mapping may hold `published` in any form `day_of` takes.
    """
    text, title = _string(row.get("text")), _string(row.get("title"))
    published, basis = _published(row)
    return Article(
        article_id=_string(row.get("article_id")) or article_id(title, text),
        text=text,
        title=title,
        language=_string(row.get("language")) or "en",
        published=published,
        published_basis=basis,
        source=_string(row.get("source")),
        url=_string(row.get("url")),
        path=_string(row.get("path")),
        media_type=_string(row.get("media_type")) or "text/plain",
        duplicate_of=_string(row.get("duplicate_of")),
    )


def _string(value: object) -> str:
    missing = value is None or (isinstance(value, float) and math.isnan(value))
    return "" if missing else _SURROGATES.sub("\ufffd", str(value))


def _published(row: Mapping[str, Any]) -> tuple[Interval, Basis]:
    basis = _string(row.get("published_basis"))
    if basis and basis != Basis.NONE:
        precision = Precision(_string(row.get("published_precision")) or Precision.UNKNOWN)
        return Interval(day_of(row.get("published_start")), day_of(row.get("published_end")), precision), Basis(basis)
    given = interval_of(row.get("published"))
    return given, Basis.GIVEN if given.known else Basis.NONE


def to_row(article: Article, *, ingested_at: dt.datetime | None = None) -> dict[str, Any]:
    """Give the row of the articles frame."""
    start, end, precision = article.published
    return {
        "article_id": article.article_id, "title": article.title, "text": article.text, "language": article.language,
        "published": start if start == end else None, "published_start": start, "published_end": end,
        "published_precision": precision.value, "published_basis": article.published_basis.value,
        "source": article.source, "url": article.url, "path": article.path, "media_type": article.media_type,
        "characters": len(article.text), "duplicate_of": article.duplicate_of,
        "ingested_at": ingested_at or dt.datetime.now(dt.UTC),
    }  # fmt: skip
