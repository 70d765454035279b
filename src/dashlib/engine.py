"""Maps articles through the pipeline: in this process, in a pool of processes, or on a Dask cluster.

All three give the same results in the order of the input. An article that breaks a component costs its own row.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from dashlib.articles.limits import left_unparsed
from dashlib.parsing import annotations, pipeline
from dashlib.parsing.records import Rows, rows_of
from dashlib.types import Article, Problem

__all__ = ["Parsed", "parse_articles"]

_LOG = logging.getLogger(__name__)
_CHUNK = 64


class Parsed(NamedTuple):
    """What became of one article: with what the text told of its publication, its rows, and what was not parsed."""

    article: Article
    rows: Rows | None
    problem: Problem | None


def _chunks(articles: Iterable[Article], size: int) -> Iterator[list[Article]]:
    rest = iter(articles)
    while chunk := list(islice(rest, size)):
        yield chunk


def _parsed(doc: Doc) -> Parsed:
    article = annotations.article(doc)
    return Parsed(article, rows_of(doc), left_unparsed(article))


def _one(article: Article, nlp: Language) -> Parsed:
    try:
        doc = next(pipeline.annotate(nlp, [article]))
        return _parsed(doc)
    except Exception as e:  # noqa: BLE001 - whatever breaks becomes a row of the problems frame
        _LOG.exception("article %s could not be parsed", article.article_id)
        where = article.path or article.url or article.title or article.article_id
        return Parsed(article, None, Problem(where, 0, "parse", f"{type(e).__name__}: {e}; the article is kept"))


def parse_chunk(articles: Sequence[Article], *, model: str, judge: str = "on") -> list[Parsed]:
    """Parse a chunk in this process; where the batch fails, each article is tried alone."""
    nlp = pipeline.load(model, judge=judge)  # a missing model or a broken table is no article's fault
    try:
        return list(map(_parsed, pipeline.annotate(nlp, articles)))
    except Exception:  # noqa: BLE001 - any component may break on one article; the others must not suffer
        return [_one(a, nlp) for a in articles]


def _in_dask(
    chunks: Iterator[list[Article]], work: Callable[[Sequence[Article]], list[Parsed]], address: str
) -> Iterator[list[Parsed]]:
    from distributed import Client  # noqa: PLC0415 - half a second that only clusters need

    with Client(address) as client:  # type: ignore[no-untyped-call] # distributed has no types
        for future in client.map(work, list(chunks), pure=False):
            yield future.result()


def parse_articles(
    articles: Iterable[Article], *, model: str, judge: str = "on", workers: int = 1, scheduler: str = ""
) -> Iterator[Parsed]:
    """Parse articles in order: serially, in `workers` processes, or on the Dask cluster at `scheduler`."""
    work = partial(parse_chunk, model=model, judge=judge)
    chunks = _chunks(articles, _CHUNK if workers == 1 else _CHUNK // 4)
    if scheduler:
        results = _in_dask(chunks, work, scheduler)
    elif workers > 1:
        results = _in_pool(chunks, work, workers)
    else:
        results = map(work, chunks)
    for batch in results:
        yield from batch


def _in_pool(
    chunks: Iterator[list[Article]], work: Callable[[Sequence[Article]], list[Parsed]], workers: int
) -> Iterator[list[Parsed]]:
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, chunks)
