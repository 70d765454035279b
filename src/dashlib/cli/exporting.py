"""`dashlib export`: a view of the store as a file, narrowed as the dashboard narrows it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from dashlib.cli.console import chosen, say, write
from dashlib.export import FORMS
from dashlib.export.registry import VIEWS
from dashlib.query import LIKELY, Filters, facets
from dashlib.store import Store
from dashlib.wording import counted

__all__ = ["run"]


def run(
    view: str, *, store: str, form: str, output: Path | None, like: str, params: Mapping[str, str | Sequence[str]]
) -> None:
    """Write a view; `params` are filters by their names in the dashboard's address and add to those of `like`."""
    chosen(view, VIEWS, "the view")
    written = FORMS[chosen(form, FORMS, "--format")]
    filters = Filters.from_params({**parse_qs(urlsplit(like).query), **params})
    kept = Store(store or None)
    counts = facets(kept.frames(), filters)
    write(kept.export(view, form, filters), output, text=written.media_type.startswith(("text/", "application/x-nd")))
    say(filters.sentence(counts.events))
    if counts.uncertain and filters.min_confidence == LIKELY:
        say(f"{counted(counts.uncertain, 'uncertain event')} left out; --sure 0 takes all")
