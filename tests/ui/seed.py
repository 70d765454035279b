"""Makes a real store that holds the sample, without parsing: the reports are known, merging and writing are real."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.ui.sample import frames

from dashlib.articles.model import from_mapping
from dashlib.codebook.actors import codebook
from dashlib.engine import Parsed
from dashlib.parsing.records import Rows
from dashlib.store import Store
from dashlib.types import Actor, Article

__all__ = ["seed"]


def _parsed(articles: list[Article], **_: Any) -> Iterator[Parsed]:
    world = frames()
    for article in articles:
        mentions = world.mentions[world.mentions["article_id"] == article.article_id]
        spans = world.spans[world.spans["mention_id"].isin(mentions["mention_id"])]
        rows = [m | {"event_id": ""} for m in mentions.to_dict("records")]
        yield Parsed(article, Rows(rows, spans.to_dict("records"), [], [], list(_people(rows))), None)


def _people(rows: list[dict[str, Any]]) -> Iterator[Actor]:
    people = codebook().people
    names = dict.fromkeys(n for r in rows for c in ("initiators", "recipients", "participants") for n in r[c])
    return (people[name].actor(None) for name in names if name in people)


def seed(path: Path) -> Store:
    """Give a new store at `path` with the sample in it."""
    world, store = frames(), Store(path)
    articles = [from_mapping({str(k): v for k, v in row.items()}) for row in world.articles.to_dict("records")]
    with patch("dashlib.store.ingesting.parse_articles", _parsed):
        store.ingest(articles)
    return store
