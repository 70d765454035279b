"""JSON files: an array of articles, one article, or an object around an array (NewsAPI, JSON Feed, WordPress)."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dashlib.articles import columns
from dashlib.articles.decoding import decode
from dashlib.articles.draft import Found, Source, problem
from dashlib.articles.readers import json_lines

__all__ = ["read"]


def read(source: Source) -> Iterator[Found]:
    """Give the articles of a JSON file; one object a line is JSON Lines whatever the file is called."""
    text = decode(source.data).text
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as e:
        if _lines(text):
            yield from json_lines.read(source)
        else:
            line = getattr(e, "lineno", 0)
            yield problem(source, f"no valid JSON ({e}); correct it, or give one article a line", line=line)
        return
    yield from json_lines.records(source, [(0, item) for item in _items(value)])


def _lines(text: str) -> bool:
    """Whether the first line is an object by itself."""
    try:
        return isinstance(json.loads(text.lstrip().partition("\n")[0]), Mapping)
    except (ValueError, RecursionError):
        return False


def _items(value: Any) -> list[Any]:
    """Give the articles: those of an array in the object come before the object's own description."""
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping):
        arrays = [v for v in value.values() if isinstance(v, list) and any(_article(item) for item in v)]
        if arrays:
            return max(arrays, key=len)
    return [value]


def _article(item: Any) -> bool:
    return isinstance(item, Mapping) and columns.has_text(item)
