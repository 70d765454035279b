"""`dashlib export`: a view of the store as a file, narrowed as the dashboard narrows it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import SplitResult, parse_qs, urlsplit

from dashlib.cli.console import chosen, say, write
from dashlib.export import FORMS, By
from dashlib.export.bundle import root
from dashlib.export.registry import VIEWS
from dashlib.query import LIKELY, Filters, facets
from dashlib.query.filters import PARAMS
from dashlib.query.groups import KINDS_OF
from dashlib.store import Store
from dashlib.wording import counted

__all__ = ["run"]

Params = Mapping[str, str | Sequence[str]]


def _asked(address: SplitResult) -> Params:
    """Give the filters of an address; a page of one group of kinds sets the kinds, as it does in the dashboard."""
    params = parse_qs(address.query)
    kinds = KINDS_OF.get(address.path.rpartition("/")[2].capitalize())
    if not kinds:
        return params
    return {k: v for k, v in params.items() if k != PARAMS["families"]} | {PARAMS["kinds"]: kinds}


def run(view: str, *, store: str, form: str, output: Path | None, like: str, paragraph: str, params: Params) -> None:
    """Write a view; `params` are filters by their names in the dashboard's address and add to those of `like`."""
    chosen(view, VIEWS, "the view")
    written = FORMS[chosen(form, FORMS, "--format")]
    address = urlsplit(like)
    filters = Filters.from_params({**_asked(address), **params})
    kept = Store(store or None)
    counts = facets(kept.frames(), filters)
    data = kept.export(
        view,
        form,
        filters,
        at=dt.datetime.now(tz=dt.UTC),
        by=By(chosen(paragraph, By, "--paragraph")),
        site=root(like),
    )
    write(data, output, text=written.media_type.startswith(("text/", "application/x-nd")))
    say(filters.sentence(counts.events))
    if counts.uncertain and filters.min_confidence == LIKELY:
        say(f"{counted(counts.uncertain, 'uncertain event')} left out; --sure 0 takes all")
