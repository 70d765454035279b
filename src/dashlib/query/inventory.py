"""What the frames hold, counted: for the page about the data. Pure functions of frames."""

import datetime as dt
import re
from collections import Counter
from typing import Any, NamedTuple

import pandas as pd

from dashlib.codebook import KINDS
from dashlib.codebook.tables import read_csv
from dashlib.schema import Frames

__all__ = ["Inventory", "inventory", "kinds", "languages", "merges", "sources"]

_NAMED = re.compile(r" \(.*\)$| on \d.*$")


class Inventory(NamedTuple):
    """How much there is: articles, those that copy another, mentions, events, and those told more than once.

    `published` and `happened` are the first and the last day of articles and of events, None where no day is known.
    """

    articles: int
    copies: int
    silent: int
    mentions: int
    events: int
    retold: int
    contested: int
    sources: int
    problems: int
    published: tuple[dt.date | None, dt.date | None]
    happened: tuple[dt.date | None, dt.date | None]


def _span(starts: pd.Series, ends: pd.Series) -> tuple[dt.date | None, dt.date | None]:
    first, last = [d for d in starts if d is not None], [d for d in ends if d is not None]
    return (min(first) if first else None, max(last) if last else None)


def inventory(frames: Frames) -> Inventory:
    """Count what the frames hold."""
    articles, events = frames.articles, frames.events
    return Inventory(
        articles=len(articles),
        copies=int((articles["duplicate_of"] != "").sum()),
        silent=int((~articles["article_id"].isin(frames.mentions["article_id"])).sum()),
        mentions=len(frames.mentions),
        events=len(events),
        retold=int((events["mentions"] > 1).sum()),
        contested=int((events["disagreements"].str.len() > 0).sum()),
        sources=articles.loc[articles["source"] != "", "source"].nunique(),
        problems=len(frames.problems),
        published=_span(articles["published_start"], articles["published_end"]),
        happened=_span(events["date_start"], events["date_end"]),
    )


def languages(frames: Frames) -> list[str]:
    """Give the names of the languages of the articles, the most frequent first."""
    names = {row["code"]: row["name"] for row in read_csv("languages.csv", ("code", "name"))}
    codes = frames.articles["language"].value_counts().index
    return [names.get(code, code) for code in codes if code]


def sources(frames: Frames) -> pd.DataFrame:
    """Give a row a source, the busiest first: `Source Articles Copies Events First Last`; articles without one last."""
    articles = frames.articles
    events = frames.mentions.merge(articles[["article_id", "source"]], on="article_id")
    rows: list[dict[str, Any]] = [
        {
            "Source": source or "Not given",
            "Articles": len(own),
            "Copies": int((own["duplicate_of"] != "").sum()),
            "Events": events.loc[events["source"] == source, "event_id"].nunique(),
            **dict(zip(("First", "Last"), _span(own["published_start"], own["published_end"]), strict=True)),
        }
        for source, own in articles.groupby("source")
    ]
    rows.sort(key=lambda r: (r["Source"] == "Not given", -r["Articles"], r["Source"]))
    return pd.DataFrame(rows, columns=["Source", "Articles", "Copies", "Events", "First", "Last"])


def merges(frames: Frames) -> pd.DataFrame:
    """Give what made reports one event: `Reason` and in how many of the merges it counted, the most frequent first."""
    reasons = Counter(_NAMED.sub("", part) for why in frames.merges["why"] for part in why.split("; "))
    return pd.DataFrame(reasons.most_common(), columns=["Reason", "Merges"])


def kinds(frames: Frames) -> pd.DataFrame:
    """Give the codebook with how often each kind occurs: `Kind Family What it is Events PLOVER Mode CAMEO ACLED`."""
    found = frames.events["kind"].value_counts()
    rows = [
        {
            "Kind": f"{k.mark} {k.label}",
            "Family": k.family,
            "What it is": k.what,
            "Events": int(found.get(k.name, 0)),
            "PLOVER": k.plover_type,
            "Mode": k.plover_mode,
            "CAMEO": k.cameo,
            "ACLED": k.acled,
        }
        for k in KINDS.values()
    ]
    return pd.DataFrame(rows)
