"""The command line: ingest, parse, serve, export, evaluate, review.

What the commands take stands here; what they do stands in a module of its own each, loaded when it is called, so that
`dashlib --help` answers at once.
"""

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from dashlib import __version__
from dashlib.cli.console import complain, quiet
from dashlib.errors import DashlibError

__all__ = ["app"]


class _Commands(TyperGroup):
    """Turns the errors that dashlib raises on purpose into one line and exit code 1."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except DashlibError as e:
            complain(str(e))
            raise typer.Exit(1) from e


app = typer.Typer(
    cls=_Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
    help="Finds dated, actor-coded, located events in news articles and shows them on timelines.",
)  # fmt: skip
review = typer.Typer(no_args_is_help=True, help="Take the analyst's corrections in, or give them out, as CSV.")
app.add_typer(review, name="review")

Paths = Annotated[list[str], typer.Argument(metavar="PATH_OR_URL…", help="Files, folders or web addresses.")]
StoreAt = Annotated[
    str,
    typer.Option("--store", envvar="DASHLIB_STORE", metavar="DIR", help="Folder of the store; var/store if not set."),
]
Workers = Annotated[int, typer.Option(min=1, help="Processes that parse.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file, not the screen.")]


def _version(asked: bool) -> None:  # noqa: FBT001 - typer calls it so
    if asked:
        typer.echo(f"dashlib {__version__}")
        raise typer.Exit


@app.callback()
def main(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Give the version.")
    ] = False,
) -> None:
    """Find events in news articles and show them on timelines."""
    del version
    quiet()


@app.command()
def ingest(
    paths: Paths,
    *,
    store: StoreAt = "",
    workers: Workers = 1,
    scheduler: Annotated[str, typer.Option(metavar="ADDRESS", help="A Dask scheduler whose workers parse.")] = "",
) -> None:
    """Read articles into the store, find their events, and merge them with what is known.

    Text, Markdown, HTML, PDF, DOCX, EML, RSS, Atom, JSON, JSON Lines, CSV, TSV and ZIP; see docs/formats.md.
    An article that is in the store already is not parsed again.
    """
    from dashlib.cli.ingesting import run

    run(paths, store=store, workers=workers, scheduler=scheduler)


@app.command()
def parse(
    paths: Paths,
    *,
    what: Annotated[
        str, typer.Option(help="events, mentions, articles, quantities, roles, spans, actors, problems, …")
    ] = "events",
    form: Annotated[str, typer.Option("--format", help="table, csv or jsonl.")] = "table",
    workers: Workers = 1,
) -> None:
    """Find the events of articles and print them; nothing is kept."""
    from dashlib.cli.parsing import run

    run(paths, what=what, form=form, workers=workers)


@app.command()
def serve(
    *,
    store: StoreAt = "",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes 8501, or the next port that is free.")] = 0,
    address: Annotated[str, typer.Option(help="Where to listen; 0.0.0.0 lets other machines in.")] = "localhost",
    demo: Annotated[bool, typer.Option("--demo/--no-demo", help="Fill a new store with the demo articles.")] = True,
) -> None:
    """Start the dashboard and print its address."""
    from dashlib.cli.serving import run

    run(store=store, port=port, address=address, demo=demo)


@app.command()
def export(
    view: Annotated[str, typer.Argument(help="events, mentions, articles, quantities, status_history, …")] = "events",
    *,
    store: StoreAt = "",
    form: Annotated[
        str, typer.Option("--format", help="csv, csv-excel, parquet, jsonl, geojson, timelinejs, ical, bundle.")
    ] = "csv",
    output: Output = None,
    like: Annotated[str, typer.Option(metavar="URL", help="The dashboard's address with the filters wanted.")] = "",
    when: Annotated[
        str, typer.Option(metavar="WORDS", help="Days in words, such as 'last 30 days' or 'Q3 2024'.")
    ] = "",
    since: Annotated[str, typer.Option("--from", metavar="DATE", help="Events on or after this day.")] = "",
    until: Annotated[str, typer.Option("--to", metavar="DATE", help="Events on or before this day.")] = "",
    who: Annotated[list[str] | None, typer.Option(help="An actor's name; may be repeated.")] = None,
    together: Annotated[str, typer.Option(help="any, all, or pair: how several actors combine.")] = "",
    by: Annotated[list[str] | None, typer.Option(help="Who did it; may be repeated.")] = None,
    whom: Annotated[list[str] | None, typer.Option(help="To whom it was done; may be repeated.")] = None,
    family: Annotated[list[str] | None, typer.Option(help="Diplomacy, War, Help or Pressure.")] = None,
    kind: Annotated[list[str] | None, typer.Option(help="A kind of event, such as call; may be repeated.")] = None,
    status: Annotated[list[str] | None, typer.Option(help="happened, ongoing, planned, …; may be repeated.")] = None,
    where: Annotated[list[str] | None, typer.Option(help="A place, region or country; may be repeated.")] = None,
    source: Annotated[list[str] | None, typer.Option(help="An outlet; may be repeated.")] = None,
    reports: Annotated[str, typer.Option(metavar="N", help="At least so many independent sources.")] = "",
    sure: Annotated[
        str, typer.Option(metavar="PERCENT", help="At least so confident; 50 if not set, 0 takes all.")
    ] = "",
    reviewed: Annotated[
        list[str] | None, typer.Option("--review", help="unreviewed, confirmed, edited, rejected.")
    ] = None,
    words: Annotated[str, typer.Option(help="Words in the title or a quote.")] = "",
) -> None:
    """Write what is in the store as a file; the filters are those of the dashboard."""
    from dashlib.cli.exporting import run

    given: dict[str, str | list[str] | None] = {
        "when": when, "from": since, "to": until, "who": who, "together": together, "by": by, "whom": whom,
        "family": family, "kind": kind, "status": status, "where": where, "source": source, "reports": reports, "sure": sure, "review": reviewed,
        "words": words,
    }  # fmt: skip
    run(view, store=store, form=form, output=output, like=like, params={k: v for k, v in given.items() if v})


Labelled = typer.Option(metavar="FILE", exists=True, help="A file, or a folder of .jsonl files.")


@app.command()
def evaluate(
    *,
    events: Annotated[Path | None, Labelled] = None,
    plover: Annotated[Path | None, Labelled] = None,
    dates: Annotated[Path | None, Labelled] = None,
    places: Annotated[Path | None, Labelled] = None,
    coreference: Annotated[Path | None, Labelled] = None,
    articles: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Where the texts of --events and --coreference lie; the demo articles if not set."
        ),
    ] = None,
    limit: Annotated[int, typer.Option(help="Only so many texts; 0 takes all.")] = 0,
    report: Annotated[
        bool, typer.Option("--report", help="After --events: counts by kind, the worst errors, how each entry did.")
    ] = False,
    judge: Annotated[
        str, typer.Option(help="on, off, alone (no rules), or compare: all three side by side; else the setting.")
    ] = "",
    record: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the figures into this CSV table as well.")
    ] = None,
    name: Annotated[str, typer.Option("--as", metavar="NAME", help="What --record calls the set.")] = "",
) -> None:
    """Score dashlib against labelled texts (JSON Lines; the forms are in docs/cli.md)."""
    from dashlib.cli.evaluating import Options, run

    files = {"events": events, "plover": plover, "dates": dates, "places": places, "coreference": coreference}
    given = {part: path for part, path in files.items() if path}
    run(given, Options(articles, limit, report, judge, record, name))


@review.command("import")
def import_corrections(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False)], *, store: StoreAt = ""
) -> None:
    """Add the corrections of a CSV file to the store's log; those it has already are passed over."""
    from dashlib.cli.reviewing import take_in

    take_in(file, store=store)


@review.command("export")
def export_corrections(*, store: StoreAt = "", output: Output = None) -> None:
    """Give the log of corrections as CSV."""
    from dashlib.cli.reviewing import give_out

    give_out(store=store, output=output)
