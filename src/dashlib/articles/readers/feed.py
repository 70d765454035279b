"""RSS and Atom files, by feedparser: each entry is an article. Nothing is fetched."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import feedparser

from dashlib.articles.decoding import clean
from dashlib.articles.draft import Draft, Found, Source, problem
from dashlib.articles.markup import to_text

__all__ = ["read"]


def read(source: Source) -> Iterator[Found]:
    """Give the entries of a feed: full text where it carries one, else the summary."""
    parsed = feedparser.parse(BytesIO(source.data), sanitize_html=False, resolve_relative_uris=False)
    if parsed.bozo and not parsed.entries:
        yield problem(
            source, f"no readable feed ({parsed.get('bozo_exception', 'unknown')}); check that it is RSS or Atom"
        )
        return
    if not parsed.entries:
        yield problem(source, "a feed without entries, or XML that is no feed; nothing to read")
    if parsed.bozo:
        yield problem(
            source, f"the feed is damaged ({parsed.get('bozo_exception', 'unknown')}); what could be read is kept"
        )
    for number, entry in enumerate(parsed.entries, start=1):
        draft = _draft(entry, parsed.feed)
        yield draft if draft.text else problem(source, f"entry {number} ({draft.title or 'no title'}) has no text")


def _draft(entry: Any, feed: Any) -> Draft:
    bodies = [part.get("value", "") for part in entry.get("content", [])] or [entry.get("summary", "")]
    return Draft(
        text=clean(to_text(max(bodies, key=len))),
        title=clean(to_text(entry.get("title", ""))),
        published=entry.get("published") or entry.get("updated") or "",
        outlet=clean((entry.get("source") or {}).get("title", "") or feed.get("title", "")),
        url=entry.get("link", ""),
        language=entry.get("language", "") or feed.get("language", ""),
    )
