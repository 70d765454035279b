"""HTML pages: trafilatura finds the article in them, with title, date, outlet and language."""

import re
from collections.abc import Iterator
from typing import Any

from trafilatura import bare_extraction

from dashlib.articles.decoding import clean, decode
from dashlib.articles.draft import Draft, Found, Source, problem
from dashlib.articles.markup import to_text

__all__ = ["page", "read"]

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})|encoding=["']([\w.-]{2,40})["']""", re.IGNORECASE
)
_LANGUAGE = re.compile(r"""<html\b[^>]*?\blang\s*=\s*["']?([A-Za-z-]{2,12})""", re.IGNORECASE)
# Only what the page says of itself: a date guessed from its wording would be taken for a given one.
_DATES = {"extensive_search": False, "original_date": True}


def read(source: Source) -> Iterator[Found]:
    """Give the article of a page; advertising, navigation and comments stay out."""
    charset = _CHARSET.search(source.data[:4096])
    declared = (charset[1] or charset[2]).decode("ascii") if charset else ""
    decoded = decode(source.data, declared=declared)
    if decoded.note:
        yield problem(source, decoded.note)
    yield page(clean(decoded.text), url=source.url)


def page(html: str, *, url: str = "") -> Draft:
    """Make a draft of the source of a page."""
    found: Any = bare_extraction(
        html, url=url or None, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES)
    )
    language = _LANGUAGE.search(html)
    text = "\n\n".join(line.strip() for line in (found.text or "").splitlines() if line.strip()) if found else ""
    return Draft(
        text=text or to_text(html),
        title=(found.title or "") if found else "",
        published=(found.date or "") if found else "",
        outlet=(found.sitename or found.hostname or "") if found else "",
        url=url or ((found.url or "") if found else ""),
        language=language[1] if language else "",
        named=True,
    )
