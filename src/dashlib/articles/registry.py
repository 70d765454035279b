"""Reads files, folders, archives and addresses: picks the reader of each format and finishes what it drafts."""

import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from urllib.parse import urlsplit

from dashlib.articles import language
from dashlib.articles.decoding import clean
from dashlib.articles.draft import Draft, Found, Source, problem
from dashlib.articles.formats import format_of, suffixes
from dashlib.articles.limits import too_large
from dashlib.articles.model import article_id
from dashlib.articles.publication import day_in_name, interval_of
from dashlib.types import Article, Basis, Interval, Precision, Problem

__all__ = ["read", "read_bytes", "stream"]

_DEEPEST = 3  # levels of archives in archives
_SCHEMES = ("http://", "https://")


def read(paths: Iterable[str | Path]) -> tuple[list[Article], list[Problem]]:
    """Read files, folders (with all below them, hidden ones left out) and http(s) addresses, in the order of names.

    Whatever cannot be read becomes a Problem that says what, where and what to do; it costs nothing else.
    """
    return _sorted_out(stream(paths))


def read_bytes(name: str, data: bytes) -> tuple[list[Article], list[Problem]]:
    """Read the bytes of an uploaded file; `name` tells the format and is shown to the reader."""
    return _sorted_out(_take(Source(name, data)))


def stream(paths: Iterable[str | Path]) -> Iterator[Article | Problem]:
    """Read as `read` does, one after the other."""
    for path in paths:
        if isinstance(path, str) and path.casefold().startswith(_SCHEMES):
            yield from _fetched(path)
        else:
            yield from _on_disk(Path(path))


def _sorted_out(found: Iterable[Article | Problem]) -> tuple[list[Article], list[Problem]]:
    articles: list[Article] = []
    problems: list[Problem] = []
    for item in found:
        if isinstance(item, Article):
            articles.append(item)
        else:
            problems.append(item)
    return articles, problems


def _fetched(address: str) -> Iterator[Article | Problem]:
    from dashlib.articles.readers import web  # noqa: PLC0415 - only who gives an address needs the network

    for found in web.fetch(address):
        yield from _finish(Source(address, b"", url=address), found, "text/html")


def _on_disk(path: Path) -> Iterator[Article | Problem]:
    if path.is_dir():
        for file in _files(path):
            yield from _file(file)
    elif path.exists():
        yield from _file(path)
    else:
        yield Problem(str(path), 0, "read", "no such file or folder; check the path")


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(parent) / name


def _file(path: Path) -> Iterator[Article | Problem]:
    source = Source(str(path), b"")
    try:
        if reason := too_large(path.stat().st_size):
            yield problem(source, reason)
            return
        data = path.read_bytes()
    except OSError as e:
        yield problem(source, f"cannot be opened ({e.strerror or e}); check that you may read it")
        return
    yield from _take(source._replace(data=data))


def _take(source: Source) -> Iterator[Article | Problem]:
    """Read one source by its format; a reader that fails all the same costs this source only."""
    if source.depth > _DEEPEST:
        yield problem(source, "an archive in an archive in an archive; unpack it first")
        return
    if not source.data.strip():
        yield problem(source, "an empty file; nothing to read")
        return
    found_format = format_of(source)
    if found_format is None:
        yield problem(source, f"not a kind of file that dashlib reads; it reads {' '.join(suffixes())}")
        return
    reader = import_module(f"dashlib.articles.readers.{found_format.reader}")
    silent = True
    try:
        for found in reader.read(source):
            silent = False
            yield from _finish(source, found, found_format.media_type)
    except Exception as e:  # noqa: BLE001 - bytes can provoke anything in the libraries behind the readers
        yield problem(
            source, f"broken in a way the {found_format.reader} reader cannot handle ({type(e).__name__}: {e})"
        )
        return
    if silent:
        yield problem(source, "no article in it; nothing to read")


def _finish(source: Source, found: Found, media_type: str) -> Iterator[Article | Problem]:
    if isinstance(found, Problem):
        yield found
    elif isinstance(found, Source):
        yield from _take(found)
    else:
        yield from _article(source, found, media_type)


def _article(source: Source, draft: Draft, media_type: str) -> Iterator[Article | Problem]:
    if not draft.text.strip():
        yield problem(source, "no text in it; nothing to read", line=draft.line)
        return
    text, title = clean(draft.text), " ".join(clean(draft.title).split())
    published, basis = _published(source, draft)
    url = draft.url or source.url or (draft.outlet if "://" in draft.outlet else "")
    if str(draft.published or "").strip() and basis is not Basis.GIVEN:
        yield problem(source, _bad_date(draft), line=draft.line)
    yield Article(
        article_id=article_id(title, text),
        text=text,
        title=title,
        language=language.detect(text, declared=draft.language),
        published=published,
        published_basis=basis,
        source=_outlet(draft.outlet),
        url=clean(url),
        path=source.path,
        media_type=media_type,
    )


def _published(source: Source, draft: Draft) -> tuple[Interval, Basis]:
    given = interval_of(draft.published, day_first=draft.day_first)
    if given.known:
        return given, Basis.GIVEN
    day = day_in_name(source.path) if draft.named else None
    return (Interval(day, day, Precision.DAY), Basis.FILE) if day else (Interval(), Basis.NONE)


def _bad_date(draft: Draft) -> str:
    return (
        f"the date {str(draft.published)[:60]!r} does not exist or can be read in two ways; the article is kept and "
        "its date sought in the text; write it as 2025-08-31"
    )


def _outlet(name: str) -> str:
    host = urlsplit(name).hostname if "://" in name else None
    return " ".join(clean(host.removeprefix("www.") if host else name).split())
