"""`dashlib review`: the analyst's log of corrections, out and in."""

from pathlib import Path

from dashlib import corrections
from dashlib.cli.console import say, write
from dashlib.errors import DashlibError
from dashlib.store import Store
from dashlib.wording import counted

__all__ = ["give_out", "take_in"]


def take_in(file: Path, *, store: str) -> None:
    """Add the corrections of a CSV file to the log."""
    try:
        rows = corrections.from_csv(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as e:
        raise DashlibError(f"{file} is not in UTF-8; save it as CSV UTF-8") from e
    new = Store(store or None).add_corrections(rows)
    say(f"{counted(new, 'correction')} added, {len(rows) - new} known already.")


def give_out(*, store: str, output: Path | None) -> None:
    """Write the log as CSV."""
    kept = Store(store or None)
    kept.history()  # says where there is no store, before an empty log looks like one
    write(corrections.to_csv(kept.corrections()).encode(), output)
