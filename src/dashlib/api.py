"""The public entry points that turn articles into frames; `dashlib` itself re-exports them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from dashlib import schema
from dashlib.articles import duplicates, language
from dashlib.articles import read as read_articles
from dashlib.articles.model import from_mapping, to_row
from dashlib.codebook.actors import actor_rows, codebook
from dashlib.engine import Parsed, parse_articles
from dashlib.merging import consolidate
from dashlib.schema import Frames
from dashlib.settings import current
from dashlib.types import Actor, Article, Problem

__all__ = ["assemble", "parse", "prepare", "read", "seen_actors"]


def read(paths: str | Path | Iterable[str | Path]) -> pd.DataFrame:
    """Read files and folders of articles into an articles frame (columns in docs/schema.md).

    What could not be read stands in `frame.attrs["problems"]`, a list of rows of the problems frame.
    """
    found, problems = read_articles([paths] if isinstance(paths, str | Path) else paths)
    out = schema.frame("articles", map(to_row, found))
    out.attrs["problems"] = [p._asdict() for p in problems]
    return out


def parse(
    articles: pd.DataFrame | Iterable[Mapping[str, Any]],
    *,
    model: str | None = None,
    judge: bool | str = True,
    workers: int = 1,
    scheduler: str = "",
) -> Frames:
    """Find the events that articles report.

    `articles` is an articles frame or an iterable of mappings with at least `text`; `title`, `published`, `source`
    and `url` are kept. `model` names an installed spaCy pipeline; `judge` switches the trained encoder on or off, or
    names another; `workers` processes share the work, or the Dask cluster at `scheduler` does.

    Gives Frames; an article that could not be parsed is kept and stands in `problems` with the reason.
    """
    rows: Iterable[Mapping[Any, Any]] = articles.to_dict("records") if isinstance(articles, pd.DataFrame) else articles
    problems = list(articles.attrs.get("problems", [])) if isinstance(articles, pd.DataFrame) else []
    found, refused = prepare(map(from_mapping, rows))
    problems += [p._asdict() for p in refused]
    english = [a for a in found if language.readable(a.language)]
    parsed = list(
        parse_articles(
            english,
            model=model or current().model,
            judge=judge if isinstance(judge, str) else current().judge if judge else "off",
            workers=workers,
            scheduler=scheduler,
        )
    )
    return assemble(found, parsed, problems)


def prepare(articles: Iterable[Article]) -> tuple[list[Article], list[Problem]]:
    """Drop what has no text, tell languages, make one article of one text, and mark near-duplicates."""
    kept: dict[str, Article] = {}
    problems: list[Problem] = []
    for article in articles:
        where = article.path or article.url or article.title
        if not article.text.strip():
            problems.append(Problem(where, 0, "read", "no text in it; nothing to parse"))
            continue
        tongue = language.detect(article.text, declared=article.language)
        if not language.readable(tongue):
            problems.append(Problem(where, 0, "language", language.refusal(tongue)))
        known = kept.get(article.article_id)
        kept[article.article_id] = replace(known or article, language=tongue, source=_sources(known, article))
    return duplicates.mark(list(kept.values())), problems


def _sources(known: Article | None, article: Article) -> str:
    names = [*(known.source.split("; ") if known else []), article.source]
    return "; ".join(dict.fromkeys(n for n in names if n))


def assemble(found: Sequence[Article], parsed: Sequence[Parsed], problems: list[dict[str, Any]]) -> Frames:
    """Put parsed articles together as Frames, with the mentions merged into events."""
    known = {p.article.article_id: p.article for p in parsed}
    rows = [p.rows for p in parsed if p.rows is not None]
    articles = schema.frame("articles", (to_row(known.get(a.article_id, a)) for a in found))
    mentions = schema.frame("mentions", (m for r in rows for m in r.mentions))
    merged = consolidate(mentions, articles)
    mentions["event_id"] = mentions["mention_id"].map(merged.event_ids).astype("str")
    problems += [p.problem._asdict() for p in parsed if p.problem is not None]
    return Frames.of(
        articles=articles,
        mentions=mentions,
        spans=schema.frame("spans", (s for r in rows for s in r.spans)),
        roles=schema.frame("roles", (x for r in rows for x in r.roles)),
        quantities=schema.frame("quantities", (q for r in rows for q in r.quantities)),
        actors=schema.frame("actors", seen_actors(a for r in rows for a in r.actors)),
        events=merged.events,
        status_history=merged.status_history,
        merges=merged.merges,
        aliases=merged.aliases,
        problems=schema.frame("problems", problems),
    )


def seen_actors(seen: Iterable[Actor]) -> Iterator[Mapping[str, Any]]:
    """Give the rows of the actors that occur: the codebook's, or what the text itself told of an unknown one."""
    known: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in actor_rows(codebook(current().user_tables)):
        known[str(row["actor_id"])].append(row)
    for actor in sorted(set(seen)):
        yield from known.get(actor.actor_id) or [actor._asdict()]
